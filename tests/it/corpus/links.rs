//! Links and images of the sample: resolved as counted, and shown.

use std::collections::BTreeSet;

use super::html;
use super::sample::sample;
use super::site::{self, Site};
use crate::support::shared::shared;

#[test]
fn every_link_is_on_the_page() {
    let Some(sample) = sample() else { return };
    // A video is shown as a link. Bare addresses become links too, and were not counted; an image that does not exist is
    // shown as its alternative text, in the element of links that lead nowhere.
    sample.compare(&["links", "video"], |locale| {
        let mut found = 0;
        for article in sample.site.articles(locale) {
            let page = sample.site.page(&article);
            let article_html = &html::article(&page);
            let classes = html::attributes(article_html, "span", "class");
            let unresolved = classes.iter().filter(|class| *class == "unresolved");
            let bare = bare(article_html, &sample.site.source(&article));
            found += html::links(article_html).len() + unresolved.count() - bare.len();
        }
        let images = sample.site.count("broken-image").get(locale).copied();
        found as u64 - images.unwrap_or(0)
    });
    sample.compare_pages(&["mailto"], |article, source| {
        let bare = bare(article, source);
        starting(&html::links(article), "mailto:") - starting(&bare, "mailto:")
    });
    sample.compare_pages(&["ms-settings"], |article, _| {
        starting(&html::links(article), "ms-settings:")
    });
}

/// The addresses of links that the author wrote as mere text, so that only polydoc makes them links: of the links whose
/// words are their address, those for which the source has no `<address>`, `[address](…)` or `[](address)`.
fn bare(article: &str, source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for link in article.split("<a ").skip(1) {
        let Some(href) = html::attribute(&format!("a {link}"), "href") else {
            continue;
        };
        let words = link.split("</a>").next().unwrap_or_default();
        let words = html::text(words.split_once('>').map_or("", |(_, words)| words));
        let is_address = href == words || href == format!("mailto:{words}");
        let written = [
            format!("<{words}>"),
            format!("[{words}]("),
            format!("[]({words})"),
        ];
        if is_address && !written.iter().any(|it| source.contains(it)) {
            found.push(href);
        }
    }
    found
}

fn starting(links: &[String], scheme: &str) -> usize {
    links.iter().filter(|href| href.starts_with(scheme)).count()
}

#[test]
fn links_without_words_are_reported_and_show_their_address() {
    let Some(sample) = sample() else { return };
    sample.compare_rule(&["empty_link_text"], "empty-link");
    sample.compare_rule(&["empty_href"], "empty-target");
    for locale in sample.locales() {
        for article in sample.site.articles(locale) {
            let page = sample.site.page(&article);
            for link in html::article(&page).split("<a href=").skip(1) {
                let words = link.split("</a>").next().and_then(|it| it.split_once('>'));
                let words = words.map_or("", |(_, words)| words);
                assert!(
                    !html::text(words).trim().is_empty() || words.contains("<img"),
                    "{article}: {link:.80}"
                );
            }
        }
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
            let links = html::links(&html::article(&page));
            for href in links.iter().filter(|href| href.starts_with('/')) {
                assert!(href.starts_with(&home), "{article}: {href}");
                let folder = sample.site.output.join(href.trim_start_matches('/'));
                assert!(
                    folder.join("index.html").is_file(),
                    "{article}: {href} leads nowhere"
                );
                found += 1;
            }
        }
        found
    });
    for locale in sample.locales() {
        for key in ["relative_md", "own_absolute"] {
            let resolved = sample.counted(locale, &format!("{key}_ok"));
            assert_eq!(sample.counted(locale, key), resolved);
        }
    }
}

#[test]
fn a_link_whose_address_is_words_is_the_only_broken_one() {
    let Some(sample) = sample() else { return };
    let broken: Vec<(&str, u64)> = sample
        .site
        .of_rule("broken-link")
        .map(|finding| (finding.file.as_str(), finding.line))
        .collect();
    let expected = [("ja-JP/AlchemyInsights/action-pack-licenses.md", 28)];
    assert_eq!(broken, expected);
}

