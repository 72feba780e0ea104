//! The program as people run it: exit codes, where words go, the starter site.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::Project;

/// What a run came to.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) errors: String,
}

/// The program in a folder, free of the variables that it reads.
pub(crate) fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_polydoc"));
    command
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null());
    for variable in [
        "POLYDOC_BASE_URL",
        "POLYDOC_OUTPUT",
        "POLYDOC_JOBS",
        "SOURCE_DATE_EPOCH",
        "NO_COLOR",
        "CLICOLOR_FORCE",
        "COLUMNS",
        "GITHUB_STEP_SUMMARY",
    ] {
        command.env_remove(variable);
    }
    command
}

pub(crate) fn finished(mut command: Command) -> Run {
    let output = command.output().expect("polydoc runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("polydoc writes UTF-8");
    Run {
        code: output.status.code().unwrap_or(-1),
        out: text(output.stdout),
        errors: text(output.stderr),
    }
}

/// Runs the program in a folder.
pub(crate) fn polydoc(folder: &Path, arguments: &[&str]) -> Run {
    finished(command(folder, arguments))
}

fn clean() -> Project {
    Project::new("-- content/en-US/index.md --\n---\ntitle: A\ndescription: A page.\n---\n# A\n")
}

fn broken() -> Project {
    Project::new(
        "-- content/en-US/index.md --\n---\ntitle: A\ndescription: A page.\n---\n# A\n\n[b](b.md)\n\
         -- content/en-US/c.md --\n---\ntitle: C\ndescription: A page.\n---\n# C\n",
    )
}

#[test]
fn a_clean_site_is_published_and_the_exit_code_is_0() {
    let project = clean();
    let run = polydoc(project.root(), &["build"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    assert!(run.out.starts_with("built 1 article ("), "{}", run.out);
    assert!(
        run.out.ends_with(": nothing wrong; public/\n"),
        "{}",
        run.out
    );
    assert!(project.root().join("public/en-us/index.html").exists());
}

#[test]
fn errors_in_the_content_publish_all_the_same_with_the_exit_code_1() {
    let project = broken();
    let run = polydoc(project.root(), &["build"]);
    assert_eq!(run.code, 1, "{}", run.errors);
    assert!(
        run.out.contains("error[broken-link]") && run.out.contains("content/en-US/index.md:7:"),
        "{}",
        run.out
    );
    assert!(
        run.out.trim_end().ends_with(": 1 error; public/"),
        "{}",
        run.out
    );
    assert!(project.root().join("public/en-us/index.html").exists());
    assert_eq!(polydoc(project.root(), &["build", "--no-fail"]).code, 0);
}

#[test]
fn strict_publishes_nothing_when_there_is_an_error() {
    let project = broken();
    let run = polydoc(project.root(), &["build", "--strict"]);
    assert_eq!(run.code, 1);
    assert!(
        run.out.trim_end().ends_with(": 1 error; not published"),
        "{}",
        run.out
    );
    assert!(!project.root().join("public").exists());
}

#[test]
fn a_wrong_setting_has_the_exit_code_2_and_leaves_the_old_site() {
    let project = clean();
    assert_eq!(polydoc(project.root(), &["build"]).code, 0);
    let page = project.root().join("public/en-us/index.html");
    let before = std::fs::read(&page).expect("it was published");
    project.write("polydoc.yml", b"titel: A\n");
    let run = polydoc(project.root(), &["build"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    let wanted = "error: polydoc.yml:1:1: unknown key `titel`\n  |\n1 | titel: A\n  | ^^^^^\n  = help: did you mean `title`?\n";
    assert_eq!(run.errors, wanted);
    assert_eq!(std::fs::read(&page).expect("it is still there"), before);
}

#[test]
fn usage_errors_have_the_exit_code_2_and_help_has_0() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let run = |arguments: &[&str]| polydoc(folder.path(), arguments);
    for wrong in [
        &["bild"][..],
        &[],
        &["build", "--jobs", "0"],
        &["build", "--today", "2026-02-30"],
        &["-q", "-v", "rules"],
    ] {
        let run = run(wrong);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{wrong:?}");
        assert!(!run.errors.is_empty(), "{wrong:?}");
    }
    let nothing = run(&["build"]);
    assert_eq!(nothing.code, 2);
    assert!(
        nothing
            .errors
            .starts_with("error: `.` holds no site\n  = help: looked there for `polydoc.yml`"),
        "{}",
        nothing.errors
    );
    for right in [
        &["--help"][..],
        &["--version"],
        &["build", "-h"],
        &["rules"],
        &["completions", "fish"],
        &["man"],
    ] {
        let run = run(right);
        assert_eq!((run.code, run.errors.as_str()), (0, ""), "{right:?}");
        assert!(run.out.ends_with('\n') && run.out.len() > 10, "{right:?}");
    }
}

#[test]
fn json_is_alone_on_standard_output() {
    let project = broken();
    let run = polydoc(project.root(), &["check", "--format", "json"]);
    assert_eq!(run.code, 1);
    let report: serde_json::Value = serde_json::from_str(&run.out).expect("it is JSON");
    assert_eq!(report["summary"]["errors"], 1);
    assert_eq!(report["diagnostics"][0]["locale"], "en-US");
    assert!(
        run.errors.starts_with("checked 2 articles in 1 locale in "),
        "{}",
        run.errors
    );
    assert!(
        !project.root().join("public").exists(),
        "a check writes nothing"
    );
    let again = polydoc(
        project.root(),
        &["check", "--format", "json", "--jobs", "1"],
    );
    assert_eq!(
        again.out, run.out,
        "no time and no number of threads is in it"
    );
}

#[test]
fn a_check_of_some_files_speaks_of_these_only() {
    let project = broken();
    let run = polydoc(project.root(), &["check", "content/en-US/c.md"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    assert!(
        run.out.starts_with("checked 1 article in 1 locale in "),
        "{}",
        run.out
    );
    let inside = project.root().join("content/en-US");
    let run = polydoc(&inside, &["check", "index.md"]);
    assert_eq!(run.code, 1);
    assert!(
        run.out.contains("--> ../en-US/index.md:7:") || run.out.contains("--> index.md:7:"),
        "{}",
        run.out
    );
}

#[test]
fn quiet_says_only_what_is_wrong_and_color_is_used_when_asked() {
    let project = clean();
    let run = polydoc(project.root(), &["build", "--quiet"]);
    assert_eq!(
        (run.code, run.out.as_str(), run.errors.as_str()),
        (0, "", "")
    );
    let project = broken();
    let run = polydoc(project.root(), &["check", "--quiet"]);
    assert!(
        run.out.contains("broken-link")
            && !run.out.contains("checked")
            && !run.out.contains('\u{1b}'),
        "{}",
        run.out
    );
    let run = polydoc(project.root(), &["check", "--color", "always"]);
    assert!(run.out.contains('\u{1b}'));
    let mut forced = command(project.root(), &["check"]);
    forced.env("CLICOLOR_FORCE", "1");
    assert!(finished(forced).out.contains('\u{1b}'));
    let mut both = command(project.root(), &["check"]);
    both.env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1");
    assert!(
        !finished(both).out.contains('\u{1b}'),
        "NO_COLOR is stronger"
    );
}

#[test]
fn a_closed_pipe_is_no_panic() {
    let project = broken();
    let mut command = command(project.root(), &["check"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("polydoc runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("polydoc ends");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!errors.contains("panicked"), "{errors}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn the_environment_sets_output_and_address() {
    let project = clean();
    let mut build = command(project.root(), &["build"]);
    build
        .env("POLYDOC_OUTPUT", "elsewhere")
        .env("POLYDOC_BASE_URL", "https://env.example/x");
    let run = finished(build);
    assert_eq!(run.code, 0, "{}", run.errors);
    let page = std::fs::read_to_string(project.root().join("elsewhere/en-us/index.html"))
        .expect("it is there");
    assert!(page.contains("https://env.example/x/en-us/"), "{page}");
}

#[test]
fn the_starter_site_builds_and_checks_without_a_finding() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let run = polydoc(folder.path(), &["new", "docs/hand: \"book\""]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{}", run.errors);
    assert!(
        run.errors
            .starts_with("made a site in `docs/hand: \"book\"`"),
        "{}",
        run.errors
    );
    let site = folder.path().join("docs/hand: \"book\"");
    for file in [
        "polydoc.yml",
        ".gitignore",
        "README.md",
        "content/en-US/TOC.yml",
        "content/fr-FR/guide/writing.md",
    ] {
        assert!(site.join(file).exists(), "{file}");
    }
    let run = polydoc(&site, &["check", "--all"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
    let run = polydoc(&site, &["build", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    let page = std::fs::read_to_string(site.join("public/fr-fr/guide/first-steps/index.html"))
        .expect("it is there");
    assert!(
        page.contains("id=\"first-steps\"")
            && page.contains("languages.")
            && page.contains("hand: &quot;book&quot;"),
        "{page}"
    );
}

#[test]
fn new_refuses_a_folder_that_holds_anything() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    std::fs::create_dir(folder.path().join("empty")).expect("folders can be made");
    assert_eq!(polydoc(folder.path(), &["new", "empty"]).code, 0);
    let run = polydoc(folder.path(), &["new", "empty"]);
    assert_eq!(run.code, 2);
    assert!(
        run.errors
            .starts_with("error: the folder `empty` is not empty\n  = help: "),
        "{}",
        run.errors
    );
    std::fs::write(folder.path().join("file"), "x").expect("files can be written");
    assert_eq!(polydoc(folder.path(), &["new", "file"]).code, 2);
    assert_eq!(polydoc(folder.path(), &["new", ".."]).code, 2);
}

#[test]
fn a_rule_is_explained_and_a_misspelt_one_is_guessed() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let run = polydoc(folder.path(), &["explain", "broken-link"]);
    assert_eq!(run.code, 0);
    assert!(
        run.out.starts_with("# broken-link\n") && run.out.ends_with("belongs to correctness.\n"),
        "{}",
        run.out
    );
    let run = polydoc(folder.path(), &["explain", "broken-lnk"]);
    assert_eq!(
        run.errors,
        "error: there is no rule `broken-lnk`\n  = help: did you mean `broken-link`?\n"
    );
    assert_eq!(run.code, 2);
    assert_eq!(
        polydoc(folder.path(), &["explain", "error[broken-link]"]).code,
        0
    );
}

#[test]
fn manual_pages_are_written_for_every_command() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    for _ in 0..2 {
        let run = polydoc(folder.path(), &["man", "share/man1"]);
        assert_eq!(run.code, 0, "{}", run.errors);
    }
    for page in [
        "polydoc.1",
        "polydoc-build.1",
        "polydoc-check.1",
        "polydoc-new.1",
        "polydoc-explain.1",
    ] {
        let text = std::fs::read_to_string(folder.path().join("share/man1").join(page))
            .expect("the page is there");
        assert!(
            text.contains(".SH NAME") && text.contains("Examples:"),
            "{page}\n{text}"
        );
    }
}

#[test]
fn levels_by_flag_and_denied_warnings_decide_the_exit_code_and_say_so() {
    let project = broken();
    let run = polydoc(project.root(), &["check", "--level", "broken-link=warning"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(run.out.contains("warning[broken-link]"), "{}", run.out);
    assert!(
        run.out.contains("`broken-link` is `warning` by `--level`"),
        "{}",
        run.out
    );
    let arguments = ["check", "--level=broken-link=warning", "--deny", "warnings"];
    let run = polydoc(project.root(), &arguments);
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(
        run.out
            .contains("`broken-link` is `error` by `--deny warnings`"),
        "{}",
        run.out
    );
    let run = polydoc(project.root(), &["check", "--level", "broken-lnk=off"]);
    assert_eq!(run.code, 2);
    assert!(
        run.errors.contains("did you mean `broken-link`?"),
        "{}",
        run.errors
    );
}

#[test]
fn levels_for_some_files_leave_the_others_alone() {
    let project = Project::new(
        "-- polydoc.yml --\nbase_url: https://docs.example.org\nfiles:\n  - {locale: fr, rules: {broken-link: off}}\n  \
         - {match: '*/old/**', rules: {broken-link: info}}\n\
         -- content/fr-FR/index.md --\n# A\n\n[b](b.md)\n\
         -- content/en-US/index.md --\n# A\n\n[b](b.md)\n\
         -- content/en-US/old/index.md --\n# B\n\n[b](b.md)\n",
    );
    let run = polydoc(project.root(), &["check", "--format", "short"]);
    let wanted = "content/en-US/index.md:3:5: error[broken-link]: no article or file at `b.md`\n  note: looked for `en-US/b.md`\n\
                  content/en-US/old/index.md:3:5: info[broken-link]: no article or file at `b.md`\n  note: looked for `en-US/old/b.md`\n";
    assert_eq!(run.out, wanted);
}

#[test]
fn suppressed_findings_are_counted_and_no_errors() {
    let project = Project::new(
        "-- content/en-US/index.md --\n---\ntitle: A\ndescription: A page.\n---\n# A\n\n\
         <!-- polydoc-allow broken-link: being written -->\n[b](b.md) [c](c.md)\n",
    );
    let run = polydoc(project.root(), &["check"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(
        run.out
            .trim_end()
            .ends_with(": nothing wrong (2 suppressed)"),
        "{}",
        run.out
    );
    assert!(!run.out.contains("broken-link"), "{}", run.out);
    let run = polydoc(project.root(), &["build", "--strict"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.errors);
    let page = std::fs::read_to_string(project.root().join("public/en-us/index.html"));
    assert!(!page.expect("it is published").contains("polydoc-allow"));
}
