//! Looking through the dictionary: a word itself, longer ones, kin, and the nearest to one that stands nowhere.

use std::cmp::Reverse;

use super::nearness::{distance, tolerance};
use super::sought::Tier;
use super::{Index, SearchError, part_of, parts_with};
use crate::search::read::Entry;

/// As many words answer a misspelt one.
pub(super) const MOST_NEAR: usize = 3;

/// As many files are looked through for words with a prefix.
pub(super) const MOST_PARTS: usize = 4;

/// As many letters may follow a stem.
const MOST_ENDING: usize = 6;

impl Index<'_> {
    /// The words of an entry's class that stand near it in the dictionary.
    pub(super) fn kin(&mut self, entry: &Entry) -> Result<Vec<String>, SearchError> {
        let Some(at) = part_of(&self.manifest.dictionary, &entry.form) else {
            return Ok(Vec::new());
        };
        let entries = self.dictionary_file(at)?;
        let kin = entries.iter().filter(|other| other.class == entry.class);
        Ok(kin.map(|other| other.form.clone()).collect())
    }

    /// The dictionary's entries of a word, one for each of its classes.
    pub(super) fn entries(&mut self, word: &str) -> Result<Vec<Entry>, SearchError> {
        let Some(at) = part_of(&self.manifest.dictionary, word) else {
            return Ok(Vec::new());
        };
        let entries = self.dictionary_file(at)?;
        Ok(entries
            .iter()
            .filter(|entry| entry.form == word)
            .cloned()
            .collect())
    }

    /// The most frequent words that begin with a word and are longer.
    pub(super) fn longer(&mut self, prefix: &str, most: usize) -> Result<Vec<Entry>, SearchError> {
        let mut found = Vec::new();
        for at in parts_with(&self.manifest.dictionary, prefix).take(MOST_PARTS) {
            let entries = self.dictionary_file(at)?;
            let longer = entries
                .iter()
                .filter(|entry| entry.form.starts_with(prefix) && entry.form != prefix);
            found.extend(longer.cloned());
        }
        by_frequency(&mut found);
        found.truncate(most);
        Ok(found)
    }

    /// The longest class that a word begins with, among the words beside it in the dictionary: what a stemmer would probably
    /// make of it.
    pub(super) fn class_within(&mut self, word: &str) -> Result<Option<Entry>, SearchError> {
        let Some(at) = part_of(&self.manifest.dictionary, word) else {
            return Ok(None);
        };
        let letters = word.chars().count();
        let mut best: Option<Entry> = None;
        for at in at..(at + 2).min(self.manifest.dictionary.len()) {
            let entries = self.dictionary_file(at)?;
            for entry in entries
                .iter()
                .filter(|entry| word.starts_with(&entry.class))
            {
                let length = entry.class.chars().count();
                let longer = best
                    .as_ref()
                    .is_none_or(|best| best.class.len() < entry.class.len());
                if length >= 3 && letters - length <= MOST_ENDING && longer {
                    best = Some(entry.clone());
                }
            }
        }
        Ok(best)
    }

    /// The words that are nearest to one that stands nowhere: those with its first letter, else any.
    pub(super) fn near(&mut self, word: &str) -> Result<(Vec<Entry>, Tier), SearchError> {
        let letters: Vec<char> = word.chars().collect();
        let most = tolerance(letters.len());
        let mut found: Vec<(usize, Entry)> = Vec::new();
        if most > 0 && !word.chars().any(|letter| letter.is_ascii_digit()) {
            let first: String = letters[..1].iter().collect();
            let own = parts_with(&self.manifest.dictionary, &first);
            for at in own.clone() {
                self.near_in(at, &letters, most, &mut found)?;
            }
            if found.is_empty() {
                let others = 0..self.manifest.dictionary.len();
                for at in others.filter(|at| !own.contains(at)) {
                    self.near_in(at, &letters, most, &mut found)?;
                }
            }
        }
        let least = found
            .iter()
            .map(|(distance, _)| *distance)
            .min()
            .unwrap_or(0);
        found.retain(|(distance, _)| *distance == least);
        let mut near: Vec<Entry> = found.into_iter().map(|(_, entry)| entry).collect();
        by_frequency(&mut near);
        near.truncate(MOST_NEAR);
        Ok((near, if least < 2 { Tier::Typo } else { Tier::Typos }))
    }

    fn near_in(
        &mut self,
        at: usize,
        letters: &[char],
        most: usize,
        found: &mut Vec<(usize, Entry)>,
    ) -> Result<(), SearchError> {
        let entries = self.dictionary_file(at)?;
        for entry in entries.iter() {
            // A character has two UTF-16 units and four bytes at most.
            if entry.form.len() + most * 4 < letters.len()
                || entry.form.len() > (letters.len() + most) * 4
            {
                continue;
            }
            let other: Vec<char> = entry.form.chars().collect();
            if let Some(distance) = distance(letters, &other, most) {
                found.push((distance, entry.clone()));
            }
        }
        Ok(())
    }
}

fn by_frequency(entries: &mut [Entry]) {
    entries.sort_by(|one, other| {
        (Reverse(one.documents), &one.form, &one.class).cmp(&(
            Reverse(other.documents),
            &other.form,
            &other.class,
        ))
    });
}
