//! `bidi-control`: an invisible character that turns the direction of text.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "bidi-control",
        category: Category::Security,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/bidi-control.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        if let DefectKind::DirectionControl(letter) = kind {
            let found = sink.at(
                &RULE.rule,
                document.file,
                range,
                format!(
                    "the invisible character U+{:04X} turns the direction of the text",
                    u32::from(*letter)
                ),
            );
            found.help("remove it; use `<bdi>` or `dir=\"rtl\"` where a direction must be said");
        }
    }
}
