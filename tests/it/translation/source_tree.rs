//! With a source in git: commits and words behind, by a commit, by the source's object, by the last change of the translation.

use std::fs;

use crate::cli::{command, finished};
use crate::since::git;
use crate::support::Project;

fn run(project: &Project, arguments: &[&str]) -> String {
    let run = finished(command(project.root(), arguments));
    assert_eq!(run.code, 0, "{}{}", run.out, run.errors);
    run.out
}

fn commit(project: &Project, files: &[(&str, &str)]) -> String {
    for (path, text) in files {
        project.write(path, text.as_bytes());
    }
    git(project.root(), &["add", "-A"]);
    git(project.root(), &["commit", "-qm", "x", "--allow-empty"]);
    git(project.root(), &["rev-parse", "HEAD"])
}

/// A source of three articles in a repository, changed after each was translated.
fn repository() -> (Project, String) {
    let project = Project::new("-- polydoc.yml --\nsource_locale: en-US\n");
    git(project.root(), &["init", "-q"]);
    let first = commit(
        &project,
        &[
            ("content/en-US/a.md", "# A\n\nOne two.\n"),
            ("content/en-US/b.md", "# B\n\nOne two.\n"),
            ("content/en-US/c.md", "# C\n\nOne two.\n"),
            ("content/en-US/d.md", "# D\n"),
        ],
    );
    let object = git(project.root(), &["rev-parse", "HEAD:content/en-US/b.md"]);
    let key =
        |key: &str, value: &str, title: &str| format!("---\n{key}: {value}\n---\n# {title}\n");
    commit(
        &project,
        &[
            (
                "content/fr-FR/a.md",
                &key("ms.sourcegitcommit", &first, "A"),
            ),
            (
                "content/fr-FR/b.md",
                &key("ms.openlocfilehash", &object, "B"),
            ),
            ("content/fr-FR/c.md", "# C\n"),
            ("content/fr-FR/d.md", "# D\n"),
        ],
    );
    commit(
        &project,
        &[(
            "content/en-US/a.md",
            "# A\n\nOne two.\n\nThree four five.\n",
        )],
    );
    commit(
        &project,
        &[
            (
                "content/en-US/a.md",
                "# A\n\nOne two.\n\nThree four six seven.\n",
            ),
            ("content/en-US/b.md", "# B\n\nOne three.\n"),
            ("content/en-US/c.md", "# C\n\nOne two, three.\n"),
        ],
    );
    (project, first)
}

#[test]
fn commits_and_words_behind_are_counted_by_commit_by_object_and_by_the_last_change() {
    let (project, _) = repository();
    assert_eq!(
        run(&project, &["l10n", "todo", "fr-FR", "--format", "csv"]),
        "what,path,commits,words\r\n\
         stale,fr-FR/a.md,2,4\r\nstale,fr-FR/b.md,1,2\r\nstale,fr-FR/c.md,1,3\r\n"
    );
    // Whoever changes the translation after the source knows the source of that day.
    commit(
        &project,
        &[("content/fr-FR/c.md", "# C\n\nUn deux, trois.\n")],
    );
    let list = run(&project, &["l10n", "todo", "fr-FR"]);
    assert!(!list.contains("c.md"), "{list}");
}

#[test]
fn one_article_shows_what_changed_in_its_source() {
    let (project, first) = repository();
    let shown = run(&project, &["l10n", "show", "fr-FR", "a"]);
    for piece in [
        "fr-FR/a.md: stale",
        &format!("known up to commit {first}"),
        "2 commits, 4 words",
        "+ Three four six seven.",
        "  One two.",
    ] {
        assert!(shown.contains(piece), "`{piece}` in\n{shown}");
    }
    let guessed = run(&project, &["l10n", "show", "fr-FR", "c"]);
    assert!(
        guessed.contains("where this file was last changed"),
        "{guessed}"
    );
    let current = run(&project, &["l10n", "show", "fr-FR", "d"]);
    assert!(current.contains("fr-FR/d.md: current"), "{current}");
}

#[test]
fn a_source_outside_the_site_says_what_is_missing_and_what_is_extra() {
    let (source, first) = repository();
    let project = Project::new(&format!(
        "-- polydoc.yml --\nl10n:\n  source_tree: {}\n\
         -- content/fr-FR/a.md --\n---\nms.sourcegitcommit: {}\n---\n# A\n\
         -- content/fr-FR/z.md --\n# Z\n",
        source.root().join("content/en-US").display(),
        &first[..10],
    ));
    let list = run(&project, &["l10n", "todo", "fr-FR", "--format", "csv"]);
    let lines: Vec<&str> = list
        .lines()
        .skip(1)
        .map(|line| line.trim_end_matches(','))
        .collect();
    assert_eq!(
        lines,
        [
            "stale,fr-FR/a.md,2,4",
            "missing,fr-FR/b.md",
            "missing,fr-FR/c.md",
            "missing,fr-FR/d.md",
            "extra,fr-FR/z.md",
        ]
    );
    let nowhere = Project::new(
        "-- polydoc.yml --\nl10n: {source_tree: gone}\n-- content/fr-FR/a.md --\n# A\n",
    );
    let run = finished(command(nowhere.root(), &["l10n", "status"]));
    assert_eq!(run.code, 2);
    assert!(
        run.errors.contains("lies in no git repository"),
        "{}",
        run.errors
    );
}

#[test]
fn nothing_that_a_repository_names_is_run() {
    let (project, _) = repository();
    let trap = project.root().join("trap");
    let script = format!("#!/bin/sh\ntouch {}\n", trap.display());
    project.write("bad.sh", script.as_bytes());
    let path = project.root().join("bad.sh");
    let mut rights = fs::metadata(&path).unwrap().permissions();
    std::os::unix::fs::PermissionsExt::set_mode(&mut rights, 0o755);
    fs::set_permissions(&path, rights).unwrap();
    let program = path.to_str().unwrap();
    for key in [
        "gpg.program",
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "core.sshCommand",
    ] {
        git(project.root(), &["config", key, program]);
    }
    git(project.root(), &["config", "log.showSignature", "true"]);
    run(&project, &["l10n", "status"]);
    run(&project, &["l10n", "show", "fr-FR", "a"]);
    assert!(!trap.exists(), "a program of the repository was run");
}
