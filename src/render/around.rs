//! What the project's settings put around the pages: logo, links, and where to edit or answer.

use crate::catalogue::encode_fragment;
use crate::config::{NamedLink, Settings};
use crate::l10n::Locale;
use crate::model::Article;
use crate::theme::{FAVICON, LOGO, Theme, ThemeAsset};

use super::frame::Frame;
use super::view::{LinkView, PageView};

/// The address of the image beside the site's title.
pub(super) fn logo(theme: &Theme, base_path: &str) -> Option<String> {
    let asset = named(theme, LOGO)?;
    Some(format!("{base_path}/{}", asset.path))
}

/// The address of the image in the browser's tab.
pub(super) fn favicon(theme: &Theme, base_path: &str) -> String {
    named(theme, FAVICON)
        .or_else(|| named(theme, "icons/site."))
        .map(|asset| format!("{base_path}/{}", asset.path))
        .unwrap_or_default()
}

fn named<'t>(theme: &'t Theme, beginning: &str) -> Option<&'t ThemeAsset> {
    theme
        .assets()
        .iter()
        .find(|asset| asset.name.starts_with(beginning))
}

/// Links as readers of a language see them; those without words for it are left out.
pub(super) fn links(links: &[NamedLink], settings: &Settings, locale: &Locale) -> Vec<LinkView> {
    let view = |link: &NamedLink| {
        let url = link.url.replace("{locale}", &locale.url);
        Some(LinkView {
            title: link.title(&locale.id)?.to_owned(),
            url: Some(if url.starts_with('/') {
                format!("{}{url}", settings.base_path)
            } else {
                url
            }),
            ..LinkView::default()
        })
    };
    links.iter().filter_map(view).collect()
}

/// Fills in where an article is edited and answered.
pub(super) fn tools(frame: &Frame<'_>, article: &Article, view: &mut PageView) {
    let appearance = &frame.settings.appearance;
    if appearance.edit_url.is_none() && appearance.feedback_url.is_none() {
        return;
    }
    let folder = &frame.site.locales.get(article.locale).folder;
    let path = format!("{folder}/{}.md", article.id);
    let encoded: Vec<String> = path.split('/').map(encode_fragment).collect();
    let url = view.canonical.as_ref().unwrap_or(&view.url);
    let fill = |pattern: &String| {
        pattern
            .replace("{path}", &encoded.join("/"))
            .replace("{title}", &encode_fragment(&view.title))
            .replace("{url}", &encode_fragment(url))
    };
    let (edit, feedback) = (
        appearance.edit_url.as_ref().map(fill),
        appearance.feedback_url.as_ref().map(fill),
    );
    (view.edit_url, view.feedback_url) = (edit, feedback);
}
