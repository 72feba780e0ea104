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
    let numbered = (0u32..)
        .map(PageId)
        .zip(&frame.site.pages)
        .filter(|(_, page)| page.locale == locale);
    let redirects = numbered.filter_map(|(id, page)| match page.shown {
        Shown::Redirect(target) => Some((id, target)),
        _ => None,
    });
    let artifact = |(id, target): (PageId, PageId)| {
        let title = match frame.site.page(target).shown {
            Shown::Article(key) => frame.site.article(key).metadata.title.to_string(),
            _ => String::new(),
        };
        let view = RedirectView {
            title,
            url: frame.href(target),
            canonical: frame.absolute(target),
        };
        let mut context = frame.locale(locale).context.clone();
        context.insert("redirect", &view);
        draw(frame, "redirect.html", &context, id)
    };
    redirects.map(artifact).collect()
}
