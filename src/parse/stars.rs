//! Stars that were meant as emphasis and are shown. Takes a piece of text with its place; gives a defect.
//!
//! It knows neither the language of the text nor what its author meant; it looks at what the stars touch.

use std::ops::Range;

use crate::model::{Defect, DefectKind};
use crate::source::TextRange;

/// Emphasis that does not work: stars that stand as they would around emphasized words and are shown.
pub(super) fn literal_emphasis(text: &str, range: TextRange) -> Option<Defect> {
    // Only where text stands as in the source can a place in it be named.
    if text.len() != range.end as usize - range.start as usize {
        return None;
    }
    let mut from = 0;
    let mut before: Option<Range<usize>> = None;
    while let Some(found) = memchr::memmem::find(&text.as_bytes()[from..], b"**") {
        let start = from + found;
        let stars = text[start..].bytes().take_while(|&b| b == b'*').count();
        from = start + stars;
        if is_pattern(text, start, from) {
            continue;
        }
        // Two pairs of stars around words, whatever they touch: `** words **`.
        let pair = before
            .clone()
            .filter(|before| stars <= 3 && text[before.end..start].contains(char::is_alphabetic));
        let is_alone = stars <= 3 && stands_alone(text, start, from);
        if pair.is_some() || is_alone || touches_words(text, start, from) {
            let place = pair.unwrap_or(start..from);
            let offset = range.start as usize;
            return Some(Defect {
                kind: DefectKind::LiteralEmphasis,
                range: TextRange::new(offset + place.start, offset + place.end),
            });
        }
        if stars <= 3 {
            before = Some(start..from);
        }
    }
    None
}

/// Whether nothing else stands in a piece of text, because links or code are around the stars, or only a list mark that lost its
/// blank: `-** words`.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let is_listed =
        matches!(text[..start].trim(), "-" | "–" | "—") && !text[..start].ends_with(' ');
    text[..start].trim().is_empty() && text[end..].trim().is_empty()
        || is_listed && text[end..].starts_with(' ')
}

/// `src/**/*.md` and `**.md` are patterns, `2**8` is a power.
fn is_pattern(text: &str, start: usize, end: usize) -> bool {
    let is_part = |sign: char| matches!(sign, '/' | '\\' | '_' | '=') || sign.is_ascii_digit();
    let before = text[..start].chars().next_back();
    let mut behind = text[end..].chars();
    let after = behind.next();
    let is_ending = after == Some('.') && behind.next().is_some_and(char::is_alphanumeric);
    before.is_some_and(|sign| is_part(sign) || sign == '.')
        || after.is_some_and(is_part)
        || is_ending
}

/// Whether two or three stars touch what emphasis begins or ends with, or four stand between letters: emphasis of nothing.
/// More are the dots of a password.
fn touches_words(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    let is = |sign: Option<char>, what: fn(char) -> bool| sign.is_some_and(what);
    if end - start > 3 {
        let between = is(before, char::is_alphabetic) && is(after, char::is_alphabetic);
        return end - start == 4 && (between || matches!(before, Some('\u{A0}' | '\u{202F}')));
    }
    is(before, char::is_alphabetic)
        || is(after, char::is_alphabetic)
        || is(before, is_wide)
        || is(after, is_wide)
        || (is(before, closes) && !is(after, closes))
        || (is(after, opens) && !is(before, opens))
}

/// Blanks and punctuation that only translation puts beside stars: no-break blanks, signs of Chinese and Japanese.
fn is_wide(sign: char) -> bool {
    matches!(sign, '\u{A0}' | '\u{202F}' | '\u{3000}'..='\u{303F}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}')
}

fn closes(sign: char) -> bool {
    matches!(sign, ']' | ')' | '»' | '”' | '’' | '›')
}

fn opens(sign: char) -> bool {
    matches!(sign, '[' | '(' | '«' | '“' | '‘' | '„' | '‹')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::tests::kinds;

    #[test]
    fn stars_at_words_are_emphasis_that_failed_and_other_stars_are_not() {
        for failed in [
            "see **Settings ** now",
            "a **b",
            "密件抄送和****抄送",
            "「** Office 365 **」",
            "> ** [設定]** を",
            "sur **\u{a0}Enregistrer\u{a0}**.",
            "le profil**.",
            "-** 24 hours? ** 7",
            "-** 手順は次",
            "`a` ** `b`",
        ] {
            assert_eq!(kinds(failed), [DefectKind::LiteralEmphasis], "{failed}");
        }
        for other in [
            "src/**/*.md",
            "2**8",
            "x*****y",
            "(****)",
            "(**) note",
            "a ** b",
            "see **.md",
            "\\*\\*a",
            "`a**b`",
            "    a**b**",
        ] {
            assert_eq!(kinds(other), [], "{other}");
        }
    }
}
