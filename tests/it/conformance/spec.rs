//! Every example of the `CommonMark` and GFM specifications, in the profile that promises to follow it.

use polydoc::markup::{Options, Profile, events};
use polydoc::render::html::{AsWritten, Labels, Surroundings, write};

use crate::support::shared::shared;

/// One example of a suite.
#[derive(serde::Deserialize)]
struct Example {
    #[serde(rename = "example")]
    number: usize,
    markdown: String,
    html: String,
}

/// An example that comes out differently, and why.
type Known = (usize, &'static str);

fn html(markdown: &str, profile: Profile) -> String {
    let events = events(
        markdown,
        0,
        Options {
            profile,
            nesting: 1_000,
            html: polydoc::model::HtmlLevel::Standard,
        },
    );
    let mut html = String::new();
    let surroundings = Surroundings {
        more_ids: &[],
        headings: &[],
        links: &AsWritten,
        labels: &Labels::default(),
        players: &[],
    };
    write(&events, profile, surroundings, &mut html);
    html
}

/// Runs a suite and compares byte for byte. What is known to differ must differ, so that the list can only shrink.
#[expect(
    clippy::print_stdout,
    reason = "whoever sees the test fail wants the example"
)]
fn run(suite: &str, profile: Profile, count: usize, known: &[Known]) {
    let Some(path) = shared(&format!("suites/{suite}")) else {
        return;
    };
    let text = std::fs::read_to_string(path).expect("the suite is readable");
    let examples: Vec<Example> = serde_json::from_str(&text).expect("the suite is JSON");
    assert_eq!(examples.len(), count, "{suite}");
    let mut different = Vec::new();
    for Example {
        number: example,
        markdown,
        html: expected,
    } in &examples
    {
        let found = html(markdown, profile);
        // The suite says so where it wants no more than that nothing breaks.
        if expected.trim_end() == "<IGNORE>" || found == *expected {
            continue;
        }
        different.push(*example);
        if !known.iter().any(|(number, _)| number == example) {
            println!(
                "--- {suite} {example}\n{markdown}\n--- expected\n{expected}\n--- found\n{found}"
            );
        }
    }
    assert_eq!(
        different,
        known.iter().map(|(number, _)| *number).collect::<Vec<_>>(),
        "{suite}"
    );
}

#[test]
fn commonmark_is_followed_in_every_example() {
    run("commonmark/spec-0.31.2.json", Profile::CommonMark, 652, &[]);
}

#[test]
fn commonmark_regressions_do_not_come_back() {
    let known = [
        (
            13,
            "a byte-order mark belongs to the file and is taken off when the file is read, not by the Markdown reader",
        ),
        (
            26,
            "the parser wants `</pre>` in the letter case of `<pre>`'s end condition",
        ),
    ];
    run(
        "commonmark/regression.json",
        Profile::CommonMark,
        26,
        &known,
    );
}

const TAG_FILTER: &str = "written without the tag filter, which the profile always has";
const AUTOLINK: &str = "written without bare autolinks, which the profile always has";
const COMMENTS: &str = "comments as CommonMark 0.31.2 reads them, not as 0.29 did";

#[test]
fn gfm_is_followed_in_every_example() {
    let known = [
        (140, TAG_FILTER),
        (141, TAG_FILTER),
        (142, TAG_FILTER),
        (145, TAG_FILTER),
        (147, TAG_FILTER),
        (610, AUTOLINK),
        (614, AUTOLINK),
        (616, AUTOLINK),
        (619, AUTOLINK),
        (620, AUTOLINK),
        (645, COMMENTS),
        (646, COMMENTS),
    ];
    run("gfm/spec.json", Profile::Gfm, 671, &known);
}

#[test]
fn gfm_extensions_are_followed_in_every_example() {
    run("gfm/extensions.json", Profile::Gfm, 28, &[]);
}

#[test]
fn gfm_regressions_do_not_come_back() {
    let known = [
        (
            13,
            "each use of a footnote has an id of its own and a way back of its own; the suite repeats the id",
        ),
        (17, TAG_FILTER),
    ];
    run("gfm/regression.json", Profile::Gfm, 19, &known);
}
