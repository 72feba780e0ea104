//! Reading events as plain text.
//!
//! Takes events, gives what a reader would hear: no markup, no tags, no addresses. It cuts nothing short.

use super::{Event, HtmlPiece, Located, Tag, TagEnd};

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
