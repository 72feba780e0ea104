//! `broken-toc-entry`: an entry of a table of contents, or of the project's `nav`, that leads nowhere.

use crate::check::context::SiteContext;
use crate::check::repair;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::{did_you_mean, nearest, quote};
use crate::diagnostics::{Category, Edit, Fix, Level, Rule, Sink};
use crate::model::Toc;
use crate::source::LocaleIndex;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "broken-toc-entry",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/broken-toc-entry.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    let of_locales = site.site.tocs.iter().zip(site.site.locales.iter());
    let tocs = of_locales.flat_map(|(tocs, (locale, _))| tocs.iter().map(move |toc| (locale, toc)));
    for (locale, toc) in tocs {
        for uid in &toc.unknown {
            let message = format!("nothing has the uid `{}`", quote(&uid.value));
            sink.at(&RULE.rule, toc.file, uid.range, message)
                .help("write `uid:` into the front matter of the page that is meant");
        }
        for href in &toc.misplaced {
            let message = format!("the page has no place `{}`", place_in(&href.value));
            sink.at(&RULE.rule, toc.file, href.range, message)
                .help("name the id of a heading on that page, or leave out what stands behind `#`");
        }
        for href in &toc.unresolved {
            let message = format!("no article at `{}`", quote(&href.value));
            let found = sink.at(&RULE.rule, toc.file, href.range, message);
            if let Some(near) = near(site, locale, toc, &href.value) {
                found.help(did_you_mean(&near));
                let edit = Edit::replace(href.range, &href.value, &near);
                let what = format!("write `{}`", quote(&near));
                let is_plain = repair::encoded_path(&near) == near;
                found.fix(is_plain.then(|| Fix::unsure(what, vec![edit])));
            }
        }
    }
}

/// The part of a target that names a place on a page.
fn place_in(href: &str) -> String {
    let fragment = href.split_once('#').map_or("", |(_, fragment)| fragment);
    quote(&format!("#{fragment}"))
}

/// The most similar article below the folder of the table of contents, as its author would write it.
fn near(site: &SiteContext<'_>, locale: LocaleIndex, toc: &Toc, href: &str) -> Option<String> {
    let below = |id: &str| {
        let rest = id.strip_prefix(&*toc.folder)?;
        let rest = if toc.folder.is_empty() {
            rest
        } else {
            rest.strip_prefix('/')?
        };
        Some(format!("{rest}.md"))
    };
    let articles = site
        .site
        .articles
        .iter()
        .filter(|article| article.locale == locale);
    let names: Vec<String> = articles
        .filter_map(|article| below(article.id.as_str()))
        .collect();
    nearest(href, names.iter().map(String::as_str)).map(str::to_owned)
}
