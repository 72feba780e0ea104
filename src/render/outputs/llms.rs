//! `llms`: for programs that read for somebody, `llms.txt` names the languages, and `<locale>/llms.txt` all articles of one with
//! their descriptions (see <https://llmstxt.org>). Articles that ask search engines to leave them out are left out here too.

use std::fmt::Write as _;

use crate::failure::Failure;
use crate::model::{Artifact, PageId};
use crate::render::frame::Frame;
use crate::source::LocaleIndex;

use super::{Emit, Output, markdown};

/// This output.
pub(super) static OUTPUT: Output = Output {
    name: "llms",
    on_by_default: true,
    emit: &[Emit::Locale(of_locale), Emit::Site(of_site)],
};

#[expect(
    clippy::unnecessary_wraps,
    reason = "all outputs have one shape, and others can fail"
)]
fn of_locale(frame: &Frame<'_>, locale: LocaleIndex) -> Result<Vec<Artifact>, Failure> {
    let mut pages = listed(frame, locale);
    if pages.is_empty() {
        return Ok(Vec::new());
    }
    let url = |id: PageId| &frame.site.page(id).url;
    pages.sort_by(|&one, &other| url(one).cmp(url(other)));
    let mut text = head(&frame.locale(locale).view.site_title);
    for id in pages {
        let Some(key) = frame.site.page(id).own_article() else {
            continue;
        };
        let metadata = &frame.site.article(key).metadata;
        let address = markdown::url(frame, id).unwrap_or_else(|| frame.href(id));
        let address = format!(
            "{}{address}",
            frame.settings.origin.as_deref().unwrap_or_default()
        );
        let _ = write!(
            text,
            "- [{}]({address})",
            line(&metadata.title).replace(['[', ']'], "")
        );
        if let Some(description) = &metadata.description {
            let _ = write!(text, ": {}", line(description));
        }
        text.push('\n');
    }
    let folder = &frame.site.locales.get(locale).url;
    Ok(vec![Artifact::of_text(&format!("{folder}/llms.txt"), text)])
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "all outputs have one shape, and others can fail"
)]
fn of_site(frame: &Frame<'_>) -> Result<Vec<Artifact>, Failure> {
    let locales = frame.site.locales.iter();
    let mut locales = locales
        .filter(|&(index, _)| !listed(frame, index).is_empty())
        .peekable();
    let (Some(default), true) = (frame.default_locale(), locales.peek().is_some()) else {
        return Ok(Vec::new());
    };
    let mut text = head(&frame.locale(default).view.site_title);
    let base = frame
        .site_view
        .base_url
        .as_deref()
        .unwrap_or(&frame.settings.base_path);
    for (_, locale) in locales {
        let _ = writeln!(
            text,
            "- [{}]({base}/{}/llms.txt): {}",
            locale.name, locale.url, locale.id
        );
    }
    Ok(vec![Artifact::of_text("llms.txt", text)])
}

fn listed(frame: &Frame<'_>, locale: LocaleIndex) -> Vec<PageId> {
    let own = frame.pages[locale.index()].iter().copied();
    own.filter(|&id| frame.site.page(id).own_article().is_some() && !frame.is_hidden(id))
        .collect()
}

fn head(title: &str) -> String {
    format!("# {}\n\n", line(title))
}

fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
