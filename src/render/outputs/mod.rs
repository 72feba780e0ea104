//! Outputs beside the pages: one file each, one line in [`OUTPUTS`].

use crate::failure::Failure;
use crate::model::Artifact;
use crate::search;
use crate::source::LocaleIndex;

use super::frame::Frame;

mod contents;
mod external_links;
mod feed;
mod headers;
mod language_page;
mod llms;
mod markdown;
mod not_found;
mod redirects;
mod robots;
mod search_index;
mod search_page;
mod sitemap;
mod translation_status;
mod web_manifest;
mod xml;

pub(super) use contents::url as contents_url;
pub(super) use feed::url as feed_url;
pub(super) use markdown::{copy as markdown_copy, url as markdown_url};
pub(super) use search_index::share as index_share;
pub(super) use web_manifest::url as manifest_url;

/// The name of the output that shows what is known of other sites: what it shows is looked up only when it is made.
pub const EXTERNAL_LINKS: &str = "external_links";

/// The name of the output that shows how the translations stand.
pub(super) const TRANSLATION_STATUS: &str = "translation_status";

/// How an output is made.
#[derive(Clone, Copy, Debug)]
pub enum Emit {
    /// Once per language.
    Locale(fn(&Frame<'_>, LocaleIndex) -> Result<Vec<Artifact>, Failure>),
    /// Once.
    Site(fn(&Frame<'_>) -> Result<Vec<Artifact>, Failure>),
    /// Once per language, of what is found of its pages.
    Found(fn(&Frame<'_>, LocaleIndex, &[search::Page]) -> Indexed),
}

/// An index, and what is in it.
#[derive(Debug, Default)]
pub struct Indexed {
    /// Its files.
    pub artifacts: Vec<Artifact>,
    /// What is in it.
    pub statistics: search::Statistics,
}

/// An output: its name in `outputs:` and how it is made.
#[derive(Debug)]
pub struct Output {
    /// Its name in `polydoc.yml`.
    pub name: &'static str,
    /// Whether it is made when nothing is set.
    pub on_by_default: bool,
    /// How it is made.
    pub emit: &'static [Emit],
}

/// Every output, sorted by name.
pub static OUTPUTS: [&Output; 14] = [
    &contents::OUTPUT,
    &external_links::OUTPUT,
    &feed::OUTPUT,
    &headers::OUTPUT,
    &language_page::OUTPUT,
    &llms::OUTPUT,
    &markdown::OUTPUT,
    &not_found::OUTPUT,
    &redirects::OUTPUT,
    &robots::OUTPUT,
    &search_index::OUTPUT,
    &sitemap::OUTPUT,
    &translation_status::OUTPUT,
    &web_manifest::OUTPUT,
];

/// The outputs of a locale that are switched on.
pub(super) fn of_locale(frame: &Frame<'_>, locale: LocaleIndex) -> Result<Vec<Artifact>, Failure> {
    let mut artifacts = Vec::new();
    for emit in switched_on(frame) {
        if let Emit::Locale(emit) = emit {
            artifacts.extend(emit(frame, locale)?);
        }
    }
    Ok(artifacts)
}

/// The outputs of the whole site that are switched on.
pub(super) fn of_site(frame: &Frame<'_>) -> Result<Vec<Artifact>, Failure> {
    let mut artifacts = Vec::new();
    for emit in switched_on(frame) {
        if let Emit::Site(emit) = emit {
            artifacts.extend(emit(frame)?);
        }
    }
    Ok(artifacts)
}

/// The search index of a locale, when it is switched on.
pub(super) fn index(frame: &Frame<'_>, locale: LocaleIndex, pages: &[search::Page]) -> Indexed {
    let found = switched_on(frame).find_map(|emit| match emit {
        Emit::Found(emit) => Some(emit(frame, locale, pages)),
        Emit::Locale(_) | Emit::Site(_) => None,
    });
    found.unwrap_or_default()
}

fn switched_on<'f>(frame: &'f Frame<'_>) -> impl Iterator<Item = &'static Emit> + use<'f> {
    let on = OUTPUTS
        .iter()
        .filter(|output| frame.settings.has_output(output.name, output.on_by_default));
    on.flat_map(|output| output.emit)
}
