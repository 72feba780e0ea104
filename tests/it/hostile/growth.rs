//! What must not grow with the square of the input. Each input is so large that a square would take minutes.

use crate::support::Project;
use crate::support::limited::{self, Limits};
use std::fmt::Write as _;

/// Enough for a debug build, and far too little for a square.
const ENOUGH: Limits = Limits {
    seconds: 40,
    mebibytes: 8192,
};

#[track_caller]
pub(super) fn ends_soon(project: &Project) {
    let output = limited::polydoc(project.root(), &["check", "--format", "jsonl"], ENOUGH);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        matches!(output.status.code(), Some(0 | 1)),
        "{}: {said}",
        output.status
    );
}

fn page(body: &str) -> Project {
    Project::new(&format!(
        "-- content/fr-FR/a.md --\n---\ntitle: A\n---\n{body}"
    ))
}

#[test]
fn fifty_thousand_first_headings_of_the_same_words_take_no_square() {
    ends_soon(&page(&"# same\n\n".repeat(50_000)));
}

#[test]
fn a_hundred_thousand_links_to_a_page_that_is_not_there_take_no_square() {
    ends_soon(&page(&"[a](nope.md)\n".repeat(100_000)));
}

#[test]
fn a_hundred_thousand_links_to_places_that_are_not_there_take_no_square() {
    let mut body = String::new();
    for at in 0..20_000 {
        let _ = writeln!(body, "[a](#nothing-{at})\n\n## Something {at}\n");
    }
    ends_soon(&page(&body));
}

#[test]
fn anchors_that_are_written_twice_take_no_square() {
    ends_soon(&page(&"a <a name=\"x\"></a>\n".repeat(50_000)));
}

#[test]
fn broken_links_in_many_folders_take_no_square() {
    let project = page("# A\n");
    for folder in 0..1_500 {
        let mut body = String::new();
        for link in 0..20 {
            let _ = writeln!(body, "[a](nope-{link}.md)");
        }
        project.write(
            &format!("content/fr-FR/folder-{folder}/a.md"),
            body.as_bytes(),
        );
    }
    ends_soon(&project);
}

#[test]
fn tables_of_contents_that_name_each_other_again_and_again_take_no_power() {
    let project = page("# A\n");
    for level in 0..14 {
        let name = |level: usize| match level {
            0 => "TOC.yml".to_owned(),
            _ => format!("t{level}/TOC.yml"),
        };
        let up = if level == 0 { "" } else { "../" };
        let entry = format!("- name: x\n  href: {up}{}\n", name(level + 1));
        let path = format!("content/fr-FR/{}", name(level));
        project.write(&path, entry.repeat(8).as_bytes());
    }
    project.write("content/fr-FR/t14/TOC.yml", b"- name: a\n  href: ../a.md\n");
    ends_soon(&project);
    let said = project.check();
    assert!(
        said.contains("TOC.yml:") && said.contains("the rest is left out"),
        "{said}"
    );
}
