//! The built-in theme: its pages as readers get them, and the laws its files keep.

mod laws;
mod lists;

use std::collections::BTreeMap;

use polydoc::l10n::Locales;
use polydoc::render::functions;
use polydoc::render::view::{
    AlternateView, DateView, GroupView, HeadingView, LinkView, LocaleView, MetaView,
    NavigationEntry, NavigationView, PageView, RedirectView, SearchView, SiteView, TranslationView,
};
use polydoc::theme::{ProjectTheme, Theme};

fn theme(locales: &Locales) -> Theme {
    Theme::load(ProjectTheme::default(), locales, |tera, messages| {
        functions::register(tera, messages, locales);
    })
    .unwrap_or_else(|failure| panic!("{failure}"))
}

fn locales() -> Locales {
    Locales::build(["ar-SA", "en-US", "fr-FR", "ja-JP"], &BTreeMap::new())
}

fn link(title: &str, url: &str) -> LinkView {
    LinkView {
        title: title.to_owned(),
        url: Some(url.to_owned()),
        ..LinkView::default()
    }
}

fn site_view(theme: &Theme) -> SiteView {
    SiteView {
        logo: None,
        favicon: "/assets/icons/site.svg".into(),
        policy: "default-src 'none'".into(),
        url: "/".to_owned(),
        base_url: Some("https://docs.example.org".to_owned()),
        assets: theme.asset_urls(""),
        languages: 4,
        generator: "polydoc".to_owned(),
    }
}

fn locale_view(locales: &Locales, tag: &str) -> LocaleView {
    let locale = locales.get(locales.find(tag).expect("a locale of the site"));
    LocaleView {
        feed: None,
        footer_links: Vec::new(),
        manifest: None,
        tag: tag.to_owned(),
        dir: locale.direction.word(),
        name: locale.name.to_string(),
        short_name: locale.short_name.to_string(),
        site_title: "Handbook".to_owned(),
        site_name: Some("Handbook".to_owned()),
        home_url: format!("/{}/", locale.url),
        sections: vec![
            link("Guide <1>", "/guide/"),
            link("Reference", "/reference/"),
        ],
        search: Some(SearchView {
            url: format!("/{}/search/", locale.url),
            index: "/assets/search/manifest.idx".to_owned(),
            words: "/assets/search/words.json".to_owned(),
        }),
    }
}

fn page_view(locales: &Locales, tag: &str) -> PageView {
    let locale = locales.get(locales.find(tag).expect("a locale of the site"));
    let translations = locales.0.iter().map(|other| TranslationView {
        tag: other.id.to_string(),
        name: other.name.to_string(),
        dir: other.direction.word(),
        url: format!("/{}/guide/start/", other.url),
        shown_in: None,
        current: other.id == locale.id,
    });
    PageView {
        edit_url: Some("https://example.org/edit/a.md".into()),
        policy: None,
        feedback_url: None,
        markdown: None,
        structured: None,
        kind: "article",
        title: "A & B".to_owned(),
        document_title: "A & B – Handbook".to_owned(),
        description: "Says \"what\"".to_owned(),
        url: format!("/{}/guide/start/", locale.url),
        canonical: Some(format!(
            "https://docs.example.org/{}/guide/start/",
            locale.url
        )),
        robots: Some("noindex, nofollow".to_owned()),
        lang: tag.to_owned(),
        dir: locale.direction.word(),
        fallback: None,
        newer: None,
        orphan: false,
        meta: vec![MetaView {
            name: "ms.author".to_owned(),
            content: "someone".to_owned(),
        }],
        breadcrumbs: vec![link("Home", "/x/"), link("Guide", "/x/guide/")],
        contents: vec![
            HeadingView {
                level: 2,
                fragment: "first".to_owned(),
                text: "First".to_owned(),
            },
            HeadingView {
                level: 3,
                fragment: "second".to_owned(),
                text: "Second".to_owned(),
            },
        ],
        navigation: NavigationView {
            title: "Guide".to_owned(),
            title_in: None,
            url: Some("/x/guide/".to_owned()),
            entries: (0..12)
                .map(|number| NavigationEntry {
                    title: format!("Article {number}"),
                    title_in: None,
                    shown_in: None,
                    url: Some(format!("/x/guide/{number}/")),
                    current: number == 3,
                    depth: number % 2,
                })
                .collect(),
            list: String::new(),
            more: true,
            table: Some("/x/guide/toc.json".to_owned()),
        },
        previous: Some(link("Before", "/x/before/")),
        next: Some(link("After", "/x/after/")),
        translations: translations.collect(),
        switcher: String::new(),
        alternates: vec![AlternateView {
            hreflang: "ar".to_owned(),
            url: "https://docs.example.org/ar-sa/guide/start/".to_owned(),
        }],
        updated: Some(DateView {
            iso: "2021-03-10".to_owned(),
            text: "10 mars 2021".to_owned(),
        }),
        translation: Some("machine"),
        has_heading: false,
        folders: vec![link("Mail", "/x/mail/")],
        article_count: 3,
        groups: ["A", "B", "0–9"]
            .map(|title| GroupView {
                title: title.to_owned(),
                links: vec![link(title, "/x/")],
            })
            .into(),
    }
}

