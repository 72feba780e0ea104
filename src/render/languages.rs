//! The same page in other languages: what the switcher lists and what hreflang says.
//!
//! In comes a page; out come its editions, in one order for the whole site. Only pages that exist are listed.

use crate::model::{Article, PageId, Shown};

use super::frame::Frame;
use super::view::TranslationView;

/// The article in every language that has it.
pub(super) fn of_article(frame: &Frame<'_>, id: PageId, article: &Article) -> Vec<TranslationView> {
    let editions = frame.site.editions(&article.id).iter().flatten();
    let pages = editions.filter_map(|key| frame.site.page_of[key.index()]);
    list(frame, Some(id), frame.is_hidden(id), pages)
}

/// The same folder in every language that has a page for it.
pub(super) fn of_folder(frame: &Frame<'_>, id: PageId, path: &str) -> Vec<TranslationView> {
    let pages = frame
        .locales
        .iter()
        .filter_map(|shared| shared.listing.folder(path)?.page);
    list(frame, Some(id), frame.is_hidden(id), pages)
}

/// The pages of search results of all languages.
pub(super) fn of_search(frame: &Frame<'_>, id: PageId) -> Vec<TranslationView> {
    let pages = (0u32..).map(PageId).zip(&frame.site.pages);
    let pages = pages.filter(|(_, page)| page.shown == Shown::Search);
    list(frame, Some(id), true, pages.map(|(id, _)| id))
}

/// The home pages of all languages, for a page that is none of them.
pub(super) fn homes(frame: &Frame<'_>, hidden: bool) -> Vec<TranslationView> {
    let homes = frame
        .locales
        .iter()
        .filter_map(|shared| shared.listing.folder("")?.page);
    list(frame, None, hidden, homes)
}

/// On a home page, the absolute address for readers of no listed language; `None` when there is none or the page is not
/// to be listed.
pub(super) fn x_default(frame: &Frame<'_>, id: PageId) -> Option<String> {
    let is_made = frame.settings.has_output("language_page", true);
    frame.root().filter(|_| is_made && !frame.is_hidden(id))
}

/// hreflang is reciprocal by making: a page that search engines shall not list (`hidden`) has no alternates and is
/// nobody's alternate.
fn list(
    frame: &Frame<'_>,
    id: Option<PageId>,
    hidden: bool,
    pages: impl Iterator<Item = PageId>,
) -> Vec<TranslationView> {
    let mut pages: Vec<PageId> = pages.collect();
    pages.sort_by_key(|&page| frame.locale(frame.site.page(page).locale).place);
    let view = |page: PageId| {
        let shared = &frame.locale(frame.site.page(page).locale).view;
        TranslationView {
            tag: shared.tag.clone(),
            name: shared.name.clone(),
            dir: shared.dir,
            url: frame.href(page),
            alternate: frame
                .absolute(page)
                .filter(|_| !hidden && !frame.is_hidden(page)),
            current: id == Some(page),
        }
    };
    pages.into_iter().map(view).collect()
}
