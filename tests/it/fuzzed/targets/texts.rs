//! One text: front matter, Markdown, directives.

use polydoc::markup::{self, Event, Located, Options, Profile, TagEnd};
use polydoc::model::DefectKind;
use polydoc::parse::{self, ParseOptions};
use polydoc::render::html::{AsWritten, Labels, Surroundings, write};

use super::all_lie_in;
use crate::conformance::judge;

const OPTIONS: ParseOptions = ParseOptions {
    front_matter_bytes: 4_096,
    nesting: 40,
    html: polydoc::model::HtmlLevel::Standard,
};

/// Bytes that begin a file: parsing ends, places lie in the text, and a text that was decoded is read as the bytes were.
pub(super) fn front_matter(bytes: &[u8]) {
    let text = parse::decode(bytes);
    let document = parse::parse(bytes, OPTIONS);
    all_lie_in(&document.front_matter, &text);
    all_lie_in(&document.defects, &text);
    assert!(
        text.is_char_boundary(document.body_start as usize),
        "the body begins on the border of a character"
    );
    assert_eq!(document.length as usize, text.len(), "the length");
    let again = parse::parse(text.as_bytes(), OPTIONS);
    assert_eq!(document.facts, again.facts, "facts of a decoded text");
    let own = |kind: &DefectKind| *kind != DefectKind::InvalidUtf8;
    let kinds = |document: &polydoc::model::Document| {
        let kinds = document.defects.iter().map(|defect| defect.kind.clone());
        kinds.filter(own).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&document), kinds(&again), "defects of a decoded text");
}

/// A body: events balance, places lie in it, and what is written is well-formed and harmless.
pub(super) fn markup(bytes: &[u8]) {
    let body = parse::decode(bytes);
    for profile in [Profile::Polydoc, Profile::CommonMark, Profile::Gfm] {
        let options = Options {
            profile,
            nesting: 40,
            html: polydoc::model::HtmlLevel::Standard,
        };
        let reading = markup::read(&body, 0, options);
        balanced(&reading.events, &body);
        all_lie_in(&reading.defects, &body);
        if profile == Profile::Polydoc {
            all_lie_in(&reading.events, &body);
            let html = written(&reading.events);
            let objection = judge::objection(&html);
            assert_eq!(objection, None, "{body:?}\n---\n{html}");
        }
    }
    all_lie_in(&parse::parse(bytes, OPTIONS), &body);
}

/// A body among directives: the same holds, and texts beside them stay where they are.
pub(super) fn directives(bytes: &[u8]) {
    let inner = parse::decode(bytes);
    let inner = inner.replace("before-all", "").replace("after-all", "");
    let body = format!("before-all\n\n{inner}\n\n");
    markup(body.as_bytes());
    let options = OPTIONS.markup();
    let html = written(&markup::events(&body, 0, options));
    assert!(html.contains("before-all"), "{body:?}\n---\n{html}");
    // The base is only added: places move with it, and nothing else changes.
    let (here, there) = (
        markup::events(&body, 0, options),
        markup::events(&body, 1_000, options),
    );
    assert_eq!(here.len(), there.len(), "{body:?}");
    for (here, there) in here.iter().zip(&there) {
        assert_eq!(here.range.start + 1_000, there.range.start, "{body:?}");
        assert_eq!(here.range.end + 1_000, there.range.end, "{body:?}");
    }
}

fn written(events: &[Located<'_>]) -> String {
    let mut html = String::new();
    let surroundings = Surroundings {
        more_ids: &[],
        headings: &[],
        links: &AsWritten,
        labels: &Labels::default(),
        players: &[],
    };
    write(events, Profile::Polydoc, surroundings, &mut html);
    html
}

/// `Start` and `End` match like brackets, and each pair has one place.
#[track_caller]
fn balanced(events: &[Located<'_>], body: &str) {
    let mut open = Vec::new();
    for located in events {
        match &located.event {
            Event::Start(tag) => open.push((tag, located.range)),
            Event::End(end) => {
                let (tag, _) = open
                    .pop()
                    .unwrap_or_else(|| panic!("{end:?} ends nothing: {body:?}"));
                assert!(ends(tag, *end), "{end:?} ends {tag:?}: {body:?}");
            }
            _ => {}
        }
    }
    assert!(open.is_empty(), "not ended: {open:?}: {body:?}");
}

fn ends(tag: &markup::Tag<'_>, end: TagEnd) -> bool {
    use markup::Tag;
    match (tag, end) {
        (Tag::Heading { level, .. }, TagEnd::Heading(of)) => *level == of,
        (Tag::List { start }, TagEnd::List { ordered }) => start.is_some() == ordered,
        (Tag::Paragraph, TagEnd::Paragraph)
        | (Tag::BlockQuote, TagEnd::BlockQuote)
        | (Tag::Alert { .. }, TagEnd::Alert)
        | (Tag::CodeBlock { .. }, TagEnd::CodeBlock)
        | (Tag::Item, TagEnd::Item)
        | (Tag::Table(_), TagEnd::Table)
        | (Tag::TableHead, TagEnd::TableHead)
        | (Tag::TableRow, TagEnd::TableRow)
        | (Tag::TableCell, TagEnd::TableCell)
        | (Tag::Emphasis, TagEnd::Emphasis)
        | (Tag::Strong, TagEnd::Strong)
        | (Tag::Strikethrough, TagEnd::Strikethrough)
        | (Tag::Link(_), TagEnd::Link)
        | (Tag::Image(_), TagEnd::Image)
        | (Tag::FootnoteDefinition(_), TagEnd::FootnoteDefinition) => true,
        _ => false,
    }
}
