//! `short`: one line per finding, `path:line:column: severity[rule]: message`; what is said below it is indented.
//!
//! For tools that read lines, and for the expected output of the manual's examples.

use std::fmt::{self, Write};

use super::super::{Diagnostic, Note};
use super::placed::{Placed, placed};
use super::{Files, Format, Told, one_line};

pub(super) const FORMAT: Format = Format {
    name: "short",
    description: "One line for each finding",
    write: |out, findings| short(out, findings.diagnostics, findings.files).map(|()| Told::All),
};

/// Writes findings line by line.
pub fn short(out: &mut dyn Write, diagnostics: &[Diagnostic], files: &Files<'_>) -> fmt::Result {
    for finding in placed(diagnostics, files) {
        writeln!(out, "{}", line(&finding))?;
        for related in &finding.related {
            writeln!(out, "  note: {}", one_line(&related.sentence()))?;
        }
        for note in &finding.diagnostic.notes {
            match note {
                Note::Help(text) => writeln!(out, "  help: {}", one_line(text))?,
                Note::Note(text) => writeln!(out, "  note: {}", one_line(text))?,
            }
        }
    }
    Ok(())
}

/// The line of a finding, without its end.
pub(super) fn line(finding: &Placed<'_>) -> String {
    let Placed {
        diagnostic, place, ..
    } = finding;
    let place = match (&place.path, place.region) {
        (Some(path), Some(region)) => {
            let path = one_line(path);
            format!("{path}:{}:{}: ", region.start.line, region.start.column)
        }
        (Some(path), None) => format!("{}: ", one_line(path)),
        (None, _) => String::new(),
    };
    let (severity, rule) = (diagnostic.severity.word(), diagnostic.rule.name);
    let message = one_line(&diagnostic.message);
    format!("{place}{severity}[{rule}]: {message}")
}
