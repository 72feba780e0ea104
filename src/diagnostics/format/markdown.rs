//! `markdown`: a table for each file, fit for a comment on a pull request or for a step's summary.
//!
//! A comment holds 65,536 characters. Where that is too little, the last information is left out first, then the last warnings, then
//! the last errors; what is left out is counted. Columns count Unicode scalar values. Words of the author become neither markup nor mentions.

use std::collections::BTreeSet;
use std::fmt::{self, Write};

use super::super::{Counts, Severity};
use super::placed::{Placed, placed};
use super::{Findings, Format, Told, counted};

pub(super) const FORMAT: Format = Format {
    name: "markdown",
    description: "A table for each file, for comments on pull requests",
    write,
};

/// Most characters of a comment on GitHub.
const MOST: usize = 65_536;

/// Room for the line that counts what is left out.
const LAST_LINE: usize = 200;

fn write(out: &mut dyn Write, findings: &Findings<'_>) -> Result<Told, fmt::Error> {
    let placed = placed(findings.diagnostics, findings.files);
    let rows: Vec<Row<'_>> = placed.iter().map(|it| Row::of(it, findings.home)).collect();
    let title = format!(
        "## polydoc: {}\n",
        wrong(Counts::of(findings.diagnostics), true)
    );
    out.write_str(&title)?;
    let fits = fitting(&rows, MOST - LAST_LINE - title.chars().count());
    let mut left_out = Counts::default();
    let mut path = None;
    for (row, fits) in rows.iter().zip(fits) {
        if !fits {
            count(&mut left_out, row.severity);
            continue;
        }
        if path.replace(row.path) != Some(row.path) {
            out.write_str(&head(row.path))?;
        }
        out.write_str(&row.text)?;
    }
    if left_out == Counts::default() {
        return Ok(Told::All);
    }
    let rest = wrong(left_out, false);
    writeln!(out, "\nNot shown here: {rest}.")?;
    Ok(Told::Part(format!(
        "the Markdown report is bounded to {MOST} characters; left out: {rest}"
    )))
}

/// A line of a table.
struct Row<'p> {
    text: String,
    path: &'p str,
    severity: Severity,
}

impl<'p> Row<'p> {
    fn of(finding: &'p Placed<'_>, home: &'p str) -> Self {
        let place = finding.place.region.map_or(String::new(), |region| {
            format!("{}:{}", region.start.line, region.start.column)
        });
        let severity = finding.diagnostic.severity;
        let (word, rule) = (severity.word(), finding.diagnostic.rule.name);
        let lines: Vec<String> = finding.whole().split('\n').map(cell).collect();
        Self {
            text: format!("| {place} | {word} | {rule} | {} |\n", lines.join("<br>")),
            path: finding.place.path.as_deref().unwrap_or(home),
            severity,
        }
    }
}

/// Which rows fit into so many characters, the most severe ones first.
fn fitting(rows: &[Row<'_>], room: usize) -> Vec<bool> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|&at| rows[at].severity);
    let mut fits = vec![false; rows.len()];
    let (mut used, mut files) = (0, BTreeSet::new());
    for at in order {
        let row = &rows[at];
        used += row.text.chars().count();
        if files.insert(row.path) {
            used += head(row.path).chars().count();
        }
        if used > room {
            break;
        }
        fits[at] = true;
    }
    fits
}

/// What stands above the rows of a file.
fn head(path: &str) -> String {
    let path = code(path);
    format!("\n### {path}\n\n| Place | Level | Rule | Message |\n| ---: | :--- | :--- | :--- |\n")
}

fn count(counts: &mut Counts, severity: Severity) {
    match severity {
        Severity::Error => counts.errors += 1,
        Severity::Warning => counts.warnings += 1,
        Severity::Info => counts.infos += 1,
    }
}

fn wrong(counts: Counts, all: bool) -> String {
    let parts = [
        (counts.errors, "error", "errors"),
        (counts.warnings, "warning", "warnings"),
        (
            counts.infos,
            "piece of information",
            "pieces of information",
        ),
    ];
    let parts = parts.iter().filter(|(number, ..)| *number > 0);
    let parts: Vec<String> = parts
        .map(|&(number, one, many)| counted(number, one, many))
        .collect();
    if parts.is_empty() && all {
        return "nothing wrong".to_owned();
    }
    parts.join(", ")
}

/// A message for a cell: what stands between backticks as code, the rest escaped.
fn cell(message: &str) -> String {
    let Some((first, last)) = message.find('`').zip(message.rfind('`')) else {
        return plain(message);
    };
    // With an odd number of backticks one is the author's, and nobody knows which.
    if message.matches('`').count() % 2 == 1 {
        let inside = message.get(first + 1..last).unwrap_or_default();
        return [
            plain(&message[..first]),
            code(inside),
            plain(&message[last + 1..]),
        ]
        .concat();
    }
    let parts = message.split('`').enumerate();
    let parts = parts.map(|(at, part)| if at % 2 == 1 { code(part) } else { plain(part) });
    parts.collect()
}

/// Words that Markdown is to show as they are. What could be markup, an address or a mention is written as a number.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let ends_sentence = c == '.' && rest.peek().is_none_or(|next| *next == ' ');
        match c {
            ' ' | ',' | ';' | '(' | ')' | '\'' | '?' | '-' => out.push(c),
            _ if ends_sentence => out.push(c),
            // The comment keeps GitHub from seeing a person behind it.
            '@' | '#' => push_number(&mut out, c, "<!-- -->"),
            _ if c.is_ascii_punctuation() => push_number(&mut out, c, ""),
            _ => out.push(visible(c)),
        }
    }
    out
}

/// Words as code. A code span holds neither backticks nor, in a table, bars; then the element is written.
fn code(text: &str) -> String {
    let text: String = text.chars().map(visible).collect();
    if !text.is_empty() && !text.contains(['`', '|', '\\']) {
        return format!("`{text}`");
    }
    let mut out = "<code>".to_owned();
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            push_number(&mut out, c, "");
        } else {
            out.push(c);
        }
    }
    out.push_str("</code>");
    out
}

fn push_number(out: &mut String, c: char, after: &str) {
    out.extend(["&#", &u32::from(c).to_string(), ";", after]);
}

/// Control characters break lines and cells; those that turn the direction of writing show another text than there is.
fn visible(c: char) -> char {
    match c {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        c if c.is_control() => ' ',
        c => c,
    }
}
