//! `markdown`: a table for each file, fit for a comment on a pull request or for a step's summary.
//!
//! A comment holds 65,536 characters. Where that is too little, information is left out first, then warnings, then the last errors; what
//! is left out is counted. Columns count Unicode scalar values. Words of the author become neither markup nor mentions.

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
    let mut page = Page {
        text: format!(
            "## polydoc: {}\n",
            wrong(Counts::of(findings.diagnostics), true)
        ),
        length: 0,
        left_out: Counts::default(),
    };
    page.length = page.text.chars().count();
    let rows: Vec<Row> = placed.iter().map(Row::of).collect();
    let least = least_severity(
        &placed,
        &rows,
        findings.home,
        MOST - LAST_LINE - page.length,
    );
    let mut file = None;
    for (finding, row) in placed.iter().zip(&rows) {
        let path = finding.place.path.as_deref().unwrap_or(findings.home);
        let head = if file == Some(path) {
            String::new()
        } else {
            head(path)
        };
        let length = row.length + head.chars().count();
        if finding.diagnostic.severity > least || page.length + length > MOST - LAST_LINE {
            count(&mut page.left_out, finding.diagnostic.severity);
            continue;
        }
        file = Some(path);
        page.length += length;
        page.text.push_str(&head);
        page.text.push_str(&row.text);
    }
    out.write_str(&page.text)?;
    if page.left_out == Counts::default() {
        return Ok(Told::All);
    }
    let rest = wrong(page.left_out, false);
    writeln!(out, "\nNot shown here: {rest}.")?;
    Ok(Told::Part(format!(
        "the Markdown report is bounded to {MOST} characters: {rest} are only counted in it"
    )))
}

/// What is written so far.
struct Page {
    text: String,
    /// In characters.
    length: usize,
    left_out: Counts,
}

/// A line of a table.
struct Row {
    text: String,
    /// In characters.
    length: usize,
}

impl Row {
    fn of(finding: &Placed<'_>) -> Self {
        let place = finding.place.region.map_or(String::new(), |region| {
            format!("{}:{}", region.start.line, region.start.column)
        });
        let (severity, rule) = (
            finding.diagnostic.severity.word(),
            finding.diagnostic.rule.name,
        );
        let lines: Vec<String> = finding.whole().split('\n').map(cell).collect();
        let text = format!(
            "| {place} | {severity} | {rule} | {} |\n",
            lines.join("<br>")
        );
        Self {
            length: text.chars().count(),
            text,
        }
    }
}

/// The least severity whose findings fit, with all above it.
fn least_severity(placed: &[Placed<'_>], rows: &[Row], home: &str, room: usize) -> Severity {
    let fits = |least: Severity| {
        let (mut length, mut file) = (0, None);
        for (finding, row) in placed.iter().zip(rows) {
            if finding.diagnostic.severity > least {
                continue;
            }
            let path = finding.place.path.as_deref().unwrap_or(home);
            if file != Some(path) {
                file = Some(path);
                length += head(path).chars().count();
            }
            length += row.length;
        }
        length <= room
    };
    let levels = [Severity::Info, Severity::Warning];
    levels
        .into_iter()
        .find(|&least| fits(least))
        .unwrap_or(Severity::Error)
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
        (counts.infos, "information", "pieces of information"),
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
    out.push_str(&format!("&#{};{after}", u32::from(c)));
}

/// Control characters break lines and cells; those that turn the direction of writing show another text than there is.
fn visible(c: char) -> char {
    match c {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        c if c.is_control() => ' ',
        c => c,
    }
}
