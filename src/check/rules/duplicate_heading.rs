//! `duplicate-heading`: articles of one language with the same first heading and different titles.

use std::collections::BTreeMap;

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{Article, Fact, Heading};
use crate::source::Span;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "duplicate-heading",
        category: Category::Metadata,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/duplicate-heading.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    let mut by_heading: BTreeMap<_, Vec<(&Article, &Heading)>> = BTreeMap::new();
    for article in &site.site.articles {
        if let Some(heading) = first_heading(article) {
            let group = (article.locale, heading.text.trim());
            by_heading
                .entry(group)
                .or_default()
                .push((article, heading));
        }
    }
    for ((locale, text), articles) in by_heading {
        let [(first, heading), others @ ..] = &articles[..] else {
            continue;
        };
        // Where all titles are equal too, `duplicate-title` speaks.
        let title = &first.metadata.title;
        if others
            .iter()
            .all(|(other, _)| other.metadata.title == *title)
        {
            continue;
        }
        let locale = &site.site.locales.0[locale.index()].id;
        let message = format!(
            "{} articles in {locale} begin with the heading `{}`",
            articles.len(),
            quote(text)
        );
        let found = sink.at(&RULE.rule, first.file, heading.range, message);
        for (other, heading) in others {
            let span = Span {
                file: other.file,
                range: heading.range,
            };
            found.related(span, "the same heading");
        }
        found.help("give each a heading of its own, so that readers see which article they are in");
    }
}

/// The first heading of the first level.
fn first_heading(article: &Article) -> Option<&Heading> {
    article.document.facts.iter().find_map(|fact| match fact {
        Fact::Heading(heading) if heading.level == 1 && !heading.text.trim().is_empty() => {
            Some(heading)
        }
        _ => None,
    })
}
