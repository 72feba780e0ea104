//! What must not grow with the square of the input. Each input is so large that a square would take minutes.

use std::fmt::Write as _;
use std::process::{Command, Stdio};

use crate::support::Project;

/// Seconds of processor time that are enough for a debug build, and far too few for a square. A busy machine does not change
/// them, as it would the time on the clock.
const ENOUGH: u32 = 30;

#[track_caller]
fn ends_soon(project: &Project) {
    let limited = format!("ulimit -t {ENOUGH}; exec \"$0\" check --quiet --format jsonl");
    let status = Command::new("sh")
        .args(["-c", &limited, env!("CARGO_BIN_EXE_polydoc")])
        .current_dir(project.root())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("there is a shell");
    let code = status.code();
    assert!(
        matches!(code, Some(0 | 1)),
        "it ended with {status}; a signal means that {ENOUGH} s of processor time were not enough"
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
