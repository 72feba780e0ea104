//! Report formats: findings in, characters out. One file per format.
//!
//! A format reads no file and prints nothing: [`Files`] tells how paths look and gives texts, the caller keeps what was written.
//! Only here do byte ranges become lines and columns, and only for files about which something is said. All formats tell the
//! same findings at the same places: `placed` works them out once, a format puts them into its words and units.
//!
//! A new format is one file and one line in [`FORMATS`]; its name and description are what the command line shows.

use std::borrow::Cow;
use std::fmt::{self, Write};

use crate::source::{FileId, LineColumn, LineIndex, Sources, Span};

use super::{Diagnostic, Label};

pub use json::json;
pub use short::short;
pub use text::{TextOptions, text};

mod checkstyle;
mod github;
mod gitlab;
mod json;
mod jsonl;
mod junit;
mod markdown;
mod placed;
mod sarif;
mod short;
mod text;
mod xml;

/// All formats, in the order of help texts; the first one is the default.
pub static FORMATS: &[Format] = &[
    text::FORMAT,
    short::FORMAT,
    json::FORMAT,
    jsonl::FORMAT,
    sarif::FORMAT,
    junit::FORMAT,
    github::FORMAT,
    gitlab::FORMAT,
    checkstyle::FORMAT,
    markdown::FORMAT,
];

/// The format with that name.
pub fn named(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// A report format.
pub struct Format {
    /// The word for it on the command line.
    pub name: &'static str,
    /// Whom it is for: a few words, no full stop.
    pub description: &'static str,
    /// Writes the report.
    pub write: fn(&mut dyn Write, &Findings<'_>) -> Result<Told, fmt::Error>,
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Format").field(&self.name).finish()
    }
}

/// How much of the findings a report tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// All of them, or as many as were asked for.
    All,
    /// Fewer, because whoever reads the format takes no more. For the log: a sentence without a full stop.
    Part(String),
}

/// What a report is made from.
#[derive(Debug)]
pub struct Findings<'f> {
    /// The findings, in any order.
    pub diagnostics: &'f [Diagnostic],
    /// What is not to be reported, for formats that tell it all the same.
    pub set_apart: &'f [SetApart<'f>],
    /// Paths and texts.
    pub files: &'f Files<'f>,
    /// The number of articles that were looked at.
    pub articles: usize,
    /// The file or folder that stands for the site as a whole in formats that want a file for everything, as the user would
    /// write it.
    pub home: &'f str,
    /// The day of the run as `2026-11-22`, when it was told.
    pub day: Option<&'f str>,
    /// How text for people looks.
    pub text: TextOptions,
}

/// A finding that somebody accepts.
#[derive(Clone, Copy, Debug)]
pub struct SetApart<'f> {
    /// What was found.
    pub finding: &'f Diagnostic,
    /// Who accepts it.
    pub by: SetApartBy<'f>,
}

/// Who accepts a finding.
#[derive(Clone, Copy, Debug)]
pub enum SetApartBy<'f> {
    /// The author, beside it or in the front matter, with the reason that is given.
    Author(Option<&'f str>),
    /// The baseline.
    Baseline,
}

/// What formats need to know of files.
pub struct Files<'f> {
    /// All files of the run.
    pub sources: &'f Sources,
    /// A path of the site as it leads there from where the user stands: `content/fr/start.md`, `../docs/fr/start.md`.
    pub shown: &'f dyn Fn(&str) -> String,
    /// The tag of each locale, by [`crate::source::LocaleIndex`].
    pub locales: &'f [String],
    /// The text of a file, decoded exactly as it was when it was parsed; `None` when it cannot be read any more.
    pub text: &'f dyn Fn(FileId) -> Option<String>,
}

impl fmt::Debug for Files<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Files").finish_non_exhaustive()
    }
}

/// The file whose findings are being written, with its lines: most related places lie in it, and it is read once.
type Open<'l> = Option<(FileId, &'l LineIndex<'l>)>;

impl Files<'_> {
    /// The path of a file as the user would write it.
    pub fn path(&self, file: FileId) -> String {
        self.prefixed(self.sources.get(file).path.as_str())
    }

    fn prefixed(&self, path: &str) -> String {
        (self.shown)(path)
    }

    fn locale(&self, file: FileId) -> Option<&str> {
        let locale = self.sources.get(file).locale?;
        self.locales.get(locale.index()).map(String::as_str)
    }

    /// The position where a label begins. The start of a file needs no text; `open` is the file whose lines are known.
    fn position(&self, label: &Label, open: Open<'_>) -> Option<(Span, LineColumn)> {
        let span = label.span?;
        let start = span.range.start as usize;
        if start == 0 {
            return Some((span, LineColumn { line: 1, column: 1 }));
        }
        if let Some((file, lines)) = open
            && file == span.file
        {
            return Some((span, lines.position(start)));
        }
        let text = (self.text)(span.file).unwrap_or_default();
        Some((span, LineIndex::new(&text).position(start)))
    }

    /// What a related place is, and where: `first used here: path:line:column`.
    fn related(&self, label: &Label, open: Open<'_>) -> String {
        let Some((span, LineColumn { line, column })) = self.position(label, open) else {
            return label.text.clone();
        };
        format!("{}: {}:{line}:{column}", label.text, self.path(span.file))
    }
}

/// The order of all reports.
fn ordered(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut ordered: Vec<_> = diagnostics.iter().collect();
    ordered.sort_by(|a, b| a.cmp_place(b));
    ordered
}

/// Findings of one file (or of none) stand together.
fn by_file<'o, 'd>(ordered: &'o [&'d Diagnostic]) -> impl Iterator<Item = &'o [&'d Diagnostic]> {
    ordered.chunk_by(|a, b| a.file() == b.file() && a.primary.path == b.primary.path)
}

/// A number with its noun.
fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Messages and paths hold the words of strangers: nothing in them may begin a line, speak to the terminal, or turn the order
/// of what is read.
fn one_line(text: &str) -> Cow<'_, str> {
    let shown = |c: char| match c {
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        '\u{2028}' | '\u{2029}' => ' ',
        c if c.is_control() => ' ',
        c => c,
    };
    if text.chars().all(|c| shown(c) == c) {
        Cow::Borrowed(text)
    } else {
        text.chars().map(shown).collect()
    }
}

#[cfg(test)]
mod tests;
