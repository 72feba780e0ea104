//! `orphan-page`: an article that no other article and no table of contents leads to.

use std::collections::HashSet;

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{ArticleKey, PageId, Shown, Site, Target, TocEntry, TocTarget, Unresolved};
use crate::source::TextRange;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "orphan-page",
        category: Category::Project,
        level: Level::Off,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/orphan-page.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    let site = site.site;
    let mut reached: HashSet<ArticleKey> = HashSet::new();
    for (own, article) in site.iter() {
        let links = article.texts().flat_map(|(_, _, links)| links);
        let keys = links.filter_map(|link| match &link.target {
            Target::Article { key, .. }
            | Target::Unresolved(Unresolved::NoSuchAnchor { key, .. }) => Some(*key),
            Target::Page(page, _) => shown(site, *page),
            _ => None,
        });
        reached.extend(keys.filter(|&key| key != own));
    }
    let mut pages: Vec<PageId> = Vec::new();
    for toc in site.tocs.iter().chain(&site.borrowed_tocs).flatten() {
        collect(&toc.entries, &mut pages);
    }
    reached.extend(pages.into_iter().filter_map(|page| shown(site, page)));
    for (key, article) in site.iter() {
        if reached.contains(&key) || article.id.name().eq_ignore_ascii_case("index") {
            continue;
        }
        let message = "no other article and no table of contents leads here";
        let found = sink.at(&RULE.rule, article.file, TextRange::default(), message);
        found.help("link to it from an article, or list it in `TOC.yml`");
    }
}

/// The article that a page shows or forwards to.
fn shown(site: &Site, page: PageId) -> Option<ArticleKey> {
    match site.page(page).shown {
        Shown::Article(key) | Shown::Fallback(key) => Some(key),
        Shown::Redirect(new) | Shown::Forward(Some(new), _) => shown(site, new),
        Shown::Folder(_) | Shown::NotFound | Shown::Search | Shown::Forward(None, _) => None,
    }
}

/// The pages of entries and of those below them.
fn collect(entries: &[TocEntry], pages: &mut Vec<PageId>) {
    for entry in entries {
        if let TocTarget::Page(page) = entry.target {
            pages.push(page);
        }
        collect(&entry.items, pages);
    }
}
