//! `future-date`: a date that is later than today.

use crate::check::context::SiteContext;
use crate::check::rules::impossible_date::KEYS;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{Date, Value};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "future-date",
        category: Category::Metadata,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/future-date.md"),
    },
    check: Check::Site(check),
};

fn check(context: &SiteContext<'_>, sink: &mut Sink<'_>) {
    let Some(today) = context.settings.today else {
        return;
    };
    for article in &context.site.articles {
        let front_matter = &article.document.front_matter;
        for key in KEYS {
            let text = front_matter.get(key).and_then(Value::as_text);
            if text.and_then(Date::parse).is_some_and(|date| date > today) {
                let text = text.unwrap_or_default().trim();
                sink.at(
                    &RULE.rule,
                    article.file,
                    front_matter.value_range(key),
                    format!("`{key}` is a day to come: `{text}`"),
                )
                .help("check the year, and that day and month are not exchanged");
            }
        }
    }
}
