//! Images, in Markdown and in raw HTML.

use std::fmt::Write as _;

use super::writer::{Writer, is_forbidden};
use super::{Resolved, escape};
use crate::markup::{Event, HtmlPiece, Reference, Tag, TagEnd, urls};
use crate::source::TextRange;

/// An image that there is.
pub(super) struct Shown {
    /// Width and height, when they are known.
    pub(super) size: Option<(u32, u32)>,
}

/// Appends what an event says in an alternative text or a label.
pub(super) fn alternative(out: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(text)
        | Event::Code(text)
        | Event::Html(HtmlPiece::Text(text) | HtmlPiece::Shown(text)) => escape::value(out, text),
        Event::SoftBreak | Event::HardBreak => out.push(' '),
        _ => {}
    }
}

impl<'w, 't> Writer<'w, 't> {
    /// Writes the image whose `Start` is at a position; gives the position after its `End`.
    pub(super) fn image(&mut self, at: usize, reference: &'w Reference<'t>) -> usize {
        let end = self.end_of_image(at);
        let range = self.events[at].range;
        let start = self.out.len();
        if let Some(Shown { size }) = self.image_source(&reference.url, range) {
            self.out.push_str(" alt=\"");
            self.alternatives(at, end);
            self.out.push('"');
            if !reference.title.is_empty() {
                escape::attribute(self.out, "title", &reference.title);
            }
            self.image_rest(size);
            self.zoomable(start, size);
        } else {
            self.out.truncate(start);
            self.out.push_str("<span class=\"unresolved\">");
            let words = self.out.len();
            self.alternatives(at, end);
            if self.out.len() == words {
                escape::text(self.out, &reference.url);
            }
            self.out.push_str("</span>");
        }
        end + 1
    }

    /// Begins `<img src="…"`; `None` when there is no image to show.
    pub(super) fn image_source(&mut self, written: &str, range: TextRange) -> Option<Shown> {
        self.out.push_str("<img src=\"");
        let mut found = None;
        if self.is_ours() {
            let address = urls::trimmed(written);
            match self.surroundings.links.resolve(range) {
                Resolved::AsWritten if urls::is_safe_source(address) && !address.is_empty() => {
                    escape::address(self.out, address);
                }
                Resolved::Href(src) if !is_forbidden(&src) => escape::address(self.out, &src),
                Resolved::Image { src, size } if !is_forbidden(&src) => {
                    escape::address(self.out, &src);
                    found = size;
                }
                _ => return None,
            }
        } else {
            escape::address(self.out, written);
        }
        self.out.push('"');
        Some(Shown { size: found })
    }

    /// Ends an `<img`.
    pub(super) fn image_rest(&mut self, size: Option<(u32, u32)>) {
        if let Some((width, height)) = size {
            let _ = write!(self.out, " width=\"{width}\" height=\"{height}\"");
        }
        self.out.push_str(if self.is_ours() {
            " loading=\"lazy\" decoding=\"async\">"
        } else {
            " />"
        });
    }

    /// Makes an image that is wider than the text a link to itself, which a script shows over the page; unless it is a link
    /// already, or has no words that would name the link.
    fn zoomable(&mut self, start: usize, size: Option<(u32, u32)>) {
        /// Wider than this, in pixels, an image is shown smaller than it is.
        const WIDE: u32 = 720;

        let image = &self.out[start..];
        let before = &self.out[..start];
        let in_link = !self.ends.is_empty()
            || before.rfind("<a ") > before.rfind("</a>")
            || image.contains(" alt=\"\"");
        if !self.is_ours() || in_link || size.is_none_or(|(width, _)| width <= WIDE) {
            return;
        }
        let Some((src, _)) = image
            .strip_prefix("<img src=\"")
            .and_then(|rest| rest.split_once('"'))
        else {
            return;
        };
        let link = format!("<a class=\"zoom\" href=\"{src}\">");
        self.out.insert_str(start, &link);
        self.out.push_str("</a>");
    }

    fn alternatives(&mut self, from: usize, to: usize) {
        for located in &self.events[from + 1..to] {
            alternative(self.out, &located.event);
        }
    }

    fn end_of_image(&self, at: usize) -> usize {
        let mut nested = 0_usize;
        for (position, located) in self.events.iter().enumerate().skip(at) {
            match located.event {
                Event::Start(Tag::Image(_)) => nested += 1,
                Event::End(TagEnd::Image) if nested == 1 => return position,
                Event::End(TagEnd::Image) => nested -= 1,
                _ => {}
            }
        }
        self.events.len() - 1
    }
}
