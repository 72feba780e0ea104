//! Raw HTML, piece by piece: known tags, what only looks like a tag, what is dangerous.
//!
//! [`pieces`] takes one piece of raw HTML and gives its tags with judged attributes; [`balance`] takes all events of a body
//! and gives them with every tag in its place or removed. What is allowed depends on the level of trust in the file; the tables
//! stand in `tags` and `levels`, and [`allowed`] tells them to the manual. Nothing is written here.

use std::borrow::Cow;

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
    let mut pieces = Vec::new();
    let mut add = |event, from: usize, to: usize| {
        pieces.push(Located {
            event: Event::Html(event),
            range: TextRange::new(base + from, base + to),
        });
    };
    // The tokenizer ends these at the first `>`, Markdown where they are meant to end.
    if !block && (text.starts_with("<!") || text.starts_with("<?")) {
        add(HtmlPiece::Removed(Removed::Comment), 0, text.len());
        return pieces;
    }
    let is_trusted = level == HtmlLevel::Trusted;
    let is_kept = |name: &str| level != HtmlLevel::Strict || levels::is_strict(name);
    let mut tokens = tokens::tokens(text).into_iter().peekable();
    while let Some((token, range)) = tokens.next() {
        match token {
            Token::Comment => add(HtmlPiece::Removed(Removed::Comment), range.start, range.end),
            Token::Broken => add(
                HtmlPiece::Shown(CowStr::Borrowed(&text[range.clone()])),
                range.start,
                range.end,
            ),
            Token::Text(resolved) => {
                let written = &text[range.clone()];
                let resolved = if written == resolved {
                    CowStr::Borrowed(written)
                } else {
                    CowStr::from(resolved)
                };
                add(HtmlPiece::Text(resolved), range.start, range.end);
            }
            Token::Close { name } => match levels::element(level, &name, block) {
                // Browsers read it as a line break, and so do authors.
                Some(element) if element.name == "br" => {
                    add(HtmlPiece::Open(tag("br")), range.start, range.end);
                }
                Some(element) if element.is_idle() && !is_kept(&name) => {
                    add(HtmlPiece::Removed(Removed::Comment), range.start, range.end);
                }
                Some(element) => add(
                    HtmlPiece::Close(element.named(name)),
                    range.start,
                    range.end,
                ),
                None => add(
                    HtmlPiece::Shown(CowStr::Borrowed(&text[range.clone()])),
                    range.start,
                    range.end,
                ),
            },
            Token::Open {
                name,
                attributes,
                closed,
                raw,
            } => {
                let Some(element) = levels::element(level, &name, block) else {
                    add(
                        HtmlPiece::Shown(CowStr::Borrowed(&text[range.clone()])),
                        range.start,
                        range.end,
                    );
                    continue;
                };
                if element.is_idle() && !is_kept(&name) {
                    // What it holds stays, as words.
                    let removed = HtmlPiece::Removed(Removed::Element(name));
                    add(removed, range.start, range.end);
                    continue;
                }
                let mut within = Vec::new();
                if block && raw {
                    // The tokenizer gives its contents as one text and then its end, unless the block ends before it.
                    let inside =
                        |token: &Token| !matches!(token, Token::Open { .. } | Token::Comment);
                    let mut end = range.end;
                    let mut is_closed = false;
                    while let Some((token, inner)) = tokens.next_if(|(token, _)| inside(token)) {
                        end = inner.end;
                        match token {
                            Token::Close { .. } => is_closed = true,
                            Token::Text(resolved) => within.push((resolved, inner)),
                            _ => {}
                        }
                        if is_closed {
                            break;
                        }
                    }
                    let whole = &text[range.end..end];
                    if !(is_trusted && is_closed) || is_entangled(&name, whole) {
                        add(HtmlPiece::Removed(Removed::Element(name)), range.start, end);
                        continue;
                    }
                }
                let judged = attributes::judge(element, level, attributes, |attribute| {
                    TextRange::from(attribute.range.clone()).shifted(base)
                });
                let kept = judged
                    .kept
                    .into_iter()
                    .map(|(name, value, range)| (name, CowStr::from(value), range))
                    .collect();
                let is_foreign = is_trusted && levels::foreign(&name).is_some();
                let void = element.holds == Holds::Nothing && !is_foreign;
                let is_text = name == "textarea" || name == "title";
                let is_raw = block && raw;
                let name = element.named(name);
                add(
                    HtmlPiece::Open(HtmlTag {
                        name: name.clone(),
                        attributes: kept,
                        removed: judged.removed,
                        idle: judged.idle,
                        void,
                    }),
                    range.start,
                    range.end,
                );
                let mut end = range.end;
                for (resolved, inner) in within {
                    end = inner.end;
                    let resolved = CowStr::from(resolved);
                    let piece = if is_text {
                        HtmlPiece::Text(resolved)
                    } else {
                        HtmlPiece::Verbatim(resolved)
                    };
                    add(piece, inner.start, inner.end);
                }
                if is_raw || closed && !void {
                    add(HtmlPiece::Close(name), end, end);
                }
            }
        }
    }
    pieces
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

    /// Whether it does no harm, so that its tags alone are removed where it is not allowed.
    fn is_idle(&self) -> bool {
        self.place != tags::Place::NowhereWithContents
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
