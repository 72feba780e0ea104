//! `redirects`: a small page at every old address (`redirect_from`) that leads to the new one, on any static host.

use crate::failure::Failure;
use crate::model::{Artifact, PageId, Shown};
use crate::render::draw;
use crate::render::frame::Frame;
use crate::render::view::RedirectView;
use crate::source::LocaleIndex;

use super::{Emit, Output};

/// This output.
pub(super) static OUTPUT: Output = Output {
    name: "redirects",
    on_by_default: true,
    emit: &[Emit::Locale(emit)],
};

fn emit(frame: &Frame<'_>, locale: LocaleIndex) -> Result<Vec<Artifact>, Failure> {
    let pages = frame.pages[locale.index()].iter();
    let redirects = pages.filter_map(|&id| match frame.site.page(id).shown {
        Shown::Redirect(target) => Some((id, Some(target), "")),
        Shown::Forward(target, ref tail) => Some((id, target, &**tail)),
        _ => None,
    });
    let artifact = |(id, target, tail): (PageId, Option<PageId>, &str)| {
        let article = target.and_then(|target| frame.site.page(target).article());
        let title = article.map(|key| frame.site.article(key).metadata.title.to_string());
        let view = RedirectView {
            title: title.unwrap_or_default(),
            url: target.map_or_else(
                || tail.to_owned(),
                |target| format!("{}{tail}", frame.href(target)),
            ),
            canonical: target.and_then(|target| frame.absolute(target)),
        };
        let mut context = frame.locale(locale).context.clone();
        context.insert("redirect", &view);
        draw(frame, "redirect.html", &context, id)
    };
    redirects.map(artifact).collect()
}
