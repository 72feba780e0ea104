//! `search`: the index of each language in `assets/search/<locale>/`, which the search of the pages and `polydoc search` ask; and
//! what [`search_page`] makes.

use crate::model::{Artifact, Body, OutputPath};
use crate::render::frame::Frame;
use crate::search::{self, Options};
use crate::source::LocaleIndex;

use super::{Emit, Indexed, Output, search_page};

/// This output.
pub(super) static OUTPUT: Output = Output {
    name: "search",
    on_by_default: true,
    emit: &[Emit::Found(emit), Emit::Locale(search_page::of_locale)],
};

/// A share of the index, from some of the pages.
pub(in crate::render) fn share(
    frame: &Frame<'_>,
    locale: LocaleIndex,
    pages: &[search::Page],
) -> Vec<u8> {
    search::share(pages, &options(frame, locale))
}

fn options(frame: &Frame<'_>, locale: LocaleIndex) -> Options {
    let own = frame.site.locales.get(locale);
    Options {
        locale: own.id.to_string(),
        language: own.id.language().to_owned(),
        prefix: format!("{}/{}/", frame.settings.base_path, own.url),
        facets: frame.settings.search.facets.clone(),
        bytes: 0,
    }
}

fn emit(frame: &Frame<'_>, locale: LocaleIndex, pages: &[search::Page]) -> Indexed {
    let own = frame.site.locales.get(locale);
    let (files, statistics) = search::build(pages, &options(frame, locale));
    let artifacts = files.into_iter().map(|file| {
        let path = format!("{}/{}", search::folder(&own.url), file.name);
        Artifact {
            path: OutputPath::new(&path).expect("names of locales and files are plain"),
            body: Body::Bytes(file.bytes),
        }
    });
    Indexed {
        artifacts: artifacts.collect(),
        statistics,
    }
}
