//! `other-docset`: rooted links to somewhere else on the same host.

use std::collections::BTreeMap;

use crate::check::context::{SiteContext, links};
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::Target;
use crate::source::Span;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "other-docset",
        category: Category::Project,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/other-docset.md"),
    },
    check: Check::Site(check),
};

/// The links to one neighbour.
struct Neighbour<'s> {
    segment: &'s str,
    first: Span,
    count: usize,
}

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    let base = &site.settings.external_base;
    if base.default.is_some() {
        return;
    }
    let mut neighbours: BTreeMap<String, Neighbour<'_>> = BTreeMap::new();
    for article in &site.site.articles {
        for (file, raw, link) in links(article) {
            if let Target::OtherSite { segment, .. } = &link.target {
                let first = Span {
                    file,
                    range: raw.target_range,
                };
                let neighbour = Neighbour {
                    segment,
                    first,
                    count: 0,
                };
                neighbours
                    .entry(segment.to_lowercase())
                    .or_insert(neighbour)
                    .count += 1;
            }
        }
    }
    for (
        lower,
        Neighbour {
            segment,
            first,
            count,
        },
    ) in neighbours
    {
        if base.by_segment.contains_key(&lower) {
            continue;
        }
        let links = if count == 1 {
            "1 link leads".to_owned()
        } else {
            format!("{count} links lead")
        };
        let message = format!("{links} to `/{segment}/…`, which is no part of this site");
        let found = sink.at(&RULE.rule, first.file, first.range, message);
        found.help(format!("say where it lies with `external_base:` in `polydoc.yml`, for instance `{lower}: https://example.org`"));
    }
}
