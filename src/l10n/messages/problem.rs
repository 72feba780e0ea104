//! What is wrong at one place of one of the project's own files (a message file, a template), ready to be shown.

use std::fmt;
use std::ops::Range;

use crate::source::LineIndex;

/// A place in a file and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as the author knows it: `locales/fr-FR/site.ftl`.
    pub path: String,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in characters.
    pub column: u32,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// What to do, in the imperative.
    pub hint: Option<String>,
    /// The line, without its end.
    excerpt: String,
    /// How many characters are meant.
    width: usize,
}

impl Problem {
    /// Describes a place by its bytes; offsets outside the text or inside a character are moved to the next one before.
    pub fn new(path: &str, text: &str, bytes: Range<usize>, message: impl Into<String>) -> Self {
        let index = LineIndex::new(text);
        let start = index.position(bytes.start);
        let end = index.position(bytes.end);
        let line_start = index.line_start(start.line).unwrap_or_default();
        let excerpt = text[line_start..]
            .split(['\n', '\r'])
            .next()
            .unwrap_or_default();
        let rest = excerpt
            .chars()
            .count()
            .saturating_sub(start.column as usize - 1);
        let width = if end.line == start.line {
            (end.column - start.column) as usize
        } else {
            rest
        };
        Self {
            path: path.to_owned(),
            line: start.line,
            column: start.column,
            message: message.into(),
            hint: None,
            excerpt: excerpt.to_owned(),
            width: width.clamp(1, rest.max(1)),
        }
    }

    /// Adds what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for Problem {
    /// `path:line:column: message`, then the line with the place underlined.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            line,
            column,
            message,
            excerpt,
            ..
        } = self;
        let gutter = " ".repeat(line.to_string().len());
        let before = excerpt.chars().take(*column as usize - 1);
        let indent: String = before.map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
        write!(
            f,
            "{path}:{line}:{column}: {message}\n{gutter} |\n{line} | {excerpt}\n{gutter} | {indent}"
        )?;
        (0..self.width).try_for_each(|_| f.write_str("^"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_underlined_below_its_line() {
        let problem = Problem::new(
            "locales/fr-FR/site.ftl",
            "a = b\nété = { $x }\n",
            13..15,
            "unknown variable `$x`",
        );
        let shown = "locales/fr-FR/site.ftl:2:7: unknown variable `$x`\n  |\n2 | été = { $x }\n  |       ^^";
        assert_eq!(
            problem.to_string(),
            shown.replace("2:7", "2:6").replace("       ^^", "      ^^")
        );
    }

    #[test]
    fn any_offset_is_a_place() {
        for bytes in [0..0, 1..9, 99..120] {
            assert!(
                Problem::new("x", "é\n", bytes, "m")
                    .to_string()
                    .contains('^')
            );
        }
    }
}
