//! Raw HTML, piece by piece.

use super::{CowStr, Event, HtmlPiece, Located};
use crate::source::TextRange;

/// The pieces of raw HTML that begins at `base`.
pub(super) fn pieces(text: &str, base: usize, _block: bool) -> Vec<Located<'_>> {
    let range = TextRange::new(base, base + text.len());
    vec![Located {
        event: Event::Html(HtmlPiece::Shown(CowStr::Borrowed(text))),
        range,
    }]
}
