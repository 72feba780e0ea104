//! The sample with a source language and a second French: fallback pages and hreflang, recomputed from the published
//! HTML and sitemaps alone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use super::site::{self, Site};
use crate::support::files_below;
use crate::support::shared::shared;

/// Nearly every article of the corpus asks not to be indexed; here all may be.
const SETTINGS: &str = "version: 1
base_url: https://docs.example.org
source_locale: fr-FR
hreflang: both
overrides: {ROBOTS: index}
files:
- match: '*/AlchemyInsights/a*'
  locale: ja-JP
  overrides: {ROBOTS: NOINDEX}
locales:
  de-DE: {fallback: [ar-SA]}
";

const HOST: &str = "https://docs.example.org";

fn languages() -> Option<&'static Site> {
    static SITE: OnceLock<Option<Site>> = OnceLock::new();
    let built = SITE.get_or_init(|| {
        let sample = shared("corpus/sample")?;
        let project = site::workplace("languages");
        let content = project.join("content");
        for locale in ["fr-FR", "de-DE", "ja-JP", "ar-SA"] {
            site::copy(&sample.join(locale), &content.join(locale));
        }
        site::copy(&sample.join("fr-FR"), &content.join("fr-CA"));
        site::each_file(&content, &mut |path| {
            let below = path.strip_prefix(&content).expect("it lies below");
            let (locale, name) = below
                .to_str()
                .and_then(|path| path.split_once('/'))
                .expect("UTF-8");
            if Path::new(name).extension().is_some_and(|end| end == "md")
                && is_missing(locale, name)
            {
                std::fs::remove_file(path).expect("a copy can be removed");
            }
        });
        std::fs::write(project.join("polydoc.yml"), SETTINGS).expect("settings can be written");
        Some(Site::of(&project, &["--rendered"]))
    });
    if built.is_none() {
        site::skipped("no corpus (`corpus/sample`)");
    }
    built.as_ref()
}

/// Which articles are taken away, so that every language has gaps.
fn is_missing(locale: &str, name: &str) -> bool {
    let letters: usize = name.bytes().map(usize::from).sum();
    match locale {
        "fr-CA" => !letters.is_multiple_of(4),
        "de-DE" => letters.is_multiple_of(5),
        "ja-JP" => letters.is_multiple_of(7),
        "ar-SA" => letters.is_multiple_of(3),
        _ => false,
    }
}

/// What one page says.
#[derive(Default)]
struct Page {
    hidden: bool,
    forwards: bool,
    canonical: String,
    /// `hreflang` and address, of the head.
    alternates: BTreeMap<String, String>,
    text_language: String,
}

