//! Reading events as plain text.
//!
//! Takes events, gives what a reader would hear: no markup, no tags, no addresses. It cuts nothing short.

use super::{Event, HtmlPiece, Located, Tag, TagEnd};

/// A heading and what follows it up to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// How many headings stand before it on the page, and its level; `None` for what comes before the first.
    pub heading: Option<(usize, u8)>,
    /// The heading's text.
    pub title: String,
    /// What follows, a line for each block.
    pub text: String,
}

/// The text of some events; alternative texts of images belong to it, line ends become blanks.
pub fn plain<'e, 't: 'e>(events: impl IntoIterator<Item = &'e Event<'t>>) -> String {
    let mut text = String::new();
    for event in events {
        append(&mut text, event);
    }
    text
}

/// Appends what one event says.
pub fn append(text: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(part)
        | Event::Code(part)
        | Event::Html(HtmlPiece::Text(part) | HtmlPiece::Shown(part)) => {
            text.push_str(part);
        }
        Event::SoftBreak | Event::HardBreak => text.push(' '),
        Event::Html(HtmlPiece::Open(tag)) if tag.name == "br" => text.push(' '),
        _ => {}
    }
}

/// The parts of a body, each with its text. The first begins where the body does.
pub fn parts(events: &[Located<'_>]) -> Vec<Part> {
    let mut parts = vec![Part::default()];
    let mut headings = 0;
    let mut in_heading = false;
    for located in events {
        let event = &located.event;
        if let Event::Start(Tag::Heading { level, .. }) = event {
            parts.push(Part {
                heading: Some((headings, *level)),
                ..Part::default()
            });
            headings += 1;
            in_heading = true;
        }
        let part = parts.last_mut().expect("there is a first part");
        let text = if in_heading {
            &mut part.title
        } else {
            &mut part.text
        };
        append(text, event);
        if !in_heading && ends_block(event) && !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        if matches!(event, Event::End(TagEnd::Heading(_))) {
            in_heading = false;
        }
    }
    for part in &mut parts {
        part.title = part.title.split_whitespace().collect::<Vec<_>>().join(" ");
        part.text.truncate(part.text.trim_end().len());
    }
    parts
}

/// Whether what comes next stands apart from what came before.
fn ends_block(event: &Event<'_>) -> bool {
    match event {
        Event::Start(Tag::List { .. }) | Event::Rule => true,
        Event::End(end) => !matches!(
            end,
            TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image
        ),
        Event::Html(HtmlPiece::Open(tag)) => is_block(&tag.name),
        Event::Html(HtmlPiece::Close(name)) => is_block(name),
        _ => false,
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "li"
            | "ul"
            | "ol"
            | "dt"
            | "dd"
            | "td"
            | "th"
            | "tr"
            | "table"
            | "br"
            | "hr"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "pre"
            | "blockquote"
            | "details"
            | "summary"
            | "section"
            | "figure"
            | "figcaption"
    )
}

/// The text of the first paragraph that has any: what describes an article without a description.
pub fn first_paragraph(events: &[Located<'_>]) -> Option<String> {
    let mut starts = events.iter().enumerate();
    loop {
        let (start, _) =
            starts.find(|(_, located)| located.event == Event::Start(Tag::Paragraph))?;
        let inside = events[start + 1..].iter().map(|located| &located.event);
        let text = plain(inside.take_while(|event| **event != Event::End(TagEnd::Paragraph)));
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            return Some(text);
        }
    }
}
