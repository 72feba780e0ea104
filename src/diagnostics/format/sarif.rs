//! `sarif`: the Static Analysis Results Interchange Format 2.1.0, which code hosts and editors read.
//!
//! Lines and columns count from 1, columns in UTF-16 code units, as `columnKind` says. Paths are relative to the root of the sources,
//! which is the folder that polydoc was started in. Findings about the site as a whole belong to its home.
//!
//! GitHub takes 5,000 results: with more, errors are kept first, then warnings; what is left out is counted in a notification. Its own
//! fingerprint, a hash of lines, is left to its upload action, which complains about others; ours has a name of its own.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};

use super::super::{Counts, Level, Rule, Severity, docfx};
use super::placed::{Place, Placed, PlacedFix, Region, placed};
use super::{Findings, Format, SetApart, SetApartBy, Told, counted};

pub(super) const FORMAT: Format = Format {
    name: "sarif",
    description: "SARIF 2.1.0, for code hosts and editors",
    write,
};

/// Most results that GitHub takes from one run.
const MOST: usize = 5_000;

/// Most related places of a result that GitHub takes.
const MOST_RELATED: usize = 100;

/// Most characters of a description that GitHub takes.
const LONGEST_DESCRIPTION: usize = 1_024;

/// What stays as it is in a path.
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// The name of the folder that paths are relative to.
const ROOT: &str = "%SRCROOT%";

fn write(out: &mut dyn Write, findings: &Findings<'_>) -> Result<Told, fmt::Error> {
    let all = placed(findings.diagnostics, findings.files);
    let kept = most_severe(&all);
    let left_out = left_out(findings, &kept);
    let mut log = Log {
        home: findings.home,
        rules: Vec::new(),
        rule_indices: BTreeMap::new(),
        artifacts: Vec::new(),
        artifact_indices: BTreeMap::new(),
    };
    let mut results: Vec<Value> = kept.iter().map(|finding| log.result(finding)).collect();
    for SetApart { finding, by } in findings.set_apart {
        if results.len() == MOST {
            break;
        }
        for placed in placed(std::slice::from_ref(*finding), findings.files) {
            let mut result = log.result(&placed);
            result["suppressions"] = json!([suppression(*by)]);
            results.push(result);
        }
    }
    let notifications: Vec<Value> = left_out
        .iter()
        .map(|text| json!({ "level": "warning", "message": { "text": text } }))
        .collect();
    let report = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "polydoc",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": "en-US",
                "rules": log.rules,
            } },
            "invocations": [{
                "executionSuccessful": true,
                "toolExecutionNotifications": notifications,
            }],
            "originalUriBaseIds": { ROOT: { "description": {
                "text": "The folder that polydoc was started in."
            } } },
            "artifacts": log.artifacts,
            "columnKind": "utf16CodeUnits",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "results": results,
        }],
    });
    let text = serde_json::to_string_pretty(&report).map_err(|_| fmt::Error)?;
    writeln!(out, "{text}")?;
    Ok(left_out.map_or(Told::All, Told::Part))
}

/// As many findings as fit, the most severe ones, in the order of reports.
fn most_severe<'p, 'f>(all: &'p [Placed<'f>]) -> Vec<&'p Placed<'f>> {
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|&at| all[at].diagnostic.severity);
    order.truncate(MOST);
    order.sort_unstable();
    order.into_iter().map(|at| &all[at]).collect()
}

fn left_out(findings: &Findings<'_>, kept: &[&Placed<'_>]) -> Option<String> {
    let all = Counts::of(findings.diagnostics);
    let rest = |severity: Severity, all: usize| {
        all - kept
            .iter()
            .filter(|it| it.diagnostic.severity == severity)
            .count()
    };
    let parts = [
        (rest(Severity::Error, all.errors), "error", "errors"),
        (rest(Severity::Warning, all.warnings), "warning", "warnings"),
        (rest(Severity::Info, all.infos), "note", "notes"),
    ];
    let parts = parts.iter().filter(|(number, ..)| *number > 0);
    let parts: Vec<String> = parts
        .map(|&(number, one, many)| counted(number, one, many))
        .collect();
    let rest = (!parts.is_empty()).then(|| parts.join(", "))?;
    Some(format!(
        "the SARIF report is bounded to {MOST} results; left out: {rest}"
    ))
}

/// What results refer to by number.
struct Log<'f> {
    home: &'f str,
    rules: Vec<Value>,
    rule_indices: BTreeMap<&'static str, usize>,
    artifacts: Vec<Value>,
    artifact_indices: BTreeMap<String, usize>,
}

