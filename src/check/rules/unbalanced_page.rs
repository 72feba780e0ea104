//! `unbalanced-page`: tags of a finished page that do not balance.

use std::collections::BTreeMap;

use crate::check::context::PagesContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::RenderedPage;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unbalanced-page",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unbalanced-page.md"),
    },
    check: Check::Pages(check),
};

fn check(pages: &PagesContext<'_>, sink: &mut Sink<'_>) {
    let mut found: BTreeMap<&str, Vec<(&RenderedPage, u32)>> = BTreeMap::new();
    for page in &pages.rendered.pages {
        for damage in &page.facts.damages {
            let places = found.entry(&damage.what).or_default();
            if places.last().is_none_or(|(last, _)| last.path != page.path) {
                places.push((page, damage.line));
            }
        }
    }
    for (what, places) in found {
        let on: Vec<&RenderedPage> = places.iter().map(|(page, _)| *page).collect();
        let line = |page: &RenderedPage| {
            let place = places.iter().find(|(other, _)| other.path == page.path)?;
            let line = place.1;
            Some(format!(
                "look at line {line} of the page, and at the template that it comes from"
            ))
        };
        let what = format!("does not balance: {what}");
        pages.report(sink, &RULE.rule, &on, &what, line);
    }
}
