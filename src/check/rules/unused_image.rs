//! `unused-image`: an image that no article shows or offers.

use std::path::Path;

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::source::SourceKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unused-image",
        category: Category::Project,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unused-image.md"),
    },
    check: Check::Site(check),
};

/// Endings of the files that are meant.
const ENDINGS: [&str; 9] = [
    "avif", "bmp", "gif", "jpeg", "jpg", "png", "svg", "tiff", "webp",
];

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    let used = &site.site.assets;
    let settings = site.settings;
    let around = [&settings.appearance.logo, &settings.appearance.favicon].map(Option::as_ref);
    let around = around.map(|image| image.map(|image| settings.project.join(image)));
    for (file, source) in site.sources.iter() {
        if source.kind != SourceKind::Asset
            || !is_image(source.path.name())
            || used.binary_search_by_key(&file, |asset| asset.file).is_ok()
            || around
                .iter()
                .flatten()
                .any(|image| bare(image) == bare(&settings.place(source.path.as_str())))
        {
            continue;
        }
        let found = sink.path(
            &RULE.rule,
            source.path.as_str(),
            "no article shows this image",
        );
        found.help("remove the file, or show it");
    }
}

/// A path without `./` in front.
fn bare(path: &Path) -> &Path {
    path.strip_prefix(".").unwrap_or(path)
}

/// Whether a file is an image, told from its name.
pub(super) fn is_image(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS
        .iter()
        .any(|image| image.eq_ignore_ascii_case(ending))
}
