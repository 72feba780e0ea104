//! Byte offsets to lines and columns, made only for texts about which something is said.

/// A position as people count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1. `\n`, `\r\n` and a lone `\r` end a line.
    pub line: u32,
    /// Column, from 1, in Unicode scalar values.
    pub column: u32,
}

/// Where the lines of one text begin.
#[derive(Debug)]
pub struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> LineIndex<'t> {
    /// Finds the beginnings of all lines.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        let starts = std::iter::once(0).chain(ends.map(|at| at + 1)).collect();
        Self { text, starts }
    }

    /// The position of a byte offset. Offsets inside a character count as its start, offsets after the end as the end.
    pub fn position(&self, offset: usize) -> LineColumn {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|&start| start <= offset);
        let column = self.text[self.starts[line - 1]..offset].chars().count() + 1;
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        LineColumn {
            line: number(line),
            column: number(column),
        }
    }

    /// The byte offset at which a line (from 1) begins.
    pub fn line_start(&self, line: u32) -> Option<usize> {
        self.starts.get((line as usize).checked_sub(1)?).copied()
    }
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
}
