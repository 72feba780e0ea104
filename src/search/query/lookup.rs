//! From a word of a query to the words of the index that it may mean: itself, others of its stem, longer ones, and, when it
//! stands nowhere, what it may be an inflection or a misspelling of.

use std::cmp::Reverse;
use std::rc::Rc;

use super::forms::{MOST_NEAR, MOST_PARTS};
use super::nearness::{variants, without_prefix};
use super::parse::{Item, Query};
use super::sought::{List, Phrase, Sought, Tier, Unit};
use super::{Index, SearchError, part_of, parts_with};
use crate::search::layout::{class_hash, form_hash};
use crate::search::read::{Entry, Form, Hit, Key};
use crate::search::tokens::{Kind, Token};

/// As many longer words answer an unfinished one.
const MOST_LONGER: usize = 8;

/// As many pairs answer a single character of a script without blanks.
const MOST_PAIRS: usize = 64;

impl Index<'_> {
    /// Finds what answers a query.
    pub(super) fn look_up(&mut self, query: &Query) -> Result<Sought, SearchError> {
        let mut sought = Sought::default();
        let mut place = 0;
        for item in &query.wanted {
            let units = if item.quoted {
                self.phrase(item, place)?
            } else {
                self.loose(item, place)?
            };
            place += item.places;
            if item.quoted {
                sought.phrases.push(units.clone());
            }
            sought.units.extend(units);
        }
        for item in &query.unwanted {
            sought.unwanted.push(self.phrase(item, 0)?);
        }
        // Articles and prepositions of one letter (`l'appel`) only add to the words beside them.
        let is_letter = |unit: &Unit| unit.text.chars().count() == 1 && !unit.is_pair;
        if sought
            .units
            .iter()
            .any(|unit| unit.counts && !is_letter(unit))
        {
            for unit in &mut sought.units {
                unit.counts &= !is_letter(unit);
            }
        }
        Ok(sought)
    }

    /// The tokens of a phrase: only the very words.
    fn phrase(&mut self, item: &Item, start: u32) -> Result<Phrase, SearchError> {
        let mut units = Vec::new();
        for token in &item.tokens {
            if token.kind == Kind::Inner {
                continue;
            }
            let mut unit = unit(token, start);
            unit.counts = true;
            if matches!(token.kind, Kind::Word | Kind::Whole) {
                for entry in self.entries(&token.text)? {
                    self.add_form(&mut unit, &entry, Tier::Exact)?;
                }
            } else {
                self.add_pair(&mut unit, &token.text, Tier::Exact)?;
            }
            units.push(unit);
        }
        Ok(units)
    }

    fn loose(&mut self, item: &Item, start: u32) -> Result<Vec<Unit>, SearchError> {
        let mut units = Vec::new();
        let last = item
            .tokens
            .iter()
            .map(|token| token.place)
            .max()
            .unwrap_or(0);
        let has_whole = item.tokens.iter().any(|token| token.kind == Kind::Whole);
        for (at, token) in item.tokens.iter().enumerate() {
            // Of a word with signs the whole is unfinished, not its parts.
            let part = token.kind == Kind::Word && has_whole;
            let at_end = token.place == last || token.kind == Kind::Whole;
            let unfinished = item.unfinished && at_end && !part;
            let mut unit = unit(token, start);
            match token.kind {
                Kind::Word => self.word(&mut unit, unfinished)?,
                Kind::Whole => {
                    unit.counts = false;
                    self.whole(&mut unit, unfinished)?;
                }
                Kind::Pair => self.pair(&mut unit)?,
                Kind::Hangul => {
                    let after = item.tokens[at + 1..].iter();
                    let inner: Vec<&Token> = after
                        .take_while(|token| token.kind == Kind::Inner)
                        .collect();
                    self.hangul(&mut unit, &inner)?;
                }
                Kind::Inner => continue,
            }
            units.push(unit);
        }
        Ok(units)
    }

    fn word(&mut self, unit: &mut Unit, unfinished: bool) -> Result<(), SearchError> {
        let text = unit.text.clone();
        for entry in self.entries(&text)? {
            self.add_class(unit, &entry, Tier::Exact, Tier::Stem)?;
        }
        let known = !unit.lists.is_empty();
        if known {
            // What stemmers leave: a preposition in front, written in one word with it.
            for bare in without_prefix(&text) {
                for entry in self.entries(&bare)? {
                    self.add_class(unit, &entry, Tier::Stemlike, Tier::Stemlike)?;
                }
            }
        }
        if known && (!unfinished || text.chars().count() == 1) {
            return Ok(());
        }
        for entry in self.longer(&text, MOST_LONGER)? {
            self.add_form(unit, &entry, Tier::Prefix)?;
        }
        if known || (unfinished && !unit.lists.is_empty()) {
            return Ok(());
        }
        for variant in variants(&text) {
            for entry in self.entries(&variant)? {
                self.add_class(unit, &entry, Tier::Stem, Tier::Stem)?;
            }
        }
        let stem = self.class_within(&text)?;
        if let Some(entry) = &stem {
            self.add_class(unit, entry, Tier::Stemlike, Tier::Stemlike)?;
        }
        let alone = unit.lists.is_empty();
        let (near, tier) = self.near(&text)?;
        for (at, entry) in near.iter().enumerate() {
            if at == 0
                && (alone
                    || (tier == Tier::Typo
                        && stem.as_ref().is_none_or(|stem| stem.class != entry.class)))
            {
                unit.corrected = Some(entry.form.clone());
            }
            self.add_form(unit, entry, tier)?;
            self.add_class(unit, entry, Tier::Typos, Tier::Typos)?;
        }
        Ok(())
    }

    fn whole(&mut self, unit: &mut Unit, unfinished: bool) -> Result<(), SearchError> {
        let text = unit.text.clone();
        for entry in self.entries(&text)? {
            self.add_form(unit, &entry, Tier::Exact)?;
        }
        if unit.lists.is_empty() && unfinished {
            for entry in self.longer(&text, MOST_NEAR)? {
                self.add_form(unit, &entry, Tier::Prefix)?;
            }
        }
        Ok(())
    }

    fn pair(&mut self, unit: &mut Unit) -> Result<(), SearchError> {
        let text = unit.text.clone();
        self.add_pair(unit, &text, Tier::Exact)?;
        if text.chars().count() == 1 {
            self.add_beginning(unit, &text, Tier::Inner)?;
        }
        Ok(())
    }

    fn hangul(&mut self, unit: &mut Unit, inner: &[&Token]) -> Result<(), SearchError> {
        let text = unit.text.clone();
        self.add_pair(unit, &text, Tier::Exact)?;
        if text.chars().count() == 1 {
            for entry in self.longer(&text, MOST_LONGER)? {
                self.add_form(unit, &entry, Tier::Prefix)?;
            }
            return self.add_beginning(unit, &text, Tier::Prefix);
        }
        let mut common: Option<Vec<Hit>> = None;
        for token in inner {
            let mut pair = self::unit(token, 0);
            self.add_pair(&mut pair, &token.text, Tier::Exact)?;
            let hits = pair.lists.first().map_or(&[][..], |list| &list.hits);
            common = Some(match common {
                None => hits.to_vec(),
                Some(common) => in_both(common, hits),
            });
        }
        if let Some(hits) = common.filter(|hits| !hits.is_empty()) {
            unit.lists.push(List {
                key: Key::Pair(String::new()),
                form: Some(text.clone()),
                class: text,
                tier: Tier::Inner,
                hits: hits.into(),
            });
        }
        Ok(())
    }

    /// Adds the class of an entry: its own word, and the others.
    fn add_class(
        &mut self,
        unit: &mut Unit,
        entry: &Entry,
        own: Tier,
        other: Tier,
    ) -> Result<(), SearchError> {
        let Some(at) = part_of(&self.manifest.postings, &entry.class) else {
            return Ok(());
        };
        let kin = self.kin(entry)?;
        let hash = class_hash(&entry.class);
        let forms = self.postings_file(at)?;
        for form in forms.iter() {
            let Key::Class {
                class,
                form: own_hash,
            } = form.key
            else {
                continue;
            };
            if class != hash {
                continue;
            }
            // A class with one word needs no hash to tell it.
            let is_own = own_hash.is_none_or(|own| own == form_hash(&entry.form));
            let name = if is_own {
                Some(entry.form.clone())
            } else {
                kin.iter()
                    .find(|kin| own_hash == Some(form_hash(kin)))
                    .cloned()
            };
            add(
                unit,
                form,
                name,
                &entry.class,
                if is_own { own } else { other },
            );
        }
        Ok(())
    }

    /// Adds one word of the dictionary.
    fn add_form(&mut self, unit: &mut Unit, entry: &Entry, tier: Tier) -> Result<(), SearchError> {
        let Some(at) = part_of(&self.manifest.postings, &entry.class) else {
            return Ok(());
        };
        let (hash, own) = (class_hash(&entry.class), form_hash(&entry.form));
        let forms = self.postings_file(at)?;
        let is_own = |key: &Key| matches!(key, Key::Class { class, form } if *class == hash && form.is_none_or(|form| form == own));
        for form in forms.iter().filter(|form| is_own(&form.key)) {
            add(unit, form, Some(entry.form.clone()), &entry.class, tier);
        }
        Ok(())
    }

    /// Adds a pair of characters, or a word that is its own class.
    fn add_pair(&mut self, unit: &mut Unit, pair: &str, tier: Tier) -> Result<(), SearchError> {
        let Some(at) = part_of(&self.manifest.postings, pair) else {
            return Ok(());
        };
        let hash = class_hash(pair);
        let forms = self.postings_file(at)?;
        let is_own = |key: &Key| match key {
            Key::Pair(other) => other == pair,
            Key::Class { class, form } => *class == hash && form.is_none(),
        };
        for form in forms.iter().filter(|form| is_own(&form.key)) {
            add(unit, form, Some(pair.to_owned()), pair, tier);
        }
        Ok(())
    }

    /// Adds all pairs that begin so.
    fn add_beginning(
        &mut self,
        unit: &mut Unit,
        prefix: &str,
        tier: Tier,
    ) -> Result<(), SearchError> {
        let mut found: Vec<(String, Form)> = Vec::new();
        for at in parts_with(&self.manifest.postings, prefix).take(MOST_PARTS) {
            for form in self.postings_file(at)?.iter() {
                if let Key::Pair(pair) = &form.key
                    && pair.starts_with(prefix)
                    && pair != prefix
                {
                    found.push((pair.clone(), form.clone()));
                }
            }
        }
        let key = |(pair, form): &(String, Form)| (Reverse(form.hits.len()), pair.clone());
        found.sort_by_cached_key(key);
        for (pair, form) in found.iter().take(MOST_PAIRS) {
            add(unit, form, Some(pair.clone()), pair, tier);
        }
        Ok(())
    }
}

fn unit(token: &Token, start: u32) -> Unit {
    Unit {
        text: token.text.clone(),
        place: start + token.place,
        is_pair: !matches!(token.kind, Kind::Word | Kind::Whole),
        counts: true,
        lists: Vec::new(),
        corrected: None,
    }
}

/// Adds the documents of a word, unless they are there under a better tier.
fn add(unit: &mut Unit, found: &Form, form: Option<String>, class: &str, tier: Tier) {
    let known = |list: &List| list.key == found.key && list.class == class;
    if !unit.lists.iter().any(known) {
        unit.lists.push(List {
            key: found.key.clone(),
            form,
            class: class.to_owned(),
            tier,
            hits: Rc::clone(&found.hits),
        });
    }
}

/// The documents of both, with what they have in common.
fn in_both(common: Vec<Hit>, hits: &[Hit]) -> Vec<Hit> {
    let mut both = Vec::new();
    for mut hit in common {
        let Ok(at) = hits.binary_search_by_key(&hit.number, |hit| hit.number) else {
            continue;
        };
        hit.fields &= hits[at].fields;
        hit.body = hit.body.min(hits[at].body);
        if hit.fields != 0 {
            both.push(hit);
        }
    }
    both
}
