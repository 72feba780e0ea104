//! `missing-title`: an article with neither a title nor a heading.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::Value;
use crate::source::TextRange;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "missing-title",
        category: Category::Metadata,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/missing-title.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    let title = article
        .value("title")
        .and_then(Value::as_text)
        .is_some_and(|title| !title.trim().is_empty());
    let headings = &article.article.outline.headings;
    if title || !headings.is_empty() {
        return;
    }
    let found = sink.at(
        &RULE.rule,
        article.article.file,
        TextRange::at(0),
        "the article has neither a title nor a heading",
    );
    found.help("begin its text with a heading, `# What it is about`");
    found.note(format!(
        "its file name stands in: `{}`",
        article.article.metadata.title
    ));
}
