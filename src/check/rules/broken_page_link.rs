//! `broken-page-link`: a link of a finished page that leads to nothing the build writes.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::context::PagesContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{Article, Destination, RenderedPage, Site, Target, TocEntry, TocTarget};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "broken-page-link",
        category: Category::Correctness,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/broken-page-link.md"),
    },
    check: Check::Pages(check),
};

fn check(pages: &PagesContext<'_>, sink: &mut Sink<'_>) {
    let rendered = pages.rendered;
    let others = other_docsets(pages.site);
    let broken: Vec<Option<String>> = rendered
        .destinations
        .iter()
        .map(|destination| broken(pages, &others, destination))
        .collect();
    let mut found: BTreeMap<String, Vec<&RenderedPage>> = BTreeMap::new();
    for page in &rendered.pages {
        for &link in &page.links {
            if let Some(message) = &broken[link as usize] {
                found.entry(message.clone()).or_default().push(page);
            }
        }
        for id in &page.missing {
            if is_scripts(id) {
                continue;
            }
            let message = format!("links to `#{}`, which is not on it", quote(id));
            found.entry(message).or_default().push(page);
        }
    }
    for (message, on) in found {
        pages.report(sink, &RULE.rule, &on, &message, |_| None);
    }
}

/// What is wrong with a place on another page.
fn broken(
    pages: &PagesContext<'_>,
    others: &BTreeSet<String>,
    destination: &Destination,
) -> Option<String> {
    let Destination { file, fragment } = destination;
    let folder = format!("{file}/index.html");
    let path = if pages.rendered.has_file(file) {
        &**file
    } else if pages.rendered.has_file(&folder) {
        &folder
    } else {
        let first = file.split('/').next().unwrap_or_default();
        let elsewhere = others.contains(&first.to_lowercase());
        let keep = &pages.settings.keep;
        let mut ends = file.match_indices('/').map(|(at, _)| at);
        // A folder that matches keeps all it holds.
        let is_kept = keep.is_match(&**file) || ends.any(|end| keep.is_match(&file[..end]));
        let kept = elsewhere || is_kept;
        return (!kept).then(|| {
            format!(
                "links to `/{}`, which the build does not write",
                quote(file)
            )
        });
    };
    let target = pages.rendered.page_at(path)?;
    let id = fragment.as_deref().filter(|id| !is_scripts(id))?;
    (!target.has_id(id)).then(|| {
        format!(
            "links to `#{}` of `/{}`, which is not on that page",
            quote(id),
            quote(path)
        )
    })
}

/// The first names of paths on this host that lie beside the site; `other-docset` tells them.
fn other_docsets(site: &Site) -> BTreeSet<String> {
    let texts = site.articles.iter().flat_map(Article::texts);
    let links = texts.flat_map(|(_, _, links)| links);
    let in_articles = links.filter_map(|link| match &link.target {
        Target::OtherSite { segment, .. } => Some(segment.to_lowercase()),
        _ => None,
    });
    let tocs = site.tocs.iter().flatten();
    let mut segments: BTreeSet<String> = in_articles.collect();
    for toc in tocs {
        in_contents(&toc.entries, &mut segments);
    }
    segments
}

fn in_contents(entries: &[TocEntry], segments: &mut BTreeSet<String>) {
    for entry in entries {
        if let TocTarget::External(href) = &entry.target
            && let Some(path) = href.strip_prefix('/')
        {
            segments.extend(path.split(['/', '?', '#']).next().map(str::to_lowercase));
        }
        in_contents(&entry.items, segments);
    }
}

/// `#tab/windows` names a tab, which scripts open.
fn is_scripts(id: &str) -> bool {
    id.starts_with("tab/")
}
