//! `unbalanced-html`: a tag that is closed without being opened, or the other way round.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unbalanced-html",
        category: Category::Security,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unbalanced-html.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        let (message, help) = match kind {
            DefectKind::StrayEndTag(tag) => (
                format!("`</{tag}>` closes nothing"),
                "remove it, or add the opening tag",
            ),
            DefectKind::UnclosedTag(tag) => (
                format!("`<{tag}>` is never closed"),
                "close it in the same paragraph, or remove it",
            ),
            _ => continue,
        };
        sink.at(&RULE.rule, document.file, range, message)
            .help(help);
    }
}
