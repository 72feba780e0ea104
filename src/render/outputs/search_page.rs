//! The second half of `search`: per language the page of results, and the words of its scripts.

use crate::catalogue;
use crate::failure::Failure;
use crate::model::{Artifact, Body, Shown};
use crate::render::frame::Frame;
use crate::render::{draw_to, lists, page};
use crate::source::LocaleIndex;

/// The page and the file of words of a language.
pub(super) fn of_locale(frame: &Frame<'_>, locale: LocaleIndex) -> Result<Vec<Artifact>, Failure> {
    let mut own = frame.pages[locale.index()].iter().copied();
    let page = own.find(|&id| frame.site.page(id).shown == Shown::Search);
    let (Some(id), Some(searching)) = (page, &frame.locale(locale).searching) else {
        return Ok(Vec::new());
    };
    let title = frame.theme.text(locale, "search-title");
    let mut context = frame.locale(locale).context.clone();
    let mut view = page::search(frame, id, locale, title);
    lists::draw(frame, locale, &mut view)?;
    context.insert("page", &view);
    let path = catalogue::output_path(&frame.site.page(id).url);
    let page = draw_to(frame, "search.html", &context, path)?;
    let words = Artifact {
        path: searching.path.clone(),
        body: Body::Bytes(searching.words.clone()),
    };
    Ok(vec![page, words])
}
