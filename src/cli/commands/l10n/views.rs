//! How often pages are read: a CSV file of addresses or paths with numbers, from whatever counts visits.

use std::collections::BTreeMap;
use std::path::Path;

use crate::failure::Failure;
use crate::fs::{Disk, FileSystem as _};
use crate::l10n::Locale;

/// Largest file, in bytes.
const LARGEST: u64 = 256 << 20;

/// Captions of the column with pages, and of the one with numbers. Without them the first two columns are meant.
const PAGES: [&str; 5] = ["path", "page", "url", "page path", "address"];
const NUMBERS: [&str; 5] = ["views", "pageviews", "page views", "visits", "hits"];

/// Numbers by page: lower case, without host, query, ending and final `/`.
#[derive(Debug, Default)]
pub(super) struct Views(BTreeMap<String, u64>);

impl Views {
    /// Reads a file.
    pub(super) fn read(file: &Path) -> Result<Self, Failure> {
        let bytes = Disk.read(file, LARGEST).map_err(|error| {
            Failure::usage(format!("cannot read `{}`", file.display())).cause(&error)
        })?;
        let text = String::from_utf8_lossy(&bytes);
        let views = Self::parse(&text);
        if views.0.is_empty() {
            let message = format!(
                "`{}` holds no line with a page and a number",
                file.display()
            );
            return Err(
                Failure::usage(message).hint("write lines such as `/fr-fr/guide/start/,1234`")
            );
        }
        Ok(views)
    }

    fn parse(text: &str) -> Self {
        let mut views = Self::default();
        let (mut page, mut number) = (0, 1);
        for (at, row) in rows(text.trim_start_matches('\u{feff}'))
            .into_iter()
            .enumerate()
        {
            if at == 0 {
                let column = |names: &[&str]| {
                    let is_named =
                        |cell: &String| names.contains(&cell.trim().to_lowercase().as_str());
                    row.iter().position(is_named)
                };
                page = column(&PAGES).unwrap_or(page);
                number = column(&NUMBERS).unwrap_or(number);
            }
            let (Some(page), Some(number)) = (row.get(page), row.get(number)) else {
                continue;
            };
            let digits: String = number
                .chars()
                .filter(|it| !matches!(it, ',' | ' ' | '\u{a0}' | '\u{202f}'))
                .collect();
            if let Ok(count) = digits.parse::<u64>() {
                *views.0.entry(plain(page)).or_default() += count;
            }
        }
        views
    }

    /// How often an article is read in a language, under any of its paths.
    pub(super) fn of(&self, names: &[&str], locale: &Locale, base_path: &str) -> u64 {
        let mut keys: Vec<String> = Vec::new();
        for name in names {
            let name = plain(name);
            let below = name
                .strip_prefix(&format!("{}/", locale.folder.to_lowercase()))
                .unwrap_or(&name)
                .to_owned();
            let base = plain(base_path);
            let page = format!("{}/{below}", locale.url);
            if !base.is_empty() {
                keys.push(format!("{base}/{page}"));
            }
            keys.extend([page, below]);
        }
        keys.sort_unstable();
        keys.dedup();
        keys.iter().filter_map(|key| self.0.get(key)).sum()
    }
}

/// A page's name without what differs between an address and a path.
fn plain(page: &str) -> String {
    let page = page.trim();
    let page = page.split_once("://").map_or(page, |(_, rest)| {
        rest.split_once('/').map_or("", |(_, path)| path)
    });
    let page = page.split(['?', '#']).next().unwrap_or_default();
    let page = page.trim_matches('/');
    let page = percent_encoding::percent_decode_str(page)
        .decode_utf8_lossy()
        .to_lowercase();
    let page = page
        .strip_suffix("index.html")
        .or_else(|| page.strip_suffix("index.md"))
        .unwrap_or(&page);
    let page = page
        .strip_suffix(".html")
        .or_else(|| page.strip_suffix(".md"))
        .unwrap_or(page);
    page.trim_matches('/').to_owned()
}

/// The cells of comma-separated values (RFC 4180); a semicolon separates when the first line has no comma.
fn rows(text: &str) -> Vec<Vec<String>> {
    let first = text.lines().next().unwrap_or_default();
    let separator = if first.contains(',') { ',' } else { ';' };
    let mut rows = vec![vec![String::new()]];
    let mut is_quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().expect("there is a row");
        let cell = row.last_mut().expect("a row has a cell");
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if is_quoted || cell.is_empty() => is_quoted = !is_quoted,
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            '\r' if !is_quoted => {}
            _ if letter == separator && !is_quoted => row.push(String::new()),
            _ => cell.push(letter),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_paths_of_an_article_are_counted_together() {
        let views = Views::parse(
            "url,country,Views\nhttps://docs.example.org/docs/fr-fr/guide/start/?x=1,FR,\"1,200\"\n\
             /fr-fr/guide/start.html,BE,30\nfr-FR/guide/start.md,CA,4\nguide/start,CH,\"5\"\n/de-de/guide/start/,DE,999\n",
        );
        let locale = crate::l10n::Locales::build(["fr-FR"], &BTreeMap::default());
        let count = views.of(
            &["fr-FR/guide/start.md", "guide/start"],
            &locale.0[0],
            "/docs",
        );
        assert_eq!(count, 1239);
        let views = Views::parse("/fr-fr/a/;7\r\n/fr-fr/b;8\r\n");
        assert_eq!(views.of(&["a"], &locale.0[0], ""), 7);
    }
}
