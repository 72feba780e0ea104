//! `[text](xref:uid)`, `<xref:uid>` and `@uid`: a link to whatever has that uid.
//!
//! The first two are links to Markdown. A short one is found in the text here: it becomes a link whose words are what was
//! written, and stays text when nothing has that uid.

use super::Directive;
use crate::markup::{CowStr, Event, HtmlPiece, LinkType, Located, Reference, Tag, TagEnd};
use crate::source::TextRange;

pub(super) static DIRECTIVE: Directive = Directive {
    name: "xref",
    page: include_str!("../../../content/en-US/reference/directives/xref.md"),
    colons: None,
    brackets: None,
};

/// Whether a text may hold a short reference.
pub(in crate::markup) fn may_hold(text: &str) -> bool {
    memchr::memchr(b'@', text.as_bytes()).is_some()
}

/// Splits the text of events at short references; what stands in code and in links stays.
pub(in crate::markup) fn split(events: Vec<Located<'_>>) -> Vec<Located<'_>> {
    let mut all = Vec::with_capacity(events.len());
    let mut closed = 0_usize;
    // Raw links; an end that has no beginning is not among the events.
    let mut raw = 0_i32;
    for located in events {
        match &located.event {
            Event::Start(
                Tag::Link(_) | Tag::Image(_) | Tag::CodeBlock { .. } | Tag::Heading { .. },
            ) => closed += 1,
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock | TagEnd::Heading(_)) => {
                closed -= 1;
            }
            Event::Html(HtmlPiece::Open(tag)) if tag.name == "a" => raw += 1,
            Event::Html(HtmlPiece::Close(name)) if name == "a" => raw -= 1,
            Event::Text(text)
                if closed == 0 && raw == 0 && memchr::memchr(b'@', text.as_bytes()).is_some() =>
            {
                text_with_references(text.clone(), located.range, &mut all);
                continue;
            }
            _ => {}
        }
        all.push(located);
    }
    all
}

fn text_with_references<'t>(text: CowStr<'t>, range: TextRange, all: &mut Vec<Located<'t>>) {
    let is_as_written = text.len() == range.end as usize - range.start as usize;
    let mut from = 0;
    let mut at = 0;
    while is_as_written && let Some(found) = memchr::memchr(b'@', &text.as_bytes()[at..]) {
        let start = at + found;
        let before = text[..start].chars().next_back();
        let Some((uid, end)) = uid(&text, start + 1).filter(|_| {
            before.is_none_or(|sign| !sign.is_alphanumeric() && !"_/@.\\`".contains(sign))
        }) else {
            at = start + 1;
            continue;
        };
        push_text(&text, from..start, range, all);
        let place = TextRange::new(start, end).shifted(range.start as usize);
        let reference = Reference {
            link_type: LinkType::Autolink,
            url: CowStr::from(format!("{}{uid}", crate::model::SHORT_REFERENCE)),
            url_range: place,
            title: CowStr::from(""),
        };
        let mut push = |event| {
            all.push(Located {
                event,
                range: place,
            });
        };
        push(Event::Start(Tag::Link(reference)));
        push(Event::Text(CowStr::from(text[start..end].to_owned())));
        push(Event::End(TagEnd::Link));
        from = end;
        at = end;
    }
    if from == 0 {
        all.push(Located {
            event: Event::Text(text),
            range,
        });
    } else {
        push_text(&text, from..text.len(), range, all);
    }
}

fn push_text<'t>(
    text: &CowStr<'t>,
    part: std::ops::Range<usize>,
    range: TextRange,
    all: &mut Vec<Located<'t>>,
) {
    if part.is_empty() {
        return;
    }
    let place = TextRange::from(part.clone()).shifted(range.start as usize);
    let text = match text {
        CowStr::Borrowed(text) => CowStr::Borrowed(&text[part]),
        other => CowStr::from(other[part].to_owned()),
    };
    all.push(Located {
        event: Event::Text(text),
        range: place,
    });
}

/// The uid that begins at an offset, and where it ends: between quotation marks, or up to a blank or a sign that ends a
/// sentence.
fn uid(text: &str, from: usize) -> Option<(&str, usize)> {
    let rest = &text[from..];
    if let Some(quote @ ('"' | '\'')) = rest.chars().next() {
        let length = rest[1..].find(quote)?;
        return (length > 0).then(|| (&rest[1..=length], from + length + 2));
    }
    if !rest.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
        return None;
    }
    let length = rest
        .find(|sign: char| !(sign.is_ascii_alphanumeric() || "._-/*#`~:".contains(sign)))
        .unwrap_or(rest.len());
    let uid = rest[..length].trim_end_matches(['.', ':', '~', '-', '`', '*', '#']);
    // A single letter is nobody's uid, and a name without a dot is most often somebody's account: both are looked up.
    (uid.len() > 1).then(|| (uid, from + uid.len()))
}
