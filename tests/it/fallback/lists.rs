//! Where articles of another language are listed, and how they are marked.

use crate::support::{has, lacks};

use super::{exists, site};

const MARK: &str = "<span class=\"shown-in\" lang=\"en-US\" dir=\"ltr\">English</span>";

#[test]
fn folders_list_what_stands_in_and_mark_it() {
    let project = site(
        "",
        "-- content/en-US/guide/index.md --\n# Guide\n\
         -- content/en-US/guide/a.md --\n# Apple\n\
         -- content/en-US/guide/b.md --\n# Berry\n\
         -- content/fr-FR/guide/b.md --\n# Baie\n",
    );
    let folder = project.output("fr-fr/guide/index.html");
    has(
        &folder,
        &format!(
            "<li><a href=\"/fr-fr/guide/a/\"><bdi lang=\"en-US\" dir=\"ltr\">Apple</bdi></a> {MARK}</li>"
        ),
    );
    has(
        &folder,
        "<li><a href=\"/fr-fr/guide/b/\"><bdi>Baie</bdi></a></li>",
    );
    let article = project.output("fr-fr/guide/b/index.html");
    // Breadcrumbs, the list beside the article, and the page before it.
    has(
        &article,
        "<li><a href=\"/fr-fr/guide/\"><bdi lang=\"en-US\" dir=\"ltr\">Guide</bdi></a></li>",
    );
    let marked = format!("<bdi lang=\"en-US\" dir=\"ltr\">Apple</bdi> {MARK}</a>");
    assert_eq!(article.matches(&marked).count(), 2, "{article}");
}

#[test]
fn what_is_only_listed_leads_to_the_other_language() {
    let project = site(
        "fallback: list\n",
        "-- content/en-US/guide/a.md --\n# Apple\n\
         -- content/fr-FR/index.md --\n# Accueil\n",
    );
    assert!(!exists(&project, "fr-fr/guide/a/index.html"));
    has(
        &project.output("fr-fr/guide/index.html"),
        &format!(
            "<li><a href=\"/en-us/guide/a/\"><bdi lang=\"en-US\" dir=\"ltr\">Apple</bdi></a> {MARK}</li>"
        ),
    );
}

#[test]
fn a_folder_of_nothing_but_other_languages_is_not_for_search_engines() {
    let project = site(
        "",
        "-- content/en-US/guide/a.md --\n# Apple\n\
         -- content/fr-FR/index.md --\n# Accueil\n",
    );
    has(
        &project.output("fr-fr/guide/index.html"),
        "content=\"noindex\"",
    );
    lacks(&project.output("fr-fr/sitemap.xml"), "guide");
    lacks(&project.output("en-us/guide/index.html"), "noindex");
}

#[test]
fn a_table_of_contents_is_borrowed_and_leads_to_the_readers_own_pages() {
    let files = "-- content/en-US/guide/TOC.yml --\n- name: Part\n  items:\n  - name: One\n    href: a.md\n  - name: Two\n    href: b.md\n\
         -- content/en-US/guide/a.md --\n# Apple\n\
         -- content/en-US/guide/b.md --\n# Berry\n\
         -- content/fr-FR/guide/b.md --\n# Baie\n";
    let html = site("", files).output("fr-fr/guide/b/index.html");
    has(
        &html,
        "<span><bdi lang=\"en-US\" dir=\"ltr\">Part</bdi></span>",
    );
    has(
        &html,
        &format!(
            "<a href=\"/fr-fr/guide/a/\"><bdi lang=\"en-US\" dir=\"ltr\">One</bdi> {MARK}</a>"
        ),
    );
    // What is translated brings its own title.
    has(
        &html,
        "<a href=\"/fr-fr/guide/b/\" aria-current=\"page\"><bdi>Baie</bdi></a>",
    );
    has(
        &html,
        &format!("<bdi lang=\"en-US\" dir=\"ltr\">One</bdi> {MARK}</a>"),
    );
    let off = site("fallback: off\n", files).output("fr-fr/guide/b/index.html");
    lacks(&off, "Part");
}

#[test]
fn an_own_table_of_contents_goes_before_a_borrowed_one() {
    let html = site(
        "",
        "-- content/en-US/guide/TOC.yml --\n- name: Inner\n  items:\n  - name: A\n    href: a.md\n  - name: B\n    href: b.md\n\
         -- content/en-US/guide/a.md --\n# Apple\n-- content/en-US/guide/b.md --\n# Berry\n\
         -- content/fr-FR/TOC.yml --\n- name: Ma pomme\n  href: guide/a.md\n- name: Ma baie\n  href: guide/b.md\n\
         -- content/fr-FR/guide/b.md --\n# Baie\n",
    )
    .output("fr-fr/guide/b/index.html");
    lacks(&html, "Inner");
    // The words are French, the article is not.
    has(
        &html,
        &format!("<a href=\"/fr-fr/guide/a/\"><bdi>Ma pomme</bdi> {MARK}</a>"),
    );
}
