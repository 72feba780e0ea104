//! Where the target of a link or image stands.
//!
//! The parser gives the range of a whole construct only. Takes the text and a construct, gives the bytes of its target.
//! Most targets are slices of the text, so their address tells; one with escapes or entities is looked for.

use std::ops::Range;

/// Where a slice of `text` lies in it; `None` if it is no slice of it.
pub(super) fn borrowed(text: &str, slice: &str) -> Option<Range<usize>> {
    let start = slice.as_ptr().addr().checked_sub(text.as_ptr().addr())?;
    let range = start..start.checked_add(slice.len())?;
    text.get(range.clone()).is_some().then_some(range)
}

/// The target of `[…](target "title")`, of which `range` is the whole and `inner` the end of what stands in the brackets.
pub(super) fn inline(text: &str, range: &Range<usize>, inner: usize) -> Range<usize> {
    match text[inner..range.end].find("](") {
        Some(at) => destination(text, inner + at + 2, range.end),
        None => range.clone(),
    }
}

/// The target of a definition `[label]: target "title"` that fills `range`.
pub(super) fn defined(text: &str, range: &Range<usize>) -> Range<usize> {
    let bytes = text.as_bytes();
    let mut at = range.start + 1;
    while at + 1 < range.end && &bytes[at..at + 2] != b"]:" {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    destination(text, (at + 2).min(range.end), range.end)
}

/// The target that begins at `from` or after blanks, a line end and the marks of quotations.
fn destination(text: &str, from: usize, end: usize) -> Range<usize> {
    let bytes = &text.as_bytes()[..end];
    let mut start = from;
    let mut line_began = false;
    while let Some(&byte) = bytes.get(start) {
        match byte {
            b'\n' | b'\r' => line_began = true,
            b' ' | b'\t' => {}
            b'>' if line_began => {}
            _ => break,
        }
        start += 1;
    }
    let pointed = bytes.get(start) == Some(&b'<');
    start += usize::from(pointed);
    let mut at = start;
    let mut nested = 0_usize;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'>' if pointed => break,
            _ if pointed && byte != b'\\' => {}
            0..=0x20 => break,
            b'(' => nested += 1,
            b')' if nested == 0 => break,
            b')' => nested -= 1,
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => at += 1,
            _ => {}
        }
        at += 1;
    }
    start..at.min(end)
}
