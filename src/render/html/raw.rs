//! Raw HTML: judged piece by piece in our profile, verbatim in the others.

use super::writer::Writer;
use super::{escape, images};
use crate::markup::{HtmlPiece, HtmlTag, Profile, urls};
use crate::source::TextRange;

/// Tags that GitHub's filter makes harmless.
const FILTERED: &[&str] = &[
    "title",
    "textarea",
    "style",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "script",
    "plaintext",
];

impl<'w, 't> Writer<'w, 't> {
    /// Writes raw HTML as it is, through the tag filter in the profile `Gfm`.
    pub(super) fn verbatim(&mut self, text: &str, block: bool) {
        if block {
            self.fresh_line();
        }
        let mut rest = text;
        while self.profile == Profile::Gfm
            && let Some(at) = rest.find('<')
        {
            self.out.push_str(&rest[..at]);
            rest = &rest[at..];
            self.out
                .push_str(if is_filtered(rest) { "&lt;" } else { "<" });
            rest = &rest[1..];
        }
        self.out.push_str(rest);
        if block {
            self.fresh_line();
        }
    }

    /// Writes a judged piece.
    pub(super) fn html(&mut self, piece: &'w HtmlPiece<'t>, range: TextRange) {
        match piece {
            HtmlPiece::Open(tag) => self.open_tag(tag, range),
            HtmlPiece::Close(name) if name == "a" => {
                let end = self.ends.pop().expect("raw tags balance");
                self.out.push_str(end);
            }
            HtmlPiece::Close(name) => {
                self.out.push_str("</");
                self.out.push_str(name);
                self.out.push('>');
            }
            HtmlPiece::Shown(text) | HtmlPiece::Text(text) => escape::text(self.out, text),
            HtmlPiece::Verbatim(text) => self.out.push_str(text),
            HtmlPiece::Removed(_) => {}
        }
    }

    fn open_tag(&mut self, tag: &'w HtmlTag<'t>, range: TextRange) {
        let value = |name: &str| {
            tag.attributes
                .iter()
                .find(|(known, ..)| *known == name)
                .map(|(_, value, _)| &**value)
        };
        let start = self.out.len();
        match &*tag.name {
            "a" => {
                let href = value("href");
                let is_link = href.is_some_and(|href| self.anchor(href, range));
                if !is_link {
                    self.out.truncate(start);
                    self.out
                        .push_str(if href.is_some() { "<span" } else { "<a" });
                }
                self.ends.push(if is_link || href.is_none() {
                    "</a>"
                } else {
                    "</span>"
                });
                self.attributes(tag, &["href"]);
                if !is_link && href.is_some() {
                    self.out.push_str(" class=\"unresolved\"");
                }
                self.out.push('>');
            }
            "img" => {
                let size = value("src").and_then(|src| self.image_source(src, range));
                let Some(images::Shown { size }) = size else {
                    self.out.truncate(start);
                    self.out.push_str("<span class=\"unresolved\">");
                    escape::text(self.out, value("alt").or(value("src")).unwrap_or_default());
                    self.out.push_str("</span>");
                    return;
                };
                self.attributes(tag, &["src"]);
                if value("alt").is_none() {
                    self.out.push_str(" alt=\"\"");
                }
                self.image_rest(
                    size.filter(|_| value("width").is_none() && value("height").is_none()),
                );
            }
            "audio" | "video" | "source" => {
                self.out.push('<');
                self.out.push_str(&tag.name);
                if let Some(src) = value("src") {
                    self.media_source(src, range);
                }
                self.attributes(tag, &["src", "controls"]);
                self.out.push_str(if tag.name == "source" {
                    ">"
                } else {
                    " controls>"
                });
            }
            name => {
                self.out.push('<');
                self.out.push_str(name);
                self.attributes(tag, &[]);
                self.out.push('>');
            }
        }
    }

    fn attributes(&mut self, tag: &'w HtmlTag<'t>, written: &[&str]) {
        for (name, value, _) in &tag.attributes {
            let is_repeated = *name == "id" && !self.is_new_id(value);
            let is_ours =
                *name == "class" && self.ends.last() == Some(&"</span>") && tag.name == "a";
            if written.contains(&&**name) || is_repeated || is_ours {
                continue;
            }
            if *name == "poster" || *name == "cite" {
                self.out.push(' ');
                self.out.push_str(name);
                self.out.push_str("=\"");
                escape::address(self.out, value);
                self.out.push('"');
            } else {
                escape::attribute(self.out, name, value);
            }
        }
    }

    /// Appends ` src="…"` of a film or sound, if there is one to play.
    fn media_source(&mut self, written: &str, range: TextRange) {
        let start = self.out.len();
        self.out.push_str(" src=\"");
        let fits = match self.surroundings.links.resolve(range) {
            super::Resolved::AsWritten if urls::is_safe_source(written) => {
                escape::address(self.out, written);
                true
            }
            super::Resolved::Href(src) | super::Resolved::Image { src, .. }
                if urls::is_safe_source(&src) =>
            {
                escape::address(self.out, &src);
                true
            }
            _ => false,
        };
        if fits {
            self.out.push('"');
        } else {
            self.out.truncate(start);
        }
    }
}

/// Whether a text that begins with `<` begins with a filtered tag.
fn is_filtered(text: &str) -> bool {
    let name = text[1..].trim_start_matches('/');
    FILTERED.iter().any(|filtered| {
        let ends = |after: Option<&u8>| {
            after.is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'))
        };
        name.get(..filtered.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(filtered))
            && ends(name.as_bytes().get(filtered.len()))
    })
}
