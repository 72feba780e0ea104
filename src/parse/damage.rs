//! What editors, copying and translation leave in a text: odd characters, Markdown that does not work.
//!
//! Takes a text, or a piece of one with its place; gives defects. It does not know the language of the text, so it cannot
//! say whether a word that touches a link is wrong there: that is `check`'s to decide.

use super::words::is_written_without_blanks;
use crate::markup::{Event, LinkType, Located, Tag};
use crate::model::{Defect, DefectKind};
use crate::source::{Spanned, TextRange};

/// Most letters of a word that is kept for a message.
const LONGEST_WORD: usize = 24;

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

/// Emphasis that does not work: two stars or more that touch a letter and are shown as they are.
pub(super) fn literal_emphasis(text: &str, range: TextRange) -> Option<Defect> {
    // Only where text stands as in the source can a place in it be named.
    if text.len() != range.end as usize - range.start as usize {
        return None;
    }
    let mut from = 0;
    while let Some(found) = memchr::memmem::find(&text.as_bytes()[from..], b"**") {
        let start = from + found;
        let stars = text[start..].bytes().take_while(|&b| b == b'*').count();
        let end = start + stars;
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
        // `src/**/*.md` is a pattern, `2**8` a power, `*****` a password.
        let is_pattern = |letter: Option<char>| {
            letter.is_some_and(|letter| {
                matches!(letter, '/' | '\\' | '.' | '_' | '=') || letter.is_ascii_digit()
            })
        };
        if stars <= 3
            && (is_letter(before) || is_letter(after))
            && !is_pattern(before)
            && !is_pattern(after)
        {
            let at = range.start as usize + start;
            return Some(Defect {
                kind: DefectKind::LiteralEmphasis,
                range: TextRange::new(at, at + stars),
            });
        }
        from = end;
    }
    None
}

/// `[text] (address)`: a blank between the brackets and the address, so that neither is a link.
pub(super) fn spaced_link(text: &str, range: TextRange, after: &[Located<'_>]) -> Option<Defect> {
    if text.len() != range.end as usize - range.start as usize {
        return None;
    }
    let found = memchr::memmem::find(text.as_bytes(), b"] (")?;
    let (before, rest) = (&text[..found], &text[found + 3..]);
    let words = &before[before.rfind('[')? + 1..];
    let followed = if rest.is_empty() {
        // A bare address has become a link of its own.
        matches!(
            after.first().map(|located| &located.event),
            Some(Event::Start(Tag::Link(reference))) if reference.link_type == LinkType::Autolink
        )
    } else {
        rest.split_once(')')
            .is_some_and(|(address, _)| is_address(address))
    };
    let at = range.start as usize + found + 1;
    (followed && words.chars().any(char::is_alphanumeric)).then(|| Defect {
        kind: DefectKind::SpacedLink { closed: false },
        range: TextRange::new(at, at + 1),
    })
}

/// Whether words in parentheses can only be an address.
fn is_address(words: &str) -> bool {
    const STARTS: [&str; 5] = ["../", "./", "/", "http://", "https://"];
    let path = words.split(['?', '#']).next().unwrap_or_default();
    let is_article = path
        .rsplit_once('.')
        .is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("md"));
    !words.contains(char::is_whitespace)
        && (is_article || STARTS.iter().any(|start| words.starts_with(start)))
}

/// A word that touches the end of a link, in a script that puts blanks between words.
pub(super) fn glued_link(link: TextRange, after: &[Located<'_>]) -> Option<Defect> {
    let Event::Text(text) = &after.first()?.event else {
        return None;
    };
    let first = text.chars().next()?;
    if !first.is_alphabetic() || is_written_without_blanks(first) {
        return None;
    }
    let word: String = text
        .chars()
        .take_while(|letter| letter.is_alphanumeric())
        .take(LONGEST_WORD)
        .collect();
    let end = link.end as usize;
    Some(Defect {
        range: TextRange::new(end, end + word.len().min(after[0].range.bytes().len())),
        kind: DefectKind::GluedLink(word.into()),
    })
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
    let ends = item.ends_with(['.', '。', '।', '؟', '?', '!', '！', '？', ':', '：']);
    let blanks = item.matches(' ').count();
    let unspaced = item
        .chars()
        .filter(|&letter| is_written_without_blanks(letter))
        .count();
    ends && (blanks >= 2 || unspaced >= 6) && !item.contains(['{', '}', ';', '=', '$'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<DefectKind> {
        let options = super::super::ParseOptions {
            front_matter_bytes: 1000,
            nesting: 10,
        };
        let document = super::super::parse(text.as_bytes(), options);
        document.defects.iter().map(|it| it.kind.clone()).collect()
    }

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
    fn stars_at_words_are_emphasis_that_failed_and_other_stars_are_not() {
        for failed in ["see **Settings ** now", "密件**抄送**和", "a **b"] {
            let expected = failed != "密件**抄送**和";
            assert_eq!(
                kinds(failed).contains(&DefectKind::LiteralEmphasis),
                expected,
                "{failed}"
            );
        }
        for other in [
            "src/**/*.md",
            "2**8",
            "a ** b",
            "x*****y",
            "\\*\\*a",
            "`a**b`",
            "    a**b**",
        ] {
            assert_eq!(kinds(other), [], "{other}");
        }
    }

    #[test]
    fn a_blank_between_text_and_address_is_found_when_an_address_follows() {
        for link in [
            "[a] (b.md)",
            "[a] (https://example.org/x)",
            "x [a b] (../c)",
        ] {
            assert_eq!(
                kinds(link),
                [DefectKind::SpacedLink { closed: true }],
                "{link}"
            );
        }
        for other in [
            "[a] (see below)",
            "a[0] (first)",
            "[ ] (b.md)",
            "[a](b.md) (c)",
        ] {
            assert_eq!(kinds(other), [], "{other}");
        }
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
