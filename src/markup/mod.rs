//! The one stream of Markdown events: the only user of the Markdown library.
//!
//! [`events`] reads a body and gives events with byte ranges in which our own syntax (heading anchors, alerts, directives,
//! raw HTML piece by piece) is already recognised; [`read`] gives the defects found on the way as well. The fact
//! extractor, the HTML writer and the plain-text reader are all readers of this stream, so they can never disagree about
//! what a heading or a link is. It resolves nothing and writes nothing.

use std::borrow::Cow;

use crate::model::{Defect, HtmlLevel};
use crate::source::{Spanned, TextRange};

pub use alerts::keyword;
pub use directives::{ALL as DIRECTIVES, Directive, words as directive_words};
pub use events::{events, read};
pub use html::{
    Allowed, AllowedElement, Fate, ListedPage, Sketch, allowed, is_reserved_id, listed_pages,
    page_facts, sketch, urls,
};
pub use pulldown_cmark::{Alignment, CowStr, LinkType};

mod alerts;
mod anchors;
mod autolinks;
mod depth;
mod directives;
mod events;
mod html;
mod owned;
mod targets;
pub mod text;

/// Which Markdown is read, and how raw HTML is treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// `CommonMark` 0.31.2, raw HTML verbatim. For conformance only.
    CommonMark,
    /// GitHub Flavored Markdown 0.29: tables, strikethrough, task lists, bare autolinks, the tag filter. For conformance only.
    Gfm,
    /// What polydoc publishes.
    Polydoc,
}

/// How to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Which Markdown.
    pub profile: Profile,
    /// Deepest nesting; what is deeper becomes text.
    pub nesting: usize,
    /// How much raw HTML is let through (profile `Polydoc` only).
    pub html: HtmlLevel,
}

/// A body that was read.
#[derive(Debug)]
pub struct Reading<'t> {
    /// Its events.
    pub events: Vec<Located<'t>>,
    /// What is wrong with its Markdown, in no special order: unknown alerts, missing references, too deep nesting.
    /// What was removed from raw HTML stands in the events.
    pub defects: Vec<Defect>,
    /// Where blocks of HTML stand, in order: in them Markdown has no meaning.
    pub html_blocks: Vec<TextRange>,
}

/// An event and the bytes it came from, counted from the start of the text handed to [`events`] plus the base offset.
#[derive(Clone, Debug, PartialEq)]
pub struct Located<'t> {
    /// What.
    pub event: Event<'t>,
    /// Where: for `Start` and `End` the whole construct.
    pub range: TextRange,
}

