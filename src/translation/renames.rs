//! Articles that have one name in some languages and another in others: recognised by an equal hash of their source.
//!
//! Two names are one work when an edition under one has the same content hash as an edition under the other, and no language
//! has both. A commit is no such sign: many articles share one.

use std::collections::BTreeMap;

use crate::config::LocalizationSettings;
use crate::model::{ArticleId, ArticleKey, Date, Site};
use crate::source::LocaleIndex;

use super::versions::Stamp;

/// The articles that are editions of one work.
#[derive(Debug)]
pub(super) struct Group {
    /// The work's name.
    pub(super) id: ArticleId,
    /// Its editions, in the order of locales.
    pub(super) articles: Vec<ArticleKey>,
}

/// All works, sorted by name.
pub(super) fn groups(
    site: &Site,
    source: Option<LocaleIndex>,
    stamps: &[Stamp],
    settings: &LocalizationSettings,
) -> Vec<Group> {
    let ids: Vec<&ArticleId> = site.matrix.keys().collect();
    let mut groups: Vec<Vec<ArticleKey>> = site
        .matrix
        .values()
        .map(|editions| editions.iter().flatten().copied().collect())
        .collect();
    // Which names a hash stands under. Only names that some language lacks can be one work with another.
    let mut by_hash: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let hashes: Vec<usize> = (0..settings.version_keys.len())
        .filter(|&key| settings.hash_keys.contains(&settings.version_keys[key]))
        .collect();
    for (at, articles) in groups.iter().enumerate() {
        if articles.len() == site.locales.len() {
            continue;
        }
        for article in articles {
            for &key in &hashes {
                if let Some(hash) = &stamps[article.index()].names[key] {
                    let names = by_hash.entry(hash).or_default();
                    if names.last() != Some(&at) {
                        names.push(at);
                    }
                }
            }
        }
    }
    // Every name knows the group it has gone into.
    let mut gone_into: Vec<usize> = (0..groups.len()).collect();
    let mut names_of: Vec<Vec<usize>> = (0..groups.len()).map(|at| vec![at]).collect();
    for names in by_hash.values().filter(|names| names.len() > 1) {
        for (nth, &one) in names.iter().enumerate() {
            for &other in &names[nth + 1..] {
                let (into, from) = (gone_into[one], gone_into[other]);
                if into == from || !are_disjoint(site, &groups[into], &groups[from]) {
                    continue;
                }
                let moved = std::mem::take(&mut groups[from]);
                groups[into].extend(moved);
                let moved = std::mem::take(&mut names_of[from]);
                for &name in &moved {
                    gone_into[name] = into;
                }
                names_of[into].extend(moved);
            }
        }
    }
    let mut result: Vec<Group> = groups
        .into_iter()
        .zip(names_of)
        .filter(|(articles, _)| !articles.is_empty())
        .map(|(mut articles, names)| {
            articles.sort_unstable();
            let id = match names[..] {
                [name] => ids[name].clone(),
                _ => newest_name(site, source, stamps, &articles),
            };
            Group { id, articles }
        })
        .collect();
    result.sort_by(|a, b| a.id.cmp(&b.id));
    result
}

fn are_disjoint(site: &Site, one: &[ArticleKey], other: &[ArticleKey]) -> bool {
    let locale = |key: &ArticleKey| site.article(*key).locale;
    one.iter()
        .all(|a| other.iter().all(|b| locale(a) != locale(b)))
}

/// The name in the source language; else the one that was handed off last; else the one most languages have.
fn newest_name(
    site: &Site,
    source: Option<LocaleIndex>,
    stamps: &[Stamp],
    articles: &[ArticleKey],
) -> ArticleId {
    let mut names: BTreeMap<&ArticleId, (bool, Option<Date>, usize)> = BTreeMap::new();
    for &key in articles {
        let article = site.article(key);
        let (in_source, last, count) = names.entry(&article.id).or_default();
        *in_source |= source == Some(article.locale);
        *last = (*last).max(stamps[key.index()].hand_off.day);
        *count += 1;
    }
    let newest = names.into_iter().rev().max_by_key(|(_, rank)| *rank);
    newest.expect("a group has editions").0.clone()
}
