//! What the links of an article become on its page: addresses for the HTML writer. On a page that stands in for a missing
//! translation they stay in the reader's language wherever that has, or borrows, what they lead to.

use crate::model::{Article, ArticleKey, Link, PageId, Shown, Target, Unresolved};
use crate::source::{LocaleIndex, TextRange};

use super::frame::Frame;
use super::html::{Links, Resolved};

/// The links of one article.
#[derive(Clone, Copy)]
pub(super) struct References<'a> {
    pub(super) frame: &'a Frame<'a>,
    pub(super) article: &'a Article,
    /// The language of the frame.
    pub(super) reader: LocaleIndex,
}

impl Links for References<'_> {
    fn resolve(&self, range: TextRange) -> Resolved<'_> {
        let (links, start) = self.links_of_text(range.start);
        // Facts are in the order of their starts; a link in the text of a link starts later.
        let Ok(at) = links.binary_search_by_key(&start, |link| link.range.start) else {
            return Resolved::AsWritten;
        };
        match &links[at].target {
            Target::Article {
                key,
                fragment,
                query,
                ..
            } => {
                // Another edition than the one that was linked may be shown, without that place on it.
                let fragment = fragment.as_deref().filter(|id| self.has_place(*key, id));
                self.href(*key, query.as_deref(), fragment)
            }
            Target::Page(page, fragment) => {
                let mut address = self.frame.href(self.same_page(*page));
                if let Some(fragment) = fragment {
                    address.push('#');
                    address.push_str(&crate::catalogue::encode_fragment(fragment));
                }
                Resolved::Href(address.into())
            }
            Target::Fragment(slug) => Resolved::Href(
                format!("#{}", crate::catalogue::encode_fragment(slug.as_str())).into(),
            ),
            Target::Asset { file, .. } => {
                match (self.frame.file_href(*file), self.frame.files.get(file)) {
                    (Some(src), Some(published)) => Resolved::Image {
                        src: src.into(),
                        size: published.size,
                    },
                    _ => Resolved::Unresolved,
                }
            }
            Target::Other => Resolved::Allowed,
            Target::Address(address) => Resolved::Href((&**address).into()),
            Target::External | Target::Data => Resolved::AsWritten,
            Target::OtherSite { href, .. } => Resolved::Href((&**href).into()),
            // The page is right even if the place on it is gone.
            Target::Unresolved(Unresolved::NoSuchAnchor { key, .. }) if !self.is_shown(*key) => {
                self.href(*key, None, None)
            }
            // Code is no link.
            Target::Unresolved(_) | Target::Shown { .. } => Resolved::Unresolved,
        }
    }
}

impl References<'_> {
    /// The links of the text in which a place of the page lies, and the place in that text.
    fn links_of_text(&self, at: u32) -> (&[Link], u32) {
        let includes = &self.article.includes;
        match includes.partition_point(|included| included.base <= at) {
            0 => (&self.article.links, at),
            after => {
                let included = &includes[after - 1];
                (&included.links, at - included.base)
            }
        }
    }

    fn is_shown(&self, key: ArticleKey) -> bool {
        std::ptr::eq(self.frame.site.article(key), self.article)
    }

    fn href(&self, key: ArticleKey, query: Option<&str>, fragment: Option<&str>) -> Resolved<'_> {
        let address = self.frame.article_href(key, self.reader, query, fragment);
        address.map_or(Resolved::Unresolved, |address| {
            Resolved::Href(address.into())
        })
    }

    /// Whether the edition that readers find has an id that the linked one has.
    fn has_place(&self, key: ArticleKey, id: &str) -> bool {
        let site = self.frame.site;
        let linked = site.article(key);
        if linked.locale == self.reader {
            return true;
        }
        let found = site.shown_in(&linked.id, self.reader);
        found.is_none_or(|(found, _)| {
            found == key || site.article(found).outline.anchor(id).is_some()
        })
    }

    /// The page in the reader's language, unless the author named another one. An old address forwards; readers are spared
    /// the detour.
    fn same_page(&self, page: PageId) -> PageId {
        let site = self.frame.site;
        match &site.page(page).shown {
            Shown::Redirect(new) => self.same_page(*new),
            _ if site.page(page).locale != self.article.locale => page,
            Shown::Folder(path) => {
                let folder = self.frame.locale(self.reader).listing.folder(path);
                folder.and_then(|folder| folder.page).unwrap_or(page)
            }
            Shown::Article(key) | Shown::Fallback(key) => {
                site.page_for(*key, self.reader).unwrap_or(page)
            }
            Shown::NotFound | Shown::Search | Shown::Forward(..) => page,
        }
    }
}
