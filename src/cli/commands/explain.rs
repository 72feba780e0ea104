//! `polydoc explain`: the manual's page about a rule.

use crate::check;
use crate::diagnostics::Rule;
use crate::failure::Failure;

use super::super::Outcome;
use super::super::args::ExplainArgs;
use super::super::terminal::Terminal;

/// Writes the page of a rule.
pub(in crate::cli) fn run(args: &ExplainArgs, terminal: &Terminal) -> Result<Outcome, Failure> {
    let rule = named(&args.rule)?;
    let body = rule.body();
    let level = format!(
        "`{}` is `{}` by default and belongs to {}.",
        rule.name,
        rule.level.word(),
        rule.category.word()
    );
    terminal.result(&format!("{body}\n\n{level}\n"))?;
    Ok(Outcome::Clean)
}

/// The rule of that name, which may be written as findings show it: `error[name]`.
pub(super) fn named(written: &str) -> Result<&'static Rule, Failure> {
    let name = written
        .trim_start_matches("error")
        .trim_start_matches("warning")
        .trim_start_matches("info");
    let name = name.trim_matches(['[', ']', '`']);
    check::rule(name).ok_or_else(|| {
        let failure = Failure::usage(format!("there is no rule `{name}`"));
        match check::nearest(name, check::rules().map(|rule| rule.name)) {
            Some(near) => failure.hint(format!("did you mean `{near}`?")),
            None => failure.hint("list all rules with `polydoc rules`"),
        }
    })
}
