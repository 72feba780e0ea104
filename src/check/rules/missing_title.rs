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
    let front_matter = &article.article.document.front_matter;
    if title {
        return;
    }
    if !headings.is_empty() {
        // Without the key the first heading is the title, as many authors want it; an empty key is a slip.
        let Some(written) = front_matter.get("title") else {
            return;
        };
        let what = match written {
            Value::List(_) => "a list, not text",
            Value::Map(_) => "a map, not text",
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => "empty",
        };
        let place = front_matter.value_range("title");
        let message = format!("the title is {what}");
        let found = sink.at(&RULE.rule, article.article.file, place, message);
        found.help("write the title after `title:`, or remove the key");
        found.note(format!(
            "the first heading stands in: `{}`",
            article.article.metadata.title
        ));
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
