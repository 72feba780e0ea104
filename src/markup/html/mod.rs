//! Raw HTML, piece by piece: known tags, what only looks like a tag, what is dangerous.
//!
//! [`pieces`] takes one piece of raw HTML and gives its tags with judged attributes; [`balance`] takes all events of a body
//! and gives them with every tag in its place or removed. Nothing is written here.

use super::{CowStr, Event, HtmlPiece, HtmlTag, Located, Removed};
use crate::source::TextRange;

pub use attributes::{is_class as is_allowed_class, is_reserved_id};
pub(super) use balance::balance;
pub use page::facts as page_facts;
pub use sitemap::{ListedPage, listed_pages};
pub use sketch::{Sketch, sketch};
use tags::Holds;
use tokens::Token;

mod attributes;
mod balance;
mod page;
mod sitemap;
mod sketch;
mod tags;
mod tokens;
pub mod urls;

/// The pieces of raw HTML that begins at `base`. Dangerous elements are still among them: [`balance`] removes them.
pub(super) fn pieces(text: &str, base: usize, block: bool) -> Vec<Located<'_>> {
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
            Token::Close { name } => match tags::element(&name) {
                // Browsers read it as a line break, and so do authors.
                Some(element) if element.name == "br" => {
                    add(HtmlPiece::Open(tag("br")), range.start, range.end);
                }
                Some(element) => add(HtmlPiece::Close(element.name), range.start, range.end),
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
                let Some(element) = tags::element(&name) else {
                    add(
                        HtmlPiece::Shown(CowStr::Borrowed(&text[range.clone()])),
                        range.start,
                        range.end,
                    );
                    continue;
                };
                if block && raw {
                    // The tokenizer gives its contents as one text and then its end, unless the block ends before it.
                    let inside =
                        |token: &Token| !matches!(token, Token::Open { .. } | Token::Comment);
                    let mut end = range.end;
                    while let Some((token, inner)) = tokens.next_if(|(token, _)| inside(token)) {
                        end = inner.end;
                        if matches!(token, Token::Close { .. }) {
                            break;
                        }
                    }
                    add(HtmlPiece::Removed(Removed::Element(name)), range.start, end);
                    continue;
                }
                let judged = attributes::judge(element, attributes, |attribute| {
                    TextRange::from(attribute.range.clone()).shifted(base)
                });
                let kept = judged
                    .kept
                    .into_iter()
                    .map(|(name, value, range)| (name, CowStr::from(value), range))
                    .collect();
                let void = element.holds == Holds::Nothing;
                add(
                    HtmlPiece::Open(HtmlTag {
                        name: element.name,
                        attributes: kept,
                        removed: judged.removed,
                        void,
                    }),
                    range.start,
                    range.end,
                );
                if closed && !void {
                    add(HtmlPiece::Close(element.name), range.end, range.end);
                }
            }
        }
    }
    pieces
}

/// A tag without attributes.
fn tag(name: &'static str) -> HtmlTag<'static> {
    HtmlTag {
        name,
        attributes: Vec::new(),
        removed: Vec::new(),
        void: true,
    }
}

#[cfg(test)]
mod tests;