fn render(tag: &str, template: &str, change: impl FnOnce(&mut PageView)) -> String {
    let locales = locales();
    let theme = theme(&locales);
    let mut context = theme
        .frame(&site_view(&theme), &locale_view(&locales, tag))
        .expect("a frame");
    let mut page = page_view(&locales, tag);
    change(&mut page);
    let draw = |template: &str, context: &tera::Context| {
        let mut out = Vec::new();
        let drawn = theme.render(template, context, 0, &mut out);
        drawn.unwrap_or_else(|failure| panic!("{failure}"));
        String::from_utf8(out).expect("UTF-8")
    };
    for translation in page
        .translations
        .iter()
        .filter(|_| page.translations.len() > 1)
    {
        let mut context = context.clone();
        context.insert("translation", translation);
        page.switcher += &draw("parts/switcher-entry.html", &context);
    }
    for entry in &page.navigation.entries {
        let mut context = context.clone();
        context.insert("entry", entry);
        page.navigation.list += &draw("parts/navigation-entry.html", &context);
    }
    context.insert("page", &page);
    context.insert("metadata", &BTreeMap::from([("ms.author", "someone")]));
    context.insert_value("heading", tera::Value::safe_string(""));
    context.insert_value(
        "content",
        tera::Value::safe_string("<p>Text <b>as is</b>.</p>\n"),
    );
    context.insert(
        "redirect",
        &RedirectView {
            title: "New".to_owned(),
            url: "/x/new/".to_owned(),
            canonical: None,
        },
    );
    let mut out = Vec::new();
    theme
        .render(template, &context, 0, &mut out)
        .unwrap_or_else(|failure| panic!("{failure}"));
    String::from_utf8(out).expect("UTF-8")
}

#[track_caller]
fn has(html: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(html.contains(piece), "no `{piece}` in\n{html}");
    }
}

#[test]
fn an_article_has_the_head_that_search_engines_and_browsers_look_for() {
    let html = render("fr-FR", "page.html", |_| {});
    has(
        &html,
        &[
            "<!doctype html>\n<html lang=\"fr-FR\" dir=\"ltr\">\n",
            "<title>A &amp; B – Handbook</title>",
            "<meta name=\"description\" content=\"Says &quot;what&quot;\">",
            "<link rel=\"canonical\" href=\"https://docs.example.org/fr-fr/guide/start/\">",
            "<meta name=\"robots\" content=\"noindex, nofollow\">",
            "<link rel=\"alternate\" hreflang=\"ar\" href=\"https://docs.example.org/ar-sa/guide/start/\">",
            "<meta name=\"ms.author\" content=\"someone\">",
            "<meta property=\"og:locale\" content=\"fr_FR\">",
            "<link rel=\"stylesheet\" href=\"/assets/css/site.",
        ],
    );
    assert!(
        html.starts_with("<!doctype html>"),
        "nothing stands before the doctype"
    );
}

#[test]
fn without_a_base_url_there_is_no_absolute_address() {
    let html = render("fr-FR", "page.html", |page| {
        page.canonical = None;
        page.alternates.clear();
    });
    for piece in [
        "canonical",
        "hreflang=\"fr-FR\" href=\"http",
        "og:",
        "rel=\"alternate\"",
    ] {
        assert!(!html.contains(piece), "`{piece}` in\n{html}");
    }
}

