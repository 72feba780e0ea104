//! Fall back: where a locale takes from what it lacks, and which edition stands in for which missing article.
//!
//! In: names and settings. Out: the order of locales, the wishes for pages, and files found along the chain. Which of the
//! wishes get an address is decided in `pages`.

use crate::config::{Orphans, Settings};
use crate::l10n::{FallbackMode, LocaleId, Locales, article_chain};
use crate::model::{ArticleId, ArticleKey};
use crate::source::{LocaleIndex, SourceKind, Sources};

use super::names::{Found, Names};

/// The locales that each locale takes articles, images and tables of contents from, nearest first. Empty where nothing shall
/// stand in.
pub(super) fn chains(locales: &Locales, settings: &Settings) -> Vec<Box<[LocaleIndex]>> {
    let available: Vec<LocaleId> = locales.0.iter().map(|locale| locale.id.clone()).collect();
    let source = settings.source_locale.as_ref();
    let chain = |id: &LocaleId, configured: &[LocaleId]| {
        let chain = article_chain(id, configured, source, &available);
        chain.iter().filter_map(|id| locales.position(id)).collect()
    };
    let locales = locales.0.iter();
    locales
        .map(|locale| match settings.fallback_of(&locale.id) {
            FallbackMode::Off => [].into(),
            FallbackMode::List | FallbackMode::Page => chain(&locale.id, &locale.fallback),
        })
        .collect()
}

/// The source locale, when it is among those that are built.
pub(super) fn source(locales: &Locales, settings: &Settings) -> Option<LocaleIndex> {
    locales.position(settings.source_locale.as_ref()?)
}

/// Which articles are not published because their original does not exist, by [`ArticleKey`].
pub(super) fn hidden(names: &Names, locales: &Locales, settings: &Settings) -> Vec<bool> {
    let source = source(locales, settings).filter(|_| settings.orphans == Orphans::Hide);
    let is_hidden =
        |id: &ArticleId| source.is_some_and(|source| names.edition(id, source).is_none());
    let articles = names.articles.iter();
    articles.map(|named| is_hidden(&named.id)).collect()
}

/// The edition of each article that a locale lacks, sorted by the article's name. `is_placed` says which editions have a
/// page; one without cannot stand in for anything.
pub(super) fn wanted(
    names: &Names,
    chains: &[Box<[LocaleIndex]>],
    is_placed: impl Fn(ArticleKey) -> bool,
) -> Vec<Vec<(ArticleId, ArticleKey)>> {
    let mut wanted = vec![Vec::new(); chains.len()];
    for (id, editions) in &names.matrix {
        for (chain, (own, wanted)) in chains.iter().zip(editions.iter().zip(&mut wanted)) {
            if own.is_some() {
                continue;
            }
            let mut nearest = chain.iter().filter_map(|other| editions[other.index()]);
            if let Some(key) = nearest.find(|&key| is_placed(key)) {
                wanted.push((id.clone(), key));
            }
        }
    }
    wanted
}

/// The nearest file along the chain of locales that stands in for one that a path below the content folder names and that
/// does not exist, and the locale that has it. `is_wanted` says which kinds of files serve: what a link shows must be published
/// ([`SourceKind::Asset`]), what is included need not be.
pub(super) fn file(
    names: &Names,
    sources: &Sources,
    locales: &Locales,
    chains: &[Box<[LocaleIndex]>],
    path: &str,
    is_wanted: impl Fn(SourceKind) -> bool,
) -> Option<(Found, LocaleIndex)> {
    if chains.iter().all(|chain| chain.is_empty()) {
        return None;
    }
    let (top, below) = path.split_once('/')?;
    let own = locales.find(top)?;
    chains[own.index()].iter().find_map(|&other| {
        let path = format!("{}/{below}", locales.get(other).folder);
        let found = names.find(sources, &path)?;
        is_wanted(sources.get(found.file).kind).then_some((found, other))
    })
}
