//! `fix`: what is put right, and that nothing else changes.

use std::fs;

use polydoc::diagnostics::Applicability;
use polydoc::fs::Memory;
use polydoc::pipeline::{self, Silent, Wishes};
use proptest::prelude::*;

use crate::cli::polydoc;
use crate::support::{Project, shared};

/// An article with a byte-order mark, Windows line ends, no last line end, and three findings to fix.
const ODD: &str = "\u{FEFF}---\r\ntitle: A\r\ndescription: A page.\r\n---\r\n# A\r\n\r\nAsk <user>, [c](C.md)\r\n\r\n> [! NOTE]\r\n> x";

fn project() -> Project {
    let project = Project::new(
        "-- content/en-US/c.md --\n---\ntitle: C\ndescription: A page.\n---\n# C\n\n[a](a.md)\n",
    );
    project.write("content/en-US/a.md", ODD.as_bytes());
    project
}

fn article(project: &Project) -> String {
    fs::read_to_string(project.root().join("content/en-US/a.md")).unwrap()
}

#[test]
fn only_the_places_of_fixes_change_and_a_second_run_changes_nothing() {
    let project = project();
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o604);
    fs::set_permissions(project.root().join("content/en-US/a.md"), mode).unwrap();
    let run = polydoc(project.root(), &["fix"]);
    assert_eq!(
        run.out,
        "content/en-US/a.md: fixed 1 odd-alert, 1 unknown-tag, 1 wrong-case\nfixed 3 findings in 1 file: nothing wrong is left \
         (1 more fixable with `--unsafe`)\n",
        "{}",
        run.errors
    );
    assert_eq!(run.code, 0);
    let wanted = ODD
        .replace("<user>", "\\<user>")
        .replace("C.md", "c.md")
        .replace("[! NOTE]", "[!NOTE]");
    assert_eq!(article(&project), wanted);
    let there = fs::metadata(project.root().join("content/en-US/a.md")).unwrap();
    let mode = std::os::unix::fs::PermissionsExt::mode(&there.permissions());
    assert_eq!(mode & 0o777, 0o604);
    let run = polydoc(project.root(), &["fix"]);
    assert_eq!(
        run.out,
        "nothing to fix: nothing wrong is left (1 more fixable with `--unsafe`)\n"
    );
    assert_eq!(article(&project), wanted);
}

#[test]
fn a_dry_run_shows_a_diff_that_git_applies_and_writes_nothing() {
    let project = project();
    let run = polydoc(project.root(), &["fix", "--dry-run"]);
    assert_eq!(run.code, 0);
    assert!(
        run.out
            .starts_with("--- a/content/en-US/a.md\n+++ b/content/en-US/a.md\n@@ -4,7 +4,7 @@\n"),
        "{}",
        run.out
    );
    assert!(
        run.out
            .contains("-Ask <user>, [c](C.md)\r\n+Ask \\<user>, [c](c.md)\r\n"),
        "{}",
        run.out
    );
    assert_eq!(
        run.errors,
        "would fix 3 findings in 1 file: nothing wrong is left (1 more fixable with `--unsafe`)\n"
    );
    assert_eq!(article(&project), ODD);
    fs::write(project.root().join("x.patch"), &run.out).unwrap();
    let git = std::process::Command::new("git")
        .args(["apply", "x.patch"])
        .current_dir(project.root())
        .status();
    assert!(git.unwrap().success());
    polydoc(project.root(), &["fix"]);
    let run = polydoc(project.root(), &["fix", "--dry-run"]);
    assert_eq!(run.out, "");
}

