//! What search engines are told of other languages.

use crate::support::{has, lacks};

use super::site;
use crate::support::Project;

const PAGES: &str = "-- content/en-US/a.md --\n# A\n\
    -- content/fr-FR/a.md --\n# A\n\
    -- content/fr-CA/a.md --\n# A\n\
    -- content/de-DE/a.md --\n---\nROBOTS: NOINDEX\n---\n# A\n\
    -- content/ja-JP/b.md --\n# B\n\
    -- content/zh-TW/b.md --\n# B\n";

fn in_heads(project: &Project, page: &str) -> Vec<String> {
    let html = project.output(page);
    html.lines()
        .filter(|line| line.starts_with("<link rel=\"alternate\""))
        .map(str::to_owned)
        .collect()
}

#[test]
fn pages_name_each_other_and_nothing_that_is_not_to_be_found() {
    let project = site("hreflang: head\n", PAGES);
    let links = in_heads(&project, "fr-ca/a/index.html");
    let expected = [
        ("en", "en-us"),
        ("fr-CA", "fr-ca"),
        ("fr-FR", "fr-fr"),
        ("x-default", "en-us"),
    ]
    .map(|(code, locale)| {
        format!("<link rel=\"alternate\" hreflang=\"{code}\" href=\"https://docs.example.org/{locale}/a/\">")
    });
    assert_eq!(links, expected);
    for page in ["en-us/a/index.html", "fr-fr/a/index.html"] {
        assert_eq!(in_heads(&project, page), expected, "{page}");
    }
    // Hidden, standing in, and without an original.
    assert!(in_heads(&project, "de-de/a/index.html").is_empty());
    assert!(in_heads(&project, "ja-jp/a/index.html").is_empty());
    let links = in_heads(&project, "ja-jp/b/index.html").concat();
    has(&links, "hreflang=\"ja\"");
    has(&links, "hreflang=\"zh-Hant\"");
    lacks(&links, "x-default");
    lacks(&project.output("fr-fr/sitemap.xml"), "xhtml");
}

#[test]
fn sitemaps_say_it_by_default_and_heads_where_there_are_none() {
    let project = site("", PAGES);
    assert!(in_heads(&project, "fr-fr/a/index.html").is_empty());
    let sitemap = project.output("fr-fr/sitemap.xml");
    has(&sitemap, "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"");
    has(
        &sitemap,
        "<loc>https://docs.example.org/fr-fr/a/</loc>\
         <xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://docs.example.org/en-us/a/\"/>",
    );
    has(
        &sitemap,
        "hreflang=\"x-default\" href=\"https://docs.example.org/en-us/a/\"/></url>",
    );
    let project = site("outputs: {sitemap: false}\n", PAGES);
    assert_eq!(in_heads(&project, "fr-fr/a/index.html").len(), 4);
}

#[test]
fn both_places_or_none_may_say_it() {
    let both = site("hreflang: both\n", PAGES);
    assert_eq!(in_heads(&both, "fr-fr/a/index.html").len(), 4);
    has(&both.output("fr-fr/sitemap.xml"), "xhtml:link");
    let off = site("hreflang: off\n", PAGES);
    assert!(in_heads(&off, "fr-fr/a/index.html").is_empty());
    lacks(&off.output("fr-fr/sitemap.xml"), "xhtml");
}

#[test]
fn a_page_in_one_language_only_has_no_others() {
    let project = site(
        "hreflang: head\n",
        "-- content/en-US/a.md --\n# A\n-- content/fr-FR/b.md --\n# B\n",
    );
    assert!(in_heads(&project, "en-us/a/index.html").is_empty());
}

#[test]
fn a_folder_page_and_an_article_at_the_same_address_name_each_other() {
    let project = site(
        "hreflang: head\nfallback: off\n",
        "-- content/en-US/guide/index.md --\n# Guide\n-- content/en-US/guide/x.md --\n# X\n\
         -- content/fr-FR/guide/x.md --\n# X\n\
         -- content/de-DE/guide.md --\n# G\n",
    );
    let links = in_heads(&project, "en-us/guide/index.html");
    assert_eq!(links.len(), 4, "{links:?}");
    assert_eq!(in_heads(&project, "fr-fr/guide/index.html"), links);
    assert_eq!(in_heads(&project, "de-de/guide/index.html"), links);
}
