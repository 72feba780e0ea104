//! Step 2: one file becomes one [`Document`]. Never fails, knows no path and no other file.
//!
//! Takes bytes and limits; gives facts, front matter and defects with their places in [`decode`]d text. It resolves
//! nothing and judges nothing: what a link means is `catalogue`'s business, what is said of a defect `check`'s.

use std::borrow::Cow;

use crate::markup::{self, Profile};
use crate::model::{Defect, DefectKind, Document, HtmlLevel};
use crate::source::{ContentHash, TextRange};

pub use code::{code_file, excerpt};
pub use language::Expected;
pub use toc::toc;
pub use toc_markdown::toc_markdown;
pub use yaml_page::{YamlFile, yaml_file, yaml_markdown, yaml_page};

mod allowances;
mod code;
mod damage;
mod facts;
mod front_matter;
mod language;
mod stars;
mod surroundings;
#[cfg(test)]
mod tests;
mod toc;
mod toc_markdown;
mod unmade;
mod words;
mod yaml;
mod yaml_page;

/// What limits a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseOptions {
    /// Most bytes between the fences of the front matter.
    pub front_matter_bytes: usize,
    /// Deepest nesting of blocks.
    pub nesting: usize,
    /// How much raw HTML is let through.
    pub html: HtmlLevel,
}

impl ParseOptions {
    /// How the body is read; whoever writes a document must read it as it was parsed.
    pub fn markup(self) -> markup::Options {
        markup::Options {
            profile: Profile::Polydoc,
            nesting: self.nesting,
            html: self.html,
        }
    }
}

impl ParseOptions {
    /// How the body of a file of another level is read.
    pub fn markup_at(self, html: HtmlLevel) -> markup::Options {
        Self { html, ..self }.markup()
    }
}

/// Parses a file.
pub fn parse(bytes: &[u8], options: ParseOptions) -> Document {
    parse_in(bytes, options, None)
}

/// Parses a file whose language is known, and looks for paragraphs in another one.
pub fn parse_in(bytes: &[u8], options: ParseOptions, expected: Option<Expected>) -> Document {
    // 1. Bytes become text, whatever they are.
    let text = decode(bytes);
    let mut defects = encoding(bytes, &text);
    defects.extend(damage::characters(&text));

    // 2. The front matter is split off and read.
    let split = front_matter::split(&text, options.front_matter_bytes);
    let front_matter = front_matter::read(&text, &split);

    // 3. The body becomes events, and those become facts.
    let body = markup::read(&text[split.body..], split.body, options.markup());
    let found = facts::facts(&body.events);
    let allowances = allowances::allowances(&text, &front_matter, &body.events);

    let foreign = expected.map(|expected| language::foreign(&body.events, expected));

    defects.extend(body.defects);
    defects.extend(found.defects);
    surroundings::complete(&text, &body.html_blocks, &mut defects);
    defects.sort_by_key(|defect| defect.range);
    Document {
        hash: ContentHash::of(bytes),
        front_matter,
        body_start: TextRange::at(split.body).start,
        length: TextRange::at(text.len()).start,
        facts: boxed(found.facts),
        blocks: boxed(found.blocks),
        foreign: foreign.unwrap_or_default().into(),
        defects: defects.into(),
        allowances: allowances.into(),
        words: found.words,
        html: options.html,
        origins: None,
    }
}

/// What is kept as long as the site, in a block of its own size: allocators leave what shrinks where it is, with up to half of it
/// unused.
fn boxed<T>(grown: Vec<T>) -> Box<[T]> {
    let mut exact = Vec::with_capacity(grown.len());
    exact.extend(grown);
    exact.into_boxed_slice()
}

/// The text in which all places of a document count: bytes that are no UTF-8 become U+FFFD, a byte-order mark stays.
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// What is wrong with the bytes.
fn encoding(bytes: &[u8], text: &str) -> Vec<Defect> {
    let mut defects = Vec::new();
    if text.starts_with(BYTE_ORDER_MARK) {
        let range = TextRange::new(0, BYTE_ORDER_MARK.len_utf8());
        defects.push(Defect {
            kind: DefectKind::ByteOrderMark,
            range,
        });
    }
    if let Err(error) = std::str::from_utf8(bytes) {
        // What is valid is equally long in the text.
        let start = error.valid_up_to();
        let range = TextRange::new(start, start + char::REPLACEMENT_CHARACTER.len_utf8());
        defects.push(Defect {
            kind: DefectKind::InvalidUtf8,
            range,
        });
    }
    if let Some(at) = memchr::memchr(0, text.as_bytes()) {
        defects.push(Defect {
            kind: DefectKind::Nul,
            range: TextRange::new(at, at + 1),
        });
    }
    defects
}

const BYTE_ORDER_MARK: char = '\u{FEFF}';
