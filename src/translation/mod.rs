//! What is known about translations, as facts: which version each edition was made from, what is missing, behind, renamed,
//! damaged or in another language. Used by rules, by the `l10n` commands and by the dashboard.
//!
//! A [`Site`] and settings go in, [`Translations`] come out: one [`Work`] per article with its edition in each language.
//! Nothing is judged and nothing is read here; what a source tree in git knows is added by the caller.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::LocalizationSettings;
use crate::model::{Article, ArticleId, ArticleKey, Site};
use crate::source::LocaleIndex;

use terms::TermFact;

pub use behind::{Basis, Behind, Line, compare_lines, lines_not_in};
pub use dates::{HandOff, Reading, days_between};
pub use tally::{Tally, tally, weight};
pub use versions::Version;

mod align;
mod behind;
mod dates;
pub mod parity;
mod renames;
mod tally;
mod targets;
pub mod terms;
mod versions;

/// All works of a site with their editions.
#[derive(Debug, Default)]
pub struct Translations {
    /// Sorted by id.
    pub works: Vec<Work>,
    /// The locale that others are translated from, when it has articles.
    pub source: Option<LocaleIndex>,
    /// How many locales the site has.
    pub locales: usize,
    /// How far editions are behind the source, as far as its history is known.
    behind: BTreeMap<ArticleKey, Behind>,
    /// The names of the source's articles, when they lie outside the site.
    outside: Option<BTreeSet<ArticleId>>,
    /// The keys that may name a version.
    version_keys: Vec<Box<str>>,
    /// The work of each article, by [`ArticleKey`].
    of_article: Vec<u32>,
    /// What is wrong with terms, by the position of the work; those without are not there.
    terms: BTreeMap<u32, Vec<TermFact>>,
}

/// One article in all languages, under whatever names.
#[derive(Debug, Hash)]
pub struct Work {
    /// Its name; of several the newest.
    pub id: ArticleId,
    /// Its editions, one slot per locale.
    pub editions: Box<[Option<Edition>]>,
    /// The versions that editions were made from, oldest first.
    pub versions: Box<[Version]>,
    /// The newest of them; `None` when there is none or the dates do not say which it is.
    pub newest: Option<usize>,
    /// The key that names the version in all of these editions.
    pub version_key: Option<usize>,
}

/// A work in one language.
#[derive(Clone, Copy, Debug, Hash)]
pub struct Edition {
    /// The article.
    pub article: ArticleKey,
    /// Its version in [`Work::versions`]; `None` when it does not say.
    pub version: Option<usize>,
    /// Whether its name is another than the work's.
    pub is_renamed: bool,
}

/// How an edition stands to the newest version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// It is the text that others are translated from.
    Source,
    /// Made from the newest version.
    Current,
    /// Made from an older version.
    Stale,
    /// There are several versions, and nothing says which is the newest.
    Unclear,
    /// It does not say which version it was made from.
    Unversioned,
}

impl State {
    /// The word in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Current => "current",
            Self::Stale => "stale",
            Self::Unclear => "unclear",
            Self::Unversioned => "unversioned",
        }
    }
}

/// Finds out all that is known.
pub fn survey(
    site: &Site,
    source: Option<LocaleIndex>,
    settings: &LocalizationSettings,
) -> Translations {
    let source =
        source.filter(|&locale| site.articles.iter().any(|article| article.locale == locale));
    let stamps = versions::stamps(site, source, settings);
    let groups = renames::groups(site, source, &stamps, settings);
    let mut of_article = vec![0u32; site.articles.len()];
    let mut works = Vec::with_capacity(groups.len());
    for group in groups {
        let work = versions::work(site, source, &stamps, settings, group);
        let at = u32::try_from(works.len()).expect("fewer than 2^32 articles");
        for edition in work.editions.iter().flatten() {
            of_article[edition.article.index()] = at;
        }
        works.push(work);
    }
    Translations {
        works,
        source,
        locales: site.locales.len(),
        behind: BTreeMap::new(),
        outside: None,
        version_keys: settings
            .version_keys
            .iter()
            .map(|key| key.as_str().into())
            .collect(),
        of_article,
        terms: BTreeMap::new(),
    }
}

impl Translations {
    /// The work that an article is an edition of.
    pub fn work_of(&self, article: ArticleKey) -> &Work {
        &self.works[self.of_article[article.index()] as usize]
    }

    /// The key that names the versions of a work's editions.
    pub fn version_key_of(&self, work: &Work) -> Option<&str> {
        work.version_key.map(|key| &*self.version_keys[key])
    }

