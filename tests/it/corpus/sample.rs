//! `sample/`: eight languages of the same articles, and counts that an independent program made of them
//! (`sample-counts.json`). Every count that a build shows is compared; where polydoc counts something else, the test says what.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde_json::Value;

use super::html;
use super::site::{self, Site};
use crate::support::shared::shared;

/// The addresses that authors of these articles use for their own docset, and for their neighbours'.
const SETTINGS: &str = "version: 1
base_url: https://docs.example.org
own_urls:
  https://docs.microsoft.com/alchemyinsights: /AlchemyInsights
external_base: https://docs.microsoft.com
";

/// The sample with what was counted in it.
pub(crate) struct Sample {
    pub(crate) site: Site,
    counts: BTreeMap<String, Value>,
}

/// The sample, built once for all tests; `None` when it is absent.
pub(crate) fn sample() -> Option<&'static Sample> {
    static SAMPLE: OnceLock<Option<Sample>> = OnceLock::new();
    let built = SAMPLE.get_or_init(|| {
        let folder = shared("corpus/sample")?;
        let counts = std::fs::read(shared("corpus/sample-counts.json")?).expect("it can be read");
        let site = Site::build("sample", &[(".", &folder)], SETTINGS);
        let counts = serde_json::from_slice(&counts).expect("the counts are JSON");
        Some(Sample { site, counts })
    });
    if built.is_none() {
        site::skipped("no corpus (`corpus/sample`)");
    }
    built.as_ref()
}

impl Sample {
    pub(super) fn locales(&self) -> impl Iterator<Item = &str> {
        self.counts.keys().map(String::as_str)
    }

    pub(super) fn counted(&self, locale: &str, key: &str) -> u64 {
        self.counts[locale][key]
            .as_u64()
            .unwrap_or_else(|| panic!("{key} was counted in {locale}"))
    }

    /// Compares what a function counts in each locale with what was counted, as the sum of several keys.
    pub(super) fn compare(&self, keys: &[&str], mut count: impl FnMut(&str) -> u64) {
        let found: BTreeMap<&str, u64> = self
            .locales()
            .map(|locale| (locale, count(locale)))
            .collect();
        let expected: BTreeMap<&str, u64> = self
            .locales()
            .map(|locale| {
                (
                    locale,
                    keys.iter().map(|key| self.counted(locale, key)).sum(),
                )
            })
            .collect();
        assert_eq!(found, expected, "{keys:?}");
    }

    /// The same for something that is counted in the article of every page, with the source beside it.
    pub(super) fn compare_pages(&self, keys: &[&str], count: impl Fn(&str, &str) -> usize) {
        self.compare(keys, |locale| {
            let articles = self.site.articles(locale);
            let counts = articles.iter().map(|article| {
                let page = self.site.page(article);
                count(&html::article(&page), &self.site.source(article))
            });
            counts.sum::<usize>() as u64
        });
    }

    /// The same for the findings of a rule.
    pub(super) fn compare_rule(&self, keys: &[&str], rule: &str) {
        let counts = self.site.count(rule);
        self.compare(keys, |locale| counts.get(locale).copied().unwrap_or(0));
    }
}

#[test]
fn every_article_of_the_sample_has_its_page() {
    let Some(sample) = sample() else { return };
    sample.compare(&["articles"], |locale| {
        let articles = sample.site.articles(locale);
        for article in &articles {
            sample.site.page(article);
        }
        articles.len() as u64
    });
    assert_eq!(sample.site.summary["articles"], 986);
}

#[test]
fn content_errors_in_the_sample_make_the_exit_code_1() {
    let Some(sample) = sample() else { return };
    assert_eq!(sample.site.code, Some(1));
}

