//! Headings have the same id in all languages.

use crate::support::{has, lacks};

use super::site;
use crate::support::Project;

#[test]
fn a_translated_heading_takes_the_id_of_the_original_and_keeps_the_one_it_had() {
    let project = site(
        "",
        "-- content/en-US/a.md --\n# A\n\n## First steps\n\n### More\n\
         -- content/fr-FR/a.md --\n# A\n\n## Premiers pas\n\nVoir [plus](#en-savoir-plus), [plus](#more).\n\n### En savoir plus\n",
    );
    let html = project.output("fr-fr/a/index.html");
    has(
        &html,
        "<h2 id=\"first-steps\"><span id=\"premiers-pas\"></span>Premiers pas</h2>",
    );
    has(&html, "<a class=\"anchor\" href=\"#first-steps\"");
    has(&html, "<li class=\"level-2\"><a href=\"#first-steps\">");
    has(
        &html,
        "<a href=\"#en-savoir-plus\">plus</a>, <a href=\"#more\">plus</a>",
    );
    lacks(&project.check(), "fr-FR");
}

#[test]
fn an_id_that_the_original_has_written_is_missed_where_it_lacks() {
    let project = Project::new(&format!(
        "{}{}",
        super::SETTINGS,
        "-- content/en-US/a.md --\n# A\n\n## One {#x}\n\n## Two {#y}\n\n## <a name=\"z\"></a>Three\n\
         -- content/fr-FR/a.md --\n# A\n\n## Un\n\n## Deux {#deux}\n\n## Trois {#z}\n"
    ));
    let found = project.check();
    has(
        &found,
        "fr-FR/a.md:3:1: warning[missing-anchor]: no id `x`, which this heading has in en-US",
    );
    has(&found, "fr-FR/a.md:5:1: warning[missing-anchor]: no id `y`");
    assert_eq!(found.matches("missing-anchor").count(), 2, "{found}");
    project.build();
    let html = project.output("fr-fr/a/index.html");
    // What an author wrote goes before.
    has(&html, "<h2 id=\"deux\"><span id=\"y\"></span>Deux</h2>");
    has(&html, "<h2 id=\"x\"><span id=\"un\"></span>Un</h2>");
    has(&html, "<h2 id=\"z\">Trois</h2>");
}

#[test]
fn nothing_is_claimed_where_structures_differ() {
    let english = "# A\n\n## One {#x}\n\n## Two {#y}\n";
    for french in [
        "# A\n\n## Un\n",
        "# A\n\n## Un\n\n### Deux\n",
        // The second heading says that it is the first one of the original.
        "# A\n\n## Nouveau\n\n## Un {#x}\n",
    ] {
        let project = site(
            "",
            &format!("-- content/en-US/a.md --\n{english}-- content/fr-FR/a.md --\n{french}"),
        );
        lacks(&project.check(), "missing-anchor");
        lacks(&project.output("fr-fr/a/index.html"), "id=\"y\"");
    }
}

#[test]
fn an_id_is_on_a_page_only_once() {
    let html = site(
        "",
        "-- content/en-US/a.md --\n# A\n\n## Notes\n\n## More notes\n\n## End {#end}\n\
         -- content/fr-FR/a.md --\n# A\n\n## More notes\n\n## Notes\n\n<a name=\"end\"></a>Texte\n\n## Fin\n",
    )
    .main_of("fr-fr/a/index.html");
    for id in ["notes", "more-notes", "end", "fin"] {
        let times = html.matches(&format!(" id=\"{id}\"")).count()
            + html.matches(&format!(" name=\"{id}\"")).count();
        assert_eq!(times, 1, "{id} in\n{html}");
    }
    has(&html, "<h2 id=\"notes\">More notes</h2>");
}

#[test]
fn without_an_original_editions_of_one_version_agree() {
    let edition = |locale: &str, version: &str, heading: &str| {
        format!(
            "-- content/{locale}/a.md --\n---\nms.openlocfilehash: {version}\n---\n# A\n\n## {heading}\n"
        )
    };
    let three = [
        edition("de-DE", "v1", "Eins {#one}"),
        edition("es-ES", "v1", "Uno {#one}"),
    ]
    .concat();
    let found = |last: String| {
        Project::new(&format!(
            "-- polydoc.yml --\nbase_url: https://docs.example.org\n{three}{last}"
        ))
        .check()
    };
    has(
        &found(edition("fr-FR", "v1", "Un")),
        "fr-FR/a.md:6:1: warning[missing-anchor]: no id `one`, which this heading has in de-DE",
    );
    lacks(&found(edition("fr-FR", "v0", "Un")), "missing-anchor");
    lacks(
        &found(edition("fr-FR", "v1", "Un {#one}")),
        "missing-anchor",
    );
}

#[test]
fn a_link_from_a_fallback_page_finds_the_place_on_the_translated_one() {
    let project = site(
        "",
        "-- content/en-US/a.md --\n# A\n\n[B](b.md#part)\n\
         -- content/en-US/b.md --\n# B\n\n## Part\n\
         -- content/fr-FR/b.md --\n# B\n\n## Partie\n",
    );
    has(
        &project.main_of("fr-fr/a/index.html"),
        "<a href=\"/fr-fr/b/#part\">B</a>",
    );
    lacks(&project.check(), "broken-fragment");
}

#[test]
fn an_id_that_a_heading_has_lost_is_one_finding() {
    let edition = |locale: &str, title: &str, ids: [&str; 2]| {
        format!(
            "-- content/{locale}/a.md --\n---\nms.openlocfilehash: v1\n---\n# <a name=\"{}\"></a>{title}\n\nx <a name=\"{}\"></a>\n",
            ids[0], ids[1]
        )
    };
    let project = Project::new(&format!(
        "{}{}{}{}",
        super::SETTINGS,
        edition("de-DE", "Eins", ["one", "two"]),
        edition("es-ES", "Uno", ["one", "two"]),
        edition("fr-FR", "Un", ["", ""]),
    ));
    let found = project.check();
    has(&found, "warning[missing-anchor]: no id `one`");
    lacks(&found, "the anchor `one` is missing here");
    // Nothing but the comparison finds what is no heading's.
    has(
        &found,
        "warning[lost-in-translation]: the anchor `two` is missing here",
    );
}