    /// Whether every language should have a work: without a source language each, with one what the source has.
    pub fn is_expected(&self, work: &Work) -> bool {
        match (&self.outside, self.source) {
            (Some(outside), _) => outside.contains(&work.id),
            (None, Some(source)) => work.edition(source).is_some(),
            (None, None) => true,
        }
    }

    /// How far an edition is behind the source, when its history is known.
    pub fn behind(&self, article: ArticleKey) -> Option<&Behind> {
        self.behind.get(&article)
    }

    /// Takes over what the history of the source knows.
    pub fn know_behind(&mut self, behind: BTreeMap<ArticleKey, Behind>) {
        self.behind = behind;
    }

    /// Takes over what is wrong with terms, by the position of the work.
    pub fn know_terms(&mut self, terms: BTreeMap<u32, Vec<TermFact>>) {
        self.terms = terms;
    }

    /// What is wrong with the terms of a work, when that was looked for.
    pub fn terms_of(&self, work: &Work) -> &[TermFact] {
        let mut articles = work
            .editions
            .iter()
            .flatten()
            .map(|edition| edition.article);
        let at = articles
            .next()
            .map(|article| self.of_article[article.index()]);
        at.and_then(|at| self.terms.get(&at))
            .map_or(&[], Vec::as_slice)
    }

    /// Takes over the names of the source's articles, which lie outside the site. Those that no language has are works too.
    pub fn know_source(&mut self, names: BTreeSet<ArticleId>) {
        let there: BTreeSet<&ArticleId> = self.works.iter().map(|work| &work.id).collect();
        let absent: Vec<ArticleId> = names
            .iter()
            .filter(|name| !there.contains(name))
            .cloned()
            .collect();
        self.works.extend(absent.into_iter().map(|id| Work {
            id,
            editions: vec![None; self.locales].into(),
            versions: Box::default(),
            newest: None,
            version_key: None,
        }));
        self.outside = Some(names);
    }

    /// Whether there is a source to compare with, in the site or outside.
    pub fn has_source(&self) -> bool {
        self.source.is_some() || self.outside.is_some()
    }

    /// Whether a language lacks a work that it should have.
    pub fn is_missing(&self, work: &Work, locale: LocaleIndex) -> bool {
        work.edition(locale).is_none() && self.is_expected(work)
    }

    /// Whether a language has a work that it should not: not in the source, or, without one, in no other language.
    pub fn is_extra(&self, work: &Work, locale: LocaleIndex) -> bool {
        work.edition(locale).is_some()
            && match (&self.outside, self.source) {
                (Some(_), _) => !self.is_expected(work),
                (None, Some(source)) => locale != source && !self.is_expected(work),
                (None, None) => self.locales > 1 && work.editions.iter().flatten().count() == 1,
            }
    }

    /// How an edition stands; `None` when there is none.
    pub fn state(&self, work: &Work, locale: LocaleIndex) -> Option<State> {
        let edition = work.edition(locale)?;
        if self.source == Some(locale) {
            return Some(State::Source);
        }
        if let Some(behind) = self.behind(edition.article) {
            return Some(match behind.commits {
                0 => State::Current,
                _ => State::Stale,
            });
        }
        Some(match (edition.version, work.newest) {
            (None, _) => State::Unversioned,
            (Some(_), None) => State::Unclear,
            (Some(version), Some(newest)) if version == newest => State::Current,
            (Some(_), Some(_)) => State::Stale,
        })
    }
}

impl Work {
    /// The edition in a locale.
    pub fn edition(&self, locale: LocaleIndex) -> Option<&Edition> {
        self.editions.get(locale.index())?.as_ref()
    }

    /// The locales whose edition was made from a version.
    pub fn locales_with(&self, version: usize) -> impl Iterator<Item = LocaleIndex> {
        (0u16..)
            .map(LocaleIndex)
            .zip(&self.editions)
            .filter(move |(_, edition)| {
                edition.is_some_and(|edition| edition.version == Some(version))
            })
            .map(|(locale, _)| locale)
    }

    /// The editions with their locales.
    pub fn iter<'s>(
        &'s self,
        site: &'s Site,
    ) -> impl Iterator<Item = (LocaleIndex, &'s Edition, &'s Article)> {
        (0u16..)
            .map(LocaleIndex)
            .zip(&self.editions)
            .filter_map(move |(locale, edition)| {
                let edition = edition.as_ref()?;
                Some((locale, edition, site.article(edition.article)))
            })
    }
}
