//! Scores. All numbers are whole and stay below 2^53, so that JavaScript computes the same.
//!
//! A word's share in a document's score is its rarity times how much of it there is: title and heading count more than text,
//! text counts less in long documents (BM25F). Words that stand as near to each other as in the query add to it; a document
//! that lacks words loses more than their share.

use std::collections::{BTreeMap, BTreeSet};

use super::parse::Query;
use super::phrase::{Held, held};
use super::sought::{Phrase, Sought, Tier, Unit};
use super::{Asked, FacetCount, Index, SearchError};
use crate::search::collect::fields;
use crate::search::fold::fold;
use crate::search::layout::DocumentFacts;
use crate::search::read::Hit;

/// How a score came about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explained {
    /// The document.
    pub number: u32,
    /// The score.
    pub score: u64,
    /// What the words of the query gave.
    pub reasons: Vec<Reason>,
    /// What their nearness to each other gave.
    pub nearness: u64,
    /// What it gave that all of them stand in the title or heading.
    pub title: u64,
    /// How much of the query is there, of 256.
    pub coverage: u64,
    /// What metadata made of it, in percent.
    pub boost: u64,
}

/// What one word of the query gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The word of the query.
    pub word: String,
    /// The words of the index that answered.
    pub answered: Vec<(String, &'static str)>,
    /// How rare it is: 256 for each halving.
    pub rarity: u64,
    /// Where it stands: `title`, `heading`, `above`, `text`.
    pub places: Vec<&'static str>,
    /// What it gave.
    pub score: u64,
}

/// What was found, best first.
pub(super) struct Ranked {
    pub(super) documents: Vec<Explained>,
    /// Of these only their pages can tell whether they hold a phrase.
    pub(super) doubtful: BTreeSet<u32>,
    pub(super) facets: Vec<(String, Vec<FacetCount>)>,
}

/// Weights of the fields, of 64.
const TITLE: u64 = 640;
const HEADING: u64 = 256;
const ABOVE: u64 = 64;
const BODY: u64 = 64;

/// Half of what a word can give is reached at this weight.
const HALF: u64 = 80;

/// Least rarity: no word is worth nothing.
const LEAST_RARITY: u64 = 24;

/// A unit's hits in one document.
struct UnitHit {
    weight: u64,
    quality: u64,
    /// The quality of what stands in title or heading.
    in_title: u64,
    fields: u8,
    places: Vec<u32>,
    lists: Vec<usize>,
}

/// All hits of a unit, by document.
type UnitHits = BTreeMap<u32, UnitHit>;

