//! The whole site: everything found, linked and placed. Immutable once `catalogue::assemble` has made it.

use std::collections::{BTreeMap, HashMap};

use crate::l10n::Locales;
use crate::source::{FileId, LocaleIndex, Span};

use super::{
    Article, ArticleId, ArticleKey, Document, Oddity, Page, PageId, RepositoryDefect, StandIn, Toc,
    Trails, UrlPath,
};

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
    /// The language that articles are translated from, when it is among them.
    pub source: Option<LocaleIndex>,
    /// All articles, sorted by locale, then id.
    pub articles: Vec<Article>,
    /// Each article's editions: one slot per locale.
    pub matrix: BTreeMap<ArticleId, Box<[Option<ArticleKey>]>>,
    /// The locales that each locale takes missing articles and images from, nearest first; empty where nothing stands in.
    pub chains: Vec<Box<[LocaleIndex]>>,
    /// What stands in for the articles that each locale lacks, sorted by id.
    pub stand_ins: Vec<Vec<StandIn>>,
    /// All pages: articles, folders, redirects.
    pub pages: Vec<Page>,
    /// The page of each article, by [`ArticleKey`]; `None` for an article whose address another page has.
    pub page_of: Vec<Option<PageId>>,
    /// Pages by address.
    pub by_url: HashMap<UrlPath, PageId>,
    /// Tables of contents by locale, outer folders first.
    pub tocs: Vec<Vec<Toc>>,
    /// Tables of contents of other locales that stand in where a locale has none for a folder, by locale, outer folders
    /// first. Their targets are pages of the reader's locale.
    pub borrowed_tocs: Vec<Vec<Toc>>,
    /// What describes the way to pages, by locale: its own files first.
    pub trails: Vec<Vec<Trails>>,
    /// Files in use, sorted by file.
    pub assets: Vec<AssetUse>,
    /// What got no address.
    pub unplaced: Vec<Unplaced>,
    /// What is wrong with the settings of repositories.
    pub repository_defects: Vec<(FileId, RepositoryDefect)>,
    /// What was left out before parsing.
    pub oddities: Vec<Oddity>,
}

impl Site {
    /// The article with that key.
    pub fn article(&self, key: ArticleKey) -> &Article {
        &self.articles[key.index()]
    }

    /// The documents that articles include and that are no articles themselves, each once, by file.
    pub fn included(&self) -> Vec<(FileId, &Document)> {
        let includes = self.articles.iter().flat_map(|article| &article.includes);
        let mut documents: BTreeMap<FileId, &Document> =
            includes.map(|it| (it.file, &*it.document)).collect();
        if !documents.is_empty() {
            for article in &self.articles {
                documents.remove(&article.file);
            }
        }
        documents.into_iter().collect()
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

    /// The article as readers of a locale find it: its edition there, else what stands in for it.
    pub fn shown_in(&self, id: &ArticleId, locale: LocaleIndex) -> Option<(ArticleKey, PageId)> {
        match self.edition(id, locale) {
            Some(key) => Some((key, self.page_of[key.index()]?)),
            None => self
                .stand_in(id, locale)
                .map(|stand_in| (stand_in.shown, stand_in.page)),
        }
    }

    /// Whether an article is a translation without an original: the source locale is built and lacks it.
    pub fn is_orphan(&self, article: &Article) -> bool {
        self.source.is_some_and(|source| {
            article.locale != source && self.edition(&article.id, source).is_none()
        })
    }

    /// What stands in for an article that a locale lacks.
    pub fn stand_in(&self, id: &ArticleId, locale: LocaleIndex) -> Option<&StandIn> {
        let stand_ins = &self.stand_ins[locale.index()];
        let at = stand_ins.binary_search_by(|stand_in| stand_in.id.cmp(id));
        at.ok().map(|at| &stand_ins[at])
    }

    /// The page on which readers of a locale find an article that a link names: never another language's where theirs has
    /// one, or something that stands in.
    pub fn page_for(&self, key: ArticleKey, reader: LocaleIndex) -> Option<PageId> {
        let article = self.article(key);
        if article.locale == reader {
            return self.page_of[key.index()];
        }
        let shown = self.shown_in(&article.id, reader);
        shown.map_or(self.page_of[key.index()], |(_, page)| Some(page))
    }

    /// The edition of an article in a locale.
    pub fn edition(&self, id: &ArticleId, locale: LocaleIndex) -> Option<ArticleKey> {
        *self.editions(id).get(locale.index())?
    }
}
