//! `nul-character`: a NUL character in a text.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "nul-character",
        category: Category::Project,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/nul-character.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    let mut places = document
        .defects()
        .filter(|(kind, _)| **kind == DefectKind::Nul);
    if let Some((_, first)) = places.next() {
        let found = sink.at(
            &RULE.rule,
            document.file,
            first,
            "the file holds a NUL character",
        );
        found.help("remove it; files saved as UTF-16 are full of them, save those as UTF-8");
    }
}
