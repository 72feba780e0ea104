//! `json`: for machines. One object; lines and columns count from 1, columns in Unicode scalar values.
//!
//! The shapes below are the promise: fields are added, never renamed, and `version` tells when a meaning changes.

use std::fmt::{self, Write};

use serde::Serialize;

use super::super::{Counts, Diagnostic, Note};
use super::placed::{self, Placed, placed};
use super::{Files, Format, Told};

pub(super) const FORMAT: Format = Format {
    name: "json",
    description: "For programs, one object",
    write: |out, findings| {
        json(out, findings.diagnostics, findings.files, findings.articles).map(|()| Told::All)
    },
};

/// The version of the shapes.
pub(super) const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'r> {
    version: u32,
    diagnostics: Vec<Finding<'r>>,
    summary: Summary,
}

/// How many there are.
#[derive(Serialize)]
pub(super) struct Summary {
    files: usize,
    articles: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
}

/// One finding.
#[derive(Serialize)]
pub(super) struct Finding<'r> {
    rule: &'static str,
    category: &'static str,
    severity: &'static str,
    message: &'r str,
    #[serde(flatten)]
    place: Place<'r>,
    help: Vec<&'r str>,
    notes: Vec<&'r str>,
    related: Vec<Related<'r>>,
    fingerprint: &'r str,
    fix: Option<FixShape<'r>>,
}

/// What could be done about a finding: edits of its file, which do not overlap.
#[derive(Serialize)]
struct FixShape<'r> {
    applicability: &'static str,
    message: &'r str,
    edits: Vec<EditShape<'r>>,
}

/// The text that takes the place of what stands from the one place up to the other.
#[derive(Serialize)]
struct EditShape<'r> {
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    text: &'r str,
}

/// `end_*` is the place after the last character. Lines and columns are `null` for what is no readable file, and all is when a
/// finding concerns the site as a whole.
#[derive(Serialize)]
struct Place<'r> {
    file: Option<&'r str>,
    line: Option<u32>,
    column: Option<u32>,
    end_line: Option<u32>,
    end_column: Option<u32>,
    locale: Option<&'r str>,
}

#[derive(Serialize)]
struct Related<'r> {
    file: Option<&'r str>,
    line: Option<u32>,
    column: Option<u32>,
    message: &'r str,
}

/// Writes findings as one JSON object, with the number of articles that were looked at.
pub fn json(
    out: &mut dyn Write,
    diagnostics: &[Diagnostic],
    files: &Files<'_>,
    articles: usize,
) -> fmt::Result {
    let placed = placed(diagnostics, files);
    let report = Report {
        version: VERSION,
        diagnostics: placed.iter().map(Finding::of).collect(),
        summary: Summary::of(diagnostics, files, articles),
    };
    let text = serde_json::to_string_pretty(&report).map_err(|_| fmt::Error)?;
    writeln!(out, "{text}")
}

impl Summary {
    pub(super) fn of(diagnostics: &[Diagnostic], files: &Files<'_>, articles: usize) -> Self {
        let counts = Counts::of(diagnostics);
        Self {
            files: files.sources.files.len(),
            articles,
            errors: counts.errors,
            warnings: counts.warnings,
            infos: counts.infos,
        }
    }
}

impl<'r> Finding<'r> {
    pub(super) fn of(finding: &'r Placed<'_>) -> Self {
        let diagnostic = finding.diagnostic;
        let texts = |help: bool| {
            let texts = diagnostic.notes.iter().filter_map(move |note| match note {
                Note::Help(text) => help.then_some(&**text),
                Note::Note(text) => (!help).then_some(&**text),
            });
            texts.collect()
        };
        let region = finding.place.region;
        Self {
            rule: diagnostic.rule.name,
            category: diagnostic.rule.category.word(),
            severity: diagnostic.severity.word(),
            message: &diagnostic.message,
            place: Place {
                file: finding.place.path.as_deref(),
                line: region.map(|region| region.start.line),
                column: region.map(|region| region.start.column),
                end_line: region.map(|region| region.end.line),
                end_column: region.map(|region| region.end.column),
                locale: finding.locale,
            },
            help: texts(true),
            notes: texts(false),
            related: finding.related.iter().map(related).collect(),
            fingerprint: finding.fingerprint.as_str(),
            fix: finding.fix.as_ref().map(fix),
        }
    }
}

fn fix<'r>(placed: &'r placed::PlacedFix<'_>) -> FixShape<'r> {
    let edits = placed.fix.edits.iter().zip(&placed.regions);
    FixShape {
        applicability: placed.fix.applicability.word(),
        message: &placed.fix.what,
        edits: edits
            .map(|(edit, region)| EditShape {
                line: region.start.line,
                column: region.start.column,
                end_line: region.end.line,
                end_column: region.end.column,
                text: &edit.new,
            })
            .collect(),
    }
}

fn related<'r>(place: &'r placed::Place<'_>) -> Related<'r> {
    Related {
        file: place.path.as_deref(),
        line: place.region.map(|region| region.start.line),
        column: place.region.map(|region| region.start.column),
        message: place.text,
    }
}
