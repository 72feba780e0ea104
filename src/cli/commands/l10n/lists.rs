//! The articles behind the counts: what is missing, extra, out of date or renamed in one language, each with its reason.

use crate::model::Date;
use crate::source::LocaleIndex;
use crate::translation::{State, Work, days_between, weight};

use super::surveyed::Surveyed;

/// One article that somebody should look at.
#[derive(Debug)]
pub(super) struct Item {
    /// Why.
    pub(super) what: What,
    /// The work's name.
    pub(super) name: String,
    /// Its path in this language, or the path it would have.
    pub(super) path: String,
    /// Where it stands elsewhere, when that is another name.
    pub(super) elsewhere: Option<String>,
    /// When this edition was handed off.
    pub(super) handed_off: Option<Date>,
    /// When the newest version was handed off first.
    pub(super) newest: Option<Date>,
    /// The languages that have the newest version.
    pub(super) newest_in: Vec<LocaleIndex>,
    /// How many versions lie between.
    pub(super) versions_behind: usize,
    /// Commits that touched the source since, when its history is known.
    pub(super) commits_behind: u32,
    /// Words that these commits changed; for what is missing, the words of the source.
    pub(super) words: u32,
}

impl Item {
    /// Days from its own hand-off to the first of the newest version.
    pub(super) fn days_behind(&self) -> Option<i64> {
        Some(days_between(self.handed_off?, self.newest?))
    }
}

/// Why an article is in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Stale,
    Missing,
    Renamed,
    Extra,
    Unclear,
}

impl What {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Stale => "stale",
            Self::Missing => "missing",
            Self::Renamed => "renamed",
            Self::Extra => "extra",
            Self::Unclear => "unclear",
        }
    }
}

/// All that concerns a language, by path. An article can be both renamed and stale.
pub(super) fn items(surveyed: &Surveyed, locale: LocaleIndex) -> Vec<Item> {
    let mut items = Vec::new();
    let (site, translations) = (&surveyed.survey.site, &surveyed.survey.translations);
    for work in &translations.works {
        let mut add = |what| items.push(item(surveyed, locale, work, what));
        let Some(edition) = work.edition(locale) else {
            if translations.is_missing(work, locale) {
                add(What::Missing);
            }
            continue;
        };
        match translations.state(work, locale) {
            Some(State::Stale) => add(What::Stale),
            Some(State::Unclear) => add(What::Unclear),
            _ => {}
        }
        if edition.is_renamed {
            add(What::Renamed);
        }
        if translations.is_extra(work, locale) {
            add(What::Extra);
        }
    }
    debug_assert!(items.iter().all(|item| !item.path.is_empty()) || site.articles.is_empty());
    items.sort_by(|a, b| (&a.path, a.what).cmp(&(&b.path, b.what)));
    items
}

fn item(surveyed: &Surveyed, locale: LocaleIndex, work: &Work, what: What) -> Item {
    let (site, sources) = (&surveyed.survey.site, &surveyed.survey.sources);
    let edition = work.edition(locale);
    let article = edition.map(|edition| site.article(edition.article));
    let path = match article {
        Some(article) => sources.get(article.file).path.to_string(),
        None => format!("{}/{}.md", site.locales.get(locale).folder, work.id),
    };
    let version = edition.and_then(|edition| edition.version);
    let translations = &surveyed.survey.translations;
    let behind = edition.and_then(|edition| translations.behind(edition.article));
    let words = match (what, behind) {
        (What::Missing, _) => u32::try_from(weight(translations, site, work)).unwrap_or(u32::MAX),
        (What::Stale, Some(behind)) => behind.words,
        _ => 0,
    };
    let versions_behind = version
        .zip(work.newest)
        .map_or(0, |(own, newest)| newest.saturating_sub(own));
    // Behind the source only: then no language has the newest version.
    let newest_version = work
        .newest
        .filter(|_| versions_behind > 0 || edition.is_none());
    let newest = newest_version.map(|at| &work.versions[at]);
    Item {
        what,
        name: work.id.to_string(),
        path,
        elsewhere: edition
            .is_some_and(|edition| edition.is_renamed)
            .then(|| format!("{}.md", work.id)),
        handed_off: article.and_then(|article| {
            crate::translation::HandOff::of(
                article.entries(),
                &surveyed.settings.localization.date_keys,
            )
            .day
        }),
        newest: newest.and_then(|version| version.first),
        newest_in: newest_version
            .map(|newest| work.locales_with(newest).collect())
            .unwrap_or_default(),
        versions_behind,
        commits_behind: behind.map_or(0, |behind| behind.commits),
        words,
    }
}
