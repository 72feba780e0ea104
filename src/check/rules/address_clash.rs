//! `address-clash`: two pages that want one address.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{NoPlace, PageId, Shown};
use crate::source::{Span, TextRange};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "address-clash",
        category: Category::Correctness,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/address-clash.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    for unplaced in &site.site.unplaced {
        let NoPlace::Taken { url, holder } = &unplaced.why else {
            continue;
        };
        let article = site.site.article(unplaced.article);
        let (range, message, help) = match &unplaced.redirect {
            Some(entry) => (
                article
                    .document
                    .front_matter
                    .text_range("redirect_from", entry),
                format!("the redirect `{entry}` wants an address that another page has"),
                "remove the entry from `redirect_from`",
            ),
            None => (
                unplaced.span.range,
                format!("another page has the address `{url}`, so this article is not published"),
                "rename one of the files; letter case and composed accents do not tell addresses apart",
            ),
        };
        let found = sink.at(&RULE.rule, unplaced.span.file, range, message);
        found.help(help);
        let (what, holder) = match site.site.page(*holder).shown {
            Shown::Redirect(target) => ("a redirect to this one has it", target),
            _ => ("this one has it", *holder),
        };
        if let Some(span) = article_of(site, holder) {
            found.related(span, what);
        }
    }
}

/// The start of the article that a page shows.
fn article_of(site: &SiteContext<'_>, page: PageId) -> Option<Span> {
    match site.site.page(page).shown {
        Shown::Article(key) | Shown::Fallback(key) => Some(Span {
            file: site.site.article(key).file,
            range: TextRange::at(0),
        }),
        Shown::Folder(_)
        | Shown::NotFound
        | Shown::Search
        | Shown::Redirect(_)
        | Shown::Forward(..) => None,
    }
}
