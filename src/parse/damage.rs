//! What editors, copying and translation leave in a text: odd characters, Markdown that does not work.
//!
//! Takes a text, or a piece of one with its place; gives defects. It does not know the language of the text, so it cannot
//! say whether a word that touches a link is wrong there: that is `check`'s to decide.

use super::words::is_written_without_blanks;
use crate::markup::{Event, LinkType, Located, Tag, TagEnd};
use crate::model::{Defect, DefectKind};
use crate::source::TextRange;

/// How many events before the end of a link's text its beginning is looked for.
const FARTHEST_BRACKET: usize = 16;

/// Most letters of a word that is kept for a message.
const LONGEST_WORD: usize = 24;

/// Odd characters of a whole text: the first of each kind.
pub(super) fn characters(text: &str) -> Vec<Defect> {
    let bytes = text.as_bytes();
    let mut defects = Vec::new();
    defects.extend(mixed_line_ends(bytes));
    let mut has_control = false;
    let mut has_direction = false;
    for (at, &byte) in bytes.iter().enumerate() {
        if !SUSPECT[usize::from(byte)] {
            continue;
        }
        // A suspect byte begins a character, so the text may be cut there.
        let Some(letter) = text[at..].chars().next() else {
            break;
        };
        let range = TextRange::new(at, at + letter.len_utf8());
        if is_control(letter) && !has_control {
            has_control = true;
            let kind = DefectKind::ControlCharacter(letter);
            defects.push(Defect { kind, range });
        } else if is_direction(letter) && !has_direction {
            has_direction = true;
            let kind = DefectKind::DirectionControl(letter);
            defects.push(Defect { kind, range });
        }
        if has_control && has_direction {
            break;
        }
    }
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

/// `[text] (address)` and `[text]（address）`: a blank between the brackets and the address, or parentheses that Markdown
/// does not know, so that neither is a link.
pub(super) fn unmade_links(
    text: &str,
    range: TextRange,
    before: &[Located<'_>],
    after: &[Located<'_>],
) -> Vec<Defect> {
    let mut defects = Vec::new();
    if text.len() != range.end as usize - range.start as usize {
        return defects;
    }
    for close in memchr::memchr_iter(b']', text.as_bytes()) {
        let behind = &text[close + 1..];
        let inside = behind.trim_start();
        let gap = behind.len() - inside.len();
        let is_wide = inside.starts_with('（');
        let Some(rest) = inside.strip_prefix(['(', '（']) else {
            continue;
        };
        let kind = match (gap, is_wide) {
            (0, false) => continue,
            (_, false) => DefectKind::SpacedLink,
            (_, true) => DefectKind::WideLink,
        };
        let end = if is_wide {
            close + 1 + gap + '（'.len_utf8()
        } else {
            close + 1 + gap
        };
        if leads_somewhere(rest, after) && has_words(&text[..close], before) {
            let start = range.start as usize;
            let range = TextRange::new(start + close + 1, start + end);
            defects.push(Defect { kind, range });
        }
    }
    defects
}

/// Whether an address follows an opening parenthesis.
fn leads_somewhere(rest: &str, after: &[Located<'_>]) -> bool {
    if matches!(rest.trim(), "" | "mailto:") {
        // A bare address has become a link of its own.
        return matches!(
            after.first().map(|located| &located.event),
            Some(Event::Start(Tag::Link(reference)))
                if matches!(reference.link_type, LinkType::Autolink | LinkType::Email)
        );
    }
    let end = rest.find([')', '）']);
    end.is_some_and(|end| is_address(rest[..end].trim()))
}

/// Whether words stand between the bracket that opens and the end of a text; emphasis and code may stand among them.
fn has_words(text: &str, before: &[Located<'_>]) -> bool {
    let mut depth = 1_usize;
    let mut words = false;
    let texts = before
        .iter()
        .rev()
        .take(FARTHEST_BRACKET)
        .map_while(|located| match &located.event {
            Event::Text(text) => Some(&**text),
            Event::Code(_) => Some("x"),
            Event::SoftBreak
            | Event::HardBreak
            | Event::Start(Tag::Strong | Tag::Emphasis)
            | Event::End(TagEnd::Strong | TagEnd::Emphasis) => Some(""),
            _ => None,
        });
    for text in std::iter::once(text).chain(texts) {
        for sign in text.chars().rev() {
            match sign {
                ']' => depth += 1,
                '[' => depth -= 1,
                _ => words |= sign.is_alphanumeric(),
            }
            if depth == 0 {
                return words;
            }
        }
    }
    false
}

/// Whether words in parentheses can only be an address.
fn is_address(words: &str) -> bool {
    const STARTS: [&str; 6] = ["../", "./", "/", "http://", "https://", "mailto:"];
    const ENDINGS: [&str; 6] = ["md", "png", "gif", "jpg", "jpeg", "svg"];
    let path = words.split(['?', '#']).next().unwrap_or_default();
    let is_file = path.rsplit_once('.').is_some_and(|(_, ending)| {
        ENDINGS
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    });
    !words.contains(char::is_whitespace)
        && (is_file || STARTS.iter().any(|start| words.starts_with(start)))
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

/// A word that touches the beginning of a link, in a script that puts blanks between words.
pub(super) fn glued_before(
    link: TextRange,
    before: &[Located<'_>],
    inside: &[Located<'_>],
) -> Option<Defect> {
    let Event::Text(text) = &before.last()?.event else {
        return None;
    };
    let last = text.chars().next_back()?;
    if !last.is_alphabetic() || is_written_without_blanks(last) {
        return None;
    }
    let cut = text
        .char_indices()
        .rev()
        .take(LONGEST_WORD)
        .take_while(|(_, letter)| letter.is_alphanumeric())
        .last()?
        .0;
    let word = &text[cut..];
    let next = inside.iter().find_map(|located| match &located.event {
        Event::Text(text) | Event::Code(text) => text.chars().next(),
        _ => None,
    });
    let start = link.start as usize;
    Some(Defect {
        range: TextRange::new(
            start - word.len().min(before.last()?.range.bytes().len()),
            start,
        ),
        kind: DefectKind::GluedBefore(word.into(), next?),
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
    fn the_first_control_character_of_each_kind_is_named() {
        assert_eq!(
            kinds("a\u{8}b\u{7}\u{202E}c\u{2069}"),
            [
                DefectKind::ControlCharacter('\u{8}'),
                DefectKind::DirectionControl('\u{202E}')
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
            assert_eq!(kinds(link), [DefectKind::SpacedLink], "{link}");
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
