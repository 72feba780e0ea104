//! What stands beside an article: the entries around it, and the pages before and after it.
//!
//! Both come from the table of contents that holds the page, else from its folder. Both are bounded, so that pages do not
//! grow with the site.

use crate::model::{ArticleKey, PageId};

use super::contents::{Name, window};
use super::frame::Frame;
use super::outputs;
use super::page::named_folder;
use super::view::{LinkView, NavigationEntry, NavigationView};

/// The entries around a page. A page that lists its folder itself (`is_list`) repeats no list.
pub(super) fn around(
    frame: &Frame<'_>,
    id: PageId,
    key: ArticleKey,
    is_list: bool,
) -> NavigationView {
    let article = frame.site.article(key);
    let reader = frame.site.page(id).locale;
    let shared = frame.locale(reader);
    let caption = |path: &str| {
        let folder = shared.listing.folder(path);
        folder.map_or_else(LinkView::default, |folder| {
            named_folder(frame, folder, path, reader)
        })
    };
    if let Some((at, path, contents)) = shared.contents_with(id) {
        let around = contents.around(id, frame, reader);
        // A table that names nothing but the page itself leads nowhere.
        let Some(around) = around.filter(|around| around.entries.len() > 1) else {
            return NavigationView::default();
        };
        let caption = caption(path);
        return NavigationView {
            title: caption.title,
            title_in: caption.title_in,
            url: caption.url,
            entries: around.entries,
            list: String::new(),
            more: around.more,
            table: outputs::contents_url(frame, reader, at),
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
    let entries = folder.articles[window].iter().map(|&entry| {
        let link = frame.entry_link(entry, reader);
        NavigationEntry {
            title: link.title,
            title_in: link.title_in,
            url: link.url,
            shown_in: link.shown_in,
            current: entry.page == id,
            depth: 0,
        }
    });
    let caption = caption(path);
    NavigationView {
        title: caption.title,
        title_in: caption.title_in,
        url: caption.url,
        entries: entries.collect(),
        list: String::new(),
        more,
        table: None,
    }
}

/// The pages before and after in the table of contents, else in the folder.
pub(super) fn neighbours(
    frame: &Frame<'_>,
    id: PageId,
    key: ArticleKey,
) -> (Option<LinkView>, Option<LinkView>) {
    let article = frame.site.article(key);
    let reader = frame.site.page(id).locale;
    let shared = frame.locale(reader);
    if let Some((_, _, contents)) = shared.contents_with(id) {
        let link = |(page, name): (PageId, Name<'_>)| LinkView {
            title: name.text.to_owned(),
            title_in: name.language.map(|language| frame.language(language)),
            url: Some(frame.href(page)),
            shown_in: frame.foreign(page, reader),
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
    let link = |place: usize| Some(frame.entry_link(*siblings.get(place)?, reader));
    (place.checked_sub(1).and_then(link), link(place + 1))
}
