//! What the links of an article become on its page: addresses for the HTML writer.

use crate::model::{Article, Shown, Target, Unresolved};
use crate::source::TextRange;

use super::frame::Frame;
use super::html::{Links, Resolved};

/// The links of one article.
#[derive(Clone, Copy)]
pub(super) struct References<'a> {
    pub(super) frame: &'a Frame<'a>,
    pub(super) article: &'a Article,
}

impl Links for References<'_> {
    fn resolve(&self, range: TextRange) -> Resolved<'_> {
        let links = &self.article.links;
        // Facts are in the order of their starts; a link in the text of a link starts later.
        let Ok(at) = links.binary_search_by_key(&range.start, |link| link.range.start) else {
            return Resolved::AsWritten;
        };
        match &links[at].target {
            Target::Article {
                key,
                fragment,
                query,
                ..
            } => href(
                self.frame
                    .article_href(*key, query.as_deref(), fragment.as_deref()),
            ),
            Target::Page(page, fragment) => {
                // An old address forwards; readers are spared the detour.
                let page = match self.frame.site.page(*page).shown {
                    Shown::Redirect(new) => new,
                    _ => *page,
                };
                let mut address = self.frame.href(page);
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
            Target::External | Target::Data => Resolved::AsWritten,
            Target::OtherSite { href, .. } => Resolved::Href((&**href).into()),
            // The page is right even if the place on it is gone.
            Target::Unresolved(Unresolved::NoSuchAnchor { key, .. }) if !self.is_shown(*key) => {
                href(self.frame.article_href(*key, None, None))
            }
            Target::Unresolved(_) => Resolved::Unresolved,
        }
    }
}

impl References<'_> {
    fn is_shown(&self, key: crate::model::ArticleKey) -> bool {
        std::ptr::eq(self.frame.site.article(key), self.article)
    }
}

fn href<'a>(address: Option<String>) -> Resolved<'a> {
    address.map_or(Resolved::Unresolved, |address| {
        Resolved::Href(address.into())
    })
}
