//! `large-image`: an image whose file is very large.

use crate::check::context::SiteContext;
use crate::check::rules::unused_image::is_image;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{Article, Fact, Site};
use crate::source::{Span, TextRange};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "large-image",
        category: Category::Accessibility,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/large-image.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    for asset in &site.site.assets {
        let source = site.sources.get(asset.file);
        if source.stamp.size <= site.settings.limits.image_bytes || !is_image(source.path.name()) {
            continue;
        }
        let message = format!("the image has {}", size(source.stamp.size));
        let range = target(site.site, asset.first);
        let found = sink.at(&RULE.rule, asset.first.file, range, message);
        found.help("make it smaller, or save it as WebP or AVIF");
        if asset.count > 1 {
            found.note(format!("{} places show it; this is the first", asset.count));
        }
    }
}

/// A size for people, rounded down so that it is never said to be below what it is above.
fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        1024..0x10_0000 => format!("{} KiB", bytes >> 10),
        _ => {
            let tenths = bytes * 10 / (1 << 20);
            format!("{}.{} MiB", tenths / 10, tenths % 10)
        }
    }
}

/// The path of the image, as far as its place is known.
fn target(site: &Site, place: Span) -> TextRange {
    let mut texts = site.articles.iter().flat_map(Article::texts);
    let document = texts.find_map(|(file, document, _)| (file == place.file).then_some(document));
    let mut facts = document.into_iter().flat_map(|document| &document.facts);
    let target = facts.find_map(|fact| match fact {
        Fact::Link(link) if link.range == place.range => Some(link.target_range),
        _ => None,
    });
    target.unwrap_or(place.range)
}
