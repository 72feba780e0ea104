//! Tokens: the words of a folded text with their places. The theme's `search-words.js` finds exactly the same.
//!
//! Letters and digits in a row are a word. Scripts written without blanks give pairs of characters; Hangul gives the word
//! and its pairs. What holds signs (`c#`, `.net`, `sign-in`, `user@example.org`) is a word of its own beside its parts.

use icu_properties::props::GeneralCategoryGroup;

use super::fold::category;

/// Longest word, in characters; what follows is left out.
pub(super) const LONGEST: usize = 64;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word of letters and digits.
    Word,
    /// A word of Hangul.
    Hangul,
    /// Two characters of a script written without blanks, or one that stands alone.
    Pair,
    /// Two characters of a Hangul word that has more.
    Inner,
    /// A word with its signs; its parts are tokens too.
    Whole,
}

/// A word and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// The word.
    pub(super) text: String,
    /// What it is.
    pub(super) kind: Kind,
    /// How many words stand before it; parts and wholes share places.
    pub(super) place: u32,
}

/// What a character is to the splitter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Word,
    Hangul,
    Unspaced,
    Sign,
    Blank,
}

/// The tokens of a folded text, and the number of places they take.
pub(super) fn tokens(folded: &str, into: &mut Vec<Token>) -> u32 {
    let letters: Vec<char> = folded.chars().collect();
    let classes: Vec<Class> = letters.iter().map(|&letter| class(letter)).collect();
    let mut place = 0;
    let mut at = 0;
    while at < letters.len() {
        let class = classes[at];
        let end = at
            + classes[at..]
                .iter()
                .take_while(|&&other| match class {
                    // Words and signs make one piece.
                    Class::Word | Class::Sign => matches!(other, Class::Word | Class::Sign),
                    class => other == class,
                })
                .count();
        let run = &letters[at..end];
        match class {
            Class::Word | Class::Sign => piece(run, &classes[at..end], &mut place, into),
            Class::Hangul => {
                push(run, Kind::Hangul, place, into);
                if run.len() > 2 {
                    for pair in run.windows(2) {
                        push(pair, Kind::Inner, place, into);
                    }
                }
                place += 1;
            }
            Class::Unspaced => {
                if let [single] = run {
                    push(&[*single], Kind::Pair, place, into);
                }
                for (pair, number) in run.windows(2).zip(0..) {
                    push(pair, Kind::Pair, place + number, into);
                }
                place += u32::try_from(run.len()).unwrap_or(u32::MAX / 2);
            }
            Class::Blank => {}
        }
        at = end;
    }
    place
}

/// Words and signs without a blank between them.
fn piece(letters: &[char], classes: &[Class], place: &mut u32, into: &mut Vec<Token>) {
    if let Some(whole) = whole(letters, classes) {
        push(whole, Kind::Whole, *place, into);
    }
    let mut at = 0;
    while at < letters.len() {
        let length = classes[at..]
            .iter()
            .take_while(|&&class| class == Class::Word)
            .count();
        if length > 0 {
            push(&letters[at..at + length], Kind::Word, *place, into);
            *place += 1;
        }
        at += length.max(1);
    }
}

/// The piece with the signs that belong to it; `None` when it is a word alone, or no word at all.
fn whole<'l>(letters: &'l [char], classes: &[Class]) -> Option<&'l [char]> {
    let first = classes.iter().position(|&class| class == Class::Word)?;
    let last = classes.iter().rposition(|&class| class == Class::Word)?;
    // `.net`: one point before a letter, when nothing else stands before.
    let dotted = first == 1 && letters[0] == '.' && !letters[1].is_ascii_digit();
    // `c#`, `c++`: at most two of one kind.
    let after = &letters[last + 1..];
    let tail = match after.first() {
        Some(&sign @ ('#' | '+')) => after
            .iter()
            .take(2)
            .take_while(|&&other| other == sign)
            .count(),
        _ => 0,
    };
    let start = if dotted { 0 } else { first };
    let end = last + 1 + tail;
    let has_sign = classes[start..end].contains(&Class::Sign);
    (has_sign && end - start <= LONGEST).then(|| &letters[start..end])
}