#[test]
fn each_of_the_eight_malformed_front_matters_is_reported_once_with_its_line() {
    let Some(sample) = sample() else { return };
    let found: Vec<(&str, u64)> = sample
        .site
        .of_rule("malformed-front-matter")
        .map(|finding| (finding.file.as_str(), finding.line))
        .collect();
    let expected: Vec<(String, u64)> = sample
        .counts
        .iter()
        .flat_map(|(locale, counts)| {
            let bad = counts["yaml_bad"].as_array().expect("a list of names");
            bad.iter().map(move |name| {
                let name = name.as_str().expect("a name");
                // The whole block stands in the line after the fence.
                (format!("{locale}/AlchemyInsights/{name}"), 2)
            })
        })
        .collect();
    assert_eq!(expected.len(), 8);
    let expected: Vec<(&str, u64)> = expected
        .iter()
        .map(|(file, line)| (file.as_str(), *line))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn an_article_with_malformed_front_matter_is_published_under_its_heading() {
    let Some(sample) = sample() else { return };
    for finding in sample.site.of_rule("malformed-front-matter") {
        let source = sample.site.source(&finding.file);
        let heading = source
            .lines()
            .find_map(|line| line.strip_prefix("# <a name=\""));
        let (_, heading) = heading
            .and_then(|line| line.split_once("</a>"))
            .expect("it has a heading");
        let page = sample.site.page(&finding.file);
        let title = page.split("<title>").nth(1).expect("a page has a title");
        // The title may be fenced off from the site's by marks of direction.
        let title = html::text(title).replace(['\u{2068}', '\u{2069}'], "");
        assert!(title.starts_with(heading), "{}", finding.file);
    }
}

#[test]
fn known_and_translated_alerts_are_shown_and_only_the_translated_are_reported() {
    let Some(sample) = sample() else { return };
    sample.compare_rule(&["alerts_localized"], "odd-alert");
    assert_eq!(sample.site.of_rule("unknown-alert").count(), 0);
    // Some quotations have the keyword twice, once translated: two marks, one alert.
    sample.compare_pages(&["alerts_known", "alerts_localized"], |article, source| {
        let classes = html::attributes(article, "div", "class");
        let shown = classes.iter().filter(|class| class.starts_with("alert "));
        let lines: Vec<&str> = source.lines().map(str::trim_start).collect();
        let twice = lines.windows(2).filter(|pair| {
            let is_marked = |line: &str| line.starts_with("> [!");
            is_marked(pair[0]) && is_marked(pair[1])
        });
        shown.count() + twice.count()
    });
}

#[test]
fn ids_that_stand_twice_are_reported() {
    let Some(sample) = sample() else { return };
    // The counts count files, and in each of these files one id stands twice.
    sample.compare_rule(&["dup_anchor"], "duplicate-anchor");
}

#[test]
fn titles_that_stand_twice_are_reported_once_for_each_language() {
    let Some(sample) = sample() else { return };
    sample.compare_rule(&["duplicate_title_groups"], "duplicate-title");
}

#[test]
fn placeholders_in_angle_brackets_are_reported_and_shown() {
    let Some(sample) = sample() else { return };
    // The counts count each text once in a file, polydoc reports every place.
    let mut distinct: BTreeMap<&str, BTreeSet<(&str, &str)>> = BTreeMap::new();
    for finding in sample.site.of_rule("unknown-tag") {
        let of_locale = distinct.entry(finding.locale()).or_default();
        of_locale.insert((&finding.file, &finding.message));
    }
    sample.compare(&["unknown_html_placeholders"], |locale| {
        distinct.get(locale).map_or(0, BTreeSet::len) as u64
    });
    for finding in sample.site.of_rule("unknown-tag") {
        let placeholder = finding.message.split('`').nth(1).expect("the tag is named");
        let page = sample.site.page(&finding.file);
        let words = html::text(&html::article(&page));
        assert!(
            words.contains(placeholder),
            "{}: {placeholder} is not shown",
            finding.file
        );
    }
}

#[test]
fn tables_code_blocks_and_videos_are_shown_as_such() {
    let Some(sample) = sample() else { return };
    sample.compare_pages(&["tables"], |article, _| html::tags(article, "table").len());
    sample.compare_pages(&["fences", "indented_code"], |article, _| {
        html::tags(article, "pre").len()
    });
    sample.compare_pages(&["video"], |article, _| {
        let figures = html::attributes(article, "figure", "class");
        figures.iter().filter(|class| *class == "video").count()
    });
}

#[test]
fn metadata_keys_are_meta_elements_of_the_page() {
    let Some(sample) = sample() else { return };
    for kind in ["MT", "HT"] {
        sample.compare(&[kind], |locale| {
            let meta = format!("<meta name=\"ms.translationtype\" content=\"{kind}\"");
            let articles = sample.site.articles(locale);
            let with = articles
                .iter()
                .filter(|article| sample.site.page(article).contains(&meta));
            with.count() as u64
        });
    }
}

#[test]
fn asterisks_that_make_nothing_bold_are_shown() {
    let Some(sample) = sample() else { return };
    // The counts count pieces of text with `**` in them; a piece is what stands between two tags.
    sample.compare_pages(&["literal_star_text_nodes"], |article, _| {
        let pieces = article
            .split('<')
            .filter(|piece| !piece.starts_with("code"))
            .filter_map(|piece| piece.split_once('>'));
        pieces.filter(|(_, words)| words.contains("**")).count()
    });
}

#[test]
fn asterisks_that_are_shown_are_reported_but_for_four_behind_a_bracket() {
    let Some(sample) = sample() else { return };
    let reported = sample.site.count("literal-emphasis");
    sample.compare(&["literal_star_text_nodes"], |locale| {
        let of_locale = reported.get(locale).copied().unwrap_or(0);
        // `[**** words]` may be a password; the rule's page says that it is missed.
        of_locale + u64::from(locale == "ja-JP")
    });
}

#[test]
fn what_is_reported_stands_where_the_report_points() {
    let Some(sample) = sample() else { return };
    let mut seen = BTreeMap::new();
    for finding in &sample.site.findings {
        let named = finding.message.split('`').nth(1).unwrap_or_default();
        let starts: &[&str] = match &*finding.rule {
            "empty-link" | "empty-target" => &["["],
            "literal-emphasis" => &["**"],
            "missing-alt" => &["![", "<img"],
            "spaced-link" => &[" "],
            "unbalanced-html" | "unknown-tag" => &["<"],
            // The address, the word or the id itself, not what stands around it.
            "broken-image" | "broken-link" | "duplicate-anchor" | "glued-link" | "odd-alert"
            | "own-absolute-link" | "wrong-case" => &[named],
            _ => continue,
        };
        let source = sample.site.source(&finding.file);
        let line = source.lines().nth(index(finding.line)).unwrap_or_default();
        let place: String = line.chars().skip(index(finding.column)).collect();
        assert!(
            starts.iter().any(|start| place.starts_with(start)),
            "{finding:?}: {place}"
        );
        *seen.entry(finding.rule.as_str()).or_insert(0) += 1;
    }
    assert_eq!(seen.len(), 14, "every kind was seen: {seen:?}");
}

/// Lines and columns count from 1.
fn index(number: u64) -> usize {
    usize::try_from(number).expect("a place fits") - 1
}
