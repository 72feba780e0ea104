//! What a query came to: its words, each with the words of the index that answer it.

use std::rc::Rc;

use crate::search::read::{Hit, Key};

/// How a word of the index answers a word of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tier {
    /// It is the same.
    Exact,
    /// It has the same stem.
    Stem,
    /// It holds the word, in a language without blanks.
    Inner,
    /// It begins with the word.
    Prefix,
    /// The word begins with its stem, or has an article or preposition in front that stems keep.
    Stemlike,
    /// One letter differs.
    Typo,
    /// Two letters differ.
    Typos,
}

impl Tier {
    /// What a match is worth, of 256.
    pub(super) fn quality(self) -> u32 {
        match self {
            Self::Exact => 256,
            Self::Inner => 160,
            Self::Stem => 140,
            Self::Typo => 120,
            Self::Prefix => 112,
            Self::Stemlike => 104,
            Self::Typos => 72,
        }
    }

    /// Its name.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Stem => "stem",
            Self::Inner => "inner",
            Self::Prefix => "prefix",
            Self::Stemlike => "stem-like",
            Self::Typo => "one letter off",
            Self::Typos => "two letters off",
        }
    }
}

/// A word of the index that answers.
#[derive(Clone, Debug)]
pub(super) struct List {
    /// What it is called in its file.
    pub(super) key: Key,
    /// The word; another of its class may be known by its class alone.
    pub(super) form: Option<String>,
    /// Its class.
    pub(super) class: String,
    /// How it answers.
    pub(super) tier: Tier,
    /// The documents that hold it.
    pub(super) hits: Rc<[Hit]>,
}

/// A token of the query with all that answers it.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// The token.
    pub(super) text: String,
    /// Its place in the query.
    pub(super) place: u32,
    /// Whether it is of a script without blanks, or of Hangul.
    pub(super) is_pair: bool,
    /// Whether a document without it lacks something: wholes with signs only add to their parts.
    pub(super) counts: bool,
    /// The words that answer.
    pub(super) lists: Vec<List>,
    /// What was taken instead of a misspelt word.
    pub(super) corrected: Option<String>,
}

/// Tokens that must follow each other, or must not be there.
pub(super) type Phrase = Vec<Unit>;

/// What a query came to.
#[derive(Clone, Debug, Default)]
pub(super) struct Sought {
    /// What gives a score.
    pub(super) units: Vec<Unit>,
    /// What must be there as written.
    pub(super) phrases: Vec<Phrase>,
    /// What must not be there.
    pub(super) unwanted: Vec<Phrase>,
}

impl Sought {
    /// The query with misspelt words replaced; `None` when there are none.
    pub(super) fn corrected(&self, query: &str) -> Option<String> {
        let mut text = crate::search::fold::fold(query);
        let mut any = false;
        for unit in &self.units {
            if let Some(instead) = &unit.corrected {
                text = text.replacen(&unit.text, instead, 1);
                any = true;
            }
        }
        any.then(|| text.trim().to_owned())
    }

    /// All words of the index that answered, sorted.
    pub(super) fn words(&self) -> Vec<String> {
        let lists = self.units.iter().flat_map(|unit| &unit.lists);
        let mut words: Vec<String> = lists.filter_map(|list| list.form.clone()).collect();
        words.sort_unstable();
        words.dedup();
        words
    }
}
