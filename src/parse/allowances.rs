//! What authors allow: `<!-- polydoc-allow rule: reason -->` in the body, `polydoc-allow:` in the front matter.
//!
//! Takes a text with its events and front matter, gives every [`Allowance`] with the place that it holds for. Whether there
//! is such a rule, and whether it finds anything there, is `check`'s business.

use crate::markup::{Event, HtmlPiece, Located, Removed};
use crate::model::{Allowance, FrontMatter, Value};
use crate::source::{Spanned, TextRange};

/// The word in comments, and the key in the front matter.
const WORD: &str = "polydoc-allow";

/// All allowances of a file: those of the front matter first, then those of the body in their order.
pub(super) fn allowances(
    text: &str,
    front_matter: &FrontMatter,
    events: &[Located<'_>],
) -> Vec<Allowance> {
    let mut found = in_front_matter(front_matter);
    for located in events {
        if located.event == Event::Html(HtmlPiece::Removed(Removed::Comment)) {
            found.extend(in_comment(text, located.range));
        }
    }
    found
}

/// `polydoc-allow:` holds for the whole file: a map from rules to reasons; rules alone have none.
fn in_front_matter(front_matter: &FrontMatter) -> Vec<Allowance> {
    let Some(value) = front_matter.get(WORD) else {
        return Vec::new();
    };
    let key = front_matter.key_range(WORD);
    let allowance = |rule: &str, step: Option<&str>, reason: Option<&str>| {
        let place = step.and_then(|step| front_matter.place(&[WORD, step]));
        Allowance {
            rule: Spanned {
                value: rule.trim().into(),
                range: place.map_or(key, |place| place.key),
            },
            reason: reason.and_then(written),
            within: None,
            removable: None,
        }
    };
    match value {
        Value::Map(entries) => entries
            .iter()
            .map(|(rule, reason)| allowance(rule, Some(rule), reason.as_text()))
            .collect(),
        Value::List(items) => (0..)
            .zip(items)
            .map(|(at, item): (usize, _)| {
                allowance(item.as_text().unwrap_or(""), Some(&at.to_string()), None)
            })
            .collect(),
        single => vec![allowance(single.as_text().unwrap_or(""), None, None)],
    }
}

/// The allowances of one comment: one for each rule that it names.
fn in_comment(text: &str, range: TextRange) -> Vec<Allowance> {
    let comment = range.slice(text);
    let Some(inside) = comment.strip_prefix("<!--") else {
        return Vec::new();
    };
    let inside = inside.strip_suffix("-->").unwrap_or(inside);
    let Some(rest) = inside.trim_start().strip_prefix(WORD) else {
        return Vec::new();
    };
    let (rest, within) = match rest.strip_prefix("-file") {
        Some(rest) => (rest, None),
        None => (rest, Some(lines_meant(text, range))),
    };
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return Vec::new();
    }
    let (names, reason) = rest
        .split_once([':', '：'])
        .map_or((rest, None), |(names, reason)| (names, written(reason)));
    let place_of = |name: &str| {
        // Slices of one text: the distance of their beginnings is the offset.
        let at = name.as_ptr() as usize - text.as_ptr() as usize;
        TextRange::new(at, at + name.len())
    };
    let mut found: Vec<Allowance> = names
        .split([',', ' ', '\t', '\r', '\n'])
        .filter(|name| !name.is_empty())
        .map(|name| Allowance {
            rule: Spanned {
                value: name.into(),
                range: place_of(name),
            },
            reason: reason.clone(),
            within,
            removable: None,
        })
        .collect();
    if let [only] = &mut found[..] {
        only.removable = removable(text, range);
    }
    if found.is_empty() {
        found.push(Allowance {
            rule: Spanned {
                value: Box::default(),
                range,
            },
            reason,
            within,
            removable: None,
        });
    }
    found
}

/// What is to go when a comment goes: its line when nothing else stands there, with the line's end; else itself. `None` where it
/// keeps two paragraphs apart.
fn removable(text: &str, comment: TextRange) -> Option<Spanned<Box<str>>> {
    let first = line_at(text, comment.start as usize);
    let last = line_at(text, (comment.end as usize).max(1) - 1);
    let before = &text[first.start..comment.start as usize];
    let after = &text[comment.end as usize..last.end.max(comment.end as usize)];
    let mut range = comment;
    if before.trim().is_empty() && after.trim().is_empty() {
        range = TextRange::new(first.start, last.next);
        let above = text[..first.start].lines().next_back();
        let below = text[last.next..].lines().next();
        let is_apart = |line: Option<&str>| line.is_none_or(|line| line.trim().is_empty());
        if !is_apart(above) && !is_apart(below) {
            return None;
        }
    }
    Some(Spanned {
        value: range.slice(text).into(),
        range,
    })
}

/// A reason that is one.
fn written(reason: &str) -> Option<Box<str>> {
    let reason = reason.trim();
    (!reason.is_empty()).then(|| reason.into())
}

/// The lines that a comment holds for: its own when anything else stands there, otherwise those that follow, up to a blank
/// one. Lines between that are blank or hold only comments are passed over.
fn lines_meant(text: &str, comment: TextRange) -> TextRange {
    let first = line_at(text, comment.start as usize);
    let last = line_at(text, (comment.end as usize).max(1) - 1);
    let before = &text[first.start..comment.start as usize];
    let after = &text[comment.end as usize..last.end.max(comment.end as usize)];
    if !is_empty(before) || !is_empty(after) {
        return TextRange::new(first.start, last.end);
    }
    let mut lines = std::iter::successors(Some(last), |line| {
        (line.next < text.len()).then(|| line_at(text, line.next))
    })
    .skip(1)
    .skip_while(|line| is_empty(&text[line.start..line.end]));
    let Some(begin) = lines.next() else {
        return TextRange::at(text.len());
    };
    let end = lines
        .take_while(|line| !is_blank(&text[line.start..line.end]))
        .last()
        .unwrap_or(begin);
    TextRange::new(begin.start, end.end)
}

/// One line: its text ends at `end`, the next one begins at `next`.
#[derive(Clone, Copy)]
struct Line {
    start: usize,
    end: usize,
    next: usize,
}

fn line_at(text: &str, at: usize) -> Line {
    let bytes = text.as_bytes();
    let start = memchr::memrchr2(b'\n', b'\r', &bytes[..at]).map_or(0, |end| end + 1);
    let end = memchr::memchr2(b'\n', b'\r', &bytes[at..]).map_or(bytes.len(), |length| at + length);
    let next = match bytes.get(end..) {
        Some([b'\r', b'\n', ..]) => end + 2,
        Some([_, ..]) => end + 1,
        _ => end,
    };
    Line { start, end, next }
}

/// Whether a line holds nothing, also within quotations.
fn is_blank(line: &str) -> bool {
    line.chars().all(|c| matches!(c, ' ' | '\t' | '>'))
}

/// Whether a part of a line holds nothing but comments and the signs of lists and quotations.
fn is_empty(part: &str) -> bool {
    let mut rest = part;
    while let Some((before, after)) = rest.split_once("<!--") {
        if !is_marker(before) {
            return false;
        }
        let Some((_, after)) = after.split_once("-->") else {
            return false;
        };
        rest = after;
    }
    is_marker(rest)
}

/// Blanks, and what begins quotations and items of lists.
fn is_marker(part: &str) -> bool {
    part.split([' ', '\t', '>']).all(|word| {
        matches!(word, "" | "-" | "*" | "+")
            || word
                .strip_suffix(['.', ')'])
                .is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    })
}
