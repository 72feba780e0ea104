//! `unknown-metadata`: a key that a schema of the project does not allow.

use crate::check::context::ArticleContext;
use crate::check::declared;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::schema::Aspect;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unknown-metadata",
        category: Category::Metadata,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unknown-metadata.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    declared::report(&RULE.rule, Aspect::Unknown, article, sink);
}
