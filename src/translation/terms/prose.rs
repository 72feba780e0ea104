//! The prose of an article, block by block: what its author wrote in words, without code, addresses and alternative texts.
//!
//! Takes events, gives blocks whose text is fit to look for terms in, and the way back to places in the file.

use std::ops::Range;

use crate::markup::{Event, HtmlPiece, Located, Tag, TagEnd};
use crate::source::TextRange;

/// The blocks of an article.
#[derive(Debug, Default)]
pub(super) struct Prose {
    /// Those with text or code spans, in order.
    pub(super) blocks: Vec<Block>,
    /// How many headings there are.
    pub(super) headings: usize,
}

/// A paragraph, a heading, an item, a cell.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// Where it stands.
    pub(super) range: TextRange,
    /// How many headings begin before its end.
    pub(super) section: usize,
    /// Its words: every blank is a space, invisible characters are left out.
    pub(super) text: String,
    /// What stands in code spans.
    pub(super) code: String,
    /// The parts of `text` that are texts of links to other sites.
    links: Vec<Range<usize>>,
    /// Where pieces of `text` come from, in order.
    places: Vec<Place>,
}

/// Where a piece of text comes from.
#[derive(Debug)]
struct Place {
    at: usize,
    from: TextRange,
    /// Whether it is written as it reads.
    as_is: bool,
}

impl Block {
    /// Where a part of the text is written.
    pub(super) fn place(&self, part: &Range<usize>) -> TextRange {
        let (start, _) = self.written(part.start);
        let (_, end) = self.written(part.end.saturating_sub(1));
        TextRange::new(start, end.max(start))
    }

    /// Where a byte is written: its start and its end, or those of the piece it belongs to.
    fn written(&self, at: usize) -> (usize, usize) {
        let next = self.places.partition_point(|place| place.at <= at);
        let Some(place) = next.checked_sub(1).map(|index| &self.places[index]) else {
            return (self.range.start as usize, self.range.start as usize);
        };
        if place.as_is {
            let start = place.from.start as usize + at - place.at;
            (start, start + 1)
        } else {
            (place.from.start as usize, place.from.end as usize)
        }
    }

    /// Whether a part of the text belongs to the text of a link to another site.
    pub(super) fn is_in_link(&self, part: &Range<usize>) -> bool {
        let mut links = self.links.iter();
        links.any(|link| link.start < part.end && part.start < link.end)
    }

    /// Makes the block reach over a place.
    fn reach(&mut self, range: TextRange) {
        if self.range == TextRange::default() {
            self.range = range;
        }
        self.range.end = self.range.end.max(range.end);
    }

    fn add(&mut self, text: &str, range: TextRange) {
        // Addresses that became links by themselves.
        if text.contains("://") {
            self.text.push(' ');
            return;
        }
        self.reach(range);
        let as_is = text.len() == (range.end - range.start) as usize;
        let mut is_new = true;
        for (offset, letter) in text.char_indices() {
            let kept = match letter {
                letter if letter.is_whitespace() => Some(' '),
                letter if is_invisible(letter) => None,
                letter => Some(letter),
            };
            if is_new {
                let start = range.start as usize + if as_is { offset } else { 0 };
                self.places.push(Place {
                    at: self.text.len(),
                    from: TextRange::new(start, range.end as usize),
                    as_is,
                });
            }
            is_new = kept != Some(letter);
            self.text.extend(kept);
        }
    }
}

/// Joiners, marks of direction, soft hyphens.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Reads a body.
pub(super) fn prose(events: &[Located<'_>]) -> Prose {
    let mut prose = Prose::default();
    let mut block = Block::default();
    let mut skipped = 0usize;
    let mut link = None;
    for Located { event, range } in events {
        match event {
            Event::Text(text) | Event::Html(HtmlPiece::Text(text)) if skipped == 0 => {
                block.add(text, *range);
            }
            Event::SoftBreak | Event::HardBreak => block.text.push(' '),
            Event::Code(code) => {
                block.text.push(' ');
                block.reach(*range);
                block.code.push_str(code);
                block.code.push('\n');
            }
            Event::Start(Tag::Link(reference)) => {
                let leads_away = reference.url.contains("://");
                link = leads_away.then_some(block.text.len());
            }
            Event::End(TagEnd::Link) => {
                let start = link.take();
                block
                    .links
                    .extend(start.map(|start| start..block.text.len()));
            }
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {}
            Event::Start(Tag::Image(_)) => skipped += 1,
            Event::End(TagEnd::Image) => skipped = skipped.saturating_sub(1),
            Event::Start(tag) => {
                prose.finish(&mut block);
                prose.headings += usize::from(matches!(tag, Tag::Heading { .. }));
                skipped += usize::from(matches!(tag, Tag::CodeBlock { .. }));
            }
            Event::End(end) => {
                prose.finish(&mut block);
                skipped = skipped.saturating_sub(usize::from(*end == TagEnd::CodeBlock));
            }
            Event::Html(HtmlPiece::Open(tag)) if tag.name == "br" => block.text.push(' '),
            _ => {}
        }
    }
    prose.finish(&mut block);
    prose
}

impl Prose {
    fn finish(&mut self, block: &mut Block) {
        let mut done = std::mem::take(block);
        if done.range != TextRange::default() {
            done.section = self.headings;
            self.blocks.push(done);
        }
    }
}
