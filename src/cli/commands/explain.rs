//! `polydoc explain`: the manual's page about a rule.

use crate::check;
use crate::failure::Failure;

use super::super::Outcome;
use super::super::args::ExplainArgs;
use super::super::terminal::Terminal;

/// Writes the page of a rule.
pub(in crate::cli) fn run(args: &ExplainArgs, terminal: &Terminal) -> Result<Outcome, Failure> {
    // Findings show names as `error[name]`.
    let name = args
        .rule
        .trim_start_matches("error")
        .trim_start_matches("warning")
        .trim_start_matches("info");
    let name = name.trim_matches(['[', ']', '`']);
    let Some(rule) = check::rule(name) else {
        let failure = Failure::usage(format!("there is no rule `{name}`"));
        return Err(
            match check::nearest(name, check::rules().map(|rule| rule.name)) {
                Some(near) => failure.hint(format!("did you mean `{near}`?")),
                None => failure.hint("list all rules with `polydoc rules`"),
            },
        );
    };
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
