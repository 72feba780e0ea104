//! A glossary as a table (RFC 4180; commas, semicolons or tabulators): the first row names `term` and locales, each further
//! one has a term and its translations. `*` is the column for all locales; `|` stands between several translations.

use super::super::problem::Problem;
use super::{Term, Wish, locale, twice, wish};
use crate::l10n::LocaleId;
use crate::source::TextRange;

/// What stands in one place of the table.
struct Cell {
    text: String,
    range: TextRange,
}

/// What a column holds.
enum Column {
    Term,
    Everywhere,
    Locale(LocaleId),
    Unknown,
}

/// The terms of a text, and what is wrong with it.
pub(super) fn terms(text: &str, problems: &mut Vec<Problem>) -> Vec<Term> {
    let mut rows = rows(text, problems).into_iter();
    let Some(head) = rows.next() else {
        return Vec::new();
    };
    let columns = columns(&head, problems);
    let mut found: Vec<Term> = Vec::new();
    for row in rows {
        let mut term = Term::default();
        let mut place = row.first().map_or(TextRange::default(), |cell| cell.range);
        for (cell, at) in row.iter().zip(0..) {
            let texts: Vec<String> = cell.text.split('|').map(str::to_owned).collect();
            match columns.get(at) {
                Some(Column::Term) => {
                    (term.text, place) = (cell.text.trim().into(), cell.range);
                }
                Some(Column::Everywhere) => match wish(&texts) {
                    Some(Wish::Say(_)) => {
                        let what = "one translation cannot hold for all languages";
                        let mut problem = Problem::new(cell.range, what);
                        problem.help("write `never` here, or nothing");
                        problems.push(problem);
                    }
                    wish => term.everywhere = wish,
                },
                Some(Column::Locale(id)) => {
                    if let Some(wish) = wish(&texts) {
                        term.by_locale.insert(id.clone(), wish);
                    }
                }
                Some(Column::Unknown) => {}
                None if cell.text.trim().is_empty() => {}
                None => {
                    let what = "more cells than the first row has columns";
                    let mut problem = Problem::new(cell.range, what);
                    problem.help("put text that holds the separator between double quotes");
                    problems.push(problem);
                }
            }
        }
        if term.text.is_empty() {
            problems.push(Problem::new(place, "a row without a term"));
        } else if found.iter().any(|other| other.text == term.text) {
            problems.push(twice(&term.text, place));
        }
        found.push(term);
    }
    found
}

fn columns(head: &[Cell], problems: &mut Vec<Problem>) -> Vec<Column> {
    let mut seen = Vec::new();
    let mut has_term = false;
    let mut columns = Vec::new();
    for cell in head {
        let name = cell.text.trim();
        columns.push(if name.eq_ignore_ascii_case("term") {
            has_term = true;
            Column::Term
        } else if name == "*" {
            Column::Everywhere
        } else {
            locale(name, cell.range, problems).map_or(Column::Unknown, Column::Locale)
        });
        if seen.contains(&name.to_lowercase()) {
            let what = format!("the column `{name}` stands here twice");
            problems.push(Problem::new(cell.range, what));
        }
        seen.push(name.to_lowercase());
    }
    if !has_term {
        let place = head.first().map_or(TextRange::default(), |cell| cell.range);
        let mut problem = Problem::new(place, "no column is called `term`");
        problem.help("begin the file with a row such as `term,fr-FR,de-DE`");
        problems.push(problem);
    }
    columns
}

/// The rows that hold anything.
fn rows(text: &str, problems: &mut Vec<Problem>) -> Vec<Vec<Cell>> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let separator = separator(&text[start..]);
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut at = start;
    while at < text.len() {
        let (cell, end) = cell(text, at, separator, problems);
        row.push(cell);
        at = end;
        match text[at..].chars().next() {
            Some(sign) if sign == separator => {
                at += sign.len_utf8();
                if at == text.len() || text[at..].starts_with(['\n', '\r']) {
                    row.push(Cell {
                        text: String::new(),
                        range: TextRange::at(at),
                    });
                }
            }
            _ => {}
        }
        let rest = &text[at..];
        let line_end = if rest.starts_with("\r\n") { 2 } else { 1 };
        if rest.is_empty() || rest.starts_with(['\n', '\r']) {
            at = (at + line_end).min(text.len());
            rows.push(std::mem::take(&mut row));
        }
    }
    rows.push(row);
    rows.retain(|row: &Vec<Cell>| row.iter().any(|cell| !cell.text.trim().is_empty()));
    rows
}

/// The cell that begins somewhere, and where it ends: before a separator, a line end or the end of the text.
fn cell(text: &str, start: usize, separator: char, problems: &mut Vec<Problem>) -> (Cell, usize) {
    let is_end = |sign: char| sign == separator || sign == '\n' || sign == '\r';
    let rest = &text[start..];
    if !rest.starts_with('"') {
        let end = start + rest.find(is_end).unwrap_or(rest.len());
        let cell = Cell {
            text: text[start..end].to_owned(),
            range: TextRange::new(start, end),
        };
        return (cell, end);
    }
    let mut value = String::new();
    let mut at = start + 1;
    loop {
        let Some(quote) = text[at..].find('"') else {
            value.push_str(&text[at..]);
            problems.push(Problem::new(
                TextRange::new(start, start + 1),
                "the double quote that begins here is never closed",
            ));
            at = text.len();
            break;
        };
        value.push_str(&text[at..at + quote]);
        at += quote + 1;
        if !text[at..].starts_with('"') {
            break;
        }
        value.push('"');
        at += 1;
    }
    let end = at + text[at..].find(is_end).unwrap_or(text.len() - at);
    let behind = text[at..end].trim();
    if !behind.is_empty() {
        let what = format!("`{behind}` stands behind the closing double quote");
        problems.push(Problem::new(TextRange::new(at, end), what));
    }
    let cell = Cell {
        text: value,
        range: TextRange::new(start, at),
    };
    (cell, end)
}

/// The separator that the first row uses most; of equals the comma.
fn separator(text: &str) -> char {
    let head = text.lines().next().unwrap_or_default();
    let count = |sign: char| head.matches(sign).count();
    [';', '\t'].into_iter().fold(',', |best, sign| {
        if count(sign) > count(best) {
            sign
        } else {
            best
        }
    })
}
