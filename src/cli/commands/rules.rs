//! `polydoc rules`: every rule with its level, its concern and what it finds.

use std::fmt::Write as _;

use crate::check;
use crate::failure::Failure;

use super::super::Outcome;
use super::super::terminal::Terminal;

/// Lists all rules.
pub(in crate::cli) fn run(terminal: &Terminal) -> Result<Outcome, Failure> {
    let width = check::rules()
        .map(|rule| rule.name.len())
        .max()
        .unwrap_or(0);
    let mut list = String::new();
    for rule in check::rules() {
        let what = rule.description();
        let _ = writeln!(
            list,
            "{:width$}  {:7}  {:13}  {what}",
            rule.name,
            rule.level.word(),
            rule.category.word()
        );
    }
    terminal.result(&list)?;
    Ok(Outcome::Clean)
}

/// The names of all rules.
pub(super) fn names() -> Vec<&'static str> {
    check::rules().map(|rule| rule.name).collect()
}
