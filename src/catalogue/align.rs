//! Align: a heading has the same id in all languages, so that links to it hold wherever they are followed.
//!
//! The headings of a translation that has the same structure as the original (the same levels in the same order) take the
//! original's ids. Where the originals are elsewhere, the ids that most editions of the same source version agree on take
//! their place. What authors wrote stays, and so does the id that a heading would have had: as further ids of it.
//! Where structures differ nothing is claimed.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::model::{Aligned, ArticleKey, Entries, Heading, Outline, OutlineHeading, Slug, Value};
use crate::source::{FileId, LocaleIndex, Span};

use super::names::Names;
use super::{Draft, Mapper, expand};

/// Gives the headings of all editions the ids that they share.
pub(super) fn align(
    drafts: &mut [Draft],
    names: &Names,
    source: Option<LocaleIndex>,
    version_keys: &[String],
    mapper: &impl Mapper,
) {
    let works: Vec<&[Option<ArticleKey>]> = names.matrix.values().map(|work| &**work).collect();
    let outlines = mapper.map(works.len(), |at| {
        of_work(drafts, names, works[at], source, version_keys)
    });
    for (key, outline) in outlines.into_iter().flatten() {
        drafts[key.index()].outline = outline;
    }
}

/// The new outlines of one article's editions, where they change.
fn of_work(
    drafts: &[Draft],
    names: &Names,
    editions: &[Option<ArticleKey>],
    source: Option<LocaleIndex>,
    version_keys: &[String],
) -> Vec<(ArticleKey, Outline)> {
    let original = source.and_then(|source| editions[source.index()]);
    let edition = |key: ArticleKey| Edition {
        key,
        file: names.article(key).file,
        draft: &drafts[key.index()],
    };
    let editions: Vec<Edition<'_>> = editions.iter().flatten().copied().map(edition).collect();
    if editions.len() < 2 {
        return Vec::new();
    }
    let changed = |edition: &Edition<'_>, wanted: &[Option<Aligned>]| {
        let outline = take(edition, wanted)?;
        Some((edition.key, outline))
    };
    if let Some(original) = original.map(edition) {
        let shape = original.shape();
        let ids = original.ids();
        let others = editions.iter().filter(|other| other.key != original.key);
        return others
            .filter(|other| other.shape() == shape && !contradicts(other, &ids))
            .filter_map(|other| changed(other, &ids))
            .collect();
    }
    let mut groups: BTreeMap<(&str, Vec<u8>), Vec<&Edition<'_>>> = BTreeMap::new();
    for edition in &editions {
        if let Some(version) = edition.version(version_keys) {
            let group = groups.entry((version, edition.shape())).or_default();
            group.push(edition);
        }
    }
    let groups = groups.into_values().filter(|group| group.len() > 2);
    groups
        .flat_map(|group| {
            let ids = agreed(&group);
            let others = group.into_iter().filter(|other| !contradicts(other, &ids));
            others
                .filter_map(|other| changed(other, &ids))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// One edition of an article.
struct Edition<'d> {
    key: ArticleKey,
    file: FileId,
    draft: &'d Draft,
}

impl<'d> Edition<'d> {
    fn headings(&self) -> impl Iterator<Item = (&'d OutlineHeading, &'d Heading)> {
        let headings = self.draft.outline.headings.iter();
        headings.filter_map(|heading| Some((heading, self.draft.heading(self.file, heading)?)))
    }

    /// The levels of its headings.
    fn shape(&self) -> Vec<u8> {
        self.headings().map(|(_, written)| written.level).collect()
    }

    /// The id of each heading; an empty one stands for none.
    fn ids(&self) -> Vec<Option<Aligned>> {
        let id = |(heading, written): (&OutlineHeading, &Heading)| {
            let from = Span {
                file: heading.file,
                range: written.range,
            };
            (!heading.slug.as_str().is_empty()).then(|| Aligned {
                id: heading.slug.clone(),
                is_written: written.ids.iter().any(|id| id.value == heading.slug.0),
                from,
            })
        };
        self.headings().map(id).collect()
    }

    /// The version of the source that it was made from, by the first of the keys that it has.
    fn version(&self, keys: &[String]) -> Option<&'d str> {
        let merged = self.draft.metadata.merged.as_deref();
        let entries = merged.unwrap_or(&self.draft.document.front_matter.entries);
        keys.iter().find_map(|key| text_at(entries, key))
    }
}

/// The text at a key: spelt so, or a path of keys with dots between them.
fn text_at<'e>(entries: &'e Entries, key: &str) -> Option<&'e str> {
    let value = |key: &str| {
        let entry = entries.iter().find(|(name, _)| &**name == key);
        entry.map(|(_, value)| value)
    };
    if let Some(text) = value(key).and_then(Value::as_text) {
        return Some(text.trim()).filter(|text| !text.is_empty());
    }
    let (outer, inner) = key.split_once('.')?;
    match value(outer)? {
        Value::Map(entries) => text_at(entries, inner),
        _ => None,
    }
}

