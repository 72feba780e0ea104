//! Events to HTML: the one writer, in three profiles.
//!
//! In: the events of a body, the ids of its headings, what its links mean, and the words that the page adds. Out: HTML,
//! appended to a string that the caller reuses. The writer resolves nothing and judges nothing; an address that nobody
//! resolved is written only when its scheme is on the built-in list.

use std::borrow::Cow;

use crate::markup::{AlertKind, Located, Profile};
use crate::model::Slug;
use crate::source::TextRange;

pub(super) use escape::escaped_in_template;

mod code;
mod escape;
mod footnotes;
mod highlight;
mod images;
mod raw;
mod tables;
mod videos;
mod writer;

/// What is written, beside the events.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The ids of the headings in the order of their events; a heading without one gets no id.
    pub headings: &'a [Slug],
    /// Further ids of the headings, in the same order; headings beyond its end have none.
    pub more_ids: &'a [&'a [Slug]],
    /// What links and images mean.
    pub links: &'a dyn Links,
    /// Words in the language of the frame around the article.
    pub labels: &'a Labels,
    /// Hosts whose videos play on the page.
    pub players: &'a [String],
}

/// What links and images mean, asked by the range of their event: of `Start` of a link or image, of a video, of a raw tag.
pub trait Links {
    /// What to write for the reference at `range`.
    fn resolve(&self, range: TextRange) -> Resolved<'_>;
}

/// What a link or image means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved<'a> {
    /// The address as written, if its scheme is on the built-in list.
    AsWritten,
    /// The address as written: the project allows its scheme.
    Allowed,
    /// This address; what it holds beyond ASCII will be percent-encoded, what is encoded stays.
    Href(Cow<'a, str>),
    /// This image, with its width and height in pixels when they are known.
    Image {
        /// The address.
        src: Cow<'a, str>,
        /// Width and height.
        size: Option<(u32, u32)>,
    },
    /// Nothing that could be served: the words are shown without a link.
    Unresolved,
}

/// Links of a text that belongs to no site: every address as written.
#[derive(Clone, Copy, Debug)]
pub struct AsWritten;

impl Links for AsWritten {
    fn resolve(&self, _range: TextRange) -> Resolved<'_> {
        Resolved::AsWritten
    }
}

/// Words that the writer adds to the author's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// Title of a note.
    pub note: String,
    /// Title of a tip.
    pub tip: String,
    /// Title of an important remark.
    pub important: String,
    /// Title of a warning.
    pub warning: String,
    /// Title of a caution.
    pub caution: String,
    /// Name of the link to a heading, around the heading's text.
    pub permalink: Around,
    /// Name of the section of footnotes.
    pub footnotes: String,
    /// Name of the link from the text to a footnote, around its number.
    pub footnote_reference: Around,
    /// Name of the link from a footnote back to the text, around its number.
    pub footnote_back: Around,
    /// Name of a table's scrollable area.
    pub table: String,
    /// Text of the link to a video.
    pub video: String,
    /// Button that copies a block of code.
    pub copy: String,
    /// What the button says when that has been done.
    pub copied: String,
    /// Title of the choice of versions.
    pub versions: String,
    /// Title of a choice that has none of its own.
    pub choice: String,
    /// Name of a ticked box.
    pub task_done: String,
    /// Name of an empty box.
    pub task_open: String,
}

impl Labels {
    fn alert(&self, kind: AlertKind) -> &str {
        match kind {
            AlertKind::Note => &self.note,
            AlertKind::Tip => &self.tip,
            AlertKind::Important => &self.important,
            AlertKind::Warning => &self.warning,
            AlertKind::Caution => &self.caution,
        }
    }
}

/// Words before and after something that is put in while writing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The words before it.
    pub before: String,
    /// The words after it.
    pub after: String,
}

impl Around {
    /// Stands where the other text will be put in.
    pub const GAP: char = '\u{fffc}';

    /// Splits a message in which [`Self::GAP`] stands for the other text; without one, the text comes last.
    pub fn new(message: &str) -> Self {
        let (before, after) = message.split_once(Self::GAP).unwrap_or((message, ""));
        Self {
            before: before.to_owned(),
            after: after.to_owned(),
        }
    }
}

/// Appends ` name="value"` to a tag.
pub fn attribute(out: &mut String, name: &str, value: &str) {
    escape::attribute(out, name, value);
}

/// Appends a text.
pub fn text(out: &mut String, text: &str) {
    escape::text(out, text);
}

/// Appends the HTML of a body to `out`. The events must be those that [`crate::markup::events`] gave in the same profile.
pub fn write(
    events: &[Located<'_>],
    profile: Profile,
    surroundings: Surroundings<'_>,
    out: &mut String,
) {
    writer::write(events, profile, surroundings, out);
}

#[cfg(test)]
mod tests;
