//! `sitemap`: per language `/<locale>/sitemap.xml` with every page that may be listed, and an index of them at the root.
//! Only with a base URL: sitemaps hold absolute addresses (<https://www.sitemaps.org/protocol.html>).

use std::fmt::Write as _;

use crate::failure::Failure;
use crate::model::{Artifact, Body, OutputPath, PageId, Shown};
use crate::render::frame::Frame;
use crate::source::LocaleIndex;

use super::{Emit, Output};

/// This output.
pub(super) static OUTPUT: Output = Output {
    name: "sitemap",
    on_by_default: true,
    emit: &[Emit::Locale(of_locale), Emit::Site(index)],
};

/// The protocol's bound of one file.
const MOST_URLS: usize = 50_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

#[expect(
    clippy::unnecessary_wraps,
    reason = "all outputs have one shape, and others can fail"
)]
fn of_locale(frame: &Frame<'_>, locale: LocaleIndex) -> Result<Vec<Artifact>, Failure> {
    let pages = listed(frame, locale);
    let files = pages
        .chunks(MOST_URLS)
        .zip(names(frame, locale, pages.len()));
    Ok(files
        .map(|(pages, name)| artifact(&name, &url_set(frame, pages)))
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
        for name in names(frame, locale, listed(frame, locale).len()) {
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
        vec![artifact("sitemap.xml", &xml)]
    } else {
        Vec::new()
    })
}

/// The pages of a language that search engines may list, in the order of their addresses.
fn listed(frame: &Frame<'_>, locale: LocaleIndex) -> Vec<PageId> {
    if frame.site_view.base_url.is_none() {
        return Vec::new();
    }
    let numbered = (0u32..).map(PageId).zip(&frame.site.pages);
    let own = numbered.filter(|(id, page)| page.locale == locale && !frame.is_hidden(*id));
    let mut pages: Vec<PageId> = own.map(|(id, _)| id).collect();
    pages.sort_by_key(|&id| &frame.site.page(id).url);
    pages
}

/// The names of a language's sitemap files, by number of pages: one, or `sitemap-1.xml` and so on.
fn names(frame: &Frame<'_>, locale: LocaleIndex, pages: usize) -> Vec<String> {
    let folder = &frame.site.locales.get(locale).url;
    match pages.div_ceil(MOST_URLS) {
        0 => Vec::new(),
        1 => vec![format!("{folder}/sitemap.xml")],
        files => (1..=files)
            .map(|file| format!("{folder}/sitemap-{file}.xml"))
            .collect(),
    }
}

fn url_set(frame: &Frame<'_>, pages: &[PageId]) -> String {
    let mut xml = format!("{HEAD}<urlset xmlns=\"{NAMESPACE}\">\n");
    for &page in pages {
        let loc = frame
            .absolute(page)
            .expect("sitemaps are made only with a base URL");
        let _ = write!(xml, "<url><loc>{}</loc>", escape(&loc));
        if let Shown::Article(key) = frame.site.page(page).shown
            && let Some(date) = frame.site.article(key).metadata.date
        {
            let _ = write!(xml, "<lastmod>{date}</lastmod>");
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
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

fn artifact(name: &str, xml: &str) -> Artifact {
    let path = OutputPath::new(name).expect("locale tags are plain names");
    Artifact {
        path,
        body: Body::Bytes(xml.as_bytes().to_vec()),
    }
}
