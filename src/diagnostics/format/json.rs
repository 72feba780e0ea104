//! `json`: for machines. One object; lines and columns count from 1, columns in Unicode scalar values.
//!
//! The shapes below are the promise: fields are added, never renamed, and `version` tells when a meaning changes.

use std::fmt::{self, Write};

use serde::Serialize;

use crate::source::{LineColumn, LineIndex};

use super::super::{Counts, Diagnostic, Label, Note};
use super::{Files, Open, by_file, ordered};

/// The version of the shapes.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'r> {
    version: u32,
    diagnostics: Vec<Finding<'r>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Summary {
    files: usize,
    articles: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
}

#[derive(Serialize)]
struct Finding<'r> {
    rule: &'static str,
    category: &'static str,
    severity: &'static str,
    message: &'r str,
    #[serde(flatten)]
    place: Place<'r>,
    help: Vec<&'r str>,
    notes: Vec<&'r str>,
    related: Vec<Related<'r>>,
}

/// `end_*` is the place after the last character. Lines and columns are `null` for what is no readable file, and all is when a
/// finding concerns the site as a whole.
#[derive(Default, Serialize)]
struct Place<'r> {
    file: Option<String>,
    line: Option<u32>,
    column: Option<u32>,
    end_line: Option<u32>,
    end_column: Option<u32>,
    locale: Option<&'r str>,
}

#[derive(Serialize)]
struct Related<'r> {
    file: Option<String>,
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
    let ordered = ordered(diagnostics);
    let mut findings = Vec::with_capacity(ordered.len());
    for group in by_file(&ordered) {
        let text = group[0]
            .file()
            .and_then(|file| (files.text)(file))
            .unwrap_or_default();
        let lines = LineIndex::new(&text);
        findings.extend(group.iter().map(|finding| shape(finding, files, &lines)));
    }
    let counts = Counts::of(diagnostics);
    let summary = Summary {
        files: files.sources.files.len(),
        articles,
        errors: counts.errors,
        warnings: counts.warnings,
        infos: counts.infos,
    };
    let report = Report {
        version: VERSION,
        diagnostics: findings,
        summary,
    };
    let text = serde_json::to_string_pretty(&report).map_err(|_| fmt::Error)?;
    writeln!(out, "{text}")
}

fn shape<'r>(finding: &'r Diagnostic, files: &'r Files<'_>, lines: &LineIndex<'_>) -> Finding<'r> {
    let open = finding.file().map(|file| (file, lines));
    let texts = |help: bool| {
        let texts = finding.notes.iter().filter_map(move |note| match note {
            Note::Help(text) => help.then_some(&**text),
            Note::Note(text) => (!help).then_some(&**text),
        });
        texts.collect()
    };
    Finding {
        rule: finding.rule.name,
        category: finding.rule.category.word(),
        severity: finding.severity.word(),
        message: &finding.message,
        place: place(&finding.primary, files, lines),
        help: texts(true),
        notes: texts(false),
        related: finding
            .related
            .iter()
            .map(|label| related(label, files, open))
            .collect(),
    }
}

fn place<'r>(label: &Label, files: &'r Files<'_>, lines: &LineIndex<'_>) -> Place<'r> {
    let Some(span) = label.span else {
        let file = label.path.as_deref().map(|path| files.prefixed(path));
        return Place {
            file,
            ..Place::default()
        };
    };
    let LineColumn { line, column } = lines.position(span.range.start as usize);
    let end = lines.position(span.range.end as usize);
    Place {
        file: Some(files.path(span.file)),
        line: Some(line),
        column: Some(column),
        end_line: Some(end.line),
        end_column: Some(end.column),
        locale: files.locale(span.file),
    }
}

fn related<'r>(label: &'r Label, files: &Files<'_>, open: Open<'_>) -> Related<'r> {
    let position = files.position(label, open);
    Related {
        file: position.map(|(span, _)| files.path(span.file)),
        line: position.map(|(_, at)| at.line),
        column: position.map(|(_, at)| at.column),
        message: &label.text,
    }
}
