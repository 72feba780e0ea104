//! What is wrong in `polydoc.yml`, and how all of it is told in one [`Failure`].
//!
//! In: problems with places. Out: one message that names `file:line:column` for each, shows the line with carets, and says
//! what to do. Nothing is printed here.

use std::fmt::Write as _;

use crate::failure::Failure;
use crate::source::{LineIndex, TextRange};

/// One thing that is wrong at a place.
#[derive(Debug)]
pub(super) struct Problem {
    range: TextRange,
    message: String,
    also: Option<(TextRange, &'static str)>,
    helps: Vec<String>,
}

impl Problem {
    /// A problem: lower case, no full stop.
    pub(super) fn new(range: TextRange, message: impl Into<String>) -> Self {
        Self {
            range,
            message: message.into(),
            also: None,
            helps: Vec::new(),
        }
    }

    /// Adds what to do.
    pub(super) fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.helps.push(help.into());
        self
    }

    /// Adds another place that belongs to it.
    pub(super) fn also(&mut self, range: TextRange, word: &'static str) -> &mut Self {
        self.also = Some((range, word));
        self
    }

    /// Its place, its message, and what to do.
    pub(super) fn into_parts(self) -> (TextRange, String, String) {
        (self.range, self.message, self.helps.join("; "))
    }

    /// The problem with its place and excerpt, several lines without a line end.
    fn show(&self, name: &str, text: &str, lines: &LineIndex<'_>) -> String {
        let position = lines.position(self.range.start as usize);
        let mut shown = format!(
            "{name}:{}:{}: {}",
            position.line, position.column, self.message
        );
        let mut places = vec![(self.range, "")];
        places.extend(self.also);
        let last_line = places
            .iter()
            .map(|(range, _)| lines.position(range.start as usize).line)
            .max();
        let width = last_line.unwrap_or(1).to_string().len();
        for (range, word) in places {
            excerpt(&mut shown, text, lines, range, word, width);
        }
        for help in &self.helps {
            let _ = write!(shown, "\n{:width$} = help: {help}", "");
        }
        shown
    }
}

/// Appends the line of a place with carets under it.
fn excerpt(
    shown: &mut String,
    text: &str,
    lines: &LineIndex<'_>,
    range: TextRange,
    word: &str,
    width: usize,
) {
    let (start, end) = (range.start as usize, range.end as usize);
    let position = lines.position(start);
    let begin = lines.line_start(position.line).unwrap_or(0);
    let line = text[begin..]
        .split(['\n', '\r'])
        .next()
        .unwrap_or("")
        .trim_start_matches('\u{feff}');
    let begin = begin + (text[begin..].len() - text[begin..].trim_start_matches('\u{feff}').len());
    let before = text.get(begin..start).unwrap_or("");
    let inside = text
        .get(start..end.min(begin + line.len()))
        .unwrap_or("")
        .trim_end();
    let indent: String = before.chars().map(blank).collect();
    let carets: usize = inside.chars().map(columns).sum();
    let carets = "^".repeat(carets.max(1));
    let _ = write!(
        shown,
        "\n{:width$} |\n{:width$} | {line}\n{:width$} | {indent}{carets}",
        "", position.line, ""
    );
    if !word.is_empty() {
        let _ = write!(shown, " {word}");
    }
}

/// A blank as wide as the character on a terminal.
fn blank(character: char) -> char {
    match columns(character) {
        _ if character == '\t' => '\t',
        2 => '\u{3000}',
        _ => ' ',
    }
}

/// Columns that a terminal gives a character: two in the blocks of East Asian scripts and signs. Good enough for carets.
fn columns(character: char) -> usize {
    let wide = matches!(u32::from(character), 0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1faff | 0x20000..=0x3fffd);
    if wide { 2 } else { 1 }
}

/// All problems of a file as one failure, in the order of their places.
pub(super) fn failure(name: &str, text: &str, mut problems: Vec<Problem>) -> Failure {
    problems.sort_by_key(|problem| problem.range);
    let lines = LineIndex::new(text);
    let shown: Vec<String> = problems
        .iter()
        .map(|problem| problem.show(name, text, &lines))
        .collect();
    match &shown[..] {
        [one] => Failure::configuration(one),
        all => Failure::configuration(format!(
            "{} problems in {name}\n\n{}",
            all.len(),
            all.join("\n\n")
        )),
    }
}
