//! `polydoc l10n strings`: what translators and continuous integration are told about the words.

use serde_json::Value;

use crate::cli::{Run, polydoc};
use crate::support::Project;

/// A project with one page in some languages, and files of its own.
fn project(locales: &[&str], files: &str) -> Project {
    let pages = locales
        .iter()
        .map(|tag| format!("-- content/{tag}/index.md --\n# A\n"));
    Project::new(&format!("{}{files}", pages.collect::<Vec<_>>().concat()))
}

fn strings(project: &Project, arguments: &[&str]) -> Run {
    let arguments: Vec<&str> = ["l10n", "strings"]
        .iter()
        .chain(arguments)
        .copied()
        .collect();
    polydoc(project.root(), &arguments)
}

/// `kind file:line:column message` of all findings, in order.
fn findings(project: &Project, arguments: &[&str]) -> Vec<String> {
    let arguments: Vec<&str> = ["--format", "json"]
        .iter()
        .chain(arguments)
        .copied()
        .collect();
    let run = strings(project, &arguments);
    let report: Value = serde_json::from_str(&run.out).expect("JSON");
    let languages = report["languages"].as_array().expect("languages");
    let found = languages.iter().flat_map(|language| {
        let locale = language["locale"].as_str().expect("a tag");
        let findings = language["findings"].as_array().expect("findings");
        findings.iter().map(move |found| {
            let word = |key: &str| found[key].as_str().unwrap_or_default();
            format!(
                "{locale} {} {}:{}:{} {}",
                word("kind"),
                word("file"),
                found["line"],
                found["column"],
                word("message")
            )
        })
    });
    found.collect()
}

#[test]
fn a_site_in_languages_that_we_speak_has_nothing_wrong() {
    let project = project(&["en-US", "fr-FR", "fr-CA"], "");
    let run = strings(&project, &[]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""), "{}", run.out);
    assert!(run.out.contains("\nfr-CA "), "{}", run.out);
    assert!(run.out.contains(" from fr-FR)\n"), "{}", run.out);
    assert!(
        run.out.ends_with(" in 3 languages: nothing wrong\n"),
        "{}",
        run.out
    );
}

#[test]
fn every_kind_of_mistake_is_found_at_its_place() {
    let project = project(
        &["en-US", "pl-PL"],
        "-- locales/en-US/own.ftl --\n\
         # Words.\n\
         own-count = { $count ->\n    [one] one of { $name }\n   *[other] { $count } of { $name }\n }\n\
         forgotten = Nobody shows it\n\
         -- locales/pl-PL/own.ftl --\n\
         next = { $when }\n\
         own-count = { $count ->\n    [one] jeden\n    [two] dwa\n   *[other] { $count }\n }\n\
         previous = { nowhere }\n\
         broken = { $count ->\n   [one] x\n }\n\
         -- templates/parts/footer.html --\n\
         <footer>{{ message(id=\"own-count\", count=1, name=\"x\") }}{{ message(id=\"own-none\") }}</footer>\n",
    );
    assert_eq!(
        findings(&project, &["--locale", "pl-PL", "--locale", "en-US"])
            .into_iter()
            .filter(|found| !found.contains("shown in en-US"))
            .collect::<Vec<_>>(),
        [
            "en-US missing templates/parts/footer.html:1:60 no `own-none` in any language",
            "en-US unused locales/en-US/own.ftl:6:1 nothing shows `forgotten`",
            "pl-PL syntax locales/pl-PL/own.ftl:10:2 the select expression must have a default variant",
            "pl-PL reference locales/pl-PL/own.ftl:7:14 no message `nowhere` in pl-PL",
            "pl-PL variables locales/pl-PL/own.ftl:1:10 unknown variable `$when`",
            "pl-PL variables locales/pl-PL/own.ftl:2:1 `own-count` leaves out `$name`",
            "pl-PL plurals locales/pl-PL/own.ftl:2:1 `own-count` has no `[few]`, `[many]`",
            "pl-PL plurals locales/pl-PL/own.ftl:4:6 no number takes the form `[two]` in pl-PL",
            "pl-PL missing templates/parts/footer.html:1:60 no `own-none` in any language",
        ]
    );
    let run = strings(&project, &["--locale", "pl-PL"]);
    assert_eq!(run.code, 1);
    assert!(
        run.out
            .contains("pl-PL[reference]: locales/pl-PL/own.ftl:7:14:"),
        "{}",
        run.out
    );
    assert_eq!(
        strings(&project, &["--locale", "pl-PL", "--no-fail"]).code,
        0
    );
}

#[test]
fn a_form_that_is_not_needed_is_explained_in_the_comment() {
    let with = |comment: &str| {
        let files =
            format!("-- locales/tr-TR/own.ftl --\n{comment}articles-count = {{ $count }} makale\n");
        let found = findings(&project(&["tr-TR"], &files), &[]);
        found
            .into_iter()
            .filter(|found| found.contains("plurals"))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        with(""),
        [
            "tr-TR plurals locales/tr-TR/own.ftl:1:1 `articles-count` has one form for all numbers `$count`"
        ]
    );
    assert_eq!(
        with("# [one]: the noun stays singular after a number.\n"),
        [""; 0]
    );
}

#[test]
fn what_a_language_that_we_do_not_speak_would_need_can_be_asked() {
    let project = project(&["en-US"], "");
    let run = strings(&project, &["--locale", "is-IS"]);
    assert_eq!(run.code, 1);
    assert!(
        run.out.contains("<polydoc>/locales/en-US/site.ftl:")
            && run.out.contains("no `skip-link` in is-IS, shown in en-US"),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("more; show all with `--verbose`"),
        "{}",
        run.out
    );
    let wrong = strings(&project, &["--locale", "no language"]);
    assert_eq!(wrong.code, 2);
    assert!(
        wrong.errors.contains("`no language` is no language tag"),
        "{}",
        wrong.errors
    );
}

#[test]
fn our_own_words_have_nothing_wrong() {
    let root = crate::support::root();
    let run = polydoc(root, &["l10n", "strings"]);
    assert_eq!(run.code, 0, "{}", run.out);
}