fn push(letters: &[char], kind: Kind, place: u32, into: &mut Vec<Token>) {
    into.push(Token {
        text: letters.iter().take(LONGEST).collect(),
        kind,
        place,
    });
}

fn class(letter: char) -> Class {
    match letter {
        'a'..='z' | '0'..='9' | 'A'..='Z' => Class::Word,
        '-' | '.' | '_' | '@' | '+' | '#' | '&' => Class::Sign,
        _ if letter.is_ascii() => Class::Blank,
        '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7A3}' => Class::Hangul,
        _ if is_unspaced(letter) => Class::Unspaced,
        _ => {
            let category = category(letter);
            let inside = GeneralCategoryGroup::Letter.contains(category)
                || GeneralCategoryGroup::Number.contains(category)
                || GeneralCategoryGroup::Mark.contains(category);
            if inside { Class::Word } else { Class::Blank }
        }
    }
}

/// Ranges of the scripts written without blanks between words, first and last.
pub(super) const UNSPACED: [(u32, u32); 27] = [
    // Thai
    (0x0E01, 0x0E3A),
    (0x0E40, 0x0E4E),
    // Lao
    (0x0E81, 0x0EBD),
    (0x0EC0, 0x0ECE),
    (0x0EDC, 0x0EDF),
    // Burmese
    (0x1000, 0x103F),
    (0x1050, 0x108F),
    (0x109A, 0x109D),
    (0xA9E0, 0xA9EF),
    (0xA9FA, 0xA9FE),
    (0xAA60, 0xAA7F),
    // Khmer
    (0x1780, 0x17D3),
    (0x17D7, 0x17D7),
    (0x17DC, 0x17DD),
    // Iteration marks and zero of Han; Kana
    (0x3005, 0x3007),
    (0x3021, 0x3029),
    (0x3038, 0x303C),
    (0x3041, 0x3096),
    (0x3099, 0x309A),
    (0x309D, 0x309F),
    (0x30A1, 0x30FA),
    (0x30FC, 0x30FF),
    (0x31F0, 0x31FF),
    // Han
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x1B000, 0x323AF),
];

fn is_unspaced(letter: char) -> bool {
    let code = u32::from(letter);
    // Emoji and other signs lie between the Kana and the Han of the later planes.
    let later = (0x1B170..0x20000).contains(&code);
    !later
        && UNSPACED
            .iter()
            .any(|&(first, last)| (first..=last).contains(&code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::fold::fold;

    fn words(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        tokens(&fold(text), &mut found);
        found
            .into_iter()
            .map(|token| format!("{}@{}", token.text, token.place))
            .collect()
    }

    #[test]
    fn words_with_signs_are_tokens_beside_their_parts() {
        assert_eq!(words("C#, c"), ["c#@0", "c@0", "c@1"]);
        assert_eq!(words("(.NET)."), [".net@0", "net@0"]);
        assert_eq!(words("C++."), ["c++@0", "c@0"]);
        assert_eq!(
            words("user@example.org"),
            ["user@example.org@0", "user@0", "example@1", "org@2"]
        );
        assert_eq!(words("sign-in"), ["sign-in@0", "sign@0", "in@1"]);
        assert_eq!(words("0x80070057 8000079"), ["0x80070057@0", "8000079@1"]);
        assert_eq!(words("wait... - end."), ["wait@0", "end@1"]);
        assert_eq!(words("a_b.txt"), ["a_b.txt@0", "a@0", "b@1", "txt@2"]);
    }

    #[test]
    fn scripts_without_blanks_give_pairs() {
        assert_eq!(words("一段简单"), ["一段@0", "段简@1", "简单@2"]);
        assert_eq!(words("字 C#の"), ["字@0", "c#@1", "c@1", "の@2"]);
        assert_eq!(
            words("서울은 서울"),
            ["서울은@0", "서울@0", "울은@0", "서울@1"]
        );
        assert_eq!(words("ไทย")[0], "ไท@0");
    }
}