/// Every page by its address.
fn pages(site: &Site) -> BTreeMap<String, Page> {
    let attribute = |line: &str, name: &str| {
        let (_, rest) = line.split_once(&format!(" {name}=\""))?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    let mut pages = BTreeMap::new();
    for file in files_below(&site.output, "index.html") {
        let below = file.strip_prefix(&site.output).expect("it lies below");
        let below = below
            .to_str()
            .expect("UTF-8")
            .trim_end_matches("index.html");
        let html = std::fs::read_to_string(&file).expect("pages can be read");
        let mut page = Page::default();
        for line in html.lines() {
            let has = |start: &str| line.starts_with(start);
            if has("<meta name=\"robots\"") {
                page.hidden = line.contains("noindex");
            } else if has("<meta http-equiv=\"refresh\"") {
                page.forwards = true;
            } else if has("<link rel=\"canonical\"") {
                page.canonical = attribute(line, "href").unwrap_or_default();
            } else if has("<link rel=\"alternate\"")
                && let Some(code) = attribute(line, "hreflang")
            {
                // The feed and a copy in Markdown are alternates too, in the same language.
                let href = attribute(line, "href").expect("it has an address");
                assert_eq!(page.alternates.insert(code, href), None, "{below}");
            } else if has("<div class=\"text\"") {
                page.text_language = attribute(line, "lang").unwrap_or_default();
            }
        }
        pages.insert(format!("{HOST}/{}", encoded(below)), page);
    }
    pages
}

/// Addresses are percent-encoded, files are not.
fn encoded(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// What hreflang must say, from which pages may be listed alone.
fn expected(pages: &BTreeMap<String, Page>) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut groups: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for (url, page) in pages {
        let path = url.strip_prefix(HOST).expect("an address of the site");
        let Some((locale, below)) = path[1..].split_once('/') else {
            continue;
        };
        if !page.hidden && !page.forwards {
            groups.entry(below).or_default().insert(locale, url);
        }
    }
    let mut all = BTreeMap::new();
    for group in groups.into_values().filter(|group| group.len() > 1) {
        let both_french = group.contains_key("fr-fr") && group.contains_key("fr-ca");
        let mut told: BTreeMap<String, String> = group
            .iter()
            .map(|(locale, url)| {
                let (language, region) = locale.split_once('-').expect("all have a region");
                let code = if language == "fr" && both_french {
                    format!("fr-{}", region.to_uppercase())
                } else {
                    language.to_owned()
                };
                (code, (*url).to_owned())
            })
            .collect();
        if let Some(source) = group.get("fr-fr") {
            told.insert("x-default".to_owned(), (*source).to_owned());
        }
        for url in group.into_values() {
            all.insert(url.to_owned(), told.clone());
        }
    }
    all
}

#[test]
fn hreflang_is_what_the_published_pages_say_it_must_be() {
    let Some(site) = languages() else { return };
    let pages = pages(site);
    let expected = expected(&pages);
    let mut seen = 0;
    for (url, page) in &pages {
        let told = expected.get(url).cloned().unwrap_or_default();
        assert_eq!(page.alternates, told, "{url}");
        seen += usize::from(!told.is_empty());
        // Reciprocal, self-including, and never to a page that is not to be found.
        for (code, other) in &told {
            let target = pages
                .get(other)
                .unwrap_or_else(|| panic!("{other} is a page"));
            assert!(!target.hidden && !target.forwards, "{url} → {other}");
            assert!(
                target.alternates.values().any(|back| back == url),
                "{other} → {url}"
            );
            assert_eq!(target.canonical, *other, "{code}");
        }
    }
    assert!(seen > 300, "{seen} pages name others");
}

#[test]
fn sitemaps_say_the_same_and_list_nothing_that_is_not_to_be_found() {
    let Some(site) = languages() else { return };
    let pages = pages(site);
    let expected = expected(&pages);
    let mut listed = BTreeSet::new();
    for file in files_below(&site.output, "/sitemap.xml") {
        let xml = std::fs::read_to_string(file).expect("sitemaps can be read");
        for url in xml.split("<url><loc>").skip(1) {
            let (loc, rest) = url.split_once("</loc>").expect("it ends");
            let links = rest.split("hreflang=\"").skip(1);
            let told: BTreeMap<String, String> = links
                .map(|link| {
                    let (code, rest) = link.split_once("\" href=\"").expect("it has an address");
                    (
                        code.to_owned(),
                        rest.split_once('"').expect("it ends").0.to_owned(),
                    )
                })
                .collect();
            assert_eq!(
                told,
                expected.get(loc).cloned().unwrap_or_default(),
                "{loc}"
            );
            listed.insert(loc.to_owned());
        }
    }
    let may_be: BTreeSet<String> = pages
        .iter()
        .filter(|(url, page)| !page.hidden && !page.forwards && **url != format!("{HOST}/"))
        .map(|(url, _)| url.clone())
        .collect();
    assert_eq!(listed, may_be);
}

#[test]
fn every_gap_is_filled_from_the_nearest_language_that_has_the_article() {
    let Some(site) = languages() else { return };
    let pages = pages(site);
    let there = site::articles(&site.content);
    let has = |locale: &str, below: &str| there.contains(&format!("{locale}/{below}"));
    let works: BTreeSet<&str> = there
        .iter()
        .filter_map(|path| path.split_once('/'))
        .map(|(_, below)| below)
        .collect();
    let mut counted: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (reader, chain) in [
        ("fr-CA", &["fr-FR"][..]),
        ("de-DE", &["ar-SA", "fr-FR"]),
        ("ja-JP", &["fr-FR"]),
        ("ar-SA", &["fr-FR"]),
        ("fr-FR", &["fr-CA"]),
    ] {
        for below in &works {
            let name = below
                .trim_end_matches(".md")
                .trim_end_matches("/index")
                .to_lowercase();
            let url = format!("{HOST}/{}/{}/", reader.to_lowercase(), encoded(&name));
            let own = has(reader, below);
            let shown = chain.iter().find(|other| has(other, below));
            let page = pages.get(&url);
            match (own, shown) {
                (true, _) => assert_eq!(page.expect(&url).text_language, "", "{url}"),
                (false, None) => assert!(page.is_none(), "{url}"),
                (false, Some(shown)) => {
                    let page = page.expect(&url);
                    assert_eq!(page.text_language, **shown, "{url}");
                    assert!(page.hidden, "{url}");
                    let original = url.replacen(&reader.to_lowercase(), &shown.to_lowercase(), 1);
                    assert_eq!(page.canonical, original);
                    *counted.entry((reader, shown)).or_default() += 1;
                }
            }
        }
    }
    let of = |reader, shown| counted.get(&(reader, shown)).copied().unwrap_or_default();
    assert!(of("fr-CA", "fr-FR") > 50, "{counted:?}");
    assert!(
        of("de-DE", "ar-SA") > 5 && of("de-DE", "fr-FR") > 0,
        "{counted:?}"
    );
    // There are no others.
    let in_all = pages.values().filter(|page| !page.text_language.is_empty());
    assert_eq!(in_all.count(), counted.values().sum::<usize>());
}

#[test]
fn finished_pages_of_the_sample_pass_the_check_of_hreflang_and_of_links() {
    let Some(site) = languages() else { return };
    for rule in ["broken-hreflang", "broken-page-link", "duplicate-page-id"] {
        let found: Vec<_> = site.of_rule(rule).collect();
        assert!(found.is_empty(), "{found:?}");
    }
}
