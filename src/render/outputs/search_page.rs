//! The second half of `search`: per language the page of results, and the words of its scripts.

use crate::catalogue;
use crate::failure::Failure;
use crate::model::{Artifact, Body, PageId, Shown};
use crate::render::frame::Frame;
use crate::render::{draw_to, page};
use crate::source::LocaleIndex;

/// The page and the file of words of a language.
pub(super) fn of_locale(frame: &Frame<'_>, locale: LocaleIndex) -> Result<Vec<Artifact>, Failure> {
    let own = |page: &&crate::model::Page| page.locale == locale && page.shown == Shown::Search;
    let place = frame.site.pages.iter().position(|page| own(&page));
    let (Some(at), Some(searching)) = (place, &frame.locale(locale).searching) else {
        return Ok(Vec::new());
    };
    let id = PageId(u32::try_from(at).expect("fewer than 2^32 pages"));
    let title = frame.theme.text(locale, "search-title");
    let mut context = frame.locale(locale).context.clone();
    context.insert("page", &page::search(frame, id, locale, title));
    let path = catalogue::output_path(&frame.site.page(id).url);
    let page = draw_to(frame, "search.html", &context, path)?;
    let words = Artifact {
        path: searching.path.clone(),
        body: Body::Bytes(searching.words.clone()),
    };
    Ok(vec![page, words])
}
