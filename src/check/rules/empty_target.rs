//! `empty-target`: a link or image without an address.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{LinkKind, Target, Unresolved};
use crate::source::TextRange;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "empty-target",
        category: Category::Correctness,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/empty-target.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    for (file, raw, link) in article.links() {
        if link.target != Target::Unresolved(Unresolved::Empty) {
            continue;
        }
        let (what, help) = match raw.kind {
            LinkKind::Image => (
                "the image has no address",
                "write the path of the image between the parentheses",
            ),
            _ => (
                "the link has no address",
                "write where it leads between the parentheses, or remove the link",
            ),
        };
        // An empty range would be a caret after the construct; the whole construct is easier to see.
        let place: TextRange = if raw.target_range.is_empty() {
            raw.range
        } else {
            raw.target_range
        };
        sink.at(&RULE.rule, file, place, what).help(help);
    }
}
