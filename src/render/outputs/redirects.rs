//! `redirects`: a small page at every old address (`redirect_from`, `redirects`, lists of repositories) that leads to the new
//! one, on any static host; for hosts that can send readers on themselves the same as `_redirects`, and for programs as
//! `redirects.json`.

use std::fmt::Write as _;

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
    emit: &[Emit::Locale(emit), Emit::Site(lists)],
};

/// All old addresses with their new ones, in both forms; nothing when there is none.
#[expect(
    clippy::unnecessary_wraps,
    reason = "all outputs have one shape, and others can fail"
)]
fn lists(frame: &Frame<'_>) -> Result<Vec<Artifact>, Failure> {
    let mut all: Vec<(String, String)> = Vec::new();
    for page in &frame.site.pages {
        let new = match &page.shown {
            Shown::Redirect(target) => frame.href(*target),
            Shown::Forward(target, tail) => forwarded(frame, *target, tail),
            _ => continue,
        };
        // A line is parted by blanks.
        let new = new.split_whitespace().collect::<Vec<_>>().join("%20");
        all.push((frame.href_of(&page.url), new));
    }
    if all.is_empty() {
        return Ok(Vec::new());
    }
    all.sort();
    let mut lines = String::new();
    for (old, new) in &all {
        let _ = writeln!(lines, "{old} {new} 301");
    }
    let map: serde_json::Map<String, serde_json::Value> = all
        .into_iter()
        .map(|(old, new)| (old, serde_json::Value::from(new)))
        .collect();
    let json = format!("{:#}\n", serde_json::Value::from(map));
    Ok(vec![
        Artifact::of_text("_redirects", lines),
        Artifact::of_text("redirects.json", json),
    ])
}

/// The address that an old one is forwarded to: a whole one, or a page with what stands behind its address.
fn forwarded(frame: &Frame<'_>, target: Option<PageId>, tail: &str) -> String {
    let page = target.map_or_else(String::new, |target| frame.href(target));
    format!("{page}{tail}")
}

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
            url: forwarded(frame, target, tail),
            canonical: target.and_then(|target| frame.absolute(target)),
        };
        let mut context = frame.locale(locale).context.clone();
        context.insert("redirect", &view);
        draw(frame, "redirect.html", &context, id)
    };
    redirects.map(artifact).collect()
}
