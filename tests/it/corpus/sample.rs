//! `sample/`: eight languages of the same articles, and counts that an independent program made of them
//! (`sample-counts.json`). Every count that a build shows is compared; where polydoc counts something else, the test says what.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
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
pub(super) struct Sample {
    pub(super) site: Site,
    counts: BTreeMap<String, Value>,
}

/// The sample, built once for all tests; `None` when it is absent.
pub(super) fn sample() -> Option<&'static Sample> {
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
    fn locales(&self) -> impl Iterator<Item = &str> {
        self.counts.keys().map(String::as_str)
    }

    fn counted(&self, locale: &str, key: &str) -> u64 {
        self.counts[locale][key]
            .as_u64()
            .unwrap_or_else(|| panic!("{key} was counted in {locale}"))
    }

    /// Compares what a function counts in each locale with what was counted, as the sum of several keys.
    fn compare(&self, keys: &[&str], mut count: impl FnMut(&str) -> u64) {
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

    /// The same for something that is counted in the article of every page.
    fn compare_pages(&self, keys: &[&str], count: impl Fn(&str) -> usize) {
        self.compare(keys, |locale| {
            let articles = self.site.articles(locale);
            let counts = articles
                .iter()
                .map(|article| count(html::article(&self.site.page(article))));
            counts.sum::<usize>() as u64
        });
    }

    /// The same for the findings of a rule.
    fn compare_rule(&self, keys: &[&str], rule: &str) {
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
        let source = std::fs::read_to_string(sample.site.content.join(&finding.file))
            .expect("the file is there");
        let heading = source
            .lines()
            .find_map(|line| line.strip_prefix("# <a name=\""));
        let (_, heading) = heading
            .and_then(|line| line.split_once("</a>"))
            .expect("it has a heading");
        let page = sample.site.page(&finding.file);
        let title = page.split("<title>").nth(1).expect("a page has a title");
        assert!(html::text(title).starts_with(heading), "{}", finding.file);
    }
}

#[test]
fn known_and_translated_alerts_are_shown_and_only_the_translated_are_reported() {
    let Some(sample) = sample() else { return };
    sample.compare_rule(&["alerts_localized"], "odd-alert");
    sample.compare_pages(&["alerts_known", "alerts_localized"], |article| {
        let classes = html::attributes(article, "div", "class");
        classes
            .iter()
            .filter(|class| class.starts_with("alert "))
            .count()
    });
    assert_eq!(sample.site.of_rule("unknown-alert").count(), 0);
}

#[test]
fn links_without_words_are_reported() {
    let Some(sample) = sample() else { return };
    sample.compare_rule(&["empty_link_text"], "empty-link");
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
        let words = html::text(html::article(&page));
        assert!(
            words.contains(placeholder),
            "{}: {placeholder} is not shown",
            finding.file
        );
    }
}

#[test]
fn links_of_the_docset_lead_to_its_pages_in_the_same_language() {
    let Some(sample) = sample() else { return };
    sample.compare(&["relative_md_ok", "own_absolute_ok"], |locale| {
        let home = format!("/{}/", locale.to_lowercase());
        let mut found = 0;
        for article in sample.site.articles(locale) {
            let page = sample.site.page(&article);
            for href in html::links(html::article(&page)) {
                if !href.starts_with('/') {
                    continue;
                }
                assert!(href.starts_with(&home), "{article}: {href}");
                let file = sample
                    .site
                    .output
                    .join(href.trim_start_matches('/'))
                    .join("index.html");
                assert!(file.is_file(), "{article}: {href} leads nowhere");
                found += 1;
            }
        }
        found
    });
    let locales: Vec<&str> = sample.locales().collect();
    for locale in locales {
        for key in ["relative_md", "own_absolute"] {
            let resolved = sample.counted(locale, &format!("{key}_ok"));
            assert_eq!(sample.counted(locale, key), resolved);
        }
    }
}

#[test]
fn rooted_links_to_other_docsets_get_the_external_base() {
    let Some(sample) = sample() else { return };
    // An absolute address that authors wrote themselves looks the same on the page; the source tells the two apart.
    sample.compare(&["site_absolute"], |locale| {
        let mut found = 0;
        for article in sample.site.articles(locale) {
            let source = std::fs::read_to_string(sample.site.content.join(&article))
                .expect("the file is there");
            let page = sample.site.page(&article);
            let mut hrefs = html::links(html::article(&page));
            for rooted in rooted(&source) {
                let address = format!("https://docs.microsoft.com{rooted}");
                let at = hrefs.iter().position(|href| *href == address);
                let at = at.unwrap_or_else(|| panic!("{article}: {address} is not on the page"));
                hrefs.swap_remove(at);
                found += 1;
            }
        }
        found
    });
    assert_eq!(sample.site.of_rule("other-docset").count(), 0);
}

/// The rooted addresses of links in a text: `[…](/…)` without images.
fn rooted(source: &str) -> impl Iterator<Item = &str> {
    let link = source.match_indices("](/");
    link.filter_map(|(at, _)| {
        let open = source[..at].rfind('[')?;
        let is_image = source[..open].ends_with('!');
        let address = &source[at + 2..];
        let end = address.find([')', ' '])?;
        (!is_image).then(|| &address[..end])
    })
}

