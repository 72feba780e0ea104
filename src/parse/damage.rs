//! What editors, copying and translation leave in a text: odd characters, and lists that became code.
//!
//! Takes a text, or a piece of one with its place; gives defects. Stars and links have files of their own.

use super::words::is_written_without_blanks;
use crate::markup::{Event, Located};
use crate::model::{Defect, DefectKind};
use crate::source::{Spanned, TextRange};

/// Most odd characters of a kind that are told of a text.
const MOST_CHARACTERS: usize = 1_000;

/// Odd characters of a whole text, all of a kind in one defect.
pub(super) fn characters(text: &str) -> Vec<Defect> {
    let bytes = text.as_bytes();
    let mut defects = Vec::new();
    defects.extend(mixed_line_ends(bytes));
    let (mut controls, mut directions) = (Vec::new(), Vec::new());
    for (at, &byte) in bytes.iter().enumerate() {
        if !SUSPECT[usize::from(byte)] {
            continue;
        }
        // A suspect byte begins a character, so the text may be cut there.
        let Some(letter) = text[at..].chars().next() else {
            break;
        };
        let range = TextRange::new(at, at + letter.len_utf8());
        let found = Spanned {
            value: letter,
            range,
        };
        if is_control(letter) && controls.len() < MOST_CHARACTERS {
            controls.push(found);
        } else if is_direction(letter) && directions.len() < MOST_CHARACTERS {
            directions.push(found);
        }
    }
    let mut tell = |found: Vec<Spanned<char>>, kind: fn(Box<[Spanned<char>]>) -> DefectKind| {
        if let Some(range) = found.first().map(|first| first.range) {
            let kind = kind(found.into());
            defects.push(Defect { kind, range });
        }
    };
    tell(controls, DefectKind::ControlCharacters);
    tell(directions, DefectKind::DirectionControls);
    defects
}

/// Bytes with which a character begins that may be a control character.
const SUSPECT: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 1;
    while byte < 0x20 {
        table[byte] = true;
        byte += 1;
    }
    table[b'\t' as usize] = false;
    table[b'\n' as usize] = false;
    table[b'\r' as usize] = false;
    table[0x7F] = true;
    table[0xC2] = true;
    table[0xE2] = true;
    table
};

/// C0 and C1 without what ends lines and without NUL, which has a defect of its own.
fn is_control(letter: char) -> bool {
    matches!(letter, '\u{1}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}')
}

/// Embeddings, overrides and isolates of the bidirectional algorithm; not the harmless marks U+200E and U+200F.
fn is_direction(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The first line end that is not like the one before.
fn mixed_line_ends(bytes: &[u8]) -> Option<Defect> {
    memchr::memchr(b'\r', bytes)?;
    let end_at = |at: usize| {
        if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
            2
        } else {
            1
        }
    };
    let mut first: Option<&[u8]> = None;
    let mut from = 0;
    while let Some(found) = memchr::memchr2(b'\r', b'\n', &bytes[from..]) {
        let at = from + found;
        let end = &bytes[at..at + end_at(at)];
        if *first.get_or_insert(end) != end {
            return Some(Defect {
                kind: DefectKind::MixedLineEnds,
                range: TextRange::new(at, at),
            });
        }
        from = at + end.len();
    }
    None
}

/// A list item, an image or strong words that four blanks in front have made code.
pub(super) fn accidental_code(after: &[Located<'_>]) -> Option<Defect> {
    let first = after.first()?;
    let Event::Text(text) = &first.event else {
        return None;
    };
    let line = text.lines().next()?.trim();
    let is_image = line.starts_with("![") && line.contains("](");
    let item = line
        .strip_prefix(['-', '*', '+'])
        .or_else(|| {
            let rest = line.trim_start_matches(|digit: char| digit.is_ascii_digit());
            rest.strip_prefix(['.', ')'])
                .filter(|_| rest.len() < line.len())
        })
        .and_then(|rest| rest.strip_prefix(' '));
    // Prose has words with blanks between them and ends like a sentence; `- key: value` is data.
    let is_item =
        item.is_some_and(|item| item.contains("](") || item.contains("**") || is_prose(item));
    let is_strong = line.len() > 4 && line.starts_with("**") && line[2..].contains("**");
    (is_image || is_item || is_strong).then(|| Defect {
        kind: DefectKind::AccidentalCode,
        range: TextRange::new(
            first.range.start as usize,
            first.range.start as usize
                + text
                    .lines()
                    .next()
                    .map_or(0, |line| line.trim_end().len())
                    .min(first.range.bytes().len()),
        ),
    })
}

fn is_prose(item: &str) -> bool {
    let blanks = item.matches(' ').count();
    // A sentence without its full stop has an upper-case letter first and no sign that data has.
    let begins = item.starts_with(char::is_uppercase)
        && item.len() > 2 * blanks + 2
        && !item.contains([':', '/', '\\', '_', '<', '>', '(', '[', '"', '|', '@']);
    let ends = item.ends_with(['.', '。', '।', '؟', '?', '!', '！', '？', ':', '：']) || begins;
    let unspaced = item
        .chars()
        .filter(|&letter| is_written_without_blanks(letter))
        .count();
    ends && (blanks >= 2 || unspaced >= 6) && !item.contains(['{', '}', ';', '=', '$'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::tests::kinds;

    #[test]
    fn line_ends_of_one_kind_are_fine_and_of_two_are_not() {
        for fine in ["a\nb\n", "a\r\nb\r\n", "a\rb\r", "a"] {
            assert_eq!(kinds(fine), [], "{fine:?}");
        }
        for mixed in ["a\nb\r\n", "a\r\nb\n", "a\r\n\rb"] {
            assert_eq!(kinds(mixed), [DefectKind::MixedLineEnds], "{mixed:?}");
        }
    }

    #[test]
    fn all_control_characters_of_a_kind_are_one_defect() {
        let spanned = |letters: &[(char, usize)]| {
            let letters = letters.iter().map(|&(value, at)| Spanned {
                value,
                range: TextRange::new(at, at + value.len_utf8()),
            });
            letters.collect::<Box<[_]>>()
        };
        assert_eq!(
            kinds("a\u{8}b\u{7}\u{202E}c\u{2069}"),
            [
                DefectKind::ControlCharacters(spanned(&[('\u{8}', 1), ('\u{7}', 3)])),
                DefectKind::DirectionControls(spanned(&[('\u{202E}', 4), ('\u{2069}', 8)]))
            ]
        );
        assert_eq!(kinds("a\tb’ \u{200E}\u{A0}é"), []);
    }

    #[test]
    fn a_list_or_image_in_an_indented_block_is_accidental_and_data_is_not() {
        for text in [
            "    ![a](b.png)",
            "    1. Open the **File** menu",
            "    - Go to the next page.",
        ] {
            assert_eq!(kinds(text), [DefectKind::AccidentalCode], "{text}");
        }
        for text in [
            "    - key: value",
            "    let a = 1;",
            "```\n- Go to the next page.\n```",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
