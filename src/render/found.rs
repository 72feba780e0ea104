//! What the search finds of an article: its sections with their anchors, from the events that its page is made of.

use crate::config::{Membership, metadata_values};
use crate::markup::{Located, text};
use crate::model::{Article, PageId, Shown};
use crate::search::{Page, Section};

use super::frame::Frame;
use super::view::PageView;

/// What is found of an article; `None` when it is left out, or the search is switched off.
pub(super) fn page(
    frame: &Frame<'_>,
    id: PageId,
    article: &Article,
    view: &PageView,
    events: &[Located<'_>],
) -> Option<Page> {
    let settings = &frame.settings.search;
    let hidden = article.metadata.robots.noindex && settings.noindex == Membership::Out;
    let page = frame.site.page(id);
    let fallback = matches!(page.shown, Shown::Fallback(_));
    let hidden = hidden || (fallback && settings.fallback == Membership::Out);
    if hidden || !frame.settings.has_output("search", true) {
        return None;
    }
    let folder = format!("/{}/", frame.site.locales.get(page.locale).url);
    let metadata = article
        .metadata
        .merged
        .as_deref()
        .unwrap_or(&article.document.front_matter.entries);
    let facets = settings.facets.iter().map(|key| {
        let values = metadata_values(metadata, key).into_iter();
        values.map(str::to_owned).collect()
    });
    let folders: Vec<&str> = view
        .breadcrumbs
        .iter()
        .skip(1)
        .map(|crumb| crumb.title.as_str())
        .collect();
    let url = page.url.as_str();
    Some(Page {
        id: article.id.to_string(),
        url: url
            .strip_prefix(&folder)
            .expect("a page of a language lies below its folder")
            .to_owned(),
        title: view.title.clone(),
        folders: folders.join(" › "),
        lang: view.lang.clone(),
        right_to_left: view.dir == "rtl",
        fallback,
        boost: settings.boost(metadata),
        facets: facets.collect(),
        sections: sections(article, &view.title, events),
    })
}

/// A section for each heading that has a text; what a page begins with belongs to its first heading of the first level.
fn sections(article: &Article, title: &str, events: &[Located<'_>]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut above: Vec<(u8, String)> = Vec::new();
    for part in text::parts(events) {
        let Some((number, level)) = part.heading else {
            sections.push(Section {
                text: part.text,
                ..Section::default()
            });
            continue;
        };
        let first = sections.len() == 1 && sections[0].text.is_empty() && level == 1;
        if first && sections[0].heading.is_empty() {
            sections[0].text = part.text;
            if part.title != title {
                sections[0].heading = part.title;
            }
            continue;
        }
        above.retain(|(outer, _)| *outer < level);
        let outer: Vec<&str> = above.iter().map(|(_, title)| title.as_str()).collect();
        let anchor = article.outline.headings.get(number);
        sections.push(Section {
            anchor: anchor.map_or(String::new(), |heading| heading.slug.as_str().to_owned()),
            heading: part.title.clone(),
            above: outer.join(" "),
            text: part.text,
        });
        above.push((level, part.title));
    }
    sections
}
