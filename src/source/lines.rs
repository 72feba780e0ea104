//! Byte offsets to lines and columns, made only for texts about which something is said.

use super::TextRange;

/// A position as people count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1. `\n`, `\r\n` and a lone `\r` end a line.
    pub line: u32,
    /// Column, from 1, in Unicode scalar values.
    pub column: u32,
}

/// Where the lines of one text begin. A position costs the same wherever it stands, also in a line of a megabyte.
#[derive(Debug)]
pub struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<usize>,
    /// What stands before each multiple of [`STEP`] bytes.
    marks: Vec<Units>,
}

/// Bytes between two marks.
const STEP: usize = 512;

/// Lengths of a text in two units.
#[derive(Clone, Copy, Debug, Default)]
struct Units {
    /// In Unicode scalar values.
    chars: usize,
    /// In UTF-16 code units.
    utf16: usize,
}

impl Units {
    /// Adds a part of a text, which may begin and end inside a character: that one counts where its first byte stands.
    fn with(self, bytes: &[u8]) -> Self {
        let first_bytes = bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count();
        let wide = bytes.iter().filter(|&&byte| byte >= 0xf0).count();
        Self {
            chars: self.chars + first_bytes,
            utf16: self.utf16 + first_bytes + wide,
        }
    }
}

impl<'t> LineIndex<'t> {
    /// Finds the beginnings of all lines.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        let starts = std::iter::once(0).chain(ends.map(|at| at + 1)).collect();
        let mut marks = vec![Units::default()];
        for part in bytes.chunks_exact(STEP) {
            marks.push(marks[marks.len() - 1].with(part));
        }
        Self {
            text,
            starts,
            marks,
        }
    }

    /// The position of a byte offset. Offsets inside a character count as its start, offsets after the end as the end.
    pub fn position(&self, offset: usize) -> LineColumn {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line_of(offset);
        let before = self.units(offset).chars - self.units(self.starts[line - 1]).chars;
        LineColumn {
            line: number(line),
            column: number(before + 1),
        }
    }

    /// The column, from 1, of a byte offset in UTF-16 code units, as editors and some report formats count.
    pub fn utf16_column(&self, offset: usize) -> u32 {
        let offset = self.text.floor_char_boundary(offset);
        let start = self.starts[self.line_of(offset) - 1];
        number(self.units(offset).utf16 - self.units(start).utf16 + 1)
    }

    /// The number (from 1) of the line in which an offset stands.
    fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// What stands before an offset of the text.
    fn units(&self, offset: usize) -> Units {
        let mark = offset / STEP;
        self.marks[mark].with(&self.text.as_bytes()[mark * STEP..offset])
    }

    /// The part of the text in a range; of a range that does not fit, what there is of it.
    pub fn slice(&self, range: TextRange) -> &'t str {
        let start = self.text.floor_char_boundary(range.start as usize);
        let end = self.text.floor_char_boundary(range.end as usize);
        &self.text[start..end.max(start)]
    }

    /// The text of a line (from 1) without its end; `None` after the last one.
    pub fn line_text(&self, line: u32) -> Option<&'t str> {
        let start = self.line_start(line)?;
        let end = self.line_start(line + 1).unwrap_or(self.text.len());
        Some(self.text[start..end].trim_end_matches(['\r', '\n']))
    }

    /// The byte offset at which a line (from 1) begins.
    pub fn line_start(&self, line: u32) -> Option<usize> {
        self.starts.get((line as usize).checked_sub(1)?).copied()
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_in_three_ways() {
        let index = LineIndex::new("é1\r\nb\rc\n");
        let at = |offset| (index.position(offset).line, index.position(offset).column);
        assert_eq!(
            [at(0), at(2), at(5), at(7), at(9), at(99)],
            [(1, 1), (1, 2), (2, 1), (3, 1), (4, 1), (4, 1)]
        );
        assert_eq!(at(1), (1, 1), "inside é");
    }

    #[test]
    fn columns_in_a_long_line_are_those_that_counting_gives() {
        let text = "é😀a".repeat(1_000);
        let index = LineIndex::new(&text);
        for offset in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
            let before = &text[..offset];
            assert_eq!(
                index.position(offset).column as usize,
                before.chars().count() + 1
            );
            assert_eq!(
                index.utf16_column(offset) as usize,
                before.encode_utf16().count() + 1
            );
        }
    }

    #[test]
    fn editors_count_a_character_outside_the_first_plane_twice() {
        let index = LineIndex::new("a\né😀x\r\n");
        assert_eq!(index.position(8).column, 3);
        assert_eq!(index.utf16_column(8), 4);
        assert_eq!(index.utf16_column(99), 1, "after the last line");
        assert_eq!(index.line_text(2), Some("é😀x"));
        assert_eq!((index.line_text(3), index.line_text(4)), (Some(""), None));
    }
}
