//! `spaced-link`: a blank between a link's text and its address.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "spaced-link",
        category: Category::Localization,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/spaced-link.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        let (message, help) = match kind {
            DefectKind::SpacedLink => (
                "a blank stands between the text of a link and its address",
                "remove it: `[text](address)`",
            ),
            DefectKind::WideLink => (
                "the parentheses around the address of a link are wide ones",
                "write plain ones: `[text](address)`",
            ),
            _ => continue,
        };
        sink.at(&RULE.rule, document.file, range, message)
            .help(help);
    }
}
