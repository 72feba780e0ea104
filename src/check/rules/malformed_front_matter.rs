//! `malformed-front-matter`: front matter that cannot be read as YAML keys and values.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::YamlProblem;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "malformed-front-matter",
        category: Category::Metadata,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/malformed-front-matter.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    let front_matter = &document.document.front_matter;
    let found = front_matter
        .problems
        .iter()
        .find_map(|problem| message(problem).map(|it| (problem, it)));
    let Some((problem, (message, help))) = found else {
        return;
    };
    let found = sink.at(&RULE.rule, document.file, problem.range(), message);
    found.help(help);
    found.note("the page is published without its metadata, its first heading as title");
}

/// What is wrong and what to do; `None` for problems that have rules of their own.
fn message(problem: &YamlProblem) -> Option<(String, &'static str)> {
    match problem {
        YamlProblem::Syntax(reason, _) => Some((
            format!("the front matter cannot be read: {reason}"),
            "write each key on a line of its own, as `key: value`, and quote values that hold `: ` or ` #`",
        )),
        YamlProblem::NotAMapping(what, _) => Some((
            format!("the front matter is {what}, not keys and values"),
            "write each key on a line of its own, as `key: value`, with an ordinary colon and a blank after it",
        )),
        YamlProblem::Unclosed(_) => Some((
            "the front matter has no closing `---`".to_owned(),
            "put a line `---` between the metadata and the text",
        )),
        YamlProblem::DuplicateKey(..) | YamlProblem::TooLarge(_) => None,
    }
}
