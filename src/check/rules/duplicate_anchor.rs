//! `duplicate-anchor`: an id that stands twice on a page.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "duplicate-anchor",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/duplicate-anchor.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    for (id, later, earlier) in &article.article.outline.duplicates {
        let found = sink.at(
            &RULE.rule,
            later.file,
            later.range,
            format!("the id `{id}` is already on this page"),
        );
        found.related(*earlier, "first used here");
        found.help("rename one of them; links to it reach the first only");
    }
}
