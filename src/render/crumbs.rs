//! The way to a page as the file that `breadcrumb_path` names describes it.
//!
//! In: an article on a page. Out: the stations from the home page on; nothing where no file describes the way, which then follows the
//! folders.

use crate::config::{Docset, metadata_values};
use crate::model::{Article, Entries, PageId, Station, TocTarget, Trails};

use super::frame::Frame;
use super::page::named_folder;
use super::view::LinkView;

/// The stations on the way to a page, without the page itself.
pub(super) fn described(
    frame: &Frame<'_>,
    article: &Article,
    docset: &Docset,
    id: PageId,
) -> Option<Vec<LinkView>> {
    let reader = frame.site.page(id).locale;
    let trails = trails(
        frame.site.trails.get(reader.index())?,
        docset,
        article.entries(),
    )?;
    let way = trails.to(article.id.as_str());
    if way.is_empty() {
        return None;
    }
    let listing = &frame.locale(reader).listing;
    let home = listing.folder("")?;
    let mut links = Vec::new();
    let is_home = |station: &&Station| matches!(station.target, TocTarget::Page(page) if home.page == Some(page));
    // The file may have its own words for the home page.
    if way.first().is_none_or(|first| !is_home(first)) && home.page != Some(id) {
        links.push(named_folder(frame, home, "", reader));
    }
    links.extend(way.iter().filter_map(|station| {
        let (url, page) = match &station.target {
            TocTarget::Page(page) if *page == id => return None,
            TocTarget::Page(page) => (Some(frame.href(*page)), Some(*page)),
            TocTarget::External(address) => (Some(address.to_string()), None),
            TocTarget::None => (None, None),
        };
        Some(LinkView {
            title: station.name.to_string(),
            title_in: station.name_in.map(|language| frame.language(language)),
            url,
            shown_in: page.and_then(|page| frame.foreign(page, reader)),
            current: false,
        })
    }));
    Some(links)
}

/// The file that describes the way to an article: the one that its metadata name, else the first of its docset.
fn trails<'s>(all: &'s [Trails], docset: &Docset, metadata: &Entries) -> Option<&'s Trails> {
    let at = |place: &str| {
        let (_, below) = place.split_once('/')?;
        all.iter()
            .find(|trails| trails.at.eq_ignore_ascii_case(below))
    };
    let mut known = docset.breadcrumbs.iter().filter_map(|place| at(place));
    let first = known.next()?;
    let named = metadata_values(metadata, "breadcrumb_path");
    let named = named.first().copied().unwrap_or_default();
    let named = named.rsplit_once('.').map_or(named, |(bare, _)| bare);
    let named = named.trim_start_matches(['~', '/']).to_lowercase();
    let is_named = |trails: &&Trails| {
        // The address begins where the docset is published, and the path with the docset's folder.
        let path = trails.at.to_lowercase();
        let root = docset.root.split_once('/').map_or("", |(_, root)| root);
        let inner = path.strip_prefix(&root.to_lowercase()).unwrap_or(&path);
        named.ends_with(inner.trim_start_matches('/'))
    };
    std::iter::once(first)
        .chain(known)
        .find(is_named)
        .or(Some(first))
}
