//! The seed article, the first that polydoc was made for: everything promised of it.

use super::html;
use super::sample::{Sample, sample};

const ARTICLE: &str = "AlchemyInsights/transfer-licenses-between-tenants.md";
const ID: &str = "transfer-licenses-between-tenants";

fn page(sample: &Sample) -> String {
    sample.site.page(&format!("fr-FR/{ARTICLE}"))
}

fn source(sample: &Sample) -> String {
    sample.site.source(&format!("fr-FR/{ARTICLE}"))
}

#[test]
fn the_seed_has_the_id_its_author_gave_and_it_shows_nowhere() {
    let Some(sample) = sample() else { return };
    let page = page(sample);
    let ids = html::attributes(&page, "h1", "id");
    assert_eq!(ids, [ID]);
    let source = source(sample);
    let heading = source.lines().find_map(|line| {
        let (_, words) = line.strip_prefix("# ")?.split_once("</a>")?;
        Some(words)
    });
    let shown = page
        .split("<h1")
        .nth(1)
        .and_then(|rest| rest.split_once('>'));
    let shown = shown.and_then(|(_, rest)| rest.split("</h1>").next());
    assert_eq!(shown.map(html::text).as_deref(), heading);
    assert_eq!(html::attributes(&page, "a", "name").len(), 0);
    assert!(!html::text(&html::article(&page)).contains(ID));
}

#[test]
fn the_seed_has_a_french_interface() {
    let Some(sample) = sample() else { return };
    let page = page(sample);
    let root = html::tags(&page, "html");
    assert_eq!(html::attribute(root[0], "lang").as_deref(), Some("fr-FR"));
    assert_eq!(html::attribute(root[0], "dir").as_deref(), Some("ltr"));
    // The same page in another language shares no label of the frame but names.
    let german = sample.site.page(&format!("de-DE/{ARTICLE}"));
    let labels = |page: &str| html::attributes(page, "nav", "aria-label");
    let (french, german) = (labels(&page), labels(&german));
    assert!(!french.is_empty());
    assert!(
        french.iter().all(|label| !german.contains(label)),
        "{french:?} {german:?}"
    );
}

#[test]
fn the_seed_asks_search_engines_not_to_list_it() {
    let Some(sample) = sample() else { return };
    let page = page(sample);
    assert!(page.contains("<meta name=\"robots\" content=\"noindex, nofollow\""));
    let mut listed = false;
    super::site::each_file(&sample.site.output, &mut |path| {
        if path.extension().is_some_and(|end| end == "xml") {
            let text = std::fs::read_to_string(path).expect("a sitemap is text");
            listed |= text.contains(ID);
        }
    });
    assert!(!listed, "the seed stands in a sitemap");
}

#[test]
fn the_seed_keeps_its_nested_list_its_links_and_its_signs() {
    let Some(sample) = sample() else { return };
    let (page, source) = (page(sample), source(sample));
    let article = &html::article(&page);
    assert_eq!(html::tags(article, "ul").len(), 2);
    assert_eq!(html::tags(article, "li").len(), 5);
    let inner = article.find("<ul>").and_then(|outer| {
        let rest = &article[outer + 4..];
        Some((rest.find("<ul>")?, rest.find("</ul>")?))
    });
    assert!(
        inner.is_some_and(|(open, close)| open < close),
        "the second list stands inside the first"
    );

    // Seven links to five hosts, each as it was written.
    let written: Vec<&str> = source
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .collect();
    assert_eq!(html::links(article), written);
    let hosts: std::collections::BTreeSet<_> = written
        .iter()
        .filter_map(|address| address.split('/').nth(2))
        .collect();
    assert_eq!((written.len(), hosts.len()), (7, 5));

    let body = source
        .splitn(3, "---\n")
        .nth(2)
        .expect("it has front matter");
    let words = html::text(article);
    for sign in ['\u{2019}', '\u{A0}', '\u{202F}'] {
        let count = |text: &str| text.matches(sign).count();
        assert_eq!(count(&words), count(body), "{sign:?}");
    }
}

#[test]
fn the_seed_is_linked_in_all_languages_that_have_it() {
    let Some(sample) = sample() else { return };
    let page = page(sample);
    let links = html::attributes(&page, "a", "href");
    for locale in [
        "ar-SA", "de-DE", "he-IL", "ja-JP", "pt-BR", "ru-RU", "zh-CN",
    ] {
        let address = format!("/{}/alchemyinsights/{ID}/", locale.to_lowercase());
        assert!(links.contains(&address), "{address} is not linked");
    }
}

#[test]
fn an_arabic_page_runs_from_right_to_left() {
    let Some(sample) = sample() else { return };
    for (locale, direction) in [("ar-SA", "rtl"), ("he-IL", "rtl"), ("ja-JP", "ltr")] {
        let page = sample.site.page(&format!("{locale}/{ARTICLE}"));
        let root = html::tags(&page, "html");
        assert_eq!(html::attribute(root[0], "lang").as_deref(), Some(locale));
        assert_eq!(html::attribute(root[0], "dir").as_deref(), Some(direction));
    }
}
