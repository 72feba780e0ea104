//! The page that shows a missing article in another language.

use crate::support::{has, lacks};

use super::{exists, site};

const GUIDE: &str = "-- content/en-US/index.md --\n# Home\n\
    -- content/en-US/guide.md --\n---\ntitle: Guide\nROBOTS: NOFOLLOW\n---\n# Guide\n\n> [!NOTE]\n> Mind.\n\n## First\n\n## Second\n\
    -- content/ar-SA/index.md --\n# الرئيسية\n\
    -- content/fr-FR/index.md --\n# Accueil\n";

#[test]
fn a_missing_article_is_shown_in_the_source_language_and_says_so_in_the_readers() {
    let html = site("", GUIDE).output("fr-fr/guide/index.html");
    has(&html, "<html lang=\"fr-FR\" dir=\"ltr\">");
    has(&html, "Aller au contenu principal");
    has(&html, "Cet article n’est pas encore traduit");
    has(
        &html,
        "Français. Le texte ci-dessous est dans une autre langue\u{a0}: English.",
    );
    has(
        &html,
        "<div class=\"title\" lang=\"en-US\" dir=\"ltr\">\n<h1 id=\"guide\">Guide</h1>",
    );
    has(&html, "<div class=\"text\" lang=\"en-US\" dir=\"ltr\">");
    // Words inside the text are read in its language, those of the frame in the reader's.
    has(&html, ">Note<");
    has(&html, "Sur cette page");
    has(&html, "<bdi lang=\"en-US\" dir=\"ltr\">First</bdi>");
}

#[test]
fn the_frame_runs_in_the_readers_direction_and_the_text_in_its_own() {
    let html = site("", GUIDE).output("ar-sa/guide/index.html");
    has(&html, "<html lang=\"ar-SA\" dir=\"rtl\">");
    has(&html, "<div class=\"text\" lang=\"en-US\" dir=\"ltr\">");
}

#[test]
fn search_engines_are_sent_to_the_original() {
    let project = site("hreflang: both\n", GUIDE);
    let html = project.output("fr-fr/guide/index.html");
    has(
        &html,
        "<meta name=\"robots\" content=\"noindex, nofollow\">",
    );
    has(
        &html,
        "<link rel=\"canonical\" href=\"https://docs.example.org/en-us/guide/\">",
    );
    has(&html, "<meta property=\"og:locale\" content=\"en_US\">");
    lacks(&html, "rel=\"alternate\"");
    lacks(&project.output("fr-fr/sitemap.xml"), "guide");
    has(
        &project.output("en-us/sitemap.xml"),
        "<loc>https://docs.example.org/en-us/guide/</loc>",
    );
    lacks(
        &project.output("en-us/guide/index.html"),
        "fr-fr/guide/\" hreflang=\"fr\"",
    );
    lacks(&project.output("en-us/sitemap.xml"), "fr-fr/guide/");
}

#[test]
fn the_nearest_of_the_same_language_goes_before_the_source_and_the_configured_before_both() {
    let files = "-- content/en-US/a.md --\n# English\n\
        -- content/fr-FR/a.md --\n# France\n\
        -- content/de-DE/a.md --\n# Deutsch\n\
        -- content/fr-CA/index.md --\n# Accueil\n";
    let page = |settings| site(settings, files).main_of("fr-ca/a/index.html");
    has(&page(""), "France");
    has(&page("locales:\n  fr-CA: {fallback: [de-DE]}\n"), "Deutsch");
    has(
        &page("locales:\n  fr-CA: {fallback: {chain: [de-DE], mode: page}}\n"),
        "Deutsch",
    );
}

#[test]
fn without_a_source_language_only_the_same_language_stands_in() {
    let files = "-- polydoc.yml --\ntitle: x\n\
        -- content/en-US/a.md --\n# English\n\
        -- content/fr-FR/b.md --\n# France\n\
        -- content/fr-CA/c.md --\n# Canada\n";
    let project = crate::support::Project::new(files);
    project.build();
    assert!(exists(&project, "fr-ca/b/index.html"));
    assert!(!exists(&project, "fr-ca/a/index.html"));
    assert!(!exists(&project, "en-us/c/index.html"));
}

#[test]
fn missing_articles_can_be_left_out() {
    for settings in ["fallback: off\n", "locales:\n  fr-FR: {fallback: off}\n"] {
        let project = site(settings, GUIDE);
        assert!(!exists(&project, "fr-fr/guide/index.html"), "{settings}");
        lacks(&project.output("fr-fr/index.html"), "Guide");
    }
    let project = site(
        "fallback: off\nlocales:\n  fr-FR: {fallback: page}\n",
        GUIDE,
    );
    assert!(exists(&project, "fr-fr/guide/index.html"));
    assert!(!exists(&project, "ar-sa/guide/index.html"));
}

#[test]
fn the_switcher_says_what_each_language_shows() {
    let html = site("", GUIDE).output("fr-fr/guide/index.html");
    has(
        &html,
        "<a href=\"/fr-fr/guide/\" lang=\"fr-FR\" hreflang=\"en-US\" dir=\"ltr\" aria-current=\"page\">Français (France) \
         <span class=\"shown-in\" lang=\"en-US\" dir=\"ltr\">English</span></a>",
    );
    has(
        &html,
        "<a href=\"/en-us/guide/\" lang=\"en-US\" hreflang=\"en-US\" dir=\"ltr\">English (United States)</a>",
    );
}

#[test]
fn an_old_address_that_an_author_gave_away_is_not_taken() {
    let files = "-- content/en-US/old.md --\n# Old\n\
        -- content/en-US/more.md --\n---\nredirect_from: less\n---\n# More\n\
        -- content/fr-FR/new.md --\n---\nredirect_from: /old\n---\n# Nouveau\n";
    let project = site("", files);
    has(&project.output("fr-fr/old/index.html"), "url=/fr-fr/new/");
    // Those of the original lead to what stands in for it.
    has(&project.output("fr-fr/less/index.html"), "url=/fr-fr/more/");
}

#[test]
fn orphans_are_shown_with_or_without_a_notice_or_hidden() {
    let files = "-- content/en-US/index.md --\n# Home\n\
        -- content/fr-FR/gone.md --\n# Parti\n\
        -- content/fr-FR/index.md --\n# Accueil\n\n[Parti](gone.md)\n\
        -- content/fr-CA/index.md --\n# Accueil\n";
    let shown = site("", files).output("fr-fr/gone/index.html");
    lacks(&shown, "L’original de cet article n’existe plus");
    let noted = site("orphans: notice\n", files);
    has(
        &noted.output("fr-fr/gone/index.html"),
        "L’original de cet article n’existe plus",
    );
    has(
        &noted.output("fr-ca/gone/index.html"),
        "L’original de cet article n’existe plus",
    );
    let hidden = site("orphans: hide\n", files);
    assert!(!exists(&hidden, "fr-fr/gone/index.html"));
    assert!(!exists(&hidden, "fr-ca/gone/index.html"));
    has(
        &hidden.check(),
        "fr-FR/index.md:3:9: warning[unpublished-target]",
    );
}
