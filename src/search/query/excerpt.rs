//! What a document says around the words that were searched.

use crate::search::fold::{category, fold};
use crate::search::tokens::{Kind, tokens};
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

/// Characters of an excerpt.
const LENGTH: usize = 160;

/// Characters before the first word that was searched.
const BEFORE: usize = 40;

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it is a word that was searched.
    pub mark: bool,
}

/// Pieces in order.
pub type Excerpt = Vec<Piece>;

/// The part of a text with the most of the words, which are sorted.
pub(super) fn excerpt(text: &str, words: &[String]) -> Excerpt {
    let letters: Vec<char> = text
        .chars()
        .map(|letter| if letter == '\n' { ' ' } else { letter })
        .collect();
    let marks = marks(&letters, words);
    let mut best = (0, 0);
    for (at, mark) in marks.iter().enumerate() {
        let mut inside: Vec<&str> = marks[at..]
            .iter()
            .take_while(|other| other.end <= mark.start + LENGTH - BEFORE)
            .map(|other| other.word.as_str())
            .collect();
        inside.sort_unstable();
        inside.dedup();
        if inside.len() > best.0 {
            best = (inside.len(), mark.start);
        }
    }
    let start = if best.1 <= BEFORE {
        0
    } else {
        word_start(&letters, best.1 - BEFORE, best.1)
    };
    let end = (start + LENGTH).min(letters.len());
    let end = if end == letters.len() {
        end
    } else {
        word_end(&letters, start, end)
    };
    let mut pieces = Vec::new();
    let mut push = |range: &[char], mark: bool| {
        if !range.is_empty() {
            pieces.push(Piece {
                text: range.iter().collect(),
                mark,
            });
        }
    };
    if start > 0 {
        push(&['…'], false);
    }
    let mut at = start;
    for mark in marks
        .iter()
        .filter(|mark| mark.start >= start && mark.end <= end)
    {
        push(&letters[at..mark.start], false);
        push(&letters[mark.start..mark.end], true);
        at = mark.end;
    }
    push(&letters[at..end], false);
    if end < letters.len() {
        push(&['…'], false);
    }
    pieces
}

/// The first beginning of a word from a place on, not behind another place.
fn word_start(letters: &[char], from: usize, most: usize) -> usize {
    let blank = letters[from..most]
        .iter()
        .position(|letter| letter.is_whitespace());
    blank.map_or(from, |at| from + at + 1)
}

/// The last end of a word before a place, in the last quarter at least.
fn word_end(letters: &[char], start: usize, end: usize) -> usize {
    let least = start + (end - start) * 3 / 4;
    let blank = letters[least..end]
        .iter()
        .rposition(|letter| letter.is_whitespace());
    blank.map_or(end, |at| least + at)
}

struct Mark {
    start: usize,
    end: usize,
    word: String,
}

/// Where the words stand: whole words, or single pairs of characters in scripts without blanks, joined.
fn marks(letters: &[char], words: &[String]) -> Vec<Mark> {
    let is_searched = |word: &String| words.binary_search(word).is_ok();
    let mut marks: Vec<Mark> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let length = letters[at..]
            .iter()
            .take_while(|&&letter| is_inside(letter))
            .count();
        if length == 0 {
            at += 1;
            continue;
        }
        let run = &letters[at..at + length];
        let mut found = Vec::new();
        tokens(&fold(&run.iter().collect::<String>()), &mut found);
        if found.iter().any(|token| token.kind == Kind::Pair) {
            for place in 0..length {
                let pair = &run[place..(place + 2).min(length)];
                let folded = fold(&pair.iter().collect::<String>());
                if is_searched(&folded) {
                    let (start, end) = (at + place, at + place + pair.len());
                    match marks.last_mut() {
                        Some(last) if last.end >= start => {
                            last.end = end;
                            last.word.push_str(&folded);
                        }
                        _ => marks.push(Mark {
                            start,
                            end,
                            word: folded,
                        }),
                    }
                }
            }
        } else if let Some(token) = found.iter().find(|token| is_searched(&token.text)) {
            marks.push(Mark {
                start: at,
                end: at + length,
                word: token.text.clone(),
            });
        }
        at += length;
    }
    marks
}

/// A letter, digit or mark, or what readers do not see inside of a word.
fn is_inside(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric();
    }
    let category = category(letter);
    GeneralCategoryGroup::Letter.contains(category)
        || GeneralCategoryGroup::Number.contains(category)
        || GeneralCategoryGroup::Mark.contains(category)
        || category == GeneralCategory::Format
}
