//! `extra-locales/`: 35 files, each chosen for a defect that no other shows. `extra_locales.tsv` beside the corpus tests
//! says what is odd in each, what polydoc reports in it, and what its page looks like.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::html;
use super::site::{self, Site};
use crate::support::shared::shared;

const TABLE: &str = include_str!("../extra_locales.tsv");

/// Told once for the whole site, at whatever file comes first.
const OF_THE_SITE: [&str; 1] = ["other-docset"];

struct Row {
    file: &'static str,
    odd: &'static str,
    reports: Vec<String>,
    checks: Vec<String>,
}

fn rows() -> Vec<Row> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let columns: Vec<&'static str> = line.split('\t').collect();
            let [file, odd, reports, checks] = columns[..] else {
                panic!("four columns: {line}");
            };
            let checks = checks.split(" ¦ ").map(unescape).collect();
            Row {
                file,
                odd,
                reports: repeated(reports),
                checks,
            }
        })
        .collect()
}

/// `rule:line*3` three times; `-` not at all.
fn repeated(reports: &str) -> Vec<String> {
    let mut all = Vec::new();
    for report in reports.split(' ').filter(|report| *report != "-") {
        let (report, times) = report.split_once('*').unwrap_or((report, "1"));
        let times: usize = times.parse().expect("a number after `*`");
        all.extend(std::iter::repeat_n(report.to_owned(), times));
    }
    all.sort();
    all
}

fn unescape(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('}').expect("`\\u{` is closed");
        let number = u32::from_str_radix(number, 16).expect("a number in base 16");
        plain.push(char::from_u32(number).expect("a character"));
        plain.push_str(rest);
    }
    plain
}

fn extra_locales() -> Option<&'static Site> {
    static SITE: OnceLock<Option<Site>> = OnceLock::new();
    let site = SITE.get_or_init(|| {
        let folder = shared("corpus/extra-locales")?;
        let settings = "version: 1\nbase_url: https://docs.example.org\n";
        Some(Site::build("extra-locales", &[(".", &folder)], settings))
    });
    if site.is_none() {
        site::skipped("no corpus (`corpus/extra-locales`)");
    }
    site.as_ref()
}

#[test]
fn the_table_of_oddities_names_every_file_once() {
    let Some(site) = extra_locales() else { return };
    let named: Vec<&str> = rows().iter().map(|row| row.file).collect();
    assert_eq!(named.len(), 35);
    let there = site::articles(&site.content);
    let named: BTreeSet<&str> = named.into_iter().collect();
    assert_eq!(named, there.iter().map(String::as_str).collect());
}

#[test]
fn each_extra_file_has_exactly_the_findings_it_was_chosen_for() {
    let Some(site) = extra_locales() else { return };
    let mut wrong = Vec::new();
    for row in rows() {
        let mut found: Vec<String> = site
            .findings
            .iter()
            .filter(|finding| finding.file == row.file)
            .filter(|finding| !OF_THE_SITE.contains(&finding.rule.as_str()))
            .map(|finding| format!("{}:{}", finding.rule, finding.line))
            .collect();
        found.sort();
        if found != row.reports {
            wrong.push(format!(
                "{} ({}): found {found:?}, not {:?}",
                row.file, row.odd, row.reports
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_extra_file_shows_what_it_was_chosen_for() {
    let Some(site) = extra_locales() else { return };
    let mut wrong = Vec::new();
    for row in rows() {
        let page = site.page(row.file);
        let article = &html::article(&page);
        for check in &row.checks {
            let (what, text) = check.split_once(' ').expect("a check and its text");
            let times = article.matches(text).count();
            let holds = match what {
                "has" => times > 0,
                "no" => times == 0,
                "page" => page.contains(text),
                number => number.strip_suffix('x').map(str::parse) == Some(Ok(times)),
            };
            if !holds {
                wrong.push(format!(
                    "{} ({}): `{check}`, but {times} times",
                    row.file, row.odd
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
