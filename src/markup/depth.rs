//! The cap on nested blocks, where it must hold before the parser sees the text.
//!
//! A line that opens thousands of quotations or lists costs the parser time on every line that follows. The first mark
//! too many of such a line is replaced by a character without meaning, so that what follows it is text; the events are
//! then brought back to the source. Blocks that are nested over many lines are capped by the reader of the events.

use std::borrow::Cow;

use super::{CowStr, targets};

/// A character of one byte that means nothing to the parser.
const PLAIN: u8 = b'\x01';

/// A copy of the text in which no line opens more than `most` containers, and the first byte changed; `None` when the
/// text is as it should be.
pub(super) fn flattened(text: &str, most: usize) -> Option<(String, usize)> {
    let bytes = text.as_bytes();
    let mut marks: Vec<usize> = Vec::new();
    let mut start = 0;
    while start < bytes.len() {
        let end = memchr::memchr2(b'\n', b'\r', &bytes[start..])
            .map_or(bytes.len(), |length| start + length);
        // A mark takes at least a byte, so that most lines are done here.
        if end - start > most {
            marks.extend(mark_too_many(&bytes[start..end], most).map(|at| start + at));
        }
        start = end + 1;
    }
    let first = *marks.first()?;
    let mut flat = bytes.to_vec();
    for at in marks {
        flat[at] = PLAIN;
    }
    let flat = String::from_utf8(flat).expect("a mark is ASCII, and so is what replaces it");
    Some((flat, first))
}

/// The first mark of a container too many at the start of a line.
fn mark_too_many(line: &[u8], most: usize) -> Option<usize> {
    let mut at = 0;
    for _ in 0..most {
        at = container_end(line, at)?;
    }
    at += line[at..]
        .iter()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count();
    container_end(line, at)?;
    let mark = line[at];
    // A row of stars or dashes is a thematic break.
    let rest = line[at..]
        .iter()
        .filter(|byte| !matches!(byte, b' ' | b'\t'));
    let is_break = matches!(mark, b'-' | b'*') && rest.clone().all(|&byte| byte == mark);
    (!is_break).then_some(at)
}

/// Where the mark of a container that begins at `at`, or after blanks, ends.
fn container_end(line: &[u8], at: usize) -> Option<usize> {
    let at = at
        + line[at..]
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t'))
            .count();
    let digits = line[at..]
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .take(10)
        .count();
    let sign = *line.get(at + digits)?;
    let is_item = if digits > 0 {
        matches!(sign, b'.' | b')')
    } else {
        matches!(sign, b'-' | b'*' | b'+')
    };
    let after = at + digits + 1;
    let ends = line
        .get(after)
        .is_none_or(|byte| matches!(byte, b' ' | b'\t'));
    ((digits == 0 && sign == b'>') || (is_item && ends)).then_some(after)
}

/// A string read from the flattened text, as the source has it.
pub(super) fn restored<'t>(read: CowStr<'_>, flat: &str, source: &'t str) -> CowStr<'t> {
    if let CowStr::Borrowed(slice) = read
        && let Some(range) = targets::borrowed(flat, slice)
    {
        return CowStr::Borrowed(&source[range]);
    }
    CowStr::from(Cow::<'static, str>::Owned(read.into_string()))
}
