//! `gitlab`: the Code Quality report of GitLab, a JSON array in the shape of Code Climate.
//!
//! Lines and columns count from 1, columns in Unicode scalar values. Findings without a line are put on the first one, because GitLab
//! shows nothing without; those about the site as a whole belong to its home.

use std::fmt::{self, Write};

use serde_json::{Value, json};

use super::super::Severity;
use super::placed::{Placed, placed};
use super::{Findings, Format, Told};

pub(super) const FORMAT: Format = Format {
    name: "gitlab",
    description: "Code Quality report of GitLab",
    write,
};

fn write(out: &mut dyn Write, findings: &Findings<'_>) -> Result<Told, fmt::Error> {
    let placed = placed(findings.diagnostics, findings.files);
    let issues: Vec<Value> = placed.iter().map(|it| issue(it, findings.home)).collect();
    let text = serde_json::to_string_pretty(&issues).map_err(|_| fmt::Error)?;
    writeln!(out, "{text}")?;
    Ok(Told::All)
}

fn issue(finding: &Placed<'_>, home: &str) -> Value {
    let path = finding.place.path.as_deref().unwrap_or(home);
    let mut location = json!({ "path": path.strip_prefix("./").unwrap_or(path) });
    location["lines"] = json!({ "begin": 1, "end": 1 });
    if let Some(region) = finding.place.region {
        let (start, end) = (region.start, region.end);
        location["lines"] = json!({ "begin": start.line, "end": end.line });
        location["positions"] = json!({
            "begin": { "line": start.line, "column": start.column },
            "end": { "line": end.line, "column": end.column },
        });
    }
    json!({
        "type": "issue",
        // One line: that is how it is shown.
        "description": finding.whole().replace('\n', "; "),
        "check_name": finding.diagnostic.rule.name,
        "severity": match finding.diagnostic.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Info => "info",
        },
        "fingerprint": finding.fingerprint.as_str(),
        "location": location,
    })
}