#[test]
fn an_article_is_framed_in_the_words_of_its_language() {
    let html = render("fr-FR", "page.html", |_| {});
    has(
        &html,
        &[
            "<a class=\"skip\" href=\"#theme:main\">Aller au contenu principal</a>",
            "<link rel=\"search-index\" href=\"/assets/search/manifest.idx\">",
            "<form class=\"search\" role=\"search\" action=\"/fr-fr/search/\" data-words=\"/assets/search/words.json\">",
            "name=\"q\" placeholder=\"Rechercher\"",
            "<main id=\"theme:main\">",
            "<div class=\"title\">\n<h1>A &amp; B</h1>\n</div>",
            "<div class=\"text\">\n<p>Text <b>as is</b>.</p>\n</div>",
            "Dernière mise à jour\u{a0}: <time datetime=\"2021-03-10\">10 mars 2021</time>",
            "Article traduit automatiquement",
            "<a href=\"/ar-sa/guide/start/\" lang=\"ar-SA\" hreflang=\"ar-SA\" dir=\"rtl\">العربية",
            "hreflang=\"fr-FR\" dir=\"ltr\" aria-current=\"page\">Français (France)</a>",
            "<bdi>Guide &lt;1&gt;</bdi>",
            "Tous les articles de cette rubrique",
        ],
    );
    let arabic = render("ar-SA", "page.html", |_| {});
    has(
        &arabic,
        &[
            "<html lang=\"ar-SA\" dir=\"rtl\">",
            "الانتقال إلى المحتوى الرئيسي",
        ],
    );
}

#[test]
fn an_article_in_another_language_says_so_on_its_own_element() {
    let html = render("ar-SA", "page.html", |page| {
        page.lang = "en-US".to_owned();
        page.dir = "ltr";
        page.has_heading = true;
    });
    has(
        &html,
        &[
            "<html lang=\"ar-SA\" dir=\"rtl\">",
            "<div class=\"text\" lang=\"en-US\" dir=\"ltr\">\n<p>Text",
        ],
    );
}

#[test]
fn parts_without_anything_in_them_are_left_out() {
    let html = render("en-US", "page.html", |page| {
        page.translations.truncate(1);
        page.breadcrumbs.clear();
        page.contents.truncate(1);
        page.navigation = NavigationView::default();
        page.previous = None;
        page.next = None;
        page.updated = None;
        page.translation = None;
        page.description.clear();
    });
    for piece in [
        "class=\"languages\"",
        "breadcrumbs",
        "class=\"contents\"",
        "class=\"navigation\"",
        "neighbours",
        "<time",
        "notice",
        "description",
    ] {
        assert!(!html.contains(piece), "`{piece}` in\n{html}");
    }
}

#[test]
fn a_folder_lists_what_it_holds_and_says_how_much() {
    let html = render("fr-FR", "folder.html", |page| page.kind = "folder");
    has(
        &html,
        &[
            "<h2 id=\"theme:folders\">Rubriques</h2>",
            "3\u{a0}articles",
            "<a href=\"#theme:group-2\"><bdi>B</bdi></a>",
            "<h3 id=\"theme:group-2\"><bdi>B</bdi></h3>",
        ],
    );
}

#[test]
fn the_other_pages_can_be_made_in_every_complete_language() {
    for tag in ["ar-SA", "en-US", "fr-FR", "ja-JP"] {
        has(
            &render(tag, "not-found.html", |page| page.kind = "not-found"),
            &["class=\"button\" href=\"/"],
        );
        has(
            &render(tag, "languages.html", |page| page.kind = "languages"),
            &["js/choose.", "lang=\"ja-JP\" hreflang=\"ja-JP\"", "العربية"],
        );
        has(
            &render(tag, "search.html", |page| page.kind = "search"),
            &[
                "<form class=\"results-form\" role=\"search\" action=\"/",
                "<noscript>",
                "js/search-page.",
            ],
        );
        has(
            &render(tag, "redirect.html", |_| {}),
            &[
                "content=\"0; url=/x/new/\"",
                "<a href=\"/x/new/\"><bdi>New</bdi></a>",
            ],
        );
    }
}
