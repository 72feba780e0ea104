//! Findings with their places in lines and columns, in the order of reports: what all formats are made from.

use std::collections::BTreeMap;

use crate::source::{LineIndex, Span};

use super::super::{Diagnostic, Fingerprint, Fingerprints, Fix, Label, Note};
use super::{Files, by_file, ordered};

/// A finding and all that needed its file's text to be known.
#[derive(Debug)]
pub(super) struct Placed<'f> {
    pub(super) diagnostic: &'f Diagnostic,
    /// The main place.
    pub(super) place: Place<'f>,
    /// The other places, as in the finding.
    pub(super) related: Vec<Place<'f>>,
    /// The locale of the file's folder.
    pub(super) locale: Option<&'f str>,
    pub(super) fingerprint: Fingerprint,
    /// What could be done about it.
    pub(super) fix: Option<PlacedFix<'f>>,
}

/// A fix with the places of its edits, which lie in the file of the finding.
#[derive(Debug)]
pub(super) struct PlacedFix<'f> {
    pub(super) fix: &'f Fix,
    /// The place of each edit.
    pub(super) regions: Vec<Region>,
}

/// A place as a report tells it.
#[derive(Debug)]
pub(super) struct Place<'f> {
    /// What is to be seen there.
    pub(super) text: &'f str,
    /// The path as the user would write it; `None` for the site as a whole.
    pub(super) path: Option<String>,
    /// The range in the file; `None` for what is no file of the run.
    pub(super) region: Option<Region>,
}

/// A range: up to, and without, its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) start: Position,
    pub(super) end: Position,
}

/// A position, all numbers from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) line: u32,
    /// In Unicode scalar values.
    pub(super) column: u32,
    /// The same column in UTF-16 code units.
    pub(super) utf16: u32,
}

impl Place<'_> {
    /// What is there, and where: `first used here: path:line:column`.
    pub(super) fn sentence(&self) -> String {
        match (&self.path, self.region) {
            (Some(path), Some(Region { start, .. })) => {
                format!("{}: {path}:{}:{}", self.text, start.line, start.column)
            }
            _ => self.text.to_owned(),
        }
    }
}

impl Placed<'_> {
    /// The message with everything that is said below it, one line each.
    pub(super) fn whole(&self) -> String {
        let mut text = self.diagnostic.message.clone();
        for related in &self.related {
            text.push_str("\nnote: ");
            text.push_str(&related.sentence());
        }
        for note in &self.diagnostic.notes {
            let (word, said) = match note {
                Note::Help(said) => ("help", said),
                Note::Note(said) => ("note", said),
            };
            text.extend(["\n", word, ": ", said]);
        }
        text
    }
}

/// Works out all places, each file's text being read once, those of other places once more at most.
pub(super) fn placed<'f>(diagnostics: &'f [Diagnostic], files: &'f Files<'_>) -> Vec<Placed<'f>> {
    let ordered = ordered(diagnostics);
    let mut fingerprints = Fingerprints::new();
    let mut known: BTreeMap<Span, Region> = BTreeMap::new();
    let mut all = Vec::with_capacity(ordered.len());
    for group in by_file(&ordered) {
        let text = group[0].file().and_then(|file| (files.text)(file));
        let lines = text.as_deref().map(LineIndex::new);
        for &diagnostic in group {
            let fingerprint = fingerprints.next(diagnostic, files.sources, lines.as_ref());
            let place = place(&diagnostic.primary, files, |span| {
                lines
                    .as_ref()
                    .map_or_else(Region::nowhere, |lines| Region::of(span, lines))
            });
            let related = diagnostic.related.iter().map(|label| {
                let region = |span: Span| {
                    // Most lie in the same file, which is not read again for each.
                    if let Some(lines) = &lines
                        && diagnostic.file() == Some(span.file)
                    {
                        return Region::of(span, lines);
                    }
                    *known.entry(span).or_insert_with(|| {
                        let text = (files.text)(span.file).unwrap_or_default();
                        Region::of(span, &LineIndex::new(&text))
                    })
                };
                self::place(label, files, region)
            });
            let fix = diagnostic.fix.as_ref().zip(lines.as_ref());
            let fix = fix.zip(diagnostic.file()).map(|((fix, lines), file)| {
                let edits = fix.edits.iter();
                let region = |range| Region::of(Span { file, range }, lines);
                let regions = edits.map(|edit| region(edit.range)).collect();
                PlacedFix { fix, regions }
            });
            all.push(Placed {
                fix,
                related: related.collect(),
                locale: diagnostic.file().and_then(|file| files.locale(file)),
                diagnostic,
                place,
                fingerprint,
            });
        }
    }
    all
}

fn place<'f>(
    label: &'f Label,
    files: &Files<'_>,
    region: impl FnOnce(Span) -> Region,
) -> Place<'f> {
    let path = match label.span {
        Some(span) => Some(files.path(span.file)),
        None => label.path.as_deref().map(|path| files.prefixed(path)),
    };
    Place {
        text: &label.text,
        path,
        region: label.span.map(region),
    }
}

impl Region {
    fn of(span: Span, lines: &LineIndex<'_>) -> Self {
        let position = |offset: u32| {
            let at = lines.position(offset as usize);
            Position {
                line: at.line,
                column: at.column,
                utf16: lines.utf16_column(offset as usize),
            }
        };
        Self {
            start: position(span.range.start),
            end: position(span.range.end),
        }
    }

    /// The start of a file that cannot be read any more.
    fn nowhere() -> Self {
        let start = Position {
            line: 1,
            column: 1,
            utf16: 1,
        };
        Self { start, end: start }
    }
}
