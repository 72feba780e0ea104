//! Links: as written ([`RawLink`]) and as understood ([`Link`]).

use crate::source::{FileId, LocaleIndex, TextRange};

use super::{Address, ArticleKey, PageId, Slug};

/// What a reference does on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// A link to follow.
    Link,
    /// An image to show.
    Image,
    /// `<…>` or a bare address.
    Autolink,
    /// The address of a video.
    Video,
    /// A file whose text, or a part of it, is shown as code; which part, its query says (see [`super::Part`]).
    Code,
    /// `@uid`: a link if something has that uid, else text.
    Mention,
}

/// What the target of a short reference to a uid begins with.
pub const SHORT_REFERENCE: &str = "@";

/// A link or image as written.
#[derive(Debug, PartialEq, Eq)]
pub struct RawLink {
    /// What it does.
    pub kind: LinkKind,
    /// The target with Markdown escapes and HTML entities resolved, percent-encoding kept.
    pub written: Box<str>,
    /// The whole construct. Its start identifies the link within its document.
    pub range: TextRange,
    /// The target alone, where diagnostics point.
    pub target_range: TextRange,
    /// Whether a reader finds nothing to click: no text and no image with an alternative text.
    /// For images: whether the alternative text is empty.
    pub is_empty: bool,
}

/// A link with its meaning, in the order of the document's `RawLink`s.
#[derive(Debug)]
pub struct Link {
    /// The `RawLink::range` it belongs to.
    pub range: TextRange,
    /// What it points to.
    pub target: Target,
    /// The words of a link that its author left to its target: the name of what a uid belongs to.
    pub words: Option<Box<str>>,
}

/// What a link points to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// An article of this site in the reader's locale, with the fragment as written (without `#`, decoded).
    Article {
        /// The article.
        key: ArticleKey,
        /// A fragment, when one was written.
        fragment: Option<Box<str>>,
        /// The query as written (without `?`).
        query: Option<Box<str>>,
        /// Whether the path was found only by ignoring letter case.
        case_differs: bool,
    },
    /// A page without an article, such as a folder index.
    Page(PageId, Option<Box<str>>),
    /// A place on the same page.
    Fragment(Slug),
    /// A file that is published beside the pages.
    Asset {
        /// The file.
        file: FileId,
        /// Whether the path was found only by ignoring letter case.
        case_differs: bool,
        /// The locale that the file was taken from, because the article's own lacks it.
        borrowed_from: Option<LocaleIndex>,
    },
    /// A file whose text is shown here as code; it is not published.
    Shown {
        /// The file.
        file: FileId,
        /// The locale that the file was taken from, because the article's own lacks it.
        borrowed_from: Option<LocaleIndex>,
    },
    /// An address that is not written here: that of something with a uid, outside of this site.
    Address(Box<str>),
    /// An absolute address elsewhere, kept as written.
    External,
    /// A rooted path whose first segment is no docset here; the address with the external base in front, when one is set.
    OtherSite {
        /// The first segment.
        segment: Box<str>,
        /// The address to write.
        href: Box<str>,
    },
    /// `mailto:`, `tel:`, `ms-settings:` and other allowed schemes without a host.
    Other,
    /// An embedded `data:` image.
    Data,
    /// Nothing that could be served.
    Unresolved(Unresolved),
}

impl Target {
    /// The address of another site that a link leads to, given how it was written.
    pub fn address(&self, written: &str) -> Option<Address> {
        match self {
            Self::External => Address::read(written),
            Self::OtherSite { href, .. } | Self::Address(href) => Address::read(href),
            _ => None,
        }
    }
}

/// Why a link has no target.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Unresolved {
    /// Nothing is written between the parentheses.
    Empty,
    /// No article or file at the path; `elsewhere` is a locale that has it, `near` the nearest existing path.
    NoSuchFile {
        /// The path that was looked for, relative to the content folder.
        path: Box<str>,
        /// The most similar path, relative as the author would write it.
        near: Option<Box<str>>,
        /// The first locale that has an article of this id.
        elsewhere: Option<LocaleIndex>,
    },
    /// The article exists, the fragment does not; the nearest existing id.
    NoSuchAnchor {
        /// The article that was found.
        key: ArticleKey,
        /// The fragment as written.
        fragment: Box<str>,
        /// The most similar id.
        near: Option<Box<str>>,
    },
    /// The path leads out of the content folder.
    OutsideSite,
    /// The file exists but is not published (an excluded file or an include).
    NotPublished(Box<str>),
    /// The scheme is not allowed.
    ForbiddenScheme(Box<str>),
    /// No valid address, with the reason.
    BadUrl(&'static str),
    /// Nothing has that uid.
    NoSuchUid(Box<str>),
}
