//! The manual's page on Markdown is a test: each example there becomes what the page says.
//!
//! `UPDATE=1` writes what it becomes into the page.

use polydoc::markup::{Event, Options, Profile, Tag, events, text};
use polydoc::model::Slug;
use polydoc::render::html::{Around, AsWritten, Labels, Surroundings, write};

use super::judge;

const PAGE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/content/en-US/reference/markdown.md"
);

fn labels() -> Labels {
    Labels {
        note: "Note".into(),
        tip: "Tip".into(),
        important: "Important".into(),
        warning: "Warning".into(),
        caution: "Caution".into(),
        permalink: Around::new("Link to “\u{fffc}”"),
        footnotes: "Footnotes".into(),
        footnote_reference: Around::new("Footnote \u{fffc}"),
        footnote_back: Around::new("Back to reference \u{fffc}"),
        table: "Table".into(),
        video: "Watch the video".into(),
        copy: "Copy".into(),
        copied: "Copied".into(),
        versions: String::new(),
        choice: String::new(),
        task_done: "Done".into(),
        task_open: "To do".into(),
    }
}

fn published(body: &str) -> String {
    let events = events(
        body,
        0,
        Options {
            profile: Profile::Polydoc,
            nesting: 100,
            html: polydoc::model::HtmlLevel::Standard,
        },
    );
    let headings = events.iter().enumerate().filter_map(|(at, located)| {
        let Event::Start(Tag::Heading { ids, .. }) = &located.event else {
            return None;
        };
        let words = events[at..]
            .iter()
            .map(|located| &located.event)
            .take_while(|event| !matches!(event, Event::End(_)));
        let slug = ids.first().map_or_else(
            || text::plain(words).to_lowercase().replace(' ', "-"),
            |id| id.value.to_string(),
        );
        Some(Slug(slug.into()))
    });
    let headings: Vec<Slug> = headings.collect();
    let mut html = String::new();
    write(
        &events,
        Profile::Polydoc,
        Surroundings {
            more_ids: &[],
            headings: &headings,
            links: &AsWritten,
            labels: &labels(),
            players: &[],
        },
        &mut html,
    );
    html
}

/// A fenced block: its language, the lines of its contents (from, to).
struct Block<'p> {
    language: &'p str,
    lines: std::ops::Range<usize>,
}

fn blocks<'p>(lines: &[&'p str]) -> Vec<Block<'p>> {
    let mut blocks = Vec::new();
    let mut open: Option<(usize, &str, usize)> = None;
    for (number, line) in lines.iter().enumerate() {
        let ticks = line.bytes().take_while(|byte| *byte == b'`').count();
        match open {
            None if ticks >= 3 => open = Some((ticks, &line[ticks..], number + 1)),
            Some((fence, language, first)) if ticks >= fence && line.len() == ticks => {
                blocks.push(Block {
                    language,
                    lines: first..number,
                });
                open = None;
            }
            _ => {}
        }
    }
    blocks
}

#[test]
fn every_difference_from_github_is_as_the_manual_says() {
    let page = std::fs::read_to_string(PAGE).expect("the manual has a page on Markdown");
    let lines: Vec<&str> = page.lines().collect();
    let mut updated = lines
        .iter()
        .map(|line| (*line).to_owned())
        .collect::<Vec<_>>();
    let blocks = blocks(&lines);
    let mut examples = 0;
    for pair in blocks
        .windows(2)
        .rev()
        .filter(|pair| pair[0].language == "markdown")
    {
        let [body, expected] = pair else {
            unreachable!("windows of two")
        };
        assert_eq!(
            expected.language, "html",
            "line {}: an example is followed by what becomes of it",
            body.lines.start
        );
        let written = lines[body.lines.clone()].join("\n");
        let found = published(&written);
        assert_eq!(judge::objection(&found), None, "{written}");
        if std::env::var_os("UPDATE").is_some() {
            updated.splice(
                expected.lines.clone(),
                found.trim_end().lines().map(str::to_owned),
            );
        } else {
            assert_eq!(
                found.trim_end(),
                lines[expected.lines.clone()].join("\n"),
                "line {}:\n{written}",
                body.lines.start
            );
        }
        examples += 1;
    }
    assert!(examples >= 20, "{examples} examples");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(PAGE, updated.join("\n") + "\n").expect("the page can be written");
    }
}
