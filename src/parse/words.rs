//! Counting words, in scripts with and without blanks between them.

use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;

use crate::model::Words;

/// Counts while text comes in pieces.
#[derive(Default)]
pub(super) struct Counter {
    count: u32,
    in_word: bool,
}

impl Counter {
    /// Counts a piece; it continues the word that the last one ended in.
    pub(super) fn add(&mut self, text: &str) {
        for letter in text.chars() {
            if letter.is_ascii() {
                let inside = letter.is_ascii_alphanumeric();
                self.count += u32::from(inside && !self.in_word);
                self.in_word = inside;
            } else if is_written_without_blanks(letter) {
                self.count += 1;
                self.in_word = false;
            } else if letter.is_alphanumeric() {
                self.count += u32::from(!self.in_word);
                self.in_word = true;
            } else if !is_mark(letter) {
                self.in_word = false;
            }
        }
    }

    /// Says that the next piece begins a new word.
    pub(super) fn pause(&mut self) {
        self.in_word = false;
    }

    /// What was counted.
    pub(super) fn words(&self) -> Words {
        Words { count: self.count }
    }
}

/// Han, Kana, Thai, Lao, Khmer and Burmese letters; not their marks, which belong to the letter before.
pub(super) fn is_written_without_blanks(letter: char) -> bool {
    let block = matches!(letter,
        '\u{0E00}'..='\u{0EFF}' // Thai, Lao
        | '\u{1000}'..='\u{109F}' // Burmese
        | '\u{1780}'..='\u{17FF}' // Khmer
        | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' // Kana and iteration marks
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' // Han
        | '\u{FF66}'..='\u{FF9D}'
        | '\u{20000}'..='\u{3FFFF}');
    block && letter.is_alphabetic() && !is_mark(letter)
}

/// A combining mark, or a joiner within a word.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{200C}' | '\u{200D}' | '\u{AD}')
        || matches!(
            CodePointMapData::<GeneralCategory>::new().get(letter),
            GeneralCategory::NonspacingMark
                | GeneralCategory::SpacingMark
                | GeneralCategory::EnclosingMark
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> u32 {
        let mut counter = Counter::default();
        counter.add(text);
        counter.words().count
    }

    #[test]
    fn words_are_counted_in_every_script() {
        assert_eq!(count("two words, and 4 – or 7"), 6);
        assert_eq!(count("été à l’école"), 4);
        assert_eq!(count("日本語 カナ"), 5);
        assert_eq!(count("हिन्दी भाषा"), 2);
        assert_eq!(count("ภาษา"), 4);
        assert_eq!(count(" … "), 0);
    }

    #[test]
    fn a_word_may_come_in_pieces() {
        let mut counter = Counter::default();
        for piece in ["un", "believ", "able"] {
            counter.add(piece);
        }
        counter.pause();
        counter.add("story");
        assert_eq!(counter.words().count, 2);
    }
}
