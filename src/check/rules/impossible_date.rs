//! `impossible-date`: a date key whose value is no day of the calendar.

use crate::check::context::ArticleContext;
use crate::check::repair;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Fix, Level, Rule, Sink};
use crate::model::{Date, Value};
use crate::schema::Aspect;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "impossible-date",
        category: Category::Metadata,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/impossible-date.md"),
    },
    check: Check::Article(check),
};

/// Keys that hold a day.
pub(super) const KEYS: [&str; 5] = ["date", "lastmod", "ms.date", "ms.lasthandoff", "updated"];

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    let front_matter = &article.article.document.front_matter;
    for key in KEYS {
        let value = front_matter.get(key);
        let Some(text) = value.and_then(Value::as_text) else {
            continue;
        };
        let is_fine = text.trim().is_empty() || Date::parse(text).is_some();
        if is_fine || article.is_declared(Aspect::Invalid, key) {
            continue;
        }
        let place = front_matter.value_range(key);
        let found = sink.at(
            &RULE.rule,
            article.article.file,
            place,
            format!("`{key}` is no day: `{}`", quote(text)),
        );
        match swapped(text) {
            Some(swapped) => {
                found.help(format!("put the month first: `{swapped}`"));
                let edit = repair::value(front_matter, &[key], &swapped);
                let what = format!("write `{swapped}`");
                found.fix(edit.map(|edit| Fix::unsure(what, vec![edit])));
            }
            None => {
                found.help("write it as `MM/DD/YYYY` or `YYYY-MM-DD`");
            }
        }
    }
}

/// `17/02/2021` and `17.2.2021` with the month in front, if that is a day.
fn swapped(text: &str) -> Option<String> {
    let [day, month, year] = text.trim().split(['/', '.', '-']).collect::<Vec<_>>()[..] else {
        return None;
    };
    let date = Date::parse(&format!("{month}/{day}/{year}"))?;
    Some(format!(
        "{:02}/{:02}/{:04}",
        date.month, date.day, date.year
    ))
}
