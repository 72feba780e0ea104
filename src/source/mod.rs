//! Files as the pipeline sees them: where a text lies, what kind of file it is, and places in it.
//!
//! A [`Source`] is a name and a stamp; the text itself is read when a step needs it and never kept.
//! This module reads nothing and knows no other module.

use std::fmt;
use std::sync::Arc;

pub use lines::{LineColumn, LineIndex};
pub use span::{Span, Spanned, TextRange};

mod lines;
mod span;

/// The number of a file in one run: an index into [`Sources::files`]. Not stable between runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

impl FileId {
    /// The number as an index into a slice of all files.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A path below the content folder: `/` between names on every system, never absolute, never `..`.
///
/// Compared by bytes. Names that are no valid UTF-8 never become a `SitePath`; discovery reports them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SitePath(Arc<str>);

impl SitePath {
    /// Takes a path that is already relative and `/`-separated.
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        let path = path.into();
        debug_assert!(!path.starts_with('/'), "a site path is relative: {path}");
        Self(path)
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder that holds this file, without a final `/`; empty for a file at the top.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last name of the path.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The position of a locale in the site's sorted list of locales (`l10n::Locales`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LocaleIndex(pub u16);

impl LocaleIndex {
    /// The number as an index into a slice of all locales.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// What a file is to polydoc, decided from its path alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SourceKind {
    /// A Markdown file that becomes a page.
    Article,
    /// A file that exists and is not published as it is: a Markdown file that is no page of its own (below an `includes/`
    /// folder, excluded), or a file that browsers would run.
    Unpublished,
    /// A YAML file of a repository: a page when its first line says so.
    Yaml,
    /// A table of contents, `TOC.yml` in any letter case.
    Toc,
    /// An image or another file that an article may show or offer.
    Asset,
}

/// What the file system says of a file; equal stamps mean that a file was very probably not touched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// Size in bytes.
    pub size: u64,
    /// Last change of the contents, nanoseconds since 1970-01-01T00:00:00Z.
    pub modified: i128,
    /// Last change of anything about it, nanoseconds; cannot be set back. Zero where no disk tells it.
    pub changed: i64,
    /// The number of the file on its file system; zero where there is none.
    pub inode: u64,
}

/// One file that was found, without its text.
#[derive(Clone, Debug)]
pub struct Source {
    /// Where it lies below the content folder, locale folder included.
    pub path: SitePath,
    /// What it is.
    pub kind: SourceKind,
    /// The locale of the folder it lies in; `None` for files beside the locale folders, which all locales may use.
    pub locale: Option<LocaleIndex>,
    /// Size and time when it was found.
    pub stamp: Stamp,
}

/// Every file that was found, sorted by path; [`FileId`]s are positions in it.
#[derive(Debug, Default)]
pub struct Sources {
    /// The files in the order of their paths (by bytes).
    pub files: Vec<Source>,
}

impl Sources {
    /// The file with that number.
    pub fn get(&self, id: FileId) -> &Source {
        &self.files[id.index()]
    }

    /// All files with their numbers, in order.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        (0u32..).map(FileId).zip(&self.files)
    }
}

/// The BLAKE3 hash of some bytes, 256 bits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ContentHash(pub [u8; 32]);

impl ContentHash {
    /// Hashes bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// All 64 hexadecimal digits, in lower case.
    pub fn hex(&self) -> String {
        use fmt::Write as _;
        self.0
            .iter()
            .fold(String::with_capacity(64), |mut text, byte| {
                let _ = write!(text, "{byte:02x}");
                text
            })
    }

    /// Reads what [`Self::hex`] wrote; letter case does not matter.
    pub fn of_hex(text: &str) -> Option<Self> {
        let (pairs, []) = text.as_bytes().as_chunks::<2>() else {
            return None;
        };
        let digit = |byte: u8| char::from(byte).to_digit(16);
        let byte = |&[high, low]: &[u8; 2]| u8::try_from(digit(high)? << 4 | digit(low)?).ok();
        let bytes: Option<Vec<u8>> = pairs.iter().map(byte).collect();
        bytes?.try_into().ok().map(Self)
    }

    /// The first 16 hexadecimal digits, enough for file names that change with their contents.
    pub fn short(&self) -> String {
        use fmt::Write as _;
        self.0[..8]
            .iter()
            .fold(String::with_capacity(16), |mut text, byte| {
                let _ = write!(text, "{byte:02x}");
                text
            })
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.short())
    }
}