impl Index<'_> {
    /// Gives every document that answers its score.
    pub(super) fn rank(
        &mut self,
        query: &Query,
        sought: &Sought,
        asked: &Asked<'_>,
    ) -> Result<Ranked, SearchError> {
        let facts: BTreeMap<u32, DocumentFacts> = self
            .manifest
            .documents
            .iter()
            .filter(|facts| asked.fallback || !facts.fallback)
            .map(|facts| (facts.number, *facts))
            .collect();
        let count = self.manifest.documents.len() as u64;
        let average = (self.manifest.words / count.max(1)).max(1);
        let units: Vec<Weighed<'_>> = sought
            .units
            .iter()
            .filter(|unit| !unit.lists.is_empty())
            .map(|unit| Weighed::of(unit, &facts, average, count))
            .collect();
        let mut found = score_all(&units, &facts);
        if units.is_empty()
            && sought.units.is_empty()
            && !(query.filters.is_empty() && asked.filters.is_empty())
        {
            found = facts.values().map(unasked).collect();
        }
        let mut doubtful = BTreeSet::new();
        found.retain(|explained| {
            let held = |phrases: &[Phrase]| -> Vec<Held> {
                let phrases = phrases.iter();
                phrases
                    .map(|phrase| held(phrase, explained.number))
                    .collect()
            };
            let (wanted, unwanted) = (held(&sought.phrases), held(&sought.unwanted));
            if wanted.contains(&Held::No) || unwanted.contains(&Held::Yes) {
                return false;
            }
            if wanted.contains(&Held::Maybe) || unwanted.contains(&Held::Maybe) {
                doubtful.insert(explained.number);
            }
            true
        });
        let facets = self.sift(query, asked, &mut found)?;
        found.sort_unstable_by(|one, other| {
            other
                .score
                .cmp(&one.score)
                .then(one.number.cmp(&other.number))
        });
        Ok(Ranked {
            documents: found,
            doubtful,
            facets,
        })
    }

    /// Leaves out what the filters leave out, and counts values.
    fn sift(
        &mut self,
        query: &Query,
        asked: &Asked<'_>,
        found: &mut Vec<Explained>,
    ) -> Result<Vec<(String, Vec<FacetCount>)>, SearchError> {
        let keys: Vec<String> = self
            .manifest
            .facets
            .iter()
            .map(|(key, _)| key.clone())
            .collect();
        let mut facets = Vec::new();
        let mut passed: Vec<Vec<bool>> = Vec::new();
        for (at, key) in keys.iter().enumerate() {
            let facet = self.facet(at)?;
            let in_query = query.filters.iter().filter(|(other, _)| other == key);
            let beside = asked.filters.get(key).into_iter().flatten();
            let wanted: Vec<String> = in_query
                .map(|(_, value)| fold(value))
                .chain(beside.map(|value| fold(value)))
                .collect();
            let lists: Vec<&Vec<u32>> = facet
                .iter()
                .filter(|(value, _)| wanted.contains(&fold(value)))
                .map(|(_, numbers)| numbers)
                .collect();
            let passes = |number: u32| {
                wanted.is_empty()
                    || lists
                        .iter()
                        .any(|numbers| numbers.binary_search(&number).is_ok())
            };
            passed.push(
                found
                    .iter()
                    .map(|explained| passes(explained.number))
                    .collect(),
            );
            facets.push(facet);
        }
        // A filter for a key that the index lacks finds nothing.
        if asked
            .filters
            .iter()
            .any(|(key, values)| !values.is_empty() && !keys.contains(key))
        {
            found.clear();
            passed.iter_mut().for_each(Vec::clear);
        }
        let mut counted = Vec::new();
        for (at, (key, facet)) in keys.iter().zip(&facets).enumerate() {
            let others = |row: usize| {
                passed
                    .iter()
                    .enumerate()
                    .all(|(other, passed)| other == at || passed[row])
            };
            let mut numbers: Vec<u32> = found
                .iter()
                .enumerate()
                .filter(|(row, _)| others(*row))
                .map(|(_, explained)| explained.number)
                .collect();
            numbers.sort_unstable();
            let counts = facet.iter().map(|(value, own)| FacetCount {
                value: value.clone(),
                count: own
                    .iter()
                    .filter(|number| numbers.binary_search(number).is_ok())
                    .count(),
            });
            let mut counts: Vec<FacetCount> = counts.filter(|count| count.count > 0).collect();
            counts.sort_by(|one, other| {
                other
                    .count
                    .cmp(&one.count)
                    .then_with(|| one.value.cmp(&other.value))
            });
            counted.push((key.clone(), counts));
        }
        let mut row = 0;
        found.retain(|_| {
            row += 1;
            passed.iter().all(|passed| passed[row - 1])
        });
        Ok(counted)
    }
}

/// A document of a query that asks for no word.
fn unasked(facts: &DocumentFacts) -> Explained {
    Explained {
        number: facts.number,
        score: u64::from(facts.boost),
        boost: u64::from(facts.boost),
        coverage: 256,
        ..Explained::default()
    }
}

/// A unit with its rarity and its hits.
struct Weighed<'u> {
    unit: &'u Unit,
    rarity: u64,
    hits: UnitHits,
}