#[test]
fn rooted_links_to_other_docsets_get_the_external_base() {
    let Some(sample) = sample() else { return };
    // An absolute address that authors wrote themselves looks the same on the page; the source tells the two apart.
    sample.compare(&["site_absolute"], |locale| {
        let mut found = 0;
        for article in sample.site.articles(locale) {
            let page = sample.site.page(&article);
            let mut hrefs = html::links(&html::article(&page));
            for rooted in rooted(&sample.site.source(&article)) {
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
    source.match_indices("](/").filter_map(|(close, _)| {
        let mut depth = 0;
        let open = source[..=close].char_indices().rev().find(|(_, sign)| {
            depth += i32::from(*sign == ']') - i32::from(*sign == '[');
            depth == 0
        });
        let is_image = source[..open?.0].ends_with('!');
        let address = &source[close + 2..];
        let end = address.find([')', ' '])?;
        (!is_image).then(|| &address[..end])
    })
}

#[test]
fn images_are_published_and_those_that_are_not_there_are_reported() {
    let Some(sample) = sample() else { return };
    // The case of one image differs in every language, and only French has the file.
    sample.compare(&["img_rel"], |locale| {
        let reported = |rule: &str| sample.site.count(rule).get(locale).copied().unwrap_or(0);
        sample.counted(locale, "img_rel_ok") + reported("broken-image") + reported("wrong-case")
    });
    let wrong_case: Vec<&str> = sample
        .site
        .of_rule("wrong-case")
        .map(|finding| finding.file.as_str())
        .collect();
    let expected = ["fr-FR/AlchemyInsights/cannot-see-the-scroll-bar.md"];
    assert_eq!(wrong_case, expected);
    sample.compare_pages(&["img_data"], |article, _| {
        let sources = html::attributes(article, "img", "src");
        let embedded = sources.iter().filter(|it| it.starts_with("data:image/"));
        embedded.count()
    });
}

#[test]
fn images_are_published_once_for_each_content_and_only_those_that_are_shown() {
    let Some(sample) = sample() else { return };
    let mut shown = BTreeSet::new();
    for locale in sample.locales() {
        for article in sample.site.articles(locale) {
            let page = sample.site.page(&article);
            for source in html::attributes(&html::article(&page), "img", "src") {
                if let Some(path) = source.strip_prefix('/') {
                    let file = sample.site.output.join(path);
                    assert!(file.is_file(), "{article}: {source} was not published");
                    shown.insert(file);
                }
            }
        }
    }
    let mut contents = BTreeSet::new();
    let mut published = BTreeSet::new();
    site::each_file(&sample.site.output, &mut |path| {
        if path
            .extension()
            .is_some_and(|end| end == "png" || end == "gif")
        {
            let bytes = std::fs::read(path).expect("the site can be read");
            assert!(contents.insert(bytes), "{} is there twice", path.display());
            published.insert(path.to_owned());
        }
    });
    assert_eq!(published, shown);
}

#[test]
fn without_settings_each_foreign_docset_is_told_once() {
    let Some(folder) = shared("corpus/sample") else {
        return;
    };
    let site = Site::build("sample-bare", &[(".", &folder)], "version: 1\n");
    let mut segments = BTreeSet::new();
    for article in site::articles(&site.content) {
        for address in rooted(&site.source(&article)) {
            segments.extend(address.split('/').nth(1).map(str::to_lowercase));
        }
    }
    let told: Vec<&str> = site
        .of_rule("other-docset")
        .map(|finding| finding.severity.as_str())
        .collect();
    assert_eq!(told, vec!["info"; segments.len()], "{segments:?}");
}

#[test]
fn without_a_base_url_nothing_absolute_is_written_and_one_info_says_so() {
    let Some(folder) = shared("corpus/sample/fr-FR") else {
        return;
    };
    let site = Site::build("no-base-url", &[("fr-FR", &folder)], "version: 1\n");
    assert_eq!(site.of_rule("no-base-url").count(), 1);
    for article in site.articles("fr-FR") {
        let page = site.page(&article);
        for absolute in ["rel=\"canonical\"", "rel=\"alternate\"", "property=\"og:"] {
            assert!(!page.contains(absolute), "{article}: {absolute}");
        }
    }
    assert!(!site.output.join("sitemap.xml").exists());
}
