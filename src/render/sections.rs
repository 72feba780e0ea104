//! The top folders of a language, as the header names them: in the order of the table of contents at the top, else of their
//! names.

use std::collections::HashMap;

use crate::model::{PageId, Shown, Site};

use super::contents::Contents;
use super::frame::language_view;
use super::listing::Listing;
use super::view::LinkView;

/// More top folders than this are reached through the home page.
const MOST: usize = 12;

/// Links to the top folders. `contents` are the tables of the language with the folders that they speak for.
pub(super) fn sections(
    site: &Site,
    base_path: &str,
    listing: &Listing,
    contents: &[(String, Contents)],
) -> Vec<LinkView> {
    let Some(home) = listing.folder("") else {
        return Vec::new();
    };
    let at_top = contents.iter().find(|(folder, _)| folder.is_empty());
    let at_top = at_top.map(|(_, contents)| contents);
    let mut order: HashMap<&str, usize> = HashMap::new();
    for page in at_top.iter().flat_map(|contents| contents.pages()) {
        let next = order.len();
        order.entry(top_folder(site, page)).or_insert(next);
    }
    let mut folders: Vec<&str> = home.folders.iter().map(String::as_str).collect();
    // Folders that the table does not know keep their order behind those that it knows.
    folders.sort_by_key(|folder| order.get(folder).copied().unwrap_or(usize::MAX));
    let link = |path: &str| {
        let folder = listing.folder(path)?;
        let mut tops = at_top.iter().flat_map(|contents| contents.tops());
        let named = tops.find(|(page, _)| Some(*page) == folder.page);
        let (title, title_in) = match named {
            Some((_, name)) => (name.text, name.language),
            None => (folder.title.as_str(), folder.title_in),
        };
        let href = |page: PageId| format!("{base_path}{}", site.page(page).url);
        Some(LinkView {
            title: title.to_owned(),
            title_in: title_in.map(|language| language_view(site.locales.get(language))),
            url: folder.page.map(href),
            ..LinkView::default()
        })
    };
    folders.into_iter().filter_map(link).take(MOST).collect()
}

/// The first folder on the way to a page, below its language; empty for what lies at the top.
fn top_folder(site: &Site, page: PageId) -> &str {
    let below = match &site.page(page).shown {
        Shown::Article(key) | Shown::Fallback(key) => site.article(*key).id.folder(),
        Shown::Folder(path) => path,
        Shown::NotFound | Shown::Search | Shown::Redirect(_) | Shown::Forward(..) => "",
    };
    below.split('/').next().unwrap_or_default()
}
