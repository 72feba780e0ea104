//! A page: an address in a locale and what is shown there.

use std::fmt;

use crate::source::LocaleIndex;

use super::{ArticleId, ArticleKey};

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
#[derive(Debug, Hash)]
pub struct Page {
    /// Its address.
    pub url: UrlPath,
    /// The reader's language: that of the frame around the article.
    pub locale: LocaleIndex,
    /// What is shown.
    pub shown: Shown,
}

impl Page {
    /// The article that is shown, whatever its language.
    pub fn article(&self) -> Option<ArticleKey> {
        match self.shown {
            Shown::Article(key) | Shown::Fallback(key) => Some(key),
            Shown::Folder(_)
            | Shown::NotFound
            | Shown::Search
            | Shown::Redirect(_)
            | Shown::Forward(..) => None,
        }
    }

    /// The article that is shown in the page's own language: what search engines and the site's own search may list.
    pub fn own_article(&self) -> Option<ArticleKey> {
        match self.shown {
            Shown::Article(key) => Some(key),
            _ => None,
        }
    }
}

/// What stands in for an article that a locale lacks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StandIn {
    /// The article's name in all languages.
    pub id: ArticleId,
    /// The edition in another language.
    pub shown: ArticleKey,
    /// Where it is read: the reader's own fallback page, or the other language's page where missing articles are only listed.
    pub page: PageId,
}

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Shown {
    /// An article in the page's own language.
    Article(ArticleKey),
    /// An article of another language, because this one lacks it.
    Fallback(ArticleKey),
    /// A folder without an index article: its list. The path below the locale; empty for the locale's home.
    Folder(Box<str>),
    /// What is shown for addresses that do not exist.
    NotFound,
    /// The results of searches in the page's language.
    Search,
    /// A forwarding to the page of that id.
    Redirect(PageId),
    /// A forwarding to an address: query and place on a page of the site, or a whole address elsewhere.
    Forward(Option<PageId>, Box<str>),
}

/// What a folder is called that has no article of its own: its name with blanks, and a capital letter at its beginning.
pub fn folder_title(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let name = name.replace(['-', '_'], " ");
    let mut letters = name.chars();
    let title = letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect());
    title.unwrap_or_default()
}
