//! `:::image type="content" source="…" alt-text="…":::`: an image, perhaps with a border, a larger one behind it, a link, or a
//! long description up to `:::image-end:::`.

use std::borrow::Cow;

use super::{Colons, Directive, Meaning, Written, close, open};
use crate::markup::{CowStr, Event, LinkType, Located, Reference, Tag, TagEnd};
use crate::source::TextRange;

pub(super) static DIRECTIVE: Directive = Directive {
    name: "image",
    page: include_str!("../../../content/en-US/reference/directives/image.md"),
    colons: Some(Colons {
        word: "image",
        attributes: &[
            "type",
            "source",
            "alt-text",
            "lightbox",
            "border",
            "link",
            "loc-scope",
            "align",
        ],
        needs: &["source"],
        is_inline: true,
        read,
    }),
    brackets: None,
};

fn read(written: &Written) -> Meaning {
    let image = image(written);
    let paragraph = |events: Vec<Located<'static>>| {
        let range = written.range;
        let start = Located {
            event: Event::Start(Tag::Paragraph),
            range,
        };
        let end = Located {
            event: Event::End(TagEnd::Paragraph),
            range,
        };
        [vec![start], events, vec![end]].concat()
    };
    if written.value("type").eq_ignore_ascii_case("complex") && written.alone {
        let mut events = vec![open("div", &[("class", "complex")], written.range)];
        events.extend(paragraph(image));
        let class = [("class", "long-description")];
        events.push(open("div", &class, written.range));
        return Meaning::Holds {
            open: events,
            close: vec![close("div"), close("div")],
        };
    }
    Meaning::Is {
        events: if written.alone {
            paragraph(image)
        } else {
            image
        },
        is_block: written.alone,
    }
}

/// The image with what stands around it. The place of each link in it begins behind that of the link around it.
fn image(written: &Written) -> Vec<Located<'static>> {
    let range = written.place("source");
    let located = |event| Located { event, range };
    let mut events = Vec::new();
    let mut ends = Vec::new();
    let target = ["link", "lightbox"].into_iter();
    if let Some(name) = target
        .into_iter()
        .find(|name| !written.value(name).is_empty())
    {
        let place = written.place(name);
        let mut link = open("a", &[("href", written.value(name))], written.range);
        if let Event::Html(crate::markup::HtmlPiece::Open(tag)) = &mut link.event {
            tag.attributes[0].2 = place;
            if name == "lightbox" {
                let class = CowStr::from("zoom".to_owned());
                let name = Cow::Borrowed("class");
                tag.attributes.push((name, class, written.range));
            }
        }
        events.push(link);
        ends.push(close("a"));
    }
    let is_icon = written.value("type").eq_ignore_ascii_case("icon");
    let class = if is_icon {
        Some("icon")
    } else {
        let has_border = written.value("border").eq_ignore_ascii_case("true");
        has_border.then_some("bordered")
    };
    if let Some(class) = class {
        events.push(open("span", &[("class", class)], range));
        ends.push(close("span"));
    }
    let reference = Reference {
        link_type: LinkType::Inline,
        url: CowStr::from(written.value("source").to_owned()),
        url_range: range,
        title: CowStr::from(""),
    };
    events.push(located(Event::Start(Tag::Image(reference))));
    let alternative = written.value("alt-text");
    if !alternative.is_empty() {
        events.push(located(Event::Text(CowStr::from(alternative.to_owned()))));
    }
    events.push(located(Event::End(TagEnd::Image)));
    let end = TextRange {
        start: range.end,
        end: range.end,
    };
    events.extend(
        ends.into_iter()
            .rev()
            .map(|event| Located { event, range: end }),
    );
    events
}
