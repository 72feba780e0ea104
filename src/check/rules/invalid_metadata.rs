//! `invalid-metadata`: a value that is not what a schema of the project wants.

use crate::check::context::ArticleContext;
use crate::check::declared;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::schema::Aspect;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "invalid-metadata",
        category: Category::Metadata,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/invalid-metadata.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    declared::report(&RULE.rule, Aspect::Invalid, article, sink);
}
