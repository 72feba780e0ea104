//! `markdown`: beside each article its Markdown, without front matter, for people and programs that want to read on without the
//! page around it. Links lead where they lead on the page. Off unless it is switched on: it doubles the number of files.

use crate::catalogue;
use crate::model::{Article, Artifact, Body, Fact, OutputPath, PageId, RawLink};
use crate::render::frame::Frame;
use crate::render::html::{Links, Resolved};
use crate::render::references::References;

use super::Output;

/// This output; made with the pages, where the texts are.
pub(super) static OUTPUT: Output = Output {
    name: "markdown",
    on_by_default: false,
    emit: &[],
};

/// The address of a page's Markdown; `None` when it is not written.
pub(in crate::render) fn url(frame: &Frame<'_>, id: PageId) -> Option<String> {
    if !frame.settings.has_output(OUTPUT.name, OUTPUT.on_by_default) {
        return None;
    }
    frame.site.page(id).own_article()?;
    let url = frame.href(id);
    Some(match url.strip_suffix(".html") {
        Some(stem) => format!("{stem}.md"),
        None => format!("{url}index.md"),
    })
}

/// The Markdown of a page that shows an article of its own language. `text` is the whole file.
pub(in crate::render) fn copy(
    frame: &Frame<'_>,
    id: PageId,
    article: &Article,
    text: &str,
) -> Option<Artifact> {
    url(frame, id)?;
    let path = catalogue::output_path(&frame.site.page(id).url);
    let path = path.as_str().strip_suffix(".html")?;
    let links = References {
        frame,
        article,
        reader: article.locale,
    };
    let origin = frame.settings.origin.as_deref().unwrap_or_default();
    let body = article.document.body_start as usize;
    let mut out = String::with_capacity(text.len());
    let facts = &article.document.facts;
    let is_title = |fact: &Fact| matches!(fact, Fact::Heading(heading) if heading.level == 1);
    if !facts.iter().any(is_title) {
        out.push_str("# ");
        out.push_str(&article.metadata.title);
        out.push_str("\n\n");
    }
    let mut at = body;
    let raw = facts.iter().filter_map(|fact| match fact {
        Fact::Link(link) => Some(link),
        _ => None,
    });
    let mut written: Vec<&RawLink> = raw.collect();
    // The target of a link around an image stands behind the image's.
    written.sort_by_key(|link| link.target_range.start);
    for link in written {
        let target = link.target_range.start as usize..link.target_range.end as usize;
        let (Resolved::Href(href) | Resolved::Image { src: href, .. }) = links.resolve(link.range)
        else {
            continue;
        };
        // Overlapping places and those of reference definitions stay as they are.
        let (Some(before), Some(_)) = (text.get(at..target.start), text.get(target.clone())) else {
            continue;
        };
        out.push_str(before);
        if href.starts_with('/') {
            out.push_str(origin);
        }
        out.push_str(
            &href
                .replace(' ', "%20")
                .replace('(', "%28")
                .replace(')', "%29"),
        );
        at = target.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    Some(Artifact {
        path: OutputPath::new(&format!("{path}.md"))?,
        body: Body::Bytes(out.into_bytes()),
    })
}