#[test]
fn every_link_is_on_the_page_and_only_damaged_ones_lack_an_address() {
    let Some(sample) = sample() else { return };
    sample.compare_pages(&["links", "video"], |article| {
        let unresolved = html::attributes(article, "span", "class");
        html::links(article).len()
            + unresolved
                .iter()
                .filter(|class| *class == "unresolved")
                .count()
            - unresolved_images(article)
    });
    sample.compare_rule(&["empty_href"], "empty-target");
    sample.compare_pages(&["mailto"], |article| starting(article, "mailto:"));
    sample.compare_pages(&["ms-settings"], |article| {
        starting(article, "ms-settings:")
    });
}

/// Images that do not exist are shown as their alternative text, in the same element as links that lead nowhere.
fn unresolved_images(article: &str) -> usize {
    article
        .matches("<span class=\"unresolved\"><span class=\"image\"")
        .count()
}

fn starting(article: &str, scheme: &str) -> usize {
    let links = html::links(article);
    links.iter().filter(|href| href.starts_with(scheme)).count()
}

#[test]
fn images_are_published_once_and_those_that_are_not_there_are_reported() {
    let Some(sample) = sample() else { return };
    // The case of one image differs in every language, and only French has the file.
    sample.compare(&["img_rel"], |locale| {
        let ok = sample.counted(locale, "img_rel_ok");
        let reported = |rule: &str| sample.site.count(rule).get(locale).copied().unwrap_or(0);
        ok + reported("broken-image") + reported("wrong-case")
    });
    let wrong_case: Vec<&str> = sample
        .site
        .of_rule("wrong-case")
        .map(|finding| finding.file.as_str())
        .collect();
    assert_eq!(
        wrong_case,
        ["fr-FR/AlchemyInsights/cannot-see-the-scroll-bar.md"]
    );
    sample.compare_pages(&["img_data"], |article| {
        let sources = html::attributes(article, "img", "src");
        sources
            .iter()
            .filter(|source| source.starts_with("data:image/"))
            .count()
    });
    for locale in sample.locales() {
        for article in sample.site.articles(locale) {
            for source in html::attributes(html::article(&sample.site.page(&article)), "img", "src")
            {
                if source.starts_with('/') {
                    let file = sample.site.output.join(source.trim_start_matches('/'));
                    assert!(file.is_file(), "{article}: {source} was not published");
                }
            }
        }
    }
}

#[test]
fn an_image_that_no_article_shows_is_not_published() {
    let Some(sample) = sample() else { return };
    let mut images = BTreeSet::new();
    site::each_file(&sample.site.output, &mut |path| {
        let is_image = path
            .extension()
            .is_some_and(|end| end == "png" || end == "gif");
        if is_image {
            let bytes = std::fs::read(path).expect("the site can be read");
            assert!(images.insert(bytes), "{} is there twice", path.display());
        }
    });
    let mut shown = BTreeSet::new();
    for locale in sample.locales() {
        for article in sample.site.articles(locale) {
            let sources =
                html::attributes(html::article(&sample.site.page(&article)), "img", "src");
            shown.extend(sources.into_iter().filter(|source| source.starts_with('/')));
        }
    }
    assert_eq!(images.len(), shown.len());
}

#[test]
fn tables_code_blocks_and_videos_are_shown_as_such() {
    let Some(sample) = sample() else { return };
    sample.compare_pages(&["tables"], |article| html::tags(article, "table").len());
    sample.compare_pages(&["fences", "indented_code"], |article| {
        html::tags(article, "pre").len()
    });
    sample.compare_pages(&["video"], |article| {
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
    sample.compare_pages(&["literal_star_text_nodes"], |article| {
        let pieces = article
            .split('<')
            .filter(|piece| !piece.starts_with("code"))
            .filter_map(|piece| piece.split_once('>'));
        pieces.filter(|(_, words)| words.contains("**")).count()
    });
}

#[test]
fn without_settings_each_foreign_docset_is_told_once() {
    let Some(folder) = shared("corpus/sample") else {
        return;
    };
    let site = Site::build("sample-bare", &[(".", &folder)], "version: 1\n");
    let mut segments = BTreeSet::new();
    for article in site::articles(&site.content) {
        let source =
            std::fs::read_to_string(site.content.join(&article)).expect("the file is there");
        let rooted: Vec<String> = rooted(&source).map(str::to_lowercase).collect();
        segments.extend(
            rooted
                .iter()
                .filter_map(|address| address.split('/').nth(1).map(str::to_owned)),
        );
    }
    let told: Vec<&str> = site
        .of_rule("other-docset")
        .map(|finding| finding.severity.as_str())
        .collect();
    assert_eq!(told.len(), segments.len(), "{segments:?}");
    assert!(told.iter().all(|severity| *severity == "info"));
    assert_eq!(site.of_rule("no-base-url").count(), 1);
    assert!(no_page_has(&site, "rel=\"canonical\""));
    assert!(no_page_has(&site, "hreflang=\"x-default\""));
    assert!(!Path::new(&site.output).join("sitemap.xml").exists());
}

fn no_page_has(site: &Site, text: &str) -> bool {
    site.articles("fr-FR")
        .iter()
        .all(|article| !site.page(article).contains(text))
}
