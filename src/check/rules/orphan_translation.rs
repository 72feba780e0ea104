//! `orphan-translation`: a translation without an original.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::l10n::LocaleId;
use crate::source::TextRange;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "orphan-translation",
        category: Category::Localization,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/orphan-translation.md"),
    },
    check: Check::Article(check),
};

/// Keys that only translations have.
const KEYS_OF_TRANSLATIONS: [&str; 2] = ["ms.translationtype", "ms.openlocfilehash"];

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    let site = article.site;
    let own = article.article;
    let others: Vec<&LocaleId> = site
        .locales
        .iter()
        .filter(|(index, _)| *index != own.locale && site.edition(&own.id, *index).is_some())
        .map(|(_, locale)| &locale.id)
        .collect();
    let message = match site.source {
        Some(source) if site.is_orphan(own) => {
            let source = &site.locales.get(source).id;
            format!("{source}, the source language, has no such article")
        }
        // Where the originals are elsewhere, only what nobody else has is suspicious.
        None if others.is_empty() && site.locales.len() > 1 && is_translation(article) => {
            "no other language has this translation".to_owned()
        }
        _ => return,
    };
    let found = sink.at(&RULE.rule, own.file, TextRange::default(), message);
    found.help("remove it, if its original was removed or renamed");
    match &others[..] {
        [] if site.source.is_some() => found.note("no other language has it"),
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

fn is_translation(article: &ArticleContext<'_>) -> bool {
    KEYS_OF_TRANSLATIONS
        .iter()
        .any(|key| article.value(key).is_some())
}
