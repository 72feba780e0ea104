//! `empty-link`: a link that shows nothing to click.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::LinkKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "empty-link",
        category: Category::Accessibility,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/empty-link.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    let links = document.links().filter(|link| link.kind == LinkKind::Link);
    // Without an address as well, `empty-target` speaks.
    for link in links.filter(|link| link.is_empty && !link.written.is_empty()) {
        let message = format!("the link to `{}` has no text", quote(&link.written));
        let found = sink.at(&RULE.rule, document.file, link.range, message);
        found.help("say between the brackets what readers find there");
    }
}
