//! Words made equal for others than the index: folded, or by what their forms have in common.

use super::fold::{fold, lower};
use super::stems::Stems;

/// The words of one language.
pub struct WordClasses {
    stems: Stems,
}

impl WordClasses {
    /// For the language of a tag (`fr`, `nb`).
    pub fn of(language: &str) -> Self {
        Self {
            stems: Stems::of(language),
        }
    }

    /// The text in lower case, without accents where readers take letters for equal without them.
    pub fn fold(text: &str) -> String {
        fold(text)
    }

    /// The folded stem of a word, or the folded word in a language without an algorithm.
    pub fn class(&self, word: &str) -> String {
        self.stems.class(&lower(word), &fold(word))
    }

    /// Whether the language has an algorithm.
    pub fn has_stems(&self) -> bool {
        self.stems.is_known()
    }
}
