//! Accepted findings: written, known again, new ones told, fixed ones counted.

use std::fs;
use std::path::Path;

use crate::cli::polydoc;
use crate::support::Project;
use crate::support::shared::shared;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("folders can be made");
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let entry = entry.expect("its entries can be read");
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).expect("files can be copied");
        }
    }
}

fn last_line(text: &str) -> &str {
    text.trim_end().lines().last().unwrap_or_default()
}

#[test]
fn the_sample_has_nothing_new_on_the_second_run_one_finding_after_an_edit_and_one_fixed_after_another()
 {
    let Some(sample) = shared("corpus/sample") else {
        return;
    };
    let project = Project::new("");
    copy(&sample, &project.root().join("content"));
    let run = |arguments: &[&str]| polydoc(project.root(), arguments);
    let written = run(&["check", "--write-baseline", "known.txt"]);
    assert_eq!(written.code, 0, "{}", written.errors);
    let text = fs::read_to_string(project.root().join("known.txt")).expect("it was written");
    let lines: Vec<&str> = text.lines().skip(2).collect();
    assert!(lines.len() > 100, "{}", lines.len());
    let paths: Vec<&str> = lines
        .iter()
        .map(|line| line.splitn(3, ' ').nth(2).unwrap_or_default())
        .collect();
    assert!(paths.is_sorted(), "sorted by path");

    let second = run(&["check", "--baseline", "known.txt"]);
    assert_eq!(second.code, 0, "{}", second.out);
    let wanted = format!(": nothing new ({} known)", lines.len());
    assert_eq!(second.out.lines().count(), 1, "{}", second.out);
    assert!(second.out.trim_end().ends_with(&wanted), "{}", second.out);

    // A line above everything, and a new defect below: what was known stays known.
    let path = lines
        .iter()
        .find_map(|line| line.split_once(" empty-target "))
        .expect("the sample has an empty target")
        .1;
    let file = project.root().join("content").join(path);
    let before = fs::read_to_string(&file).expect("it is there");
    let edited =
        before.replacen("\n# ", "\nA line more.\n\n# ", 1) + "\n\n[gone](no-such-page.md)\n";
    fs::write(&file, &edited).expect("it can be written");
    let third = run(&["check", "--baseline", "known.txt", "--format", "short"]);
    assert_eq!(third.code, 1, "{}", third.out);
    let findings: Vec<&str> = third
        .out
        .lines()
        .filter(|line| line.contains('['))
        .collect();
    assert_eq!(findings.len(), 1, "{}", third.out);
    assert!(findings[0].contains("error[broken-link]") && findings[0].contains(path));
    let wanted = format!(": 1 new error ({} known)", lines.len());
    assert!(
        last_line(&third.errors).ends_with(&wanted),
        "{}",
        third.errors
    );

    let start = before.find("]()").expect("an empty target is written so");
    let fixed = format!(
        "{}](https://example.org){}",
        &before[..start],
        &before[start + 3..]
    );
    fs::write(&file, fixed).expect("it can be written");
    let fourth = run(&["check", "--baseline", "known.txt"]);
    assert_eq!(fourth.code, 0, "{}", fourth.out);
    let wanted = format!(
        ": nothing new ({} known, 1 of the old ones fixed)",
        lines.len() - 1
    );
    assert!(last_line(&fourth.out).ends_with(&wanted), "{}", fourth.out);
}

fn broken() -> Project {
    Project::new(
        "-- polydoc.yml --\nbase_url: https://docs.example.org\nbaseline: known.txt\n\
         -- content/en-US/index.md --\n---\ntitle: A\ndescription: A page.\n---\n# A\n\n[b](b.md)\n\
         -- content/fr-FR/index.md --\n---\ntitle: A\ndescription: Une page.\n---\n# A\n\n[c](c.md)\n",
    )
}

#[test]
fn a_baseline_in_the_settings_holds_for_builds_and_parts_of_the_site_count_only_their_own() {
    let project = broken();
    let run = |arguments: &[&str]| polydoc(project.root(), arguments);
    let missing = run(&["check"]);
    assert_eq!(missing.code, 2);
    assert!(
        missing.errors.contains("there is no baseline `known.txt`")
            && missing
                .errors
                .contains("polydoc check --write-baseline known.txt"),
        "{}",
        missing.errors
    );
    assert_eq!(run(&["check", "--write-baseline", "known.txt"]).code, 0);
    let built = run(&["build", "--strict"]);
    assert_eq!(built.code, 0, "{}", built.out);
    assert!(
        built.out.contains(": nothing new (2 known); public/"),
        "{}",
        built.out
    );

    project.write("content/en-US/b.md", b"# B");
    for arguments in [
        &["check", "content/fr-FR"][..],
        &["check", "--locale", "fr-FR"],
    ] {
        let part = run(arguments);
        assert!(part.out.contains("(1 known)"), "{}", part.out);
    }
    let whole = run(&["check"]);
    assert!(
        whole.out.contains("(1 known, 1 of the old ones fixed)"),
        "{}",
        whole.out
    );
    let both = run(&["check", "--write-baseline", "x", "content/fr-FR"]);
    assert_eq!(both.code, 2, "a part of the site is no baseline");
}

#[test]
fn a_broken_baseline_ends_the_run_with_its_place() {
    let project = broken();
    project.write("known.txt", b"# polydoc baseline 1\n<<<<<<< HEAD\n");
    let run = polydoc(project.root(), &["check"]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("known.txt:2:1: "), "{}", run.errors);
    assert!(run.errors.contains("conflict"), "{}", run.errors);
    project.write("known.txt", b"# polydoc baseline 2\n");
    assert_eq!(polydoc(project.root(), &["check"]).code, 2);
}
