//! `several-first-headings`: more than one first-level heading.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::source::Span;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "several-first-headings",
        category: Category::Metadata,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/several-first-headings.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    let mut headings = document
        .leveled_headings()
        .filter(|heading| heading.level == 1);
    let Some(first) = headings.next() else { return };
    let Some(second) = headings.next() else {
        return;
    };
    let message = match headings.count() {
        0 => "a second first-level heading".to_owned(),
        more => format!("a second first-level heading, and {more} more below"),
    };
    let found = sink.at(&RULE.rule, document.file, second.range, message);
    found.related(
        Span {
            file: document.file,
            range: first.range,
        },
        "the first is here",
    );
    found.help("make it `##`; when it was not meant as a heading, write `\\#`");
}
