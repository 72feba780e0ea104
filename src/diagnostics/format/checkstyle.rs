//! `checkstyle`: the XML of that program in its version 4.3, which many services and editors read.
//!
//! Lines and columns count from 1, columns in Unicode scalar values; the format has no ends. Findings about the site as a whole
//! belong to its home.

use std::fmt::{self, Write};

use super::placed::{Placed, placed};
use super::xml::Xml;
use super::{Findings, Format, Told};

pub(super) const FORMAT: Format = Format {
    name: "checkstyle",
    description: "XML that many services and editors read",
    write,
};

fn write(out: &mut dyn Write, findings: &Findings<'_>) -> Result<Told, fmt::Error> {
    let placed = placed(findings.diagnostics, findings.files);
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<checkstyle version="4.3">"#)?;
    for file in placed.chunk_by(|a, b| a.place.path == b.place.path) {
        let path = file[0].place.path.as_deref().unwrap_or(findings.home);
        writeln!(out, r#"  <file name="{}">"#, Xml(path))?;
        file.iter().try_for_each(|finding| error(out, finding))?;
        writeln!(out, "  </file>")?;
    }
    writeln!(out, "</checkstyle>")?;
    Ok(Told::All)
}

fn error(out: &mut dyn Write, finding: &Placed<'_>) -> fmt::Result {
    write!(out, "    <error ")?;
    if let Some(region) = finding.place.region {
        let start = region.start;
        write!(out, r#"line="{}" column="{}" "#, start.line, start.column)?;
    }
    let severity = finding.diagnostic.severity.word();
    let (message, rule) = (finding.whole(), finding.diagnostic.rule.name);
    let message = Xml(&message);
    writeln!(
        out,
        r#"severity="{severity}" message="{message}" source="polydoc.{rule}"/>"#
    )
}
