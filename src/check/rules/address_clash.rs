//! `address-clash`: two pages that want one address.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::Shown;
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
        let (url, span) = (&unplaced.url, unplaced.span);
        let message = if unplaced.redirect {
            format!("a redirect wants the address `{url}`, which another page has")
        } else {
            format!("the address `{url}` belongs to another article")
        };
        let found = sink.at(&RULE.rule, span.file, span.range, message);
        match site.site.page(unplaced.holder).shown {
            Shown::Article(key) => {
                let file = site.site.article(key).file;
                found.note(format!("`{}` has it", site.sources.get(file).path));
                found.related(
                    Span {
                        file,
                        range: TextRange::at(0),
                    },
                    "has the address",
                );
            }
            Shown::Folder(_) | Shown::NotFound | Shown::Redirect(_) => {
                found.note("a page that polydoc makes has it");
            }
        }
        if unplaced.redirect {
            found.help("remove the entry from `redirect_from`");
        } else {
            found.help("rename one of the files; letter case and composed accents do not tell addresses apart");
            found.note("this article is not published");
        }
    }
}
