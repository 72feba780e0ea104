//! Raw HTML, piece by piece: known tags, what only looks like a tag, what is dangerous.
//!
//! [`pieces`] takes one piece of raw HTML and gives its tags with judged attributes; [`balance`] takes all events of a body
//! and gives them with every tag in its place or removed. What is allowed depends on the level of trust in the file; the tables
//! stand in `tags` and `levels`, and [`allowed`] tells them to the manual. Nothing is written here.

use std::borrow::Cow;
use std::iter::Peekable;
use std::ops::Range;

use super::{CowStr, Event, HtmlPiece, HtmlTag, Located, Removed};
use crate::model::HtmlLevel;
use crate::source::TextRange;

pub use allowed::{Allowed, AllowedElement, Fate, allowed};
pub use attributes::is_reserved_id;
pub(super) use attributes::{is_class_at, partition_classes};
pub(super) use balance::balance;
pub use page::facts as page_facts;
pub use sitemap::{ListedPage, listed_pages};
pub use sketch::{Sketch, sketch};
use tags::Holds;
use tokens::Token;

mod allowed;
mod attributes;
mod balance;
mod levels;
mod page;
mod sitemap;
mod sketch;
mod tags;
mod tokens;
pub mod urls;

/// The pieces of raw HTML that begins at `base`. Dangerous elements are still among them: [`balance`] removes them.
pub(super) fn pieces(text: &str, base: usize, block: bool, level: HtmlLevel) -> Vec<Located<'_>> {
    let mut pieces = Pieces {
        text,
        base,
        block,
        level,
        all: Vec::new(),
    };
    // The tokenizer ends these at the first `>`, Markdown where they are meant to end.
    if !block && (text.starts_with("<!") || text.starts_with("<?")) {
        pieces.add(HtmlPiece::Removed(Removed::Comment), 0..text.len());
        return pieces.all;
    }
    let mut tokens = tokens::tokens(text).into_iter().peekable();
    while let Some((token, range)) = tokens.next() {
        match token {
            Token::Comment => pieces.add(HtmlPiece::Removed(Removed::Comment), range),
            Token::Broken => pieces.shown(range),
            Token::Text(resolved) => {
                let written = &text[range.clone()];
                let resolved = if written == resolved {
                    CowStr::Borrowed(written)
                } else {
                    CowStr::from(resolved)
                };
                pieces.add(HtmlPiece::Text(resolved), range);
            }
            Token::Close { name } => pieces.close(name, range),
            Token::Open {
                name,
                attributes,
                closed,
                raw,
            } => {
                let contents = (block && raw).then(|| contents(&mut tokens, range.end));
                let opening = Opening {
                    name,
                    attributes,
                    closed,
                    contents,
                };
                pieces.open(opening, range);
            }
        }
    }
    pieces.all
}

/// An opening tag as written.
struct Opening {
    name: String,
    attributes: Vec<tokens::Attribute>,
    closed: bool,
    /// What it holds, when that is no markup.
    contents: Option<Contents>,
}

/// What is no markup, up to the end tag.
struct Contents {
    texts: Vec<(String, Range<usize>)>,
    end: usize,
    /// Whether there is an end tag.
    is_closed: bool,
}

/// The contents of an element that are no markup: the tokenizer gives them as one text and then the end tag, unless the block
/// ends before it.
fn contents(
    tokens: &mut Peekable<impl Iterator<Item = (Token, Range<usize>)>>,
    start: usize,
) -> Contents {
    let is_inside = |token: &Token| !matches!(token, Token::Open { .. } | Token::Comment);
    let mut contents = Contents {
        texts: Vec::new(),
        end: start,
        is_closed: false,
    };
    while !contents.is_closed
        && let Some((token, range)) = tokens.next_if(|(token, _)| is_inside(token))
    {
        contents.end = range.end;
        match token {
            Token::Close { .. } => contents.is_closed = true,
            Token::Text(resolved) => contents.texts.push((resolved, range)),
            _ => {}
        }
    }
    contents
}

struct Pieces<'t> {
    text: &'t str,
    base: usize,
    block: bool,
    level: HtmlLevel,
    all: Vec<Located<'t>>,
}

