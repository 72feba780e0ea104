//! Twenty articles with something wrong, planted among sound ones: each is named, and nothing else.

use serde_json::Value;

use crate::cli::{command, finished};
use crate::support::Project;

/// Languages of the planted site.
const LANGUAGES: [&str; 4] = ["ar-SA", "de-DE", "fr-FR", "ja-JP"];

struct Site(String);

impl Site {
    fn article(&mut self, path: &str, hash: &str, day: &str) {
        self.0.push_str(&format!(
            "-- content/{path}.md --\n---\ntitle: T\nms.openlocfilehash: {hash}\nms.lasthandoff: {day}\n---\n# T\n\nWords of a text.\n"
        ));
    }

    /// An article in all languages but some, of one version.
    fn everywhere(&mut self, name: &str, hash: &str, but: &[&str]) {
        for language in LANGUAGES.iter().filter(|language| !but.contains(language)) {
            self.article(&format!("{language}/{name}"), hash, "03/01/2021");
        }
    }
}

/// The site, and what must be named: language, what, path.
fn planted() -> (String, Vec<(String, String)>) {
    let mut site = Site(String::new());
    let mut named = Vec::new();
    let mut name = |what: &str, path: String| named.push((what.to_owned(), path));
    for sound in 0..10 {
        site.everywhere(&format!("sound/a{sound}"), &format!("aa{sound:02}"), &[]);
    }
    // Stale: the others were handed off later. Once by an ISO date, once by a day that only makes sense swapped.
    for (case, language, day) in [
        (0, "ar-SA", "12/31/2020"),
        (1, "de-DE", "02/28/2021"),
        (2, "fr-FR", "2021-02-01"),
        (3, "ja-JP", "17/02/2021"),
        (4, "ja-JP", "1/2/2020"),
    ] {
        let path = format!("stale/b{case}");
        site.everywhere(&path, &format!("bb{case:02}"), &[language]);
        site.article(&format!("{language}/{path}"), &format!("b0{case:02}"), day);
        name("stale", format!("{language}/{path}.md"));
    }
    // Renamed in all languages but one, which has the old name still.
    for (case, language) in [(0, "ar-SA"), (1, "de-DE"), (2, "fr-FR"), (3, "ja-JP")] {
        site.everywhere(
            &format!("renamed/new{case}"),
            &format!("cc{case:02}"),
            &[language],
        );
        let old = format!("{language}/renamed/old{case}");
        site.article(&old, &format!("cc{case:02}"), "02/01/2021");
        name("renamed", format!("{old}.md"));
    }
    for (case, language) in [
        (0, "ar-SA"),
        (1, "de-DE"),
        (2, "fr-FR"),
        (3, "ja-JP"),
        (4, "fr-FR"),
        (5, "ar-SA"),
    ] {
        let path = format!("missing/d{case}");
        site.everywhere(&path, &format!("dd{case:02}"), &[language]);
        name("missing", format!("{language}/{path}.md"));
    }
    (site.0, named)
}

fn named(project: &Project) -> Vec<(String, String)> {
    let run = finished(command(
        project.root(),
        &["l10n", "status", "--format", "json"],
    ));
    assert_eq!(run.code, 0, "{}", run.errors);
    let told: Value = serde_json::from_str(&run.out).expect("it is JSON");
    let mut named = Vec::new();
    for language in told["languages"].as_array().unwrap() {
        for article in language["articles"].as_array().unwrap() {
            let text = |key: &str| article[key].as_str().unwrap().to_owned();
            named.push((text("what"), text("path")));
        }
    }
    named.sort();
    named
}

#[test]
fn every_planted_case_is_named_and_nothing_else() {
    let (mut files, mut expected) = planted();
    // Extra: in one language only, and so missing in the three others.
    for (case, language) in [(0, "de-DE"), (1, "ja-JP"), (2, "fr-FR")] {
        let mut site = Site(String::new());
        site.article(
            &format!("{language}/extra/e{case}"),
            &format!("ee{case:02}"),
            "03/01/2021",
        );
        files.push_str(&site.0);
        expected.push(("extra".to_owned(), format!("{language}/extra/e{case}.md")));
        for other in LANGUAGES.iter().filter(|other| **other != language) {
            expected.push(("missing".to_owned(), format!("{other}/extra/e{case}.md")));
        }
    }
    expected.sort();
    let project = Project::new(&files);
    assert_eq!(named(&project), expected);
    let run = finished(command(project.root(), &["l10n", "status", "--names"]));
    for (what, path) in &expected {
        let line = format!("  {what:8} {path}");
        assert!(run.out.contains(&line), "`{line}` is in\n{}", run.out);
    }
}