/// Whether an edition has one of the ids at another heading: then its headings are not those of the others.
fn contradicts(edition: &Edition<'_>, ids: &[Option<Aligned>]) -> bool {
    let places: HashMap<&str, usize> = ids
        .iter()
        .zip(0..)
        .filter_map(|(aligned, at)| Some((aligned.as_ref()?.id.as_str(), at)))
        .collect();
    edition.headings().zip(0..).any(|((_, written), at)| {
        let ids = written.ids.iter();
        ids.filter_map(|id| places.get(&*id.value))
            .any(|&place| place != at)
    })
}

/// The ids that most of some editions wrote at each heading.
fn agreed(group: &[&Edition<'_>]) -> Vec<Option<Aligned>> {
    let written: Vec<Vec<Option<Aligned>>> = group
        .iter()
        .map(|edition| {
            let ids = edition.ids().into_iter();
            ids.map(|aligned| aligned.filter(|aligned| aligned.is_written))
                .collect()
        })
        .collect();
    let headings = written.first().map_or(0, Vec::len);
    (0..headings)
        .map(|at| {
            let mut votes: BTreeMap<&str, (usize, &Aligned)> = BTreeMap::new();
            for aligned in written.iter().filter_map(|ids| ids[at].as_ref()) {
                votes.entry(aligned.id.as_str()).or_insert((0, aligned)).0 += 1;
            }
            let (_, (count, aligned)) = votes.into_iter().max_by_key(|(_, (count, _))| *count)?;
            (count * 2 > group.len()).then(|| aligned.clone())
        })
        .collect()
}

/// The outline with the ids that its headings lack; `None` when they lack none. An id that the author wrote elsewhere on the
/// page stays there.
fn take(edition: &Edition<'_>, wanted: &[Option<Aligned>]) -> Option<Outline> {
    let base = &edition.draft.outline;
    let lacks = |((_, written), wanted): &((&OutlineHeading, &Heading), &Option<Aligned>)| {
        let id = wanted.as_ref().map(|aligned| &aligned.id);
        id.is_some_and(|id| written.ids.iter().all(|own| own.value != id.0))
    };
    if !edition.headings().zip(wanted).any(|one| {
        lacks(&one)
            && one
                .1
                .as_ref()
                .is_some_and(|id| id.id != one.0.0.slug || id.is_written)
    }) {
        return None;
    }
    let written_ids: HashSet<&str> = edition
        .draft
        .documents()
        .flat_map(|document| &document.facts)
        .flat_map(|fact| expand::written(fact).map(|(id, _)| id))
        .collect();
    let mut anchors: BTreeMap<Slug, Span> = base
        .anchors
        .iter()
        .filter(|(slug, _)| written_ids.contains(slug.as_str()))
        .cloned()
        .collect();
    let place = |base: &OutlineHeading, written: &Heading| Span {
        file: base.file,
        range: written.range,
    };
    let aligned: Vec<Option<Aligned>> = edition
        .headings()
        .zip(wanted)
        .map(|one| {
            let ((base, written), wanted) = one;
            let aligned = wanted.clone().filter(|_| lacks(&one))?;
            if anchors.contains_key(&aligned.id) {
                return None;
            }
            anchors.insert(aligned.id.clone(), place(base, written));
            Some(aligned)
        })
        .collect();
    let headings: Vec<OutlineHeading> = edition
        .headings()
        .zip(aligned)
        .map(|((base, written), aligned)| {
            let own_is_written = written.ids.iter().any(|id| id.value == base.slug.0);
            let mut also = Vec::new();
            let slug = match &aligned {
                Some(aligned) if !own_is_written => {
                    if !anchors.contains_key(&base.slug) {
                        anchors.insert(base.slug.clone(), place(base, written));
                        also.push(base.slug.clone());
                    }
                    aligned.id.clone()
                }
                Some(aligned) => {
                    also.push(aligned.id.clone());
                    base.slug.clone()
                }
                None if own_is_written => base.slug.clone(),
                None => {
                    let slug = free(&base.slug, &anchors);
                    anchors.insert(slug.clone(), place(base, written));
                    slug
                }
            };
            OutlineHeading {
                slug,
                also: also.into(),
                aligned,
                file: base.file,
                fact: base.fact,
            }
        })
        .collect();
    Some(Outline {
        headings: headings.into(),
        anchors: anchors.into_iter().collect(),
        duplicates: base
            .duplicates
            .iter()
            .map(|(slug, later, earlier)| (slug.clone(), *later, *earlier))
            .collect(),
    })
}

/// The id, or one with a number behind it, that no other place of the page has.
fn free(slug: &Slug, anchors: &BTreeMap<Slug, Span>) -> Slug {
    let numbered = (1..).map(|number| Slug(format!("{slug}-{number}").into()));
    std::iter::once(slug.clone())
        .chain(numbered)
        .find(|slug| !anchors.contains_key(slug))
        .expect("there is no end of numbers")
}
