//! `orphan-translation`: a translation without an original.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::l10n::LocaleId;
use crate::model::{Article, ArticleKey, Site};
use crate::source::TextRange;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "orphan-translation",
        category: Category::Localization,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/orphan-translation.md"),
    },
    check: Check::Site(check),
};

/// Keys that only translations have.
const KEYS_OF_TRANSLATIONS: [&str; 2] = ["ms.translationtype", "ms.openlocfilehash"];

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    let are_parallel = site.site.source.is_none() && are_parallel(site.site);
    for (_, article) in site.site.iter() {
        check_article(site.site, article, are_parallel, sink);
    }
}

/// Whether the languages hold the same articles for the most part, so that one that a single language has stands out.
fn are_parallel(site: &Site) -> bool {
    let editions = |editions: &[Option<ArticleKey>]| editions.iter().flatten().count();
    let shared = site.matrix.values().filter(|all| editions(all) > 1).count();
    site.locales.len() > 2 && shared * 2 > site.matrix.len()
}

fn check_article(site: &Site, own: &Article, are_parallel: bool, sink: &mut Sink<'_>) {
    let is_orphan = site.is_orphan(own);
    if !is_orphan && !are_parallel {
        return;
    }
    let others: Vec<&LocaleId> = site
        .locales
        .iter()
        .filter(|(index, _)| *index != own.locale && site.edition(&own.id, *index).is_some())
        .map(|(_, locale)| &locale.id)
        .collect();
    let message = match site.source.filter(|_| is_orphan) {
        Some(source) => {
            let source = &site.locales.get(source).id;
            format!("{source}, the source language, has no such article")
        }
        None if others.is_empty() && is_translation(own) => {
            "no other language has this translation".to_owned()
        }
        None => return,
    };
    let found = sink.at(&RULE.rule, own.file, TextRange::default(), message);
    found.help("remove it, if its original was removed or renamed");
    match &others[..] {
        [] if is_orphan => found.note("no other language has it"),
        [] => found,
        [one] => found.note(format!("{one} has it too")),
        [one, rest @ ..] => {
            let languages = if rest.len() == 1 {
                "language"
            } else {
                "languages"
            };
            found.note(format!(
                "{one} and {} more {languages} have it too",
                rest.len()
            ))
        }
    };
}

fn is_translation(article: &Article) -> bool {
    let merged = article.metadata.merged.as_deref();
    let entries = merged.unwrap_or(&article.document.front_matter.entries);
    entries
        .iter()
        .any(|(key, _)| KEYS_OF_TRANSLATIONS.contains(&&**key))
}
