//! `duplicate-title`: articles of one language with the same title.

use std::collections::BTreeMap;

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{Article, Fact};
use crate::source::{Span, TextRange};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "duplicate-title",
        category: Category::Metadata,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/duplicate-title.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    let mut by_title: BTreeMap<_, Vec<&Article>> = BTreeMap::new();
    for article in &site.site.articles {
        by_title
            .entry((article.locale, &*article.metadata.title))
            .or_default()
            .push(article);
    }
    for ((locale, title), articles) in by_title {
        let [first, others @ ..] = &articles[..] else {
            continue;
        };
        if others.is_empty() {
            continue;
        }
        let locale = &site.site.locales.0[locale.index()].id;
        let message = format!(
            "{} articles in {locale} have the title `{}`",
            articles.len(),
            quote(title)
        );
        let found = sink.at(&RULE.rule, first.file, place(first), message);
        for other in others {
            found.related(
                Span {
                    file: other.file,
                    range: place(other),
                },
                "the same title",
            );
        }
        found.help("give each a title of its own, so that readers can tell them apart in lists and search results");
    }
}

/// Where an article says its title.
fn place(article: &Article) -> TextRange {
    let front_matter = &article.document.front_matter;
    if front_matter.get("title").is_some() {
        return front_matter.value_range("title");
    }
    let heading = article.document.facts.iter().find_map(|fact| match fact {
        Fact::Heading(heading) => Some(heading.range),
        _ => None,
    });
    heading.unwrap_or_default()
}
