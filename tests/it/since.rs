//! `--since`: what a change caused is told, wherever it shows; what was wrong before is not.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::cli::polydoc;
use crate::support::Project;

/// Runs git as somebody who has no settings of their own.
pub(crate) fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .args(["-c", "user.name=Ada", "-c", "user.email=ada@example.org"])
        .args([
            "-c",
            "init.defaultBranch=main",
            "-c",
            "commit.gpgSign=false",
        ])
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env_remove("GIT_DIR")
        .output()
        .expect("git is installed");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        output.status.success(),
        "{arguments:?}: {}",
        text(&output.stderr)
    );
    text(&output.stdout).trim().to_owned()
}

fn page(title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\ndescription: A page.\n---\n# {title}\n\n{body}\n")
}

/// A repository whose first commit has an old defect, a link, and a link to a heading.
fn repository() -> Project {
    let project = Project::new("");
    let write = |path: &str, text: String| project.write(path, text.as_bytes());
    write(
        "site/polydoc.yml",
        "base_url: https://docs.example.org\n".into(),
    );
    write(
        "site/content/en-US/index.md",
        page(
            "Home",
            "[gone](gone.md) [guide](guide.md) [part](other.md#part)",
        ),
    );
    write("site/content/en-US/guide.md", page("Guide", "Words."));
    write("site/content/en-US/other.md", page("Other", "## Part"));
    git(project.root(), &["init", "-q"]);
    git(project.root(), &["add", "-A"]);
    git(project.root(), &["commit", "-qm", "one"]);
    project
}

fn check(project: &Project, arguments: &[&str]) -> crate::cli::Run {
    let all: Vec<&str> = ["check", "--format", "short"]
        .iter()
        .chain(arguments)
        .copied()
        .collect();
    polydoc(&project.root().join("site"), &all)
}

fn findings(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.starts_with(' ')).collect()
}

#[test]
fn what_was_wrong_before_is_not_told_and_what_a_change_broke_elsewhere_is() {
    let project = repository();
    let run = check(&project, &["--since", "HEAD"]);
    assert_eq!((run.code, &*run.out), (0, ""), "{}", run.errors);
    assert!(
        run.errors
            .trim_end()
            .ends_with(": nothing new since `HEAD`"),
        "{}",
        run.errors
    );

    // A page goes away, a heading is renamed, a new defect is written: none of it in the file with the links.
    let content = project.root().join("site/content/en-US");
    fs::remove_file(content.join("guide.md")).expect("it was there");
    project.write(
        "site/content/en-US/other.md",
        page("Other", "## Piece").as_bytes(),
    );
    project.write("site/content/en-US/new.md", page("New", "[x]()").as_bytes());
    for since in ["HEAD", "main"] {
        let run = check(&project, &["--since", since]);
        assert_eq!(run.code, 1, "{}", run.errors);
        let found = findings(&run.out);
        assert_eq!(found.len(), 3, "{}", run.out);
        assert!(
            found[0].starts_with("content/en-US/index.md:7:25: error[broken-link]"),
            "{}",
            run.out
        );
        assert!(
            found[1].contains("index.md") && found[1].contains("[broken-fragment]"),
            "{}",
            run.out
        );
        assert!(
            found[2].contains("new.md") && found[2].contains("[empty-target]"),
            "{}",
            run.out
        );
    }

    // Once committed, it is nothing new since that commit, but still new since the first one.
    git(project.root(), &["add", "-A"]);
    git(project.root(), &["commit", "-qm", "two"]);
    assert_eq!(check(&project, &["--since", "HEAD"]).code, 0);
    assert_eq!(
        findings(&check(&project, &["--since", "HEAD~1"]).out).len(),
        3
    );
    let part = check(&project, &["--since", "HEAD~1", "content/en-US/new.md"]);
    assert_eq!(findings(&part.out).len(), 1, "{}", part.out);
    let language = check(&project, &["--since", "HEAD~1", "--locale", "en-US"]);
    assert_eq!(findings(&language.out).len(), 3, "{}", language.errors);
}

#[test]
fn pictures_and_code_that_articles_show_are_compared_as_they_were() {
    let project = repository();
    let write = |path: &str, text: &[u8]| project.write(path, text);
    write(
        "site/polydoc.yml",
        b"base_url: https://docs.example.org\nlimits:\n  image_bytes: 1 KiB\n",
    );
    write("site/content/en-US/large.png", &[b'x'; 2000]);
    write(
        "site/content/en-US/run.cs",
        b"// <first>\nRun();\n// </first>\n",
    );
    let shown = page(
        "Shown",
        "![a picture](large.png)\n\n[!code-csharp[](run.cs?name=first)]",
    );
    write("site/content/en-US/shown.md", shown.as_bytes());
    git(project.root(), &["add", "-A"]);
    git(project.root(), &["commit", "-qm", "a picture and code"]);
    assert!(check(&project, &[]).out.contains("[large-image]"));
    assert_eq!(check(&project, &["--since", "HEAD"]).out, "");

    // A picture that becomes large, and a region that goes away, are new.
    write("site/content/en-US/small.png", b"x");
    let both = shown.replace("(large.png)", "(large.png) ![another](small.png)");
    write("site/content/en-US/shown.md", both.as_bytes());
    git(project.root(), &["add", "-A"]);
    git(project.root(), &["commit", "-qm", "a small picture"]);
    write("site/content/en-US/small.png", &[b'x'; 3000]);
    write("site/content/en-US/run.cs", b"Run();\n");
    let run = check(&project, &["--since", "HEAD"]);
    let found = findings(&run.out);
    assert_eq!(found.len(), 2, "{}", run.out);
    assert!(found.iter().any(|line| line.contains("[large-image]")));
    assert!(found.iter().any(|line| line.contains("first")), "{found:?}");
}

