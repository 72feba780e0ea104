//! Raw HTML whose lines do not lie side by side in the source, because it stands in a quotation or a list.
//!
//! Takes events with ranges in the joined text, gives them ranges in the source.

use std::ops::Range;

use crate::markup::{CowStr, Located};
use crate::source::TextRange;

/// Text whose lines do not lie side by side in the source.
pub(super) struct Joined<'l, 't> {
    pub(super) lines: &'l [(CowStr<'t>, Range<usize>)],
    pub(super) base: usize,
}

impl Joined<'_, '_> {
    /// An event found in the joined text, with ranges in the source.
    pub(super) fn restore(&self, piece: Located<'_>) -> Located<'static> {
        let mut event = piece.event.into_static();
        event.for_each_range(|range| *range = self.range(*range));
        Located {
            event,
            range: self.range(piece.range),
        }
    }

    /// A place in the joined text as one in the source.
    pub(super) fn range(&self, range: TextRange) -> TextRange {
        let start = self.offset(range.start as usize);
        TextRange::new(start, self.offset_of_end(range.end as usize).max(start))
    }

    fn offset(&self, joined: usize) -> usize {
        self.find(joined, |at, len| at < len)
    }

    fn offset_of_end(&self, joined: usize) -> usize {
        self.find(joined, |at, len| at <= len)
    }

    fn find(&self, joined: usize, lies_in: impl Fn(usize, usize) -> bool) -> usize {
        let mut passed = 0;
        for (text, range) in self.lines {
            if lies_in(joined - passed, text.len()) {
                return self.base + (range.start + joined - passed).min(range.end);
            }
            passed += text.len();
        }
        self.base + self.lines.last().map_or(0, |(_, range)| range.end)
    }
}
