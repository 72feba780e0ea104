//! `invalid-utf8`: a file whose bytes are no valid UTF-8.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "invalid-utf8",
        category: Category::Project,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/invalid-utf8.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    let mut places = document
        .defects()
        .filter(|(kind, _)| **kind == DefectKind::InvalidUtf8);
    let Some((_, first)) = places.next() else {
        return;
    };
    let found = sink.at(
        &RULE.rule,
        document.file,
        first,
        "the file is not valid UTF-8",
    );
    found.help("save it in the encoding UTF-8");
    let more = places.count();
    if more > 0 {
        found.note(format!(
            "so it is in {more} more {}",
            if more == 1 { "place" } else { "places" }
        ));
    }
    found.note("unreadable bytes are shown as `\u{fffd}`");
}
