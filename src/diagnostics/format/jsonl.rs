//! `jsonl`: for programs that read line by line. Each line is a finding as `json` shapes it; the last one holds the summary.

use std::fmt::{self, Write};

use serde::Serialize;

use super::json::{Finding, Summary, VERSION};
use super::placed::placed;
use super::{Findings, Format, Told};

pub(super) const FORMAT: Format = Format {
    name: "jsonl",
    description: "For programs, one object in each line",
    write,
};

#[derive(Serialize)]
struct Last {
    version: u32,
    summary: Summary,
}

fn write(out: &mut dyn Write, findings: &Findings<'_>) -> Result<Told, fmt::Error> {
    for finding in placed(findings.diagnostics, findings.files) {
        line(out, &Finding::of(&finding))?;
    }
    let summary = Summary::of(findings.diagnostics, findings.files, findings.articles);
    line(
        out,
        &Last {
            version: VERSION,
            summary,
        },
    )?;
    Ok(Told::All)
}

fn line(out: &mut dyn Write, value: &impl Serialize) -> fmt::Result {
    let text = serde_json::to_string(value).map_err(|_| fmt::Error)?;
    writeln!(out, "{text}")
}
