//! What stands beside an article: the entries around it, and the pages before and after it.
//!
//! Both come from the table of contents that holds the page, else from its folder. Both are bounded, so that pages do not
//! grow with the site.

use crate::model::{ArticleKey, PageId};

use super::contents::window;
use super::frame::Frame;
use super::page::article_link;
use super::view::{LinkView, NavigationEntry, NavigationView};

/// The entries around a page. A page that lists its folder itself (`is_list`) repeats no list.
pub(super) fn around(
    frame: &Frame<'_>,
    id: PageId,
    key: ArticleKey,
    is_list: bool,
) -> NavigationView {
    let article = frame.site.article(key);
    let shared = frame.locale(article.locale);
    let caption = |path: &str| {
        let folder = shared.listing.folder(path)?;
        let title = if path.is_empty() {
            frame.theme.text(article.locale, "home-title").to_owned()
        } else {
            folder.title.clone()
        };
        Some((title, folder.page.map(|page| frame.href(page))))
    };
    if let Some((path, contents)) = shared.contents_with(id) {
        let around = contents.around(id, frame.site, &frame.settings.base_path);
        // A table that names nothing but the page itself leads nowhere.
        let Some(around) = around.filter(|around| around.entries.len() > 1) else {
            return NavigationView::default();
        };
        let (title, url) = caption(path).unwrap_or_default();
        return NavigationView {
            title,
            url,
            entries: around.entries,
            more: around.more,
        };
    }
    let path = article.id.folder();
    let Some(folder) = shared.listing.folder(path).filter(|_| !is_list) else {
        return NavigationView::default();
    };
    let place = shared.listing.place(key).unwrap_or(0);
    let window = window(folder.articles.len(), place);
    let more = window.len() < folder.articles.len();
    if folder.articles.len() < 2 {
        return NavigationView::default();
    }
    let entries = folder.articles[window].iter().filter_map(|&key| {
        let page = frame.site.page_of[key.index()]?;
        let title = frame.site.article(key).metadata.title.to_string();
        Some(NavigationEntry {
            title,
            url: Some(frame.href(page)),
            current: page == id,
            depth: 0,
        })
    });
    let (title, url) = caption(path).unwrap_or_default();
    NavigationView {
        title,
        url,
        entries: entries.collect(),
        more,
    }
}

/// The pages before and after in the table of contents, else in the folder.
pub(super) fn neighbours(
    frame: &Frame<'_>,
    id: PageId,
    key: ArticleKey,
) -> (Option<LinkView>, Option<LinkView>) {
    let article = frame.site.article(key);
    let shared = frame.locale(article.locale);
    if let Some((_, contents)) = shared.contents_with(id) {
        let link = |(page, name): (PageId, &str)| LinkView {
            title: name.to_owned(),
            url: Some(frame.href(page)),
            current: false,
        };
        let [before, after] = contents.neighbours(id);
        return (before.map(link), after.map(link));
    }
    let siblings = shared
        .listing
        .folder(article.id.folder())
        .map_or(&[][..], |folder| &folder.articles);
    let Some(place) = shared.listing.place(key) else {
        return (None, None);
    };
    let link = |place: usize| article_link(frame, *siblings.get(place)?);
    (place.checked_sub(1).and_then(link), link(place + 1))
}
