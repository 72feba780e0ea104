//! `missing-heading`: an article without a first-level heading.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{Fact, Value};
use crate::source::TextRange;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "missing-heading",
        category: Category::Metadata,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/missing-heading.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    let document = &article.article.document;
    let is_first = |fact: &Fact| matches!(fact, Fact::Heading(heading) if heading.level == 1);
    // Without a title as well, `missing-title` speaks.
    let title = article.value("title").and_then(Value::as_text);
    let title = title.filter(|title| !title.trim().is_empty());
    if document.facts.iter().any(is_first)
        || (title.is_none() && article.article.outline.headings.is_empty())
    {
        return;
    }
    let place = TextRange::at(document.body_start as usize);
    let found = sink.at(
        &RULE.rule,
        article.article.file,
        place,
        "the text has no first-level heading",
    );
    found.help(format!(
        "begin it with `# {}`",
        article.article.metadata.title
    ));
}