#[test]
fn what_is_off_suppressed_unsafe_or_not_asked_for_stays() {
    let project = Project::new(
        "-- content/en-US/a.md --\n---\ntitle: A\ndescription: A page.\n---\n# A\n\n\
         <!-- polydoc-allow unknown-tag: as the program prints it -->\nSay <one>.\n\nSay <two>, [c](C.md), [d](cc.md).\n\
         -- content/en-US/b.md --\n---\ntitle: B\ndescription: A page.\n---\n# B\n\nSay <three>.\n\
         -- content/en-US/c.md --\n---\ntitle: C\ndescription: A page.\n---\n# C\n",
    );
    let before = article(&project);
    for idle in [
        &["fix", "--level", "unknown-tag=off", "--rule", "unknown-tag"][..],
        &["fix", "content/en-US/c.md"],
    ] {
        assert!(
            polydoc(project.root(), idle)
                .out
                .starts_with("nothing to fix"),
            "{idle:?}"
        );
    }
    assert_eq!(article(&project), before);
    let run = polydoc(project.root(), &["fix", "--rule", "wrong-case"]);
    assert_eq!(run.code, 0, "only what was asked for counts: {}", run.out);
    let run = polydoc(project.root(), &["fix", "content/en-US/a.md"]);
    assert_eq!(run.code, 1, "an error is left: {}", run.out);
    assert!(
        run.out
            .ends_with(": 1 error left (1 more fixable with `--unsafe`)\n"),
        "{}",
        run.out
    );
    let text = article(&project);
    assert!(
        text.contains("Say <one>.") && text.contains("Say \\<two>, [c](c.md), [d](cc.md)."),
        "{text}"
    );
    let run = polydoc(project.root(), &["check"]);
    assert!(
        run.out
            .ends_with("1 error, 1 warning (1 suppressed, 1 fixable: `polydoc fix`)\n"),
        "{}",
        run.out
    );
    assert_eq!(polydoc(project.root(), &["fix", "--unsafe"]).code, 0);
    assert!(article(&project).contains("[d](c.md)"));
    let run = polydoc(project.root(), &["fix", "--rule", "wrong-cse"]);
    assert_eq!(
        (run.code, run.errors.contains("did you mean `wrong-case`?")),
        (2, true)
    );
}

#[test]
fn a_file_that_may_not_be_written_or_has_broken_bytes_stays_whole() {
    let project = project();
    let broken = b"---\ntitle: B\ndescription: A page.\n---\n# B\n\nSay <x> \xff.\n";
    project.write("content/en-US/b.md", broken);
    let run = polydoc(project.root(), &["fix"]);
    assert_eq!(run.code, 1, "invalid UTF-8 is an error: {}", run.out);
    assert_eq!(
        fs::read(project.root().join("content/en-US/b.md")).unwrap(),
        broken
    );
}

/// Pages are as they were after fixes that promise it.
#[test]
fn fixes_of_spelling_leave_the_pages_of_real_articles_as_they_are() {
    const SAME: [&str; 5] = [
        "unknown-tag",
        "odd-alert",
        "wrong-case",
        "own-absolute-link",
        "redirected-target",
    ];
    let Some(sample) = shared::shared("corpus/sample") else {
        return;
    };
    let project = Project::new("");
    let folder = project.root().join("content");
    copy(&sample.join("fr-FR"), &folder.join("fr-FR"));
    copy(&sample.join("he-IL"), &folder.join("he-IL"));
    let build = |output: &str| polydoc(project.root(), &["build", "--quiet", "--output", output]);
    build("one");
    let mut arguments = vec!["fix"];
    arguments.extend(SAME.iter().flat_map(|rule| ["--rule", rule]));
    let run = polydoc(project.root(), &arguments);
    assert!(run.out.contains("fixed"), "{}", run.out);
    build("two");
    let same = std::process::Command::new("diff")
        .args(["-rq", "--exclude", ".polydoc-manifest", "one", "two"])
        .current_dir(project.root())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&same.stdout), "");
    assert!(
        polydoc(project.root(), &arguments)
            .out
            .starts_with("nothing to fix")
    );
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    fs::create_dir_all(to).unwrap();
    let status = std::process::Command::new("cp")
        .arg("-rT")
        .arg(from)
        .arg(to)
        .status();
    assert!(status.unwrap().success());
}

/// What a text may begin with: metadata with something to fix in it.
const HEADS: [&str; 4] = [
    "",
    "---\ntitle: A\nms.date: 3/1/2021\n---\n",
    "---\ntitre: 'A'\r\nlastmod: \"17/02/2021\"\nms.contentlocale: de-DE\ndescripton: x\n---\n",
    "\u{feff}---\ntitle: A # b\ndate: >-\n  2021-3-1\n---\n",
];

