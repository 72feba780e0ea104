//! `# [Title](#tab/id)`: tabs. Each holds what follows it, up to the next one or a thematic break.
//!
//! In: the events that a heading begins with. Out: what the tab is called; `place` puts its contents in.

use super::{Directive, close, open};
use crate::markup::{Event, HtmlPiece, Located, Tag, TagEnd};
use crate::source::{Spanned, TextRange};

pub(super) static DIRECTIVE: Directive = Directive {
    name: "tabs",
    page: include_str!("../../../content/en-US/reference/directives/tabs.md"),
    colons: None,
    brackets: None,
};

/// A heading that is the label of a tab.
pub(super) struct Label {
    /// The ids of the tab, parted by blanks, and those of the tabs on which it depends.
    id: String,
    when: Option<String>,
    range: TextRange,
}

/// The label that the events of a heading are, if they are one.
pub(super) fn label(events: &[Located<'_>]) -> Option<Label> {
    let Event::Start(Tag::Heading { .. }) = &events.first()?.event else {
        return None;
    };
    let is_noise = |located: &&Located<'_>| match &located.event {
        Event::Text(text) => text.trim().is_empty(),
        Event::Html(HtmlPiece::Removed(_)) => true,
        _ => false,
    };
    let before = events[1..].iter().take_while(is_noise).count();
    let Event::Start(Tag::Link(reference)) = &events.get(1 + before)?.event else {
        return None;
    };
    let address = reference.url.strip_prefix("#tab/")?;
    let inside = &events[2 + before..];
    let length = inside
        .iter()
        .position(|located| located.event == Event::End(TagEnd::Link))?;
    let behind = &inside[length + 1..];
    let after = behind.iter().take_while(is_noise).count();
    let Event::End(TagEnd::Heading(_)) = behind.get(after)?.event else {
        return None;
    };
    let ids = |part: &str| {
        part.split('+')
            .filter(|id| !id.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let (id, when) = address.split_once('/').unwrap_or((address, ""));
    let when = ids(when);
    Some(Label {
        id: ids(id),
        when: (!when.is_empty()).then_some(when),
        range: events[0].range,
    })
}

impl Label {
    /// The beginning of the tab, with its title; `heading` are the events of the label.
    pub(super) fn begin<'t>(&self, heading: Vec<Located<'t>>) -> Vec<Located<'t>> {
        let range = self.range;
        let mut attributes = vec![("class", "tab"), ("data-tab", self.id.as_str())];
        if let Some(when) = &self.when {
            attributes.push(("data-tab-when", when));
        }
        let mut events = vec![
            open("section", &attributes, range),
            open("p", &[("class", "tab-title")], range),
        ];
        for located in heading {
            match located.event {
                Event::Start(Tag::Heading { ids, .. }) => {
                    for Spanned { value, range } in ids {
                        events.extend(place_name(&value, range));
                    }
                }
                Event::End(TagEnd::Heading(_) | TagEnd::Link) | Event::Start(Tag::Link(_)) => {}
                event => events.push(Located {
                    event,
                    range: located.range,
                }),
            }
        }
        let end = Located {
            event: close("p"),
            range,
        };
        events.push(end);
        events
    }
}

/// A place with a name that links may lead to.
fn place_name(name: &str, range: TextRange) -> [Located<'static>; 2] {
    let end = Located {
        event: close("span"),
        range,
    };
    [open("span", &[("id", name)], range), end]
}
