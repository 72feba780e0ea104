//! `repeated-metadata`: a value that a schema of the project wants to be unique stands in several articles.

use std::collections::BTreeMap;

use crate::check::context::SiteContext;
use crate::check::declared;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::Article;
use crate::schema::{Among, Part, Unique};
use crate::source::Span;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "repeated-metadata",
        category: Category::Metadata,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/repeated-metadata.md"),
    },
    check: Check::Site(check),
};

/// Most other places that one finding shows.
const MOST_PLACES: usize = 20;

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    // Items of a list are compared with all items of the same list elsewhere.
    let mut holders: BTreeMap<_, Vec<(&Article, &Unique)>> = BTreeMap::new();
    for (article, unique) in site.site.articles.iter().zip(site.unique) {
        for one in unique {
            let locale = match one.among {
                Among::Locale => Some(article.locale),
                Among::Site => None,
            };
            let is_item = |step: &&String| step.parse::<usize>().is_err();
            let key: Vec<&str> = one
                .place
                .iter()
                .filter(is_item)
                .map(String::as_str)
                .collect();
            let group = (key, locale, one.value.as_str());
            holders.entry(group).or_default().push((article, one));
        }
    }
    for ((key, locale, value), holders) in holders {
        let [(first, unique), others @ ..] = &holders[..] else {
            continue;
        };
        if others.is_empty() {
            continue;
        }
        let whole = match locale {
            Some(locale) => site.site.locales.0[locale.index()].id.to_string(),
            None => "the site".to_owned(),
        };
        let own = format!(
            "`{}` must be unique in {whole}, and {} articles say `{}`",
            key.join("."),
            holders.len(),
            quote(value)
        );
        let (range, _) = declared::place(first, &unique.place, Part::Value);
        let message = unique.message.clone();
        let note = message.is_some().then(|| own.clone());
        let message = message.unwrap_or(own);
        let found = sink.at_level(&RULE.rule, unique.level, first.file, range, message);
        for (other, unique) in others.iter().take(MOST_PLACES) {
            let (range, _) = declared::place(other, &unique.place, Part::Value);
            let file = other.file;
            found.related(Span { file, range }, "the same value");
        }
        found.help("give each article a value of its own");
        if let Some(note) = note {
            found.note(note);
        }
        if others.len() > MOST_PLACES {
            found.note(format!("and {} articles more", others.len() - MOST_PLACES));
        }
    }
}
