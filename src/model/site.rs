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

/// A page that could not get its address, because another page has it.
#[derive(Debug)]
pub struct Unplaced {
    /// The address both want.
    pub url: UrlPath,
    /// The page that has it.
    pub holder: PageId,
    /// The article that wanted it.
    pub article: ArticleKey,
    /// Where that was written: the file, or its `redirect_from` entry.
    pub span: Span,
    /// Whether it was a redirect that wanted the address.
    pub redirect: bool,
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
    /// Pages without an address.
    pub unplaced: Vec<Unplaced>,
    /// What discovery met and could not take, sorted.
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