impl<'u> Weighed<'u> {
    fn of(unit: &'u Unit, facts: &BTreeMap<u32, DocumentFacts>, average: u64, count: u64) -> Self {
        let mut hits: UnitHits = BTreeMap::new();
        for (at, list) in unit.lists.iter().enumerate() {
            let quality = u64::from(list.tier.quality());
            for hit in list.hits.iter() {
                let Some(facts) = facts.get(&hit.number) else {
                    continue;
                };
                let weight = weight(hit, *facts, average) * quality / 256;
                let all = hits.entry(hit.number).or_insert_with(|| UnitHit {
                    weight: 0,
                    quality: 0,
                    in_title: 0,
                    fields: 0,
                    places: Vec::new(),
                    lists: Vec::new(),
                });
                all.weight += weight;
                all.quality = all.quality.max(quality);
                if hit.fields & (fields::TITLE | fields::HEADING) != 0 {
                    all.in_title = all.in_title.max(quality);
                }
                all.fields |= hit.fields;
                all.places.extend(&hit.places);
                all.lists.push(at);
            }
        }
        for hit in hits.values_mut() {
            hit.places.sort_unstable();
        }
        // The rarity is that of the best answers: a rare longer word is not worth more than the word itself.
        let best = hits.values().map(|hit| hit.quality).max().unwrap_or(0);
        let best = if best >= u64::from(Tier::Stem.quality()) {
            u64::from(Tier::Stem.quality())
        } else {
            best
        };
        let documents = hits.values().filter(|hit| hit.quality >= best).count() as u64;
        Self {
            unit,
            rarity: rarity(count, documents),
            hits,
        }
    }
}

/// How much of a word there is in a document, of 64.
fn weight(hit: &Hit, facts: DocumentFacts, average: u64) -> u64 {
    let title = u64::from(facts.title) + 2;
    let mut weight = 0;
    if hit.fields & fields::TITLE != 0 {
        weight += TITLE * 8 / title;
    }
    if hit.fields & fields::HEADING != 0 {
        weight += HEADING * 8 / title;
    }
    if hit.fields & fields::ABOVE != 0 {
        weight += ABOVE;
    }
    if hit.fields & fields::BODY != 0 {
        let length = u64::from(facts.length);
        weight += BODY * u64::from(hit.body) * 4 * average / (average + 3 * length).max(1);
    }
    weight
}

/// How rare a word is: 256 times the binary logarithm of how many documents there are for one that holds it.
fn rarity(count: u64, documents: u64) -> u64 {
    logarithm(2 * count + 2)
        .saturating_sub(logarithm(2 * documents + 1))
        .max(LEAST_RARITY)
}

/// 256 times the binary logarithm of a number below 2^32, rounded down.
fn logarithm(value: u64) -> u64 {
    let whole = u64::from(value.max(1).ilog2());
    let mut rest = (value << 16) >> whole;
    let mut digits = 0;
    for _ in 0..8 {
        rest = (rest * rest) >> 16;
        digits <<= 1;
        if rest >= 1 << 17 {
            rest >>= 1;
            digits |= 1;
        }
    }
    whole * 256 + digits
}

