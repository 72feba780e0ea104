//! `sitemap`: per language `/<locale>/sitemap.xml` with every page that may be listed and, as `hreflang` says, its
//! other languages; and an index of them at the root.
//! Only with a base URL: sitemaps hold absolute addresses (<https://www.sitemaps.org/protocol.html>).

use std::fmt::Write as _;

use crate::failure::Failure;
use crate::model::{Artifact, PageId};
use crate::render::frame::Frame;
use crate::render::languages;
use crate::source::LocaleIndex;

use super::{Emit, Output};

/// This output.
pub(super) static OUTPUT: Output = Output {
    name: "sitemap",
    on_by_default: true,
    emit: &[Emit::Locale(of_locale), Emit::Site(index)],
};

/// The protocol's bounds of one file: pages, and bytes (50 MiB; the elements around the pages need less than what is left).
const MOST_URLS: usize = 50_000;
const MOST_BYTES: usize = (50 << 20) - (1 << 10);

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

#[expect(
    clippy::unnecessary_wraps,
    reason = "all outputs have one shape, and others can fail"
)]
fn of_locale(frame: &Frame<'_>, locale: LocaleIndex) -> Result<Vec<Artifact>, Failure> {
    let files = files(frame, locale);
    let names = names(frame, locale, files.len());
    let files = names.iter().zip(files);
    Ok(files
        .map(|(name, pages)| Artifact::of_text(name, url_set(frame, &pages)))
        .collect())
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "all outputs have one shape, and others can fail"
)]
fn index(frame: &Frame<'_>) -> Result<Vec<Artifact>, Failure> {
    let Some(base) = &frame.site_view.base_url else {
        return Ok(Vec::new());
    };
    let mut xml = format!("{HEAD}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
    let mut any = false;
    for (locale, _) in frame.site.locales.iter() {
        for name in names(frame, locale, files(frame, locale).len()) {
            any = true;
            let _ = writeln!(
                xml,
                "<sitemap><loc>{}</loc></sitemap>",
                escape(&format!("{base}/{name}"))
            );
        }
    }
    xml.push_str("</sitemapindex>\n");
    Ok(if any {
        vec![Artifact::of_text("sitemap.xml", xml)]
    } else {
        Vec::new()
    })
}

/// The pages of a language that search engines may list, in the order of their addresses, by file.
fn files(frame: &Frame<'_>, locale: LocaleIndex) -> Vec<Vec<PageId>> {
    if frame.site_view.base_url.is_none() {
        return Vec::new();
    }
    let own = frame.pages[locale.index()].iter().copied();
    let mut pages: Vec<PageId> = own.filter(|&id| !frame.is_hidden(id)).collect();
    pages.sort_by_key(|&id| &frame.site.page(id).url);
    let mut files: Vec<Vec<PageId>> = Vec::new();
    let mut bytes = 0;
    for page in pages {
        let more = url(frame, page).len();
        bytes += more;
        match files.last_mut() {
            Some(file) if file.len() < MOST_URLS && bytes <= MOST_BYTES => file.push(page),
            _ => {
                files.push(vec![page]);
                bytes = more;
            }
        }
    }
    files
}

/// The names of a language's sitemaps: one, or `sitemap-1.xml` and so on.
fn names(frame: &Frame<'_>, locale: LocaleIndex, files: usize) -> Vec<String> {
    let folder = &frame.site.locales.get(locale).url;
    match files {
        0 => Vec::new(),
        1 => vec![format!("{folder}/sitemap.xml")],
        files => (1..=files)
            .map(|file| format!("{folder}/sitemap-{file}.xml"))
            .collect(),
    }
}

fn url_set(frame: &Frame<'_>, pages: &[PageId]) -> String {
    let mut xml = format!("{HEAD}<urlset xmlns=\"{NAMESPACE}\"");
    if frame.settings.hreflang.in_sitemap() {
        let _ = write!(xml, " xmlns:xhtml=\"{XHTML}\"");
    }
    xml.push_str(">\n");
    xml.extend(pages.iter().map(|&page| url(frame, page)));
    xml.push_str("</urlset>\n");
    xml
}

/// What is said of one page.
fn url(frame: &Frame<'_>, page: PageId) -> String {
    let loc = frame
        .absolute(page)
        .expect("sitemaps are made only with a base URL");
    let mut xml = format!("<url><loc>{}</loc>", escape(&loc));
    let article = frame.site.page(page).own_article();
    if let Some(date) = article.and_then(|key| frame.site.article(key).metadata.date) {
        let _ = write!(xml, "<lastmod>{date}</lastmod>");
    }
    xml.push_str(languages::in_sitemap(frame, page, escape));
    xml.push_str("</url>\n");
    xml
}

/// Escapes what XML gives a meaning; addresses are percent-encoded, so `&` in the base URL is all there can be.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('\'', "&apos;")
        .replace('"', "&quot;")
}
