//! A page: an address in a locale and what is shown there.

use std::fmt;

use crate::source::LocaleIndex;

use super::ArticleKey;

/// A path on the site: begins with `/`, lower case, NFC, percent-encoded as RFC 3986 asks; without base path.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UrlPath(pub Box<str>);

impl UrlPath {
    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UrlPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The position of a page in [`super::Site::pages`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PageId(pub u32);

impl PageId {
    /// The number as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// An address and what is shown there.
#[derive(Debug)]
pub struct Page {
    /// Its address.
    pub url: UrlPath,
    /// The reader's language: that of the frame around the article.
    pub locale: LocaleIndex,
    /// What is shown.
    pub shown: Shown,
}

/// What a page shows. Fallback pages will show an article of another locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// An article.
    Article(ArticleKey),
    /// A folder without an index article: its list. The path below the locale; empty for the locale's home.
    Folder(Box<str>),
    /// What is shown for addresses that do not exist.
    NotFound,
    /// The results of searches in the page's language.
    Search,
    /// A forwarding to the page of that id.
    Redirect(PageId),
}