#[test]
fn links_of_the_file_system_and_content_that_is_new_as_a_whole_are_compared_rightly() {
    let project = repository();
    let content = project.root().join("site/content");
    std::os::unix::fs::symlink("index.md", content.join("en-US/link.md"))
        .expect("links can be made");
    assert_eq!(
        findings(&check(&project, &["--since", "HEAD"]).out).len(),
        1
    );
    git(project.root(), &["add", "-A"]);
    git(project.root(), &["commit", "-qm", "a link"]);
    assert_eq!(check(&project, &["--since", "HEAD"]).out, "");

    fs::rename(&content, project.root().join("site/docs")).expect("it can be moved");
    project.write(
        "site/polydoc.yml",
        b"base_url: https://docs.example.org\ncontent: docs\n",
    );
    let moved = check(&project, &["--since", "HEAD"]);
    assert!(
        moved.out.contains("docs/en-US/index.md"),
        "everything is new there: {}",
        moved.out
    );
}

#[test]
fn a_revision_that_is_not_there_a_shallow_clone_and_no_repository_end_the_run_with_a_hint() {
    let project = repository();
    for revision in ["no-such-branch", "--all", "-h", "", "HEAD~7"] {
        let since = format!("--since={revision}");
        let run = check(&project, &[&since]);
        assert_eq!(run.code, 2, "{revision}: {}", run.out);
        let wanted = format!("there is no revision `{revision}` in this repository");
        assert!(run.errors.contains(&wanted), "{}", run.errors);
    }
    project.write(
        "site/content/en-US/guide.md",
        page("Guide", "More.").as_bytes(),
    );
    git(project.root(), &["commit", "-qam", "two"]);
    let clone = Project::new("");
    let from = format!("file://{}", project.root().display());
    git(
        clone.root(),
        &["clone", "-q", "--depth", "1", &from, "clone"],
    );
    let site = clone.root().join("clone/site");
    let run = polydoc(&site, &["check", "--since", "HEAD~1"]);
    assert_eq!(run.code, 2);
    assert!(
        run.errors.contains("this clone is shallow"),
        "{}",
        run.errors
    );
    assert!(
        run.errors.contains("git fetch --unshallow"),
        "{}",
        run.errors
    );

    let bare = Project::new("-- content/en-US/index.md --\n# A");
    let run = polydoc(bare.root(), &["check", "--since", "HEAD"]);
    assert_eq!(run.code, 2);
    assert!(
        run.errors.contains("lies in no git repository"),
        "{}",
        run.errors
    );
}

#[test]
fn nothing_of_a_strange_repository_is_run() {
    let project = repository();
    let trace = project.root().join("was-run");
    let script = project.root().join("script.sh");
    fs::write(&script, format!("#!/bin/sh\ntouch {}\n", trace.display()))
        .expect("it can be written");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(&script, mode).expect("it is ours");
    let script = script.to_str().expect("the path is UTF-8");
    let hook = project.root().join(".git/hooks/post-index-change");
    fs::create_dir_all(hook.parent().expect("it lies in a folder")).expect("folders can be made");
    fs::copy(script, &hook).expect("it can be copied");
    // A blob is missing, and the remote that would bring it is a program.
    let blob = git(
        project.root(),
        &["rev-parse", "HEAD:site/content/en-US/other.md"],
    );
    fs::remove_file(
        project
            .root()
            .join(format!(".git/objects/{}/{}", &blob[..2], &blob[2..])),
    )
    .expect("it is a loose object");
    let program = format!("ext::{script}");
    for (key, value) in [
        ("core.fsmonitor", script),
        ("core.pager", script),
        ("core.sshCommand", script),
        ("core.alternateRefsCommand", script),
        ("filter.x.smudge", script),
        ("filter.x.process", script),
        ("diff.external", script),
        ("credential.helper", script),
        ("alias.rev-parse", &format!("!{script}")),
        ("protocol.ext.allow", "always"),
        ("remote.origin.url", &program),
        ("remote.origin.promisor", "true"),
        ("extensions.partialClone", "origin"),
        ("core.repositoryFormatVersion", "1"),
    ] {
        git(project.root(), &["config", key, value]);
    }
    project.write(".gitattributes", b"* filter=x\n");
    let run = check(&project, &["--since", "HEAD"]);
    assert_eq!(run.code, 2, "{}{}", run.out, run.errors);
    assert!(
        run.errors.contains("git cannot read the files of `HEAD`"),
        "{}",
        run.errors
    );
    assert!(!trace.exists(), "a program of the repository was run");
}

/// Somebody whose `PATH` holds the folder they stand in runs whatever `git` a strange repository brings, but polydoc does not.
#[test]
fn a_program_named_git_beside_the_content_is_not_run() {
    let project = repository();
    let site = project.root().join("site");
    let trace = project.root().join("was-run");
    let script = format!("#!/bin/sh\ntouch {}\n", trace.display());
    fs::write(site.join("git"), script).expect("it can be written");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(site.join("git"), mode).expect("it is ours");
    let path = std::env::var("PATH").expect("it is set");
    let output = Command::new(env!("CARGO_BIN_EXE_polydoc"))
        .args(["check", "--since", "HEAD"])
        .current_dir(&site)
        .env("PATH", format!(".:{path}"))
        .output()
        .expect("it is built");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("nothing new since `HEAD`"), "{text}");
    assert!(!trace.exists(), "the program beside the content was run");
}
