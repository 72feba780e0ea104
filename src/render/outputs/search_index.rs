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

fn emit(frame: &Frame<'_>, locale: LocaleIndex, pages: &[search::Page]) -> Indexed {
    let own = frame.site.locales.get(locale);
    let options = Options {
        locale: own.id.to_string(),
        language: own.id.language().to_owned(),
        prefix: format!("{}/{}/", frame.settings.base_path, own.url),
        facets: frame.settings.search.facets.clone(),
        bytes: 0,
    };
    let (files, statistics) = search::build(pages, &options);
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
