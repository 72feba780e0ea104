//! `github`: annotations, which GitHub Actions shows beside the lines of a pull request.
//!
//! GitHub shows ten annotations of each level in a step. What does not fit is written below them as plain lines in a group that folds,
//! and counted in a notice. Lines and columns count from 1, columns in Unicode scalar values; GitHub leaves columns out where a finding
//! goes over several lines.
//!
//! Messages hold words of the author, who may be a stranger with a pull request: nothing of them may become a command of the runner.

use std::fmt::{self, Display, Formatter, Write};

use super::super::Severity;
use super::placed::{Placed, placed};
use super::{Findings, Format, Told, counted, short};

pub(super) const FORMAT: Format = Format {
    name: "github",
    description: "Annotations of GitHub Actions",
    write,
};

/// Most annotations of a level that GitHub shows for one step.
const MOST: usize = 10;

fn write(out: &mut dyn Write, findings: &Findings<'_>) -> Result<Told, fmt::Error> {
    let placed = placed(findings.diagnostics, findings.files);
    let of = |severity: Severity| {
        let found = placed
            .iter()
            .filter(move |it| it.diagnostic.severity == severity);
        found.collect::<Vec<_>>()
    };
    let levels = [Severity::Error, Severity::Warning, Severity::Info].map(of);
    let fits = levels.iter().all(|found| found.len() <= MOST);
    // The notice about the rest is an annotation too.
    let most = |found: &[&Placed<'_>]| match found.first().map(|it| it.diagnostic.severity) {
        Some(Severity::Info) if !fits => MOST - 1,
        _ => MOST,
    };
    let (mut rest, mut counts) = (Vec::new(), Vec::new());
    for found in &levels {
        let (shown, hidden) = found.split_at(most(found).min(found.len()));
        shown
            .iter()
            .try_for_each(|finding| annotation(out, finding))?;
        if let Some(first) = hidden.first() {
            let (one, many) = nouns(first.diagnostic.severity);
            counts.push(counted(hidden.len(), one, many));
        }
        rest.extend(hidden);
    }
    if fits {
        return Ok(Told::All);
    }
    let counts = counts.join(", ");
    let message = Data(&format!(
        "not shown here: {counts}; see the log of this step"
    ))
    .to_string();
    writeln!(out, "::notice title=polydoc::{message}")?;
    writeln!(out, "::group::Not shown above: {counts}")?;
    for finding in rest {
        // Only what begins a line with two colons, or holds the old mark, is a command.
        writeln!(out, "- {}", short::line(finding).replace("##[", "## ["))?;
    }
    writeln!(out, "::endgroup::")?;
    Ok(Told::All)
}

fn nouns(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::Error => ("error", "errors"),
        Severity::Warning => ("warning", "warnings"),
        Severity::Info => ("notice", "notices"),
    }
}

fn annotation(out: &mut dyn Write, finding: &Placed<'_>) -> fmt::Result {
    let command = nouns(finding.diagnostic.severity).0;
    write!(out, "::{command} ")?;
    if let Some(path) = &finding.place.path {
        write!(out, "file={},", Property(path))?;
    }
    if let Some(region) = finding.place.region {
        let (start, end) = (region.start, region.end);
        write!(out, "line={},col={},", start.line, start.column)?;
        write!(out, "endLine={},endColumn={},", end.line, end.column)?;
    }
    let (rule, message) = (finding.diagnostic.rule.name, finding.whole());
    writeln!(out, "title={}::{}", Property(rule), Data(&message))
}

/// The text of a command.
struct Data<'t>(&'t str);

/// The value of a command's property.
struct Property<'t>(&'t str);

impl Display for Data<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        escape(f, self.0, "")
    }
}

impl Display for Property<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        escape(f, self.0, ":,")
    }
}

fn escape(f: &mut Formatter<'_>, text: &str, more: &str) -> fmt::Result {
    for c in text.chars() {
        match c {
            '%' | '\r' | '\n' => write!(f, "%{:02X}", u32::from(c))?,
            c if more.contains(c) => write!(f, "%{:02X}", u32::from(c))?,
            c if c.is_control() => f.write_char(' ')?,
            c => f.write_char(c)?,
        }
    }
    Ok(())
}