impl<'t> Pieces<'t> {
    fn add(&mut self, piece: HtmlPiece<'t>, range: Range<usize>) {
        self.all.push(Located {
            event: Event::Html(piece),
            range: TextRange::new(self.base + range.start, self.base + range.end),
        });
    }

    fn shown(&mut self, range: Range<usize>) {
        let written = &self.text[range.clone()];
        self.add(HtmlPiece::Shown(CowStr::Borrowed(written)), range);
    }

    /// Whether the tags of an element are removed here, so that what they hold stays as words.
    fn is_unwrapped(&self, element: &tags::Element) -> bool {
        self.level == HtmlLevel::Strict
            && element.place != tags::Place::NowhereWithContents
            && !levels::is_strict(element.name)
    }

    fn close(&mut self, name: String, range: Range<usize>) {
        match levels::element(self.level, &name, self.block) {
            // Browsers read it as a line break, and so do authors.
            Some(element) if element.name == "br" => {
                self.add(HtmlPiece::Open(tag("br")), range);
            }
            Some(element) if self.is_unwrapped(element) => {
                self.add(HtmlPiece::Removed(Removed::Comment), range);
            }
            Some(element) => self.add(HtmlPiece::Close(element.named(name)), range),
            None => self.shown(range),
        }
    }

    fn open(&mut self, opening: Opening, range: Range<usize>) {
        let Opening {
            name,
            attributes,
            closed,
            contents,
        } = opening;
        let Some(element) = levels::element(self.level, &name, self.block) else {
            return self.shown(range);
        };
        if self.is_unwrapped(element) {
            let removed = HtmlPiece::Removed(Removed::Element(name));
            return self.add(removed, range);
        }
        let is_trusted = self.level == HtmlLevel::Trusted;
        if let Some(contents) = &contents {
            let inside = &self.text[range.end..contents.end];
            if !(is_trusted && contents.is_closed) || is_entangled(&name, inside) {
                let removed = HtmlPiece::Removed(Removed::Element(name));
                return self.add(removed, range.start..contents.end);
            }
        }
        let place = |attribute: &tokens::Attribute| {
            TextRange::from(attribute.range.clone()).shifted(self.base)
        };
        let judged = attributes::judge(element, self.level, attributes, place);
        let kept = judged.kept.into_iter();
        let is_foreign = is_trusted && levels::foreign(&name).is_some();
        let void = element.holds == Holds::Nothing && !is_foreign;
        let is_text = name == "textarea" || name == "title";
        let name = element.named(name);
        let tag = HtmlTag {
            name: name.clone(),
            attributes: kept
                .map(|(name, value, range)| (name, CowStr::from(value), range))
                .collect(),
            removed: judged.removed,
            idle: judged.idle,
            void,
        };
        let end = contents.as_ref().map_or(range.end, |it| it.end);
        let is_ended = contents.is_some() || closed && !void;
        self.add(HtmlPiece::Open(tag), range);
        for (resolved, range) in contents.map(|it| it.texts).unwrap_or_default() {
            let resolved = CowStr::from(resolved);
            let piece = if is_text {
                HtmlPiece::Text(resolved)
            } else {
                HtmlPiece::Verbatim(resolved)
            };
            self.add(piece, range);
        }
        if is_ended {
            self.add(HtmlPiece::Close(name), end..end);
        }
    }
}

/// Whether browsers may end a program elsewhere than its first end tag: one that writes comments and programs of its own.
fn is_entangled(name: &str, text: &str) -> bool {
    name == "script" && text.contains("<!--") && text.to_ascii_lowercase().contains("<script")
}

impl tags::Element {
    /// The name that its tags are known by here; `written` is theirs, in lower case.
    fn named(&self, written: String) -> Cow<'static, str> {
        if self.name == written {
            Cow::Borrowed(self.name)
        } else {
            Cow::Owned(written)
        }
    }
}

/// A tag without attributes.
fn tag(name: &'static str) -> HtmlTag<'static> {
    HtmlTag {
        name: Cow::Borrowed(name),
        attributes: Vec::new(),
        removed: Vec::new(),
        idle: Vec::new(),
        void: true,
    }
}

#[cfg(test)]
mod tests;
