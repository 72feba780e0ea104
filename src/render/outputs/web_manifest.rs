//! `web_manifest`: per language what browsers need to put the site on a reader's device: name, direction, start and sign.

use serde_json::json;

use crate::config::Settings;
use crate::failure::Failure;
use crate::l10n::Locale;
use crate::model::Artifact;
use crate::render::frame::Frame;
use crate::source::LocaleIndex;

use super::{Emit, Output};

/// This output.
pub(super) static OUTPUT: Output = Output {
    name: "web_manifest",
    on_by_default: true,
    emit: &[Emit::Locale(emit)],
};

/// The address of a language's manifest; `None` when it is switched off.
pub(in crate::render) fn url(settings: &Settings, locale: &Locale) -> Option<String> {
    let on = settings.has_output(OUTPUT.name, OUTPUT.on_by_default);
    on.then(|| format!("{}/{}/site.webmanifest", settings.base_path, locale.url))
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "all outputs have one shape, and others can fail"
)]
fn emit(frame: &Frame<'_>, locale: LocaleIndex) -> Result<Vec<Artifact>, Failure> {
    let shared = &frame.locale(locale).view;
    let icon = &frame.site_view.favicon;
    let kind = match icon.rsplit('.').next() {
        Some("svg") => "image/svg+xml",
        Some("ico") => "image/x-icon",
        Some("jpg" | "jpeg") => "image/jpeg",
        _ => "image/png",
    };
    let manifest = json!({
        "name": shared.site_title,
        "lang": shared.tag,
        "dir": shared.dir,
        "id": shared.home_url,
        "start_url": shared.home_url,
        "scope": shared.home_url,
        "display": "minimal-ui",
        "icons": [{ "src": icon, "type": kind, "sizes": "any" }],
    });
    let path = format!("{}/site.webmanifest", frame.site.locales.get(locale).url);
    Ok(vec![Artifact::of_text(&path, format!("{manifest:#}\n"))])
}
