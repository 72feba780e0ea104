//! Places in a text: byte ranges, alone or together with a value or a file.

use std::ops::Range;

use super::FileId;

/// A half-open range of bytes within one text. Both ends lie on character borders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TextRange {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl TextRange {
    /// A range from two byte offsets. Texts above 4 GiB are refused when they are read.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a range runs forwards: {start}..{end}");
        let offset = |at: usize| u32::try_from(at).expect("texts are smaller than 4 GiB");
        Self {
            start: offset(start),
            end: offset(end),
        }
    }

    /// The empty range at an offset.
    pub fn at(offset: usize) -> Self {
        Self::new(offset, offset)
    }

    /// The same range in a text that has `by` more bytes in front.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start as usize + by, self.end as usize + by)
    }

    /// The range for slicing.
    pub fn bytes(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether the range holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The part of `text` that lies in the range.
    ///
    /// # Panics
    /// If the range does not lie in `text`, or not on character borders.
    pub fn slice(self, text: &str) -> &str {
        &text[self.bytes()]
    }
}

impl From<Range<usize>> for TextRange {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// A value and where it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place in the text that it was read from.
    pub range: TextRange,
}

/// A place in a file. Formed only when something is judged: facts are file-less, so that they can be remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The place in its text (offsets count from the start of the file, front matter included).
    pub range: TextRange,
}
