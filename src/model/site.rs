//! The whole site: everything found, linked and placed. Immutable once `catalogue::assemble` has made it.

use std::collections::{BTreeMap, HashMap};

use crate::l10n::Locales;
use crate::source::{FileId, LocaleIndex, Span};

use super::{Article, ArticleId, ArticleKey, Oddity, Page, PageId, Toc, UrlPath};

/// A file that articles show or offer, with the places that use it.
#[derive(Debug)]
pub struct AssetUse {
    /// The file.
    pub file: FileId,
    /// The first place that names it.
    pub first: Span,
    /// How many places name it.
    pub count: u32,
}

/// An article or redirect that got no address.
#[derive(Debug)]
pub struct Unplaced {
    /// The article that wanted the address for itself or for a redirect to it.
    pub article: ArticleKey,
    /// Where the wish is written: the start of the file, or its front matter for a redirect.
    pub span: Span,
    /// The entry of `redirect_from`, when a redirect wanted it.
    pub redirect: Option<Box<str>>,
    /// Why it got none.
    pub why: NoPlace,
}

/// Why there is no address.
#[derive(Debug)]
pub enum NoPlace {
    /// Another page has it.
    Taken {
        /// The address both want.
        url: UrlPath,
        /// The page that has it.
        holder: PageId,
    },
    /// No address can be made of the name, with the reason.
    Impossible(&'static str),
}

/// Everything, indexed.
#[derive(Debug)]
pub struct Site {
    /// The languages, sorted by tag.
    pub locales: Locales,
    /// All articles, sorted by locale, then id.
    pub articles: Vec<Article>,
    /// Each article's editions: one slot per locale.
    pub matrix: BTreeMap<ArticleId, Box<[Option<ArticleKey>]>>,
    /// All pages, sorted by address.
    pub pages: Vec<Page>,
    /// The page of each article, by [`ArticleKey`]; `None` for an article whose address another page has.
    pub page_of: Vec<Option<PageId>>,
    /// Pages by address.
    pub by_url: HashMap<UrlPath, PageId>,
    /// Tables of contents by locale, outer folders first.
    pub tocs: Vec<Vec<Toc>>,
    /// Files in use, sorted by file.
    pub assets: Vec<AssetUse>,
    /// What got no address.
    pub unplaced: Vec<Unplaced>,
    /// What was left out before parsing.
    pub oddities: Vec<Oddity>,
}

impl Site {
    /// The article with that key.
    pub fn article(&self, key: ArticleKey) -> &Article {
        &self.articles[key.index()]
    }

    /// The page with that number.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.index()]
    }

    /// All articles with their keys.
    pub fn iter(&self) -> impl Iterator<Item = (ArticleKey, &Article)> {
        (0u32..).map(ArticleKey).zip(&self.articles)
    }

    /// The editions of an article, one slot per locale.
    pub fn editions(&self, id: &ArticleId) -> &[Option<ArticleKey>] {
        self.matrix.get(id).map_or(&[], |editions| editions)
    }

    /// The edition of an article in a locale.
    pub fn edition(&self, id: &ArticleId, locale: LocaleIndex) -> Option<ArticleKey> {
        *self.editions(id).get(locale.index())?
    }
}