/// Pieces of texts with which rules have something to do.
const PIECES: [&str; 22] = [
    "# A\n\n",
    "<user> ",
    "<a_b> ",
    "[x](C.md) ",
    "[x](c.md#ONE) ",
    "[x] (c.md) ",
    "[x](https:/example.org/a) ",
    "> [!Conseil]\n> x\n\n",
    "> [!NOTE]\n> [!Note] x\n\n",
    "\u{8}",
    "\u{202E}",
    "[lien](c.md)pour ",
    "[x](c\u{200B}.md) ",
    "\r\n",
    "\n\n",
    "<div>\n<user>\n</div>\n\n",
    "<!-- polydoc-allow wrong-case: x -->\n",
    "é",
    "| a | b |\n|---|---|\n| [x](C.md) | <t> |\n\n",
    "[r]: C.md\n[r] ",
    "- item\n",
    "`<code>` ",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn fixes_of_any_text_settle_and_change_nothing_but_their_places(
        chosen in prop::collection::vec(0..PIECES.len(), 0..14),
        head in 0..HEADS.len(),
        is_unsafe: bool,
    ) {
        let body: String = chosen.iter().map(|&at| PIECES[at]).collect();
        let text = format!("{}{body}", HEADS[head]);
        let settings = Project::new("-- content/fr-FR/c.md --\n# C\n\n## One\n").settings();
        let least = if is_unsafe { Applicability::Unsafe } else { Applicability::Safe };
        let wishes = Wishes { least, wants: &|_, _| true };
        let file = settings.content.join("fr-FR/a.md");
        let memory = |text: &str| Memory::new().with(settings.content.join("fr-FR/c.md"), "# C\n\n## One\n").with(&file, text);
        let mended = pipeline::mend(&memory(&text), &settings, &wishes, &Silent).unwrap();
        prop_assert!(!mended.is_unsettled);
        let after = mended.files.iter().find(|it| it.file == file);
        let after = after.map_or(text.clone(), |it| String::from_utf8(it.after.clone()).unwrap());
        let again = pipeline::mend(&memory(&after), &settings, &wishes, &Silent).unwrap();
        prop_assert!(again.files.is_empty(), "{text:?} became {after:?}, which changes again");
        // Words that no fix is about stand there as before.
        for word in ["é", "- item", "`<code>`"] {
            prop_assert_eq!(text.matches(word).count(), after.matches(word).count());
        }
        let lines = |text: &str| text.matches('\n').count();
        let allowed = text.matches("polydoc-allow").count();
        prop_assert!(lines(&text) - lines(&after) <= allowed);
    }
}

#[test]
fn a_file_that_somebody_changes_meanwhile_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.md");
    fs::write(&file, "new").unwrap();
    assert!(!polydoc::fs::replace::replace_if(&file, b"old", b"fixed").unwrap());
    assert_eq!(fs::read(&file).unwrap(), b"new");
    assert!(polydoc::fs::replace::replace_if(&file, b"new", b"fixed").unwrap());
    assert_eq!(fs::read(&file).unwrap(), b"fixed");
}

#[test]
fn reports_tell_fixes_in_their_own_units_and_sarif_what_was_accepted() {
    let project = Project::new(
        "-- content/en-US/a.md --\n---\ntitle: A\ndescription: A page.\n---\n# A\n\n😀 <one>\n\n\
         <!-- polydoc-allow unknown-tag: as printed -->\n<two>\n\n[x](gone.md)\n",
    );
    polydoc(
        project.root(),
        &[
            "check",
            "--write-baseline",
            "known.txt",
            "--level",
            "unknown-tag=off",
        ],
    );
    let arguments = [
        "check",
        "--baseline",
        "known.txt",
        "--report",
        "sarif=x.sarif",
        "--report",
        "json=x.json",
    ];
    let run = polydoc(project.root(), &arguments);
    assert_eq!(run.code, 0, "{}", run.out);
    let read = |name: &str| -> serde_json::Value {
        serde_json::from_str(&fs::read_to_string(project.root().join(name)).unwrap()).unwrap()
    };
    let json = read("x.json");
    let edit =
        serde_json::json!({"line": 7, "column": 3, "end_line": 7, "end_column": 4, "text": "\\<"});
    let fix = &json["diagnostics"][0]["fix"];
    assert_eq!(
        (&fix["applicability"], &fix["edits"][0]),
        (&"safe".into(), &edit)
    );
    let sarif = read("x.sarif");
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 3);
    let replacement = &results[0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(
        replacement["deletedRegion"]["startColumn"], 4,
        "UTF-16 counts 😀 twice"
    );
    assert_eq!(replacement["insertedContent"]["text"], "\\<");
    let kinds: Vec<_> = results
        .iter()
        .map(|it| it["suppressions"][0]["kind"].as_str())
        .collect();
    assert_eq!(kinds, [None, Some("inSource"), Some("external")]);
    assert_eq!(results[1]["suppressions"][0]["justification"], "as printed");
}
