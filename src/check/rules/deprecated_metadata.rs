//! `deprecated-metadata`: a key that a schema of the project calls deprecated.

use crate::check::context::ArticleContext;
use crate::check::declared;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::schema::Aspect;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "deprecated-metadata",
        category: Category::Metadata,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/deprecated-metadata.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    declared::report(&RULE.rule, Aspect::Deprecated, article, sink);
}
