//! `short`: one line per finding, `path:line:column: severity[rule]: message`; what is said below it is indented.
//!
//! For tools that read lines, and for the expected output of the manual's examples.

use std::fmt::{self, Write};

use crate::source::LineIndex;

use super::super::{Diagnostic, Note};
use super::{Files, by_file, one_line, ordered};

/// Writes findings line by line.
pub fn short(out: &mut dyn Write, diagnostics: &[Diagnostic], files: &Files<'_>) -> fmt::Result {
    for findings in by_file(&ordered(diagnostics)) {
        let text = findings[0]
            .file()
            .and_then(|file| (files.text)(file))
            .unwrap_or_default();
        let lines = LineIndex::new(&text);
        let open = findings[0].file().map(|file| (file, &lines));
        for finding in findings {
            if let Some(span) = finding.primary.span {
                let position = lines.position(span.range.start as usize);
                let path = files.path(span.file);
                let path = one_line(&path);
                write!(out, "{path}:{}:{}: ", position.line, position.column)?;
            }
            if let Some(path) = &finding.primary.path {
                write!(out, "{}: ", one_line(&files.prefixed(path)))?;
            }
            let (severity, rule) = (finding.severity.word(), finding.rule.name);
            writeln!(out, "{severity}[{rule}]: {}", one_line(&finding.message))?;
            for label in &finding.related {
                writeln!(out, "  note: {}", one_line(&files.related(label, open)))?;
            }
            for note in &finding.notes {
                match note {
                    Note::Help(text) => writeln!(out, "  help: {}", one_line(text))?,
                    Note::Note(text) => writeln!(out, "  note: {}", one_line(text))?,
                }
            }
        }
    }
    Ok(())
}
