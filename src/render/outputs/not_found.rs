//! `not_found`: `/<locale>/404.html` in each language, and `/404.html`, which most static hosts serve, in the default one.

use crate::catalogue;
use crate::failure::Failure;
use crate::model::{Artifact, OutputPath, PageId, Shown};
use crate::render::frame::Frame;
use crate::render::{draw_to, lists, page};
use crate::source::LocaleIndex;

use super::{Emit, Output};

/// This output.
pub(super) static OUTPUT: Output = Output {
    name: "not_found",
    on_by_default: true,
    emit: &[Emit::Locale(of_locale), Emit::Site(of_site)],
};

fn of_locale(frame: &Frame<'_>, locale: LocaleIndex) -> Result<Vec<Artifact>, Failure> {
    let mut pages = frame.pages[locale.index()].iter();
    let is_own = |id: PageId| frame.site.page(id).shown == Shown::NotFound;
    let Some(&id) = pages.find(|&&id| is_own(id)) else {
        return Ok(Vec::new());
    };
    let path = catalogue::output_path(&frame.site.page(id).url);
    Ok(vec![artifact(frame, Some(id), locale, path)?])
}

fn of_site(frame: &Frame<'_>) -> Result<Vec<Artifact>, Failure> {
    let Some(locale) = frame.default_locale() else {
        return Ok(Vec::new());
    };
    let path = OutputPath::new("404.html").expect("a plain name");
    Ok(vec![artifact(frame, None, locale, path)?])
}

fn artifact(
    frame: &Frame<'_>,
    id: Option<PageId>,
    locale: LocaleIndex,
    path: OutputPath,
) -> Result<Artifact, Failure> {
    let title = frame.theme.text(locale, "not-found-title");
    let mut context = frame.locale(locale).context.clone();
    let mut view = page::not_found(frame, id, locale, title);
    lists::draw(frame, locale, &mut view)?;
    context.insert("page", &view);
    draw_to(frame, "not-found.html", &context, path)
}
