//! `malformed-front-matter`: front matter that cannot be read as YAML keys and values.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
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
        glued(document, sink);
        return;
    };
    let found = sink.at(&RULE.rule, document.file, problem.range(), message);
    found.help(help);
    found.note("the page is published without its metadata, its first heading as title");
}

/// Keys that no sentence holds.
const TECHNICAL: [&str; 9] = [
    "ms.author",
    "ms.topic",
    "ms.date",
    "ms.service",
    "ms.prod",
    "ms.custom",
    "ms.collection",
    "ms.audience",
    "ms.contentlocale",
];

/// A value that holds other keys with their colons: translation has joined the lines, and YAML takes the result for text.
fn glued(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    let front_matter = &document.document.front_matter;
    for (key, value) in &front_matter.entries {
        let text = value.as_text().unwrap_or_default();
        // Hardly any value holds a colon, and a sign is found faster than nine words.
        if !text.contains([':', '：']) {
            continue;
        }
        let held = TECHNICAL.iter().find(|name| {
            text.match_indices(**name).any(|(at, _)| {
                let before = text[..at].chars().next_back();
                let after = text[at + name.len()..].trim_start();
                before.is_some_and(char::is_whitespace) && after.starts_with([':', '：'])
            })
        });
        let Some(held) = held else { continue };
        let place = front_matter.value_range(key);
        let message = format!("the value of `{}` holds another key, `{held}`", quote(key));
        let found = sink.at(&RULE.rule, document.file, place, message);
        found.help("write each key on a line of its own, as `key: value`");
    }
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
        YamlProblem::Misplaced(_) => Some((
            "the front matter does not begin with a line `---` at the start of the file".to_owned(),
            "begin the file with three hyphens, nothing before them, and end the metadata with three",
        )),
        YamlProblem::DuplicateKey(..) | YamlProblem::TooLarge(_) => None,
    }
}