impl Log<'_> {
    fn result(&mut self, finding: &Placed<'_>) -> Value {
        let rule = finding.diagnostic.rule;
        let mut result = json!({
            "ruleId": rule.name,
            "ruleIndex": self.rule(rule),
            "level": level(finding.diagnostic.severity),
            "message": message(&finding.whole()),
            "locations": [self.location(&finding.place)],
            "partialFingerprints": { "polydoc/v1": finding.fingerprint.as_str() },
        });
        if let Some(locale) = finding.locale {
            result["properties"] = json!({ "locale": locale });
        }
        if let Some(fix) = &finding.fix {
            result["fixes"] = json!([self.fix(fix, &finding.place)]);
        }
        if !finding.related.is_empty() {
            let related = finding.related.iter().take(MOST_RELATED).enumerate();
            let related = related.map(|(id, place)| {
                let mut location = self.location(place);
                location["id"] = json!(id);
                location["message"] = message(place.text);
                location
            });
            result["relatedLocations"] = related.collect();
        }
        result
    }

    fn fix(&mut self, placed: &PlacedFix<'_>, place: &Place<'_>) -> Value {
        let path = place.path.as_deref().unwrap_or(self.home);
        let edits = placed.fix.edits.iter().zip(&placed.regions);
        let replacements: Vec<Value> = edits
            .map(|(edit, region)| {
                json!({
                    "deletedRegion": self::region(*region),
                    "insertedContent": { "text": &*edit.new },
                })
            })
            .collect();
        let mut location = artifact_location(path);
        location.insert("index".to_owned(), json!(self.artifact(path)));
        json!({
            "description": message(&placed.fix.what),
            "artifactChanges": [{
                "artifactLocation": location,
                "replacements": replacements,
            }],
            "properties": { "applicability": placed.fix.applicability.word() },
        })
    }

    fn location(&mut self, place: &Place<'_>) -> Value {
        let path = place.path.as_deref().unwrap_or(self.home);
        let mut location = artifact_location(path);
        location.insert("index".to_owned(), json!(self.artifact(path)));
        let mut physical = json!({ "artifactLocation": location });
        if let Some(region) = place.region {
            physical["region"] = self::region(region);
        }
        json!({ "physicalLocation": physical })
    }

    fn rule(&mut self, rule: &'static Rule) -> usize {
        *self.rule_indices.entry(rule.name).or_insert_with(|| {
            self.rules.push(described(rule));
            self.rules.len() - 1
        })
    }

    fn artifact(&mut self, path: &str) -> usize {
        *self
            .artifact_indices
            .entry(path.to_owned())
            .or_insert_with(|| {
                let mut artifact = json!({ "location": artifact_location(path) });
                let ending = path
                    .rsplit_once('.')
                    .map(|(_, ending)| ending.to_ascii_lowercase());
                if ending.as_deref() == Some("md") {
                    artifact["mimeType"] = json!("text/markdown");
                }
                self.artifacts.push(artifact);
                self.artifacts.len() - 1
            })
    }
}

fn region(region: Region) -> Value {
    json!({
        "startLine": region.start.line,
        "startColumn": region.start.utf16,
        "endLine": region.end.line,
        "endColumn": region.end.utf16,
    })
}

/// Why a result is not to be shown as one.
fn suppression(by: SetApartBy<'_>) -> Value {
    match by {
        SetApartBy::Author(None) => json!({ "kind": "inSource" }),
        SetApartBy::Author(Some(reason)) => json!({ "kind": "inSource", "justification": reason }),
        SetApartBy::Baseline => {
            json!({ "kind": "external", "justification": "accepted in the baseline" })
        }
    }
}

/// A text in which nothing is a placeholder (3.11.5 of the standard) or a link (3.11.6), whatever the author wrote.
fn message(text: &str) -> Value {
    let mut text = text.replace('{', "{{").replace('}', "}}");
    if text.contains("](") {
        for mark in ['\\', '[', ']'] {
            text = text.replace(mark, &format!("\\{mark}"));
        }
    }
    json!({ "text": text })
}

/// What a rule is. It has no address on the web, so its page goes with it.
fn described(rule: &Rule) -> Value {
    let short = bounded(rule.description());
    let full = bounded(rule.first_section());
    json!({
        "id": rule.name,
        "shortDescription": { "text": short },
        "fullDescription": { "text": if full.is_empty() { short } else { full } },
        "help": { "text": rule.body(), "markdown": rule.body() },
        "defaultConfiguration": {
            "enabled": rule.level != Level::Off,
            "level": rule.level.severity().map_or("none", level),
        },
        "properties": {
            "category": rule.category.word(),
            "docfx": docfx::codes(rule.name),
            "tags": [rule.category.word()],
            "problem.severity": match rule.level {
                Level::Error => "error",
                Level::Warning => "warning",
                Level::Info | Level::Off => "recommendation",
            },
        },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn bounded(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST_DESCRIPTION);
    end.map_or(text, |(end, _)| &text[..end])
}

/// Where a file is: relative to the root, or absolute when its path is.
fn artifact_location(path: &str) -> Map<String, Value> {
    let uri = utf8_percent_encode(path, PATH);
    let mut location = Map::new();
    if path.starts_with('/') {
        location.insert("uri".to_owned(), json!(format!("file://{uri}")));
    } else {
        location.insert("uri".to_owned(), json!(uri.to_string()));
        location.insert("uriBaseId".to_owned(), json!(ROOT));
    }
    location
}
