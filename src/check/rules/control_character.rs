//! `control-character`: a control character in a text.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "control-character",
        category: Category::Project,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/control-character.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        if let DefectKind::ControlCharacter(letter) = kind {
            let found = sink.at(
                &RULE.rule,
                document.file,
                range,
                format!("the control character U+{:04X}", u32::from(*letter)),
            );
            found.help("remove it, or write the character that was meant");
        }
    }
}
