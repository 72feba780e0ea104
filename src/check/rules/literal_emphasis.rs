//! `literal-emphasis`: stars that were meant as emphasis and are shown.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "literal-emphasis",
        category: Category::Localization,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/literal-emphasis.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        if let DefectKind::LiteralEmphasis = kind {
            let found = sink.at(
                &RULE.rule,
                document.file,
                range,
                "stars are shown, nothing is emphasized",
            );
            found.help("let the stars touch the emphasized words inside, and a blank or punctuation outside");
        }
    }
}