#[test]
fn with_a_source_language_what_it_lacks_is_extra_and_only_what_it_has_is_missing() {
    let (files, mut expected) = planted();
    let mut site = Site(files);
    // The source language has everything but two, and says no version of itself.
    let names: Vec<String> = site
        .0
        .lines()
        .filter_map(|line| {
            line.strip_prefix("-- content/de-DE/")?
                .strip_suffix(".md --")
        })
        .chain(["stale/b1", "missing/d1", "renamed/new1"])
        .filter(|name| *name != "renamed/old1")
        .map(str::to_owned)
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect();
    for name in names {
        site.0
            .push_str(&format!("-- content/en-US/{name}.md --\n# T\n"));
    }
    for (language, name) in [("fr-FR", "orphan/f0"), ("ja-JP", "orphan/f1")] {
        site.article(&format!("{language}/{name}"), name, "03/01/2021");
        expected.push(("extra".to_owned(), format!("{language}/{name}.md")));
    }
    site.0.push_str("-- polydoc.yml --\nsource_locale: en-US\n");
    expected.sort();
    assert_eq!(named(&Project::new(&site.0)), expected);
}

#[test]
fn where_dates_say_nothing_no_version_is_called_older() {
    let mut site = Site(String::new());
    // Two versions of one day; a version without any day.
    site.article("de-DE/same", "a1", "03/01/2021");
    site.article("fr-FR/same", "a2", "03/01/2021");
    site.article("de-DE/broken", "b1", "99/99/2021");
    site.article("fr-FR/broken", "b2", "03/01/2021");
    let project = Project::new(&site.0);
    let unclear = |path: &str| ("unclear".to_owned(), format!("{path}.md"));
    let expected = ["de-DE/broken", "de-DE/same", "fr-FR/broken", "fr-FR/same"].map(unclear);
    assert_eq!(named(&project), expected);
    let run = finished(command(project.root(), &["l10n", "status"]));
    assert!(
        run.out
            .contains("4 articles have versions of which no date says which one is the newest"),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("1 date cannot be read, and was not used"),
        "{}",
        run.out
    );
}

#[test]
fn other_keys_name_versions_too_also_below_a_map_and_a_shared_commit_is_no_rename() {
    let project = Project::new(
        "-- content/de-DE/a.md --\n---\nl10n:\n  sourceCommit: C1\nlastmod: 2024-01-01\n---\n# A\n\
         -- content/fr-FR/a.md --\n---\nl10n:\n  sourceCommit: c2\nlastmod: 2024-02-01\n---\n# A\n\
         -- content/de-DE/b.md --\n---\ndefault_lang_commit: c3\nlastmod: 2024-01-01\n---\n# B\n\
         -- content/fr-FR/c.md --\n---\ndefault_lang_commit: c3\nlastmod: 2024-01-01\n---\n# B\n",
    );
    let found: Vec<String> = named(&project)
        .into_iter()
        .map(|(what, path)| format!("{what} {path}"))
        .collect();
    assert_eq!(
        found,
        [
            "extra de-DE/b.md",
            "extra fr-FR/c.md",
            "missing de-DE/c.md",
            "missing fr-FR/b.md",
            "stale de-DE/a.md",
        ]
    );
    project.write(
        "polydoc.yml",
        b"l10n: {version_keys: [default_lang_commit], hash_keys: [default_lang_commit]}\n",
    );
    let found = named(&project);
    // Equal in every respect: the first name counts.
    assert_eq!(found, [("renamed".to_owned(), "fr-FR/c.md".to_owned())]);
}

#[test]
fn a_limit_that_is_exceeded_gives_exit_code_1_and_says_where() {
    let (files, _) = planted();
    let project = Project::new(&files);
    let run = |limit: &str| {
        finished(command(
            project.root(),
            &["l10n", "status", "--fail-over", limit],
        ))
    };
    assert_eq!(run("missing=2").code, 0);
    let over = run("missing=1");
    assert_eq!(over.code, 1);
    assert_eq!(
        over.errors,
        "ar-SA: 2 of 25 articles are missing, more than 1\nfr-FR: 2 of 25 articles are missing, more than 1\n"
    );
    assert_eq!(run("50%").code, 0);
    assert_eq!(run("stale=1%").code, 1);
    assert_eq!(run("late=1").code, 2);
}

#[test]
fn the_badge_is_an_image_without_script_or_style() {
    let (files, _) = planted();
    let project = Project::new(&files);
    let badge = project.root().join("badge.svg");
    let file = badge.to_str().unwrap();
    let run = finished(command(
        project.root(),
        &["l10n", "status", "--locale", "fr-FR", "--badge", file],
    ));
    assert_eq!(run.code, 0, "{}", run.errors);
    let svg = std::fs::read_to_string(badge).unwrap();
    assert!(
        svg.starts_with("<svg ") && svg.contains("aria-label=\"fr-FR: 88.0 %\""),
        "{svg}"
    );
    for bad in ["<style", "style=", "<script", "href"] {
        assert!(!svg.contains(bad), "{bad} in {svg}");
    }
}
