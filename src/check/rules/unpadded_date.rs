//! `unpadded-date`: a date in which a day or month has one digit where two belong.

use crate::check::context::ArticleContext;
use crate::check::repair;
use crate::check::rules::impossible_date::KEYS;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Fix, Level, Rule, Sink};
use crate::model::{Date, Value};
use crate::schema::Aspect;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unpadded-date",
        category: Category::Metadata,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unpadded-date.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    let front_matter = &article.article.document.front_matter;
    for key in KEYS {
        let text = front_matter.get(key).and_then(Value::as_text);
        let Some(text) = text.filter(|text| Date::parse(text).is_some()) else {
            continue;
        };
        let padded = padded(text);
        if padded == text || article.is_declared(Aspect::Invalid, key) {
            continue;
        }
        let found = sink.at(
            &RULE.rule,
            article.article.file,
            front_matter.value_range(key),
            format!(
                "`{key}` has one digit where two belong: `{}`",
                quote(text.trim())
            ),
        );
        found.help(format!("write `{}`", quote(padded.trim())));
        let edit = repair::value(front_matter, &[key], &padded);
        let what = format!("write `{}`", quote(padded.trim()));
        found.fix(edit.map(|edit| Fix::safe(what, vec![edit])));
    }
}

/// A date with a zero before each day and month of one digit; what follows the day stays.
fn padded(text: &str) -> String {
    let end = text
        .trim_end()
        .trim_start()
        .find(['T', ' ', 't'])
        .map_or(text.len(), |at| at + text.len() - text.trim_start().len());
    let (day, rest) = text.split_at(end);
    let mut padded = String::with_capacity(text.len() + 2);
    for part in day.split_inclusive(['/', '-']) {
        let digits = part.trim().trim_end_matches(['/', '-']);
        if digits.len() == 1 {
            let blanks = part.len() - part.trim_start().len();
            padded.push_str(&part[..blanks]);
            padded.push('0');
            padded.push_str(&part[blanks..]);
        } else {
            padded.push_str(part);
        }
    }
    padded + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_and_months_of_one_digit_get_a_zero() {
        for (text, wanted) in [
            ("3/1/2021", "03/01/2021"),
            ("04/8/2021", "04/08/2021"),
            (" 6/30/2020 ", " 06/30/2020 "),
            ("2021-3-1", "2021-03-01"),
            ("2021-3-1 8:05", "2021-03-01 8:05"),
            (" 2021-3-1T8:05", " 2021-03-01T8:05"),
            ("03/01/2021", "03/01/2021"),
            ("2021-03-01", "2021-03-01"),
        ] {
            assert_eq!(padded(text), wanted);
        }
    }
}