/// The scores of all documents that hold enough of the query.
fn score_all(units: &[Weighed<'_>], facts: &BTreeMap<u32, DocumentFacts>) -> Vec<Explained> {
    let total: u64 = units
        .iter()
        .filter(|unit| unit.unit.counts)
        .map(|unit| unit.rarity)
        .sum();
    let mut numbers: Vec<u32> = units
        .iter()
        .flat_map(|unit| unit.hits.keys().copied())
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    let coverage = |number: u32| {
        let there = units
            .iter()
            .filter(|unit| unit.unit.counts && unit.hits.contains_key(&number));
        there.map(|unit| unit.rarity).sum::<u64>() * 256 / total.max(1)
    };
    let covered: Vec<(u32, u64)> = numbers
        .into_iter()
        .map(|number| (number, coverage(number)))
        .collect();
    let best = covered
        .iter()
        .map(|(_, coverage)| *coverage)
        .max()
        .unwrap_or(0);
    covered
        .into_iter()
        // Documents with much less of the query than the best are none of the results.
        .filter(|(_, coverage)| coverage * 5 >= best * 3)
        .map(|(number, coverage)| score(units, &facts[&number], coverage))
        .collect()
}

fn score(units: &[Weighed<'_>], facts: &DocumentFacts, coverage: u64) -> Explained {
    let mut explained = Explained {
        number: facts.number,
        coverage,
        boost: u64::from(facts.boost),
        ..Explained::default()
    };
    let mut before: Option<(&Weighed<'_>, &UnitHit)> = None;
    let (mut in_title, mut titled, mut counting) = (0, 0, 0);
    for unit in units {
        counting += u64::from(unit.unit.counts);
        let Some(hit) = unit.hits.get(&facts.number) else {
            continue;
        };
        let score = unit.rarity * (1024 * hit.weight / (hit.weight + HALF)) * hit.quality / 65_536;
        explained.reasons.push(reason(unit, hit, score));
        if !unit.unit.counts {
            continue;
        }
        in_title += u64::from(hit.in_title > 0);
        titled += unit.rarity * hit.in_title * hit.in_title / 65_536;
        if hit.places.is_empty() {
            continue;
        }
        if let Some((other, other_hit)) = before {
            explained.nearness += nearness(other, other_hit, unit, hit);
        }
        before = Some((unit, hit));
    }
    if in_title == counting && counting > 0 {
        let length = u64::from(facts.title).max(1);
        explained.title = titled * 4 * counting.min(length) / counting.max(length);
    }
    let words: u64 = explained.reasons.iter().map(|reason| reason.score).sum();
    let sum = words + explained.nearness + explained.title;
    explained.score = (sum * coverage * coverage / 65_536) * explained.boost / 100;
    explained
}

/// What two words of the query that follow each other give: the more, the nearer they stand as the query has them.
fn nearness(one: &Weighed<'_>, one_hit: &UnitHit, other: &Weighed<'_>, other_hit: &UnitHit) -> u64 {
    let wanted = i64::from(other.unit.place) - i64::from(one.unit.place);
    let mut least = i64::MAX;
    let mut start = 0;
    for &place in &one_hit.places {
        let aim = i64::from(place) + wanted;
        // The places on both sides of where the other word should stand.
        while start < other_hit.places.len() && i64::from(other_hit.places[start]) < aim {
            start += 1;
        }
        for &near in
            &other_hit.places[start.saturating_sub(1)..(start + 1).min(other_hit.places.len())]
        {
            least = least.min((i64::from(near) - aim).abs());
        }
    }
    let share = match least {
        0 => 8,
        1 => 5,
        2..=3 => 4,
        4..=7 => 2,
        8..=15 => 1,
        _ => 0,
    };
    one.rarity.min(other.rarity) * share * 3 / 8
}

fn reason(unit: &Weighed<'_>, hit: &UnitHit, score: u64) -> Reason {
    let named = [
        (fields::TITLE, "title"),
        (fields::HEADING, "heading"),
        (fields::ABOVE, "above"),
        (fields::BODY, "text"),
    ];
    Reason {
        word: unit.unit.text.clone(),
        answered: hit
            .lists
            .iter()
            .map(|&at| {
                let list = &unit.unit.lists[at];
                let class = || format!("{}…", list.class);
                (list.form.clone().unwrap_or_else(class), list.tier.word())
            })
            .collect(),
        rarity: unit.rarity,
        places: named
            .iter()
            .filter(|(field, _)| hit.fields & field != 0)
            .map(|(_, name)| *name)
            .collect(),
        score,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_whole_numbers() {
        assert_eq!(logarithm(1), 0);
        assert_eq!(logarithm(2), 256);
        assert_eq!(logarithm(3), 405);
        assert_eq!(logarithm(1 << 20), 20 * 256);
        assert_eq!(rarity(2900, 1), 2795);
    }
}
