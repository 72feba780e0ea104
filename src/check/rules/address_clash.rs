//! `address-clash`: two pages that want one address.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{NoPlace, Shown};
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
        let span = unplaced.span;
        let message = match &unplaced.redirect {
            Some(entry) => format!("the redirect `{entry}` wants an address that another page has"),
            None => format!("another page has the address `{url}`"),
        };
        let found = sink.at(&RULE.rule, span.file, span.range, message);
        if let Shown::Article(key) = site.site.page(*holder).shown {
            let file = site.site.article(key).file;
            found.related(
                Span {
                    file,
                    range: TextRange::at(0),
                },
                "this one has it",
            );
            found.note(format!("it belongs to `{}`", site.sources.get(file).path));
        } else {
            found.note("it belongs to a page that polydoc makes");
        }
        if unplaced.redirect.is_some() {
            found.help("remove the entry from `redirect_from`");
        } else {
            found.help("rename one of the files; letter case and composed accents do not tell addresses apart");
            found.note("this article is not published");
        }
    }
}