/// One step through a body. `Start` and `End` balance.
#[derive(Clone, Debug, PartialEq)]
pub enum Event<'t> {
    /// A construct begins.
    Start(Tag<'t>),
    /// The construct that began last and has not ended ends.
    End(TagEnd),
    /// Text, entities resolved.
    Text(CowStr<'t>),
    /// A code span.
    Code(CowStr<'t>),
    /// A line end within a paragraph.
    SoftBreak,
    /// A line break that the author asked for.
    HardBreak,
    /// A thematic break.
    Rule,
    /// `[ ]` or `[x]` at the start of a list item.
    TaskMarker {
        /** Whether it is ticked. */
        checked: bool,
    },
    /// `[^label]`.
    FootnoteReference(CowStr<'t>),
    /// Raw HTML as written (profiles `CommonMark` and `Gfm` only; `block` tells a block from an inline).
    RawHtml {
        /** The text. */
        text: CowStr<'t>,
        /** Whether it is a block of its own. */
        block: bool,
    },
    /// One piece of raw HTML, judged (profile `Polydoc` only).
    Html(HtmlPiece<'t>),
    /// `> [!VIDEO url]` on its own: a linked figure.
    Video {
        /** The address. */
        url: Spanned<CowStr<'t>>,
    },
    /// Another file stands here: only where the texts of a page are put together is it known which.
    Include {
        /** Its path as written. */
        url: Spanned<CowStr<'t>>,
        /** Whether it stands among blocks. */
        is_block: bool,
    },
    /// Code from a file stands here, likewise.
    Snippet {
        /** The language, in lower case; empty when none is named. */
        language: CowStr<'t>,
        /** Its path as written, with the part that is meant (see [`crate::model::Part`]). */
        url: Spanned<CowStr<'t>>,
    },
}

/// A construct that holds others.
#[derive(Clone, Debug, PartialEq)]
pub enum Tag<'t> {
    /// A paragraph.
    Paragraph,
    /// A heading; the anchors and `{#id}` given by the author are taken out of its contents.
    Heading {
        /** 1 to 6. */
        level: u8,
        /** Ids in order. */
        ids: Vec<Spanned<CowStr<'t>>>,
        /** Classes from `{.class}`. */
        classes: Vec<CowStr<'t>>,
    },
    /// A quotation.
    BlockQuote,
    /// An alert: what it means and the keyword as written; the marker is taken out of its contents.
    Alert {
        /** What it means. */
        kind: AlertKind,
        /** The keyword. */
        written: Spanned<CowStr<'t>>,
        /** How the keyword is written. */
        spelling: AlertSpelling,
    },
    /// A code block with its info string (empty for an indented one).
    CodeBlock {
        /** The info string. */
        info: CowStr<'t>,
        /** Whether it has fences. */
        fenced: bool,
    },
    /// A list. The items of a tight one hold text without paragraphs around it.
    List {
        /** The first number, when it is ordered. */
        start: Option<u64>,
    },
    /// A list item.
    Item,
    /// A table.
    Table(Vec<Alignment>),
    /// Its head.
    TableHead,
    /// A row.
    TableRow,
    /// A cell.
    TableCell,
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Struck through.
    Strikethrough,
    /// A link.
    Link(Reference<'t>),
    /// An image; its contents are the alternative text.
    Image(Reference<'t>),
    /// The text of a footnote.
    FootnoteDefinition(CowStr<'t>),
}

/// Ends of [`Tag`]s.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagEnd {
    /// See [`Tag`].
    Paragraph,
    /// With its level.
    Heading(u8),
    /// See [`Tag`].
    BlockQuote,
    /// See [`Tag`].
    Alert,
    /// See [`Tag`].
    CodeBlock,
    /// Whether it was ordered.
    List {
        /** Whether it was ordered. */
        ordered: bool,
    },
    /// See [`Tag`].
    Item,
    /// See [`Tag`].
    Table,
    /// See [`Tag`].
    TableHead,
    /// See [`Tag`].
    TableRow,
    /// See [`Tag`].
    TableCell,
    /// See [`Tag`].
    Emphasis,
    /// See [`Tag`].
    Strong,
    /// See [`Tag`].
    Strikethrough,
    /// See [`Tag`].
    Link,
    /// See [`Tag`].
    Image,
    /// See [`Tag`].
    FootnoteDefinition,
}

/// The target of a link or image.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference<'t> {
    /// How it is written.
    pub link_type: LinkType,
    /// The target, escapes and entities resolved, percent-encoding kept.
    pub url: CowStr<'t>,
    /// Where the target stands (for reference links: in the definition).
    pub url_range: TextRange,
    /// The title.
    pub title: CowStr<'t>,
}

/// What an alert means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AlertKind {
    /// Note.
    Note,
    /// Tip.
    Tip,
    /// Important.
    Important,
    /// Warning.
    Warning,
    /// Caution.
    Caution,
}

/// How an alert's keyword is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AlertSpelling {
    /// One of the five English words, in any letter case.
    Standard,
    /// Translated, misspelt, or with blanks or fullwidth signs.
    Odd,
}

/// A piece of raw HTML.
#[derive(Clone, Debug, PartialEq)]
pub enum HtmlPiece<'t> {
    /// An allowed opening tag with its allowed attributes. Unless it is void, its `Close` follows in the same container.
    Open(HtmlTag<'t>),
    /// An allowed closing tag that closes an open one.
    Close(Cow<'static, str>),
    /// Something that looks like a tag and is none: shown as written.
    Shown(CowStr<'t>),
    /// Text between tags in an HTML block, as characters (entities resolved).
    Text(CowStr<'t>),
    /// A program, a style sheet or the like between its tags, to be published as it is (trusted files only).
    Verbatim(CowStr<'t>),
    /// Removed: why. Ranges are the event's.
    Removed(Removed),
}

/// An allowed opening tag.
#[derive(Clone, Debug, PartialEq)]
pub struct HtmlTag<'t> {
    /// Lower case.
    pub name: Cow<'static, str>,
    /// Allowed attributes: lower-case name, value with entities resolved, place of the value.
    pub attributes: Vec<(Cow<'static, str>, CowStr<'t>, TextRange)>,
    /// Removed attributes: name and place.
    pub removed: Vec<(String, TextRange)>,
    /// Attributes that are left out and would have changed little: name and place.
    pub idle: Vec<(String, TextRange)>,
    /// Whether HTML gives it no end tag (`br`, `img`).
    pub void: bool,
}

/// What was removed from raw HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removed {
    /// A comment (no defect).
    Comment,
    /// An element that is not allowed, or not where it stands; its name. Of a dangerous one that ends, the contents are gone too
    /// and the range holds all of it; of others the tag alone.
    Element(String),
    /// A closing tag without its opening one; its name.
    StrayEnd(String),
    /// An opening tag that is never closed; its name. It ends where its block of HTML or its container ends.
    Unclosed(String),
}
