//! Links that translation has unmade, or glued to a word. Takes the events around one; gives defects.
//!
//! It does not know the language of the text, so it cannot say whether a word that touches a link is wrong there: that is
//! `check`'s to decide.

use super::words::is_written_without_blanks;
use crate::diagnostics::Edit;
use crate::markup::{Event, LinkType, Located, Tag, TagEnd};
use crate::model::{Defect, DefectKind};
use crate::source::TextRange;

/// How many events before the end of a link's text its beginning is looked for.
const FARTHEST_BRACKET: usize = 16;

/// Most letters of a word that is kept for a message.
const LONGEST_WORD: usize = 24;

/// `[text] (address)`, `[text]（address）` and `[text](the address)`: a blank between the brackets and the address, parentheses that
/// Markdown does not know, or a blank where it knows none, so that none of them is a link.
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
            (0, false) => {
                let at = range.start as usize + close + 2;
                let found = blank_in_address(rest, at, after);
                defects.extend(found.filter(|_| has_words(&text[..close], before)));
                continue;
            }
            (_, false) => DefectKind::SpacedLink(Box::default()),
            (_, true) => DefectKind::WideLink(Box::default()),
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
        return after.first().is_some_and(is_bare_address);
    }
    let end = rest.find([')', '）']);
    end.is_some_and(|end| is_address(rest[..end].trim()))
}

/// An address behind an opening parenthesis, from a place on, that is none to Markdown since it has blanks in it.
fn blank_in_address(rest: &str, at: usize, after: &[Located<'_>]) -> Option<Defect> {
    // Its beginning may have become a link of its own.
    let (rest, rest_at) = match after {
        [link, _, _, next, ..] if rest.is_empty() && is_bare_address(link) => match &next.event {
            Event::Text(text) if text.len() == next.range.bytes().len() => {
                (&**text, next.range.start as usize)
            }
            _ => return None,
        },
        _ => (rest, at),
    };
    let part = &rest[..rest.find(['(', ')', '<', '"', '\n', '\r'])?];
    let is_closed = rest[part.len()..].starts_with(')');
    let has_blank = part.trim_end().contains([' ', '\t']);
    let whole: String = part.split_whitespace().collect();
    let leads = rest_at > at || (!part.starts_with([' ', '/']) && is_address(&whole));
    (is_closed && has_blank && leads).then(|| Defect {
        kind: DefectKind::BlankInAddress(encoded(part, rest_at)),
        range: TextRange::new(at, rest_at + part.len()),
    })
}

/// Whether an address that stands bare in the text begins here.
fn is_bare_address(located: &Located<'_>) -> bool {
    matches!(
        &located.event,
        Event::Start(Tag::Link(reference))
            if matches!(reference.link_type, LinkType::Autolink | LinkType::Email)
    )
}

/// The edits that write `%20` for each blank of an address that begins at a place.
fn encoded(address: &str, start: usize) -> Box<[Edit]> {
    let blanks = address.match_indices([' ', '\t']);
    let edit = |(at, blank): (usize, &str)| {
        Edit::replace(TextRange::new(start + at, start + at + 1), blank, "%20")
    };
    blanks.map(edit).collect()
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
    // The bracket that opens may stand in a block before, which translation has cut off.
    words
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::tests::kinds;

    #[test]
    fn a_blank_within_an_address_is_found_when_it_can_only_be_one() {
        for link in [
            "[a](b c.md)",
            "[a](https://example. org)",
            "x [a b](../c d)",
        ] {
            assert!(
                matches!(&kinds(link)[..], [DefectKind::BlankInAddress(edits)] if !edits.is_empty()),
                "{link}"
            );
        }
        for other in [
            "[a](see below)",
            "a[0](/ or 1)",
            "[ ](b c.md)",
            "[a](<b c.md>)",
            "[a](b.md 'c')",
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
            assert!(
                matches!(&kinds(link)[..], [DefectKind::SpacedLink(edits)] if !edits.is_empty()),
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
}
