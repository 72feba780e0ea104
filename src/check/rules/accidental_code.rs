//! `accidental-code`: a list item or an image that its indent has made code.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "accidental-code",
        category: Category::Localization,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/accidental-code.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        if let DefectKind::AccidentalCode = kind {
            let found = sink.at(
                &RULE.rule,
                document.file,
                range,
                "four blanks in front make code of this line",
            );
            found.help("indent it like the text it belongs to; put fences around it if it is code");
        }
    }
}
