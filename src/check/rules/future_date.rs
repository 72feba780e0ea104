//! `future-date`: a date that is later than today.

use crate::check::context::ArticleContext;
use crate::check::rules::impossible_date::KEYS;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{Date, Value};
use crate::schema::Aspect;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "future-date",
        category: Category::Metadata,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/future-date.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    let Some(today) = article.today else {
        return;
    };
    let front_matter = &article.article.document.front_matter;
    for key in KEYS {
        let text = front_matter.get(key).and_then(Value::as_text);
        let is_to_come = text.and_then(Date::parse).is_some_and(|date| date > today);
        if is_to_come && !article.is_declared(Aspect::Invalid, key) {
            let text = text.unwrap_or_default().trim();
            sink.at(
                &RULE.rule,
                article.article.file,
                front_matter.value_range(key),
                format!("`{key}` is a day to come: `{text}`"),
            )
            .help("check the year, and that day and month are not exchanged");
        }
    }
}
