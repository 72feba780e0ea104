//! `bidi-control`: an invisible character that turns the direction of text.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Edit, Fix, Level, Rule, Sink};
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
        if let DefectKind::DirectionControls(all) = kind {
            let first = all.first().map_or(0, |first| u32::from(first.value));
            let more = match all.len() {
                0 | 1 => String::new(),
                number => format!(", the first of {number},"),
            };
            let message = format!(
                "the invisible character U+{first:04X}{more} turns the direction of the text"
            );
            let found = sink.at(&RULE.rule, document.file, range, message);
            found.help("remove it; use `<bdi>` or `dir=\"rtl\"` where a direction must be said");
            let edits = all.iter().map(|letter| {
                let mut bytes = [0; 4];
                Edit::replace(letter.range, letter.value.encode_utf8(&mut bytes), "")
            });
            found.fix(Fix::unsure(
                "remove the characters that turn the direction",
                edits.collect(),
            ));
        }
    }
}
