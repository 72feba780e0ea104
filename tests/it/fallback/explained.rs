//! `polydoc explain-page`: what is shown at an address, why, and from which file.

use crate::cli::{Run, polydoc};
use crate::support::Project;
use crate::support::has;

fn project(settings: &str) -> Project {
    Project::new(&format!(
        "{}{settings}{}",
        super::SETTINGS,
        "-- content/en-US/guide/start.md --\n---\nredirect_from: /begin\n---\n# Start\n\
         -- content/en-US/guide/x.md --\n# X\n\
         -- content/fr-FR/guide/x.md --\n# X\n\
         -- content/fr-CA/index.md --\n# Accueil\n\
         -- content/de-DE/only.md --\n# Nur hier\n"
    ))
}

fn explain(project: &Project, locale: &str, path: &str) -> Run {
    polydoc(project.root(), &["explain-page", locale, path])
}

#[test]
fn a_fallback_page_is_explained_with_its_chain_and_file() {
    let project = project("");
    let expected = "/fr-ca/guide/start/\n\
        \x20 shows       content/en-US/guide/start.md (en-US)\n\
        \x20 because     fr-CA has no such article; `fallback: page` shows that of the first language of its chain that has one\n\
        \x20 chain       fr-FR: has no such article\n\
        \x20             en-US: has it\n\
        \x20 for search  noindex; the original is https://docs.example.org/en-us/guide/start/\n";
    for path in [
        "guide/start",
        "guide/start.md",
        "/fr-ca/guide/start/",
        "https://docs.example.org/fr-ca/guide/start/#top",
        "content/fr-CA/guide/start.md",
        "/guide/START",
    ] {
        let run = explain(&project, "fr-ca", path);
        assert_eq!(
            (run.out.as_str(), run.code),
            (expected, 0),
            "{path}: {}",
            run.errors
        );
    }
}

#[test]
fn what_a_language_has_and_what_leads_elsewhere_is_explained() {
    let plain = project("");
    has(
        &explain(&plain, "fr-FR", "guide/x").out,
        "because     fr-FR has this article",
    );
    has(
        &explain(&plain, "de-DE", "only").out,
        "although en-US, the source language, does not",
    );
    has(
        &explain(&plain, "fr-FR", "/fr-fr/begin").out,
        "leads to    /fr-fr/guide/start/",
    );
    has(
        &explain(&plain, "en-US", "guide").out,
        "a list of what lies in the folder `guide`",
    );
    let nothing = explain(&plain, "fr-FR", "only").out;
    has(&nothing, "shows       nothing");
    has(&nothing, "elsewhere   de-DE, which is not in the chain");
    let listed = explain(&project("fallback: list\n"), "fr-FR", "guide/start").out;
    has(&listed, "leads to    /en-us/guide/start/");
    let off = explain(&project("fallback: off\n"), "fr-FR", "guide/start").out;
    has(&off, "`fallback: off` lets nothing stand in");
    let hidden = explain(&project("orphans: hide\n"), "de-DE", "only").out;
    has(
        &hidden,
        "`orphans: hide` leaves such translations out (content/de-DE/only.md (de-DE))",
    );
}

#[test]
fn what_does_not_exist_is_guessed() {
    let project = project("");
    let run = explain(&project, "fr-FR", "guide/strat");
    assert_eq!(run.code, 2);
    has(&run.errors, "did you mean `guide/start`?");
    let run = explain(&project, "fr-BE", "guide/start");
    has(&run.errors, "the site has no language `fr-BE`");
}
