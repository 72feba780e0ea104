//! Links and images on and to pages that stand in.

use crate::support::{has, lacks};

use super::site;
use crate::support::Project;

#[test]
fn links_stay_in_the_readers_language() {
    let html = site(
        "",
        "-- content/en-US/a.md --\n# A\n\n[B](b.md) [C](c.md#part) [Top](guide/) [abs](https://docs.example.org/en-us/b/)\n\
         -- content/en-US/b.md --\n# B\n\
         -- content/en-US/c.md --\n# C\n\n## Part\n\
         -- content/en-US/guide/x.md --\n# X\n\
         -- content/fr-FR/b.md --\n# Bé\n",
    )
    .main_of("fr-fr/a/index.html");
    has(&html, "<a href=\"/fr-fr/b/\">B</a>");
    has(&html, "<a href=\"/fr-fr/c/#part\">C</a>");
    has(&html, "<a href=\"/fr-fr/guide/\">Top</a>");
}

#[test]
fn a_link_to_what_stands_in_is_no_broken_link() {
    let files = "-- content/en-US/guide/b.md --\n# B\n\n## Part\n\
        -- content/fr-FR/a.md --\n# A\n\n[B](guide/b.md#part) [B](guide/b#other) [B](GUIDE/B.md) [folder](guide/)\n";
    let project = site("", files);
    let html = project.main_of("fr-fr/a/index.html");
    has(&html, "<a href=\"/fr-fr/guide/b/#part\">B</a>");
    has(&html, "<a href=\"/fr-fr/guide/\">folder</a>");
    let found = project.check();
    lacks(&found, "broken-link");
    has(
        &found,
        "fr-FR/a.md:3:26: warning[broken-fragment]: no heading or anchor `other` in `en-US/guide/b.md`",
    );
    has(&found, "wrong-case");
    let off = Project::new(&format!("{}fallback: off\n{files}", super::SETTINGS));
    has(&off.check(), "broken-link");
}

#[test]
fn in_lists_only_links_lead_to_the_other_language() {
    let html = site(
        "fallback: list\n",
        "-- content/en-US/b.md --\n# B\n-- content/fr-FR/a.md --\n# A\n\n[B](b.md)\n",
    )
    .main_of("fr-fr/a/index.html");
    has(&html, "<a href=\"/en-us/b/\">B</a>");
}

#[test]
fn a_missing_image_is_taken_from_the_nearest_language_that_has_it() {
    let files = "-- content/en-US/media/x.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>\n\
        -- content/fr-FR/a.md --\n# A\n\n![X](media/x.svg)\n";
    let project = site("", files);
    has(
        &project.main_of("fr-fr/a/index.html"),
        "<img src=\"/assets/media/x.",
    );
    let found = project.check();
    lacks(&found, "broken-image");
    has(&found, "fr-FR/a.md:3:6: info[image-elsewhere]");
    let off = Project::new(&format!("{}fallback: off\n{files}", super::SETTINGS));
    has(&off.check(), "broken-image");
}

#[test]
fn a_place_that_the_readers_edition_lacks_is_reported_where_the_link_is_written() {
    let files = "-- content/en-US/a.md --\n# A\n\n[B](b.md#part)\n\
        -- content/en-US/b.md --\n# B\n\n## Part\n\
        -- content/fr-FR/b.md --\n# B\n\nSans partie.\n";
    let project = site("", files);
    // The page is right even if the place on it is missing.
    has(
        &project.main_of("fr-fr/a/index.html"),
        "<a href=\"/fr-fr/b/\">B</a>",
    );
    has(
        &project.check(),
        "en-US/a.md:3:5: warning[broken-fragment]: no heading or anchor `part` in `fr-FR/b.md`",
    );
}
