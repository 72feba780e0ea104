//! `skipped-heading-level`: a heading more than one level below the one before it.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "skipped-heading-level",
        category: Category::Accessibility,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/skipped-heading-level.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    let mut above: Option<u8> = None;
    for heading in document.leveled_headings() {
        if let Some(above) = above.filter(|above| heading.level > above + 1) {
            let message = format!(
                "a heading of level {} follows one of level {above}",
                heading.level
            );
            let found = sink.at(&RULE.rule, document.file, heading.range, message);
            found.help(format!("make it level {}", above + 1));
        }
        above = Some(heading.level);
    }
}
