//! `invisible-in-target`: an invisible character in the address of a link or image.

use crate::check::context::DocumentContext;
use crate::check::rules::invisible_in_name::invisible;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use percent_encoding::percent_decode_str;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "invisible-in-target",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/invisible-in-target.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for link in document
        .links()
        .filter(|link| !link.written.starts_with("data:"))
    {
        // In a query anything may stand.
        let path = link.written.split(['?', '#']).next().unwrap_or_default();
        let decoded = percent_decode_str(path).decode_utf8_lossy();
        let Some(letter) = invisible(&decoded) else {
            continue;
        };
        let message = format!(
            "the address holds the invisible character U+{:04X}",
            u32::from(letter)
        );
        let found = sink.at(&RULE.rule, document.file, link.target_range, message);
        found.help("type the address anew, or copy it without what is around it");
    }
}
