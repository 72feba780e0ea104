//! What rendered pages say, gathered while they are made: for a check that judges them, and for a build that does so too.

use std::sync::{Mutex, PoisonError};

use crate::catalogue;
use crate::config::Settings;
use crate::markup;
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
            Body::Bytes(bytes) if is_page(path) => {
                let facts = markup::page_facts(&String::from_utf8_lossy(bytes));
                let canonical = facts.canonical.iter();
                let alternates = facts.alternates.iter().map(|(_, href)| href);
                let hrefs = facts.links.iter().chain(canonical).chain(alternates);
                let places = hrefs
                    .filter_map(|href| catalogue::destination(href, path, self.settings))
                    .collect();
                Some((facts, places))
            }
            _ => None,
        };
        let mut site = self.site.lock().unwrap_or_else(PoisonError::into_inner);
        site.add_file(path.clone());
        if let Some((facts, places)) = read {
            site.add_page(path.clone(), page, facts, places);
        }
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

fn is_page(path: &OutputPath) -> bool {
    let ending = path.as_str().rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("html"))
}
