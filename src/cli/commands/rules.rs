//! `polydoc rules`: every rule with its level, its concern, whether it offers fixes, and what it finds.

use std::fmt::Write as _;

use serde::Serialize;

use crate::check;
use crate::diagnostics::{Applicability, Rule, docfx};
use crate::failure::Failure;

use super::super::Outcome;
use super::super::telling::{RulesArgs, RulesFormat};
use super::super::terminal::Terminal;

/// A rule in JSON. Fields are added, never renamed.
#[derive(Serialize)]
struct Shape {
    name: &'static str,
    category: &'static str,
    level: &'static str,
    fix: Option<&'static str>,
    since: &'static str,
    docfx: &'static [&'static str],
    description: &'static str,
}

/// Lists all rules.
pub(in crate::cli) fn run(args: &RulesArgs, terminal: &Terminal) -> Result<Outcome, Failure> {
    let list = match args.format {
        RulesFormat::Table => table(),
        RulesFormat::Json => json(),
    };
    terminal.result(&list)?;
    Ok(Outcome::Clean)
}

fn table() -> String {
    let width = check::rules()
        .map(|rule| rule.name.len())
        .max()
        .unwrap_or(0);
    let mut list = String::new();
    for rule in check::rules() {
        let what = rule.description();
        let _ = writeln!(
            list,
            "{:width$}  {:7}  {:13}  {:6}  {what}",
            rule.name,
            rule.level.word(),
            rule.category.word(),
            fix(rule).unwrap_or_default(),
        );
    }
    list
}

fn json() -> String {
    let shapes: Vec<Shape> = check::rules()
        .map(|rule| Shape {
            name: rule.name,
            category: rule.category.word(),
            level: rule.level.word(),
            fix: fix(rule),
            since: rule.since,
            docfx: docfx::codes(rule.name),
            description: rule.description(),
        })
        .collect();
    let list = serde_json::to_string_pretty(&shapes).expect("texts can be written as JSON");
    format!("{list}\n")
}

/// How certain the fixes of a rule are, when it has some.
fn fix(rule: &Rule) -> Option<&'static str> {
    rule.fixes().map(Applicability::word)
}

/// The names of all rules.
pub(super) fn names() -> Vec<&'static str> {
    check::rules().map(|rule| rule.name).collect()
}
