//! Which version each edition was made from, and which version is the newest.
//!
//! Front matter names the version by a hash or a commit, which has no order of its own. The days of hand-off give it one: a
//! version is as old as its first hand-off to any language; among equals the later last one is newer. Where days do not
//! decide, nothing is claimed.

use crate::config::LocalizationSettings;
use crate::model::{ArticleKey, Date, Entries, Site, Value};
use crate::source::LocaleIndex;

use super::dates::HandOff;
use super::renames::Group;
use super::{Edition, Work};

/// A version of the source that editions were made from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Version {
    /// What front matter calls it: a hash or a commit, in lower case.
    pub name: Box<str>,
    /// The first day on which it was handed off.
    pub first: Option<Date>,
    /// The last day on which it was handed off.
    pub last: Option<Date>,
}

/// What one article says of its version: its names by key of the settings.
#[derive(Debug)]
pub(super) struct Stamp {
    /// The name under each of the version keys.
    pub(super) names: Box<[Option<Box<str>>]>,
    /// When it was handed off.
    pub(super) hand_off: HandOff,
}

/// What every article says, by [`ArticleKey`]. What the source says of itself does not count.
pub(super) fn stamps(
    site: &Site,
    source: Option<LocaleIndex>,
    settings: &LocalizationSettings,
) -> Vec<Stamp> {
    let of = |article: &crate::model::Article| {
        let entries = article.entries();
        let name = |key: &String| {
            let text = lookup(entries, key)?.trim();
            (!text.is_empty() && source != Some(article.locale))
                .then(|| text.to_ascii_lowercase().into())
        };
        Stamp {
            names: settings.version_keys.iter().map(name).collect(),
            hand_off: HandOff::of(entries, &settings.date_keys),
        }
    };
    site.articles.iter().map(of).collect()
}

/// The text at a key: spelt so, or a path of keys with dots between them.
pub(super) fn lookup<'e>(entries: &'e Entries, key: &str) -> Option<&'e str> {
    let exact = |entries: &'e Entries, key: &str| {
        let found = entries.iter().rev().find(|(name, _)| &**name == key);
        found.map(|(_, value)| value)
    };
    if let Some(value) = exact(entries, key) {
        return value.as_text();
    }
    let (outer, inner) = key.split_once('.')?;
    match exact(entries, outer)? {
        Value::Map(entries) => lookup(entries, inner),
        _ => None,
    }
}

/// A work made of the articles of a group.
pub(super) fn work(
    site: &Site,
    source: Option<LocaleIndex>,
    stamps: &[Stamp],
    settings: &LocalizationSettings,
    group: Group,
) -> Work {
    let key = version_key(&group.articles, stamps, settings.version_keys.len());
    let mut versions: Vec<Version> = Vec::new();
    for &article in &group.articles {
        let stamp = &stamps[article.index()];
        let Some(name) = key.and_then(|key| stamp.names[key].as_ref()) else {
            continue;
        };
        let day = stamp.hand_off.day;
        match versions.iter_mut().find(|version| version.name == *name) {
            Some(version) => {
                version.first = [version.first, day].into_iter().flatten().min();
                version.last = version.last.max(day);
            }
            None => versions.push(Version {
                name: name.clone(),
                first: day,
                last: day,
            }),
        }
    }
    versions.sort_by(|a, b| (a.first, a.last, &a.name).cmp(&(b.first, b.last, &b.name)));
    let newest = newest(&versions);
    let mut editions = vec![None; site.locales.len()];
    for &article in &group.articles {
        let name = key.and_then(|key| stamps[article.index()].names[key].as_ref());
        let version = versions
            .iter()
            .position(|version| Some(&version.name) == name);
        let written = site.article(article);
        editions[written.locale.index()] = Some(Edition {
            article,
            version: version.filter(|_| source != Some(written.locale)),
            is_renamed: written.id != group.id,
        });
    }
    Work {
        id: group.id,
        editions: editions.into(),
        versions: versions.into(),
        newest,
        version_key: key,
    }
}

/// The key that most editions have; the first of equals. Names of different keys cannot be compared.
fn version_key(articles: &[ArticleKey], stamps: &[Stamp], keys: usize) -> Option<usize> {
    let count = |key: usize| {
        let has = |article: &&ArticleKey| stamps[article.index()].names[key].is_some();
        articles.iter().filter(has).count()
    };
    // `max_by_key` takes the last of equals.
    let best = (0..keys).rev().max_by_key(|&key| count(key))?;
    (count(best) > 0).then_some(best)
}

/// The last of versions in order, when its days are really later than those of all others, and all have days.
fn newest(versions: &[Version]) -> Option<usize> {
    let (last, others) = versions.split_last()?;
    let days = |version: &Version| (version.first, version.last);
    let is_sure = others
        .iter()
        .all(|other| other.first.is_some() && days(other) < days(last));
    is_sure.then_some(others.len())
}
