//! `learn-fr-FR/`: two product documentations in the richer Markdown of Learn: no directive is left in any page, and no word is lost.

use std::collections::{BTreeMap, BTreeSet};

use super::html;
use super::site::{self, Site};
use crate::support::shared::shared;

#[test]
fn product_documentation_in_the_richer_markdown_loses_its_syntax_and_no_word() {
    let Some(folder) = shared("corpus/learn-fr-FR") else {
        return;
    };
    let settings = "version: 1\nbase_url: https://docs.example.org\n";
    let site = Site::build("learn", &[("fr-FR", &folder)], settings);
    let articles = site::articles(&site.content);
    assert!(articles.len() > 30, "{articles:?}");
    let mut left = Vec::new();
    let mut lost = Vec::new();
    let mut words_seen = 0;
    for article in &articles {
        let page = html::article(&site.page(article));
        let text = html::text(&page);
        assert!(text.trim().len() > 40, "{article} is empty");
        let source = std::fs::read_to_string(site.content.join(article)).unwrap();
        for syntax in [":::", "[!", "#tab/", "xref:"] {
            // An alternative text of the corpus holds colons that a translation put there.
            let in_words = source.contains("No-Loc (index)") && syntax == ":::";
            let count = without_code(&page).matches(syntax).count();
            if count > 0 && !in_words {
                left.push(format!("{article}: {syntax}"));
            }
        }
        // Tags end words in the source, and may stand within one on the page.
        let apart = html::text(&page.replace('<', " <"));
        let shown: BTreeSet<String> = words(&text).chain(words(&apart)).collect();
        let written = words_of_source(&source);
        words_seen += written.len();
        let missing = written.into_iter().filter(|word| !shown.contains(word));
        lost.extend(missing.map(|word| format!("{article}: {word}")));
    }
    assert_eq!(left, Vec::<String>::new());
    assert_eq!(lost, Vec::<String>::new());
    assert!(words_seen > 5_000, "{words_seen}");
    assert_eq!(site.summary["articles"], articles.len());
    // The sample is a part: what is missing is told once, however many pages name it.
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    for finding in &site.findings {
        let is_meant = ["unknown-uid", "broken-include"].contains(&&*finding.rule);
        if is_meant && (finding.message.contains("uid") || finding.message.contains("`~/")) {
            *told.entry(finding.message.clone()).or_default() += 1;
        }
    }
    assert!(told.len() > 10, "{told:?}");
    assert!(told.values().all(|&count| count == 1), "{told:?}");
}

/// A page without what its code blocks and code spans show.
fn without_code(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some((before, code)) = rest.split_once("<code") {
        out.push_str(before);
        rest = code.split_once("</code>").map_or("", |(_, after)| after);
    }
    out + rest
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| word.chars().count() > 3)
        .map(str::to_lowercase)
}

/// The words of an article that readers should see: without front matter, addresses, tags and the syntax of directives.
fn words_of_source(source: &str) -> BTreeSet<String> {
    let body = source.splitn(3, "---\n").nth(2).unwrap_or(source);
    let mut out = String::new();
    let mut fence = false;
    let mut columns = None;
    for line in between(body, "<!--", "-->").lines() {
        let trimmed = line.trim_start_matches([' ', '>', '\t']);
        if trimmed.starts_with("```") {
            fence = !fence;
            continue;
        }
        if !trimmed.starts_with('|') {
            columns = None;
        } else if columns.is_none() {
            columns = Some(cells(trimmed).len());
        }
        // Cells beyond those of the head of a table are left out, as GFM has it.
        let row = columns.filter(|_| !fence).map(|columns| {
            let cells = cells(trimmed);
            cells[..cells.len().min(columns)].join(" ")
        });
        let line = row.as_deref().unwrap_or(line);
        let is_definition = trimmed.starts_with('[') && trimmed.contains("]: ");
        if trimmed.starts_with(":::") || trimmed.starts_with("[!") || is_definition {
            continue;
        }
        let line = if fence {
            line.to_owned()
        } else {
            // Includes and icons stand among words too.
            let line = between(line, "[!INCLUDE", ")]");
            let line = between(&line, ":::image", ":::");
            let line = targets(&line);
            between(&between(&line, "<", ">"), "http", " ")
        };
        out.push_str(&line.replace("&nbsp;", " ").replace("&mdash;", " "));
        out.push('\n');
    }
    words(&out).collect()
}

/// The cells of a row of a table.
fn cells(row: &str) -> Vec<String> {
    let row = row.trim().replace("\\|", "\u{1}");
    let inner = row.trim_start_matches('|').trim_end_matches('|');
    inner
        .split('|')
        .map(|cell| cell.replace('\u{1}', "|"))
        .collect()
}

/// A line without what stands between the parentheses of links.
fn targets(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("](") {
        out.push_str(before);
        out.push(' ');
        let mut depth = 1;
        let end = after.find(|sign| {
            depth += i32::from(sign == '(') - i32::from(sign == ')');
            depth == 0
        });
        rest = end.map_or("", |end| &after[end + 1..]);
    }
    out + rest
}

/// A text without everything from one mark to another.
fn between(text: &str, start: &str, end: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once(start) {
        out.push_str(before);
        out.push(' ');
        match inside.split_once(end) {
            Some((_, after)) => rest = after,
            None => {
                rest = "";
            }
        }
    }
    out + rest
}
