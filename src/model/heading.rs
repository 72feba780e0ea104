//! Headings, anchors and the outline of an article.

use std::fmt;

use crate::source::{FileId, Span, Spanned, TextRange};

/// A heading as written.
#[derive(Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its text without markup, tags and anchors.
    pub text: Box<str>,
    /// Ids given by the author, `<a name="…">`, `<a id="…">` or `{#…}`, in order. The first is the heading's id.
    pub ids: Box<[Spanned<Box<str>>]>,
    /// The heading's line or lines.
    pub range: TextRange,
    /// Where its text begins, anchors left out; `None` when it has none.
    pub text_at: Option<u32>,
}

/// An `id` or `name` in raw HTML outside headings.
#[derive(Debug, PartialEq, Eq)]
pub struct RawAnchor {
    /// The id as written.
    pub id: Box<str>,
    /// The tag.
    pub range: TextRange,
}

/// The id of a heading or anchor: unique on its page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slug(pub Box<str>);

impl Slug {
    /// The id as text, not percent-encoded.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The headings and anchors of an article as its page has them, includes opened.
#[derive(Debug, Default)]
pub struct Outline {
    /// Headings in page order, each with its id on the page.
    pub headings: Box<[OutlineHeading]>,
    /// Every id on the page that a fragment may name, sorted, with its place; the first of equal ones.
    pub anchors: Box<[(Slug, Span)]>,
    /// Ids written more than once: the later place and the earlier one.
    pub duplicates: Box<[(Slug, Span, Span)]>,
}

impl Outline {
    /// Where an id stands; compared exactly, as browsers do.
    pub fn anchor(&self, id: &str) -> Option<Span> {
        let at = self
            .anchors
            .binary_search_by(|(slug, _)| slug.as_str().cmp(id))
            .ok()?;
        Some(self.anchors[at].1)
    }
}

/// One heading of an outline.
#[derive(Debug)]
pub struct OutlineHeading {
    /// Its id on the page.
    pub slug: Slug,
    /// Further ids that its author did not write: links to the same heading in other languages, or to the id it had before
    /// it took theirs, hold.
    pub also: Box<[Slug]>,
    /// The id of the same heading in other languages, when its author did not write it.
    pub aligned: Option<Aligned>,
    /// The file it is written in.
    pub file: FileId,
    /// Its position in that document's `facts`.
    pub fact: u32,
}

/// An id that a heading takes from the same heading in another language.
#[derive(Clone, Debug)]
pub struct Aligned {
    /// The id.
    pub id: Slug,
    /// Whether its author wrote it; otherwise it was made of the heading's text.
    pub is_written: bool,
    /// That heading.
    pub from: Span,
}
