//! `feed`: one Atom feed per language, of the articles that were changed last. Needs a base URL, since everything in it is
//! named by absolute addresses.

use std::fmt::Write as _;

use crate::config::Settings;
use crate::failure::Failure;
use crate::model::{Article, Artifact, Date, PageId, Site};
use crate::render::frame::Frame;
use crate::source::LocaleIndex;

use super::xml::escaped;
use super::{Emit, Output};

/// Most articles in a feed.
const MOST: usize = 50;

/// This output.
pub(super) static OUTPUT: Output = Output {
    name: "feed",
    on_by_default: true,
    emit: &[Emit::Locale(emit)],
};

/// The address of a language's feed; `None` when it has none.
pub(in crate::render) fn url(
    site: &Site,
    settings: &Settings,
    locale: LocaleIndex,
) -> Option<String> {
    let on = settings.origin.is_some()
        && !settings.noindex
        && settings.has_output(OUTPUT.name, OUTPUT.on_by_default);
    let mut own = site
        .articles
        .iter()
        .filter(|article| article.locale == locale);
    (on && own.any(is_news)).then(|| {
        format!(
            "{}/{}/feed.xml",
            settings.base_path,
            site.locales.get(locale).url
        )
    })
}

fn is_news(article: &Article) -> bool {
    article.metadata.date.is_some() && !article.metadata.robots.noindex
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "all outputs have one shape, and others can fail"
)]
fn emit(frame: &Frame<'_>, locale: LocaleIndex) -> Result<Vec<Artifact>, Failure> {
    let shared = &frame.locale(locale).view;
    let (Some(feed), Some(origin)) = (&shared.feed, &frame.settings.origin) else {
        return Ok(Vec::new());
    };
    let news = |&id: &PageId| {
        let article = frame.site.article(frame.site.page(id).own_article()?);
        let date = article.metadata.date.filter(|_| !frame.is_hidden(id))?;
        Some((date, id, article))
    };
    let mut entries: Vec<(Date, PageId, &Article)> = frame.pages[locale.index()]
        .iter()
        .filter_map(news)
        .collect();
    entries.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.2.id.cmp(&other.2.id)));
    entries.truncate(MOST);
    let Some(newest) = entries.first().map(|(date, ..)| *date) else {
        return Ok(Vec::new());
    };
    let site = escaped(&shared.site_title);
    let title = escaped(frame.theme.text(locale, "feed-title"));
    let (home, own) = (
        format!("{origin}{}", shared.home_url),
        format!("{origin}{feed}"),
    );
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <id>{own}</id>\n<title>{site}: {title}</title>\n<updated>{newest}T00:00:00Z</updated>\n\
         <author><name>{site}</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{home}\"/>\n",
        shared.tag
    );
    for (date, id, article) in entries {
        let url = escaped(&frame.absolute(id).unwrap_or_default());
        let _ = write!(
            xml,
            "<entry>\n<id>{url}</id>\n<title>{}</title>\n<updated>{date}T00:00:00Z</updated>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{url}\"/>\n",
            escaped(&article.metadata.title)
        );
        if let Some(description) = &article.metadata.description {
            let _ = writeln!(xml, "<summary>{}</summary>", escaped(description));
        }
        xml.push_str("</entry>\n");
    }
    xml.push_str("</feed>\n");
    let path = format!("{}/feed.xml", frame.site.locales.get(locale).url);
    Ok(vec![Artifact::of_text(&path, xml)])
}
