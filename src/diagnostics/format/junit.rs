//! `junit`: test results in XML, as continuous integration services show them. A file is a test suite, a finding a test case.
//!
//! Errors are failures. Warnings and information are skipped tests: shown, but they make nothing fail, as in the exit code. A run
//! without findings holds one test that passed, because services take an empty report for a mistake.
//! Lines and columns stand in the names, and with the path in the text; columns count Unicode scalar values. The schema wants a host,
//! durations and a time, which would make every report differ; they are fixed, save the day when it was told.

use std::fmt::{self, Write};

use super::super::Severity;
use super::placed::{Placed, placed};
use super::xml::Xml;
use super::{Findings, Format, Told, one_line, short};

pub(super) const FORMAT: Format = Format {
    name: "junit",
    description: "Test results in XML",
    write,
};

/// The day of reports for which none was told.
const NO_DAY: &str = "1970-01-01";

fn write(out: &mut dyn Write, findings: &Findings<'_>) -> Result<Told, fmt::Error> {
    let placed = placed(findings.diagnostics, findings.files);
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, "<testsuites>")?;
    let day = findings.day.unwrap_or(NO_DAY);
    if placed.is_empty() {
        suite(out, 0, "polydoc", day, &[])?;
    }
    for (id, file) in placed
        .chunk_by(|a, b| a.place.path == b.place.path)
        .enumerate()
    {
        let name = file[0].place.path.as_deref().unwrap_or(findings.home);
        suite(out, id, name, day, file)?;
    }
    writeln!(out, "</testsuites>")?;
    Ok(Told::All)
}

fn suite(
    out: &mut dyn Write,
    id: usize,
    name: &str,
    day: &str,
    findings: &[Placed<'_>],
) -> fmt::Result {
    let tests = findings.len().max(1);
    let failures = findings.iter().filter(|it| is_failure(it)).count();
    let skipped = findings.len() - failures;
    let name = Xml(name);
    write!(
        out,
        r#"  <testsuite id="{id}" name="{name}" package="polydoc" "#
    )?;
    write!(out, r#"timestamp="{day}T00:00:00" hostname="localhost" "#)?;
    write!(
        out,
        r#"tests="{tests}" failures="{failures}" errors="0" skipped="{skipped}" "#
    )?;
    writeln!(out, r#"time="0">"#)?;
    writeln!(out, "    <properties/>")?;
    if findings.is_empty() {
        writeln!(
            out,
            r#"    <testcase name="nothing wrong" classname="polydoc" time="0"/>"#
        )?;
    }
    findings
        .iter()
        .try_for_each(|finding| case(out, finding, name))?;
    writeln!(out, "    <system-out/>")?;
    writeln!(out, "    <system-err/>")?;
    writeln!(out, "  </testsuite>")
}

fn case(out: &mut dyn Write, finding: &Placed<'_>, class: Xml<'_>) -> fmt::Result {
    let rule = finding.diagnostic.rule.name;
    let name = match finding.place.region {
        Some(region) => format!("{}:{} {rule}", region.start.line, region.start.column),
        None => rule.to_owned(),
    };
    writeln!(
        out,
        r#"    <testcase name="{name}" classname="{class}" time="0">"#
    )?;
    let message = one_line(&finding.diagnostic.message);
    let message = Xml(&message);
    let mut text = short::line(finding);
    if let Some((_, below)) = finding.whole().split_once('\n') {
        text.push('\n');
        text.push_str(below);
    }
    let text = Xml(&text);
    if is_failure(finding) {
        writeln!(
            out,
            r#"      <failure message="{message}" type="{rule}">{text}</failure>"#
        )?;
    } else {
        writeln!(
            out,
            r#"      <skipped message="{message}">{text}</skipped>"#
        )?;
    }
    writeln!(out, "    </testcase>")
}

fn is_failure(finding: &Placed<'_>) -> bool {
    finding.diagnostic.severity == Severity::Error
}
