//! Directives: what a body says beyond Markdown, one file each.
//!
//! [`scan`] finds them in a text before the parser reads it, and hides each behind a piece of raw HTML of equal length; so the
//! parser alone decides what they stand in: the place of everything stays, and what stands in code is code.
//! [`place`] puts what they mean where the parser found those pieces. What is never found there (because it stands in code) is
//! shown as it is written. Files that a directive names are wishes here; `catalogue` finds them.
//!
//! A directive is one file with one [`Directive`], listed in [`ALL`], and has a page in the manual.

use std::borrow::Cow;

use super::{CowStr, Event, HtmlPiece, HtmlTag, Located};
use crate::source::TextRange;

pub(super) use place::{Lines, Placing, place};
pub(super) use scan::{Scan, scan};
pub(super) use xref::{may_hold as may_hold_reference, split as with_references};

mod attributes;
mod bracketed;
mod code;
mod column;
mod div;
mod image;
mod include;
mod interface_words;
mod moniker;
mod no_loc;
mod outdent;
mod place;
mod row;
mod scan;
mod tabs;
#[cfg(test)]
mod tests;
mod video;
mod xref;
mod zone;

/// All directives, sorted by name.
pub const ALL: &[&Directive] = &[
    &code::DIRECTIVE,
    &column::DIRECTIVE,
    &div::DIRECTIVE,
    &image::DIRECTIVE,
    &include::DIRECTIVE,
    &interface_words::DIRECTIVE,
    &moniker::DIRECTIVE,
    &no_loc::DIRECTIVE,
    &row::DIRECTIVE,
    &tabs::DIRECTIVE,
    &video::DIRECTIVE,
    &xref::DIRECTIVE,
    &zone::DIRECTIVE,
];

/// A directive: how it is written, and its page in the manual.
#[derive(Debug)]
pub struct Directive {
    /// Its name in the manual.
    pub name: &'static str,
    /// Its page in the manual.
    pub page: &'static str,
    /// How it is written with colons: `:::name attribute="value":::`.
    colons: Option<Colons>,
    /// How it is written in brackets: `[!NAME …]`.
    brackets: Option<Brackets>,
}

/// A directive between colons.
#[derive(Debug)]
struct Colons {
    /// The word behind the colons.
    word: &'static str,
    /// The attributes that it may have.
    attributes: &'static [&'static str],
    /// Those of which it must have at least one.
    needs: &'static [&'static str],
    /// Whether it may stand among words.
    is_inline: bool,
    /// What it means.
    read: fn(&Written) -> Meaning,
}

/// A directive in brackets.
#[derive(Debug)]
struct Brackets {
    /// The words behind `[!`, in lower case.
    words: &'static [&'static str],
    /// What it means.
    read: fn(&Bracketed<'_>) -> Result<Found, String>,
}

/// A directive between colons, as written.
#[derive(Debug)]
struct Written {
    /// All of it.
    range: TextRange,
    /// Its attributes; their places count in the file.
    attributes: attributes::Attributes,
    /// Whether it stands alone on its line.
    alone: bool,
    /// How many bytes stand before the text in its file.
    base: usize,
}

impl Written {
    /// The value of an attribute, empty when there is none.
    fn value(&self, name: &str) -> &str {
        self.attributes.value(name).unwrap_or_default()
    }

    /// Where the value of an attribute stands; the whole directive when there is none.
    fn place(&self, name: &str) -> TextRange {
        self.attributes.get(name).map_or(self.range, |attribute| {
            TextRange::from(attribute.range.clone()).shifted(self.base)
        })
    }
}

/// A directive in brackets, as far as it is known before it is read.
struct Bracketed<'t> {
    /// The text.
    text: &'t str,
    /// Where the directive begins, and where the word behind `[!` ends.
    start: usize,
    word_end: usize,
    /// Where the line ends.
    line_end: usize,
    /// Whether nothing but blanks, list marks and marks of quotations stands before it.
    opens_line: bool,
    /// Whether it begins a line of a quotation.
    is_quoted: bool,
    /// How many bytes stand before the text in its file.
    base: usize,
}

impl Bracketed<'_> {
    /// Whether nothing stands on its line but a directive that ends there.
    fn is_alone(&self, end: usize) -> bool {
        self.opens_line && self.text[end..self.line_end].trim().is_empty()
    }
}

/// A directive in brackets that was read.
struct Found {
    /// Where it ends in the text.
    end: usize,
    meaning: Meaning,
}

/// What a directive means where it stands.
#[derive(Clone, Debug)]
enum Meaning {
    /// These events.
    Is {
        events: Vec<Located<'static>>,
        /// Whether they are a block that cannot stand among words.
        is_block: bool,
    },
    /// Everything up to its end stands between these.
    Holds {
        open: Vec<Located<'static>>,
        close: Vec<Event<'static>>,
    },
    /// Everything up to its end is for another output.
    Drops,
    /// The quotation around it is a section with these classes.
    Classes(String),
}

/// The words that may stand behind `:::`.
pub fn words() -> Vec<String> {
    let colons = ALL.iter().filter_map(|it| it.colons.as_ref());
    let begun = colons.map(|colons| colons.word);
    begun
        .flat_map(|word| [word.to_owned(), format!("{word}-end")])
        .collect()
}

/// An opening tag with attributes. The name must be an element that raw HTML may use.
fn open(
    name: &'static str,
    attributes: &[(&'static str, &str)],
    range: TextRange,
) -> Located<'static> {
    let attributes = attributes
        .iter()
        .map(|(name, value)| {
            let value = CowStr::from((*value).to_owned());
            (Cow::Borrowed(*name), value, range)
        })
        .collect();
    Located {
        event: Event::Html(HtmlPiece::Open(HtmlTag {
            name: Cow::Borrowed(name),
            attributes,
            removed: Vec::new(),
            idle: Vec::new(),
            void: false,
        })),
        range,
    }
}

/// A closing tag.
fn close(name: &'static str) -> Event<'static> {
    Event::Html(HtmlPiece::Close(Cow::Borrowed(name)))
}

/// Whether a text may hold anything of this module: cheap, so that texts without directives cost nothing.
pub(super) fn may_hold(text: &str) -> bool {
    let finds = |needle: &str| memchr::memmem::find(text.as_bytes(), needle.as_bytes()).is_some();
    finds(":::") || finds("[!") || finds("#tab/")
}
