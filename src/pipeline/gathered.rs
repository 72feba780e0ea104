//! What rendered pages say, gathered while they are made: for a check that judges them, and for a build that does so too.

use std::sync::{Mutex, PoisonError};

use crate::catalogue;
use crate::config::Settings;
use crate::markup::{self, ListedPage};
use crate::model::{Artifact, Body, OutputPath, PageId, RenderedSite};

/// Takes artifacts as they come, from several threads, and keeps none of their bytes.
pub(super) struct Gathered<'s> {
    settings: &'s Settings,
    site: Mutex<RenderedSite>,
}

impl<'s> Gathered<'s> {
    /// Nothing yet.
    pub(super) fn new(settings: &'s Settings) -> Self {
        let site = Mutex::default();
        Self { settings, site }
    }

    /// Reads an artifact; `page` is the page of the site that it is.
    pub(super) fn add(&self, artifact: &Artifact, page: Option<PageId>) {
        let path = &artifact.path;
        let read = match &artifact.body {
            Body::Bytes(bytes) if has_ending(path, "html") => {
                let facts = markup::page_facts(&String::from_utf8_lossy(bytes));
                let canonical = facts.canonical.iter();
                // Those of other languages are `broken-hreflang`'s.
                let hrefs = facts.links.iter().chain(canonical);
                let places = hrefs
                    .filter_map(|href| catalogue::destination(href, path, self.settings))
                    .collect();
                Some((facts, places))
            }
            _ => None,
        };
        let listed = match &artifact.body {
            Body::Bytes(bytes) if has_ending(path, "xml") => self.listed(bytes),
            _ => Vec::new(),
        };
        let mut site = self.site.lock().unwrap_or_else(PoisonError::into_inner);
        site.add_file(path.clone());
        for (file, page) in listed {
            site.tell(file, page.alternates);
        }
        if let Some((facts, places)) = read {
            site.add_page(path.clone(), page, facts, places);
        }
    }

    /// The files that a sitemap lists, with the languages it tells of them.
    fn listed(&self, xml: &[u8]) -> Vec<(Box<str>, ListedPage)> {
        let root = OutputPath::new("index.html").expect("a plain name");
        let xml = String::from_utf8_lossy(xml);
        let listed = markup::listed_pages(&xml).filter(|page| !page.alternates.is_empty());
        listed
            .filter_map(|page| {
                let place = catalogue::destination(&page.address, &root, self.settings)?;
                Some((place.file, page))
            })
            .collect()
    }

    /// All pages, in the order of their paths.
    pub(super) fn finish(self) -> RenderedSite {
        let mut site = self
            .site
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        site.sort();
        site
    }
}

fn has_ending(path: &OutputPath, wanted: &str) -> bool {
    let ending = path.as_str().rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case(wanted))
}
