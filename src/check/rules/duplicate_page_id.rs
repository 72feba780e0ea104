//! `duplicate-page-id`: an id that stands twice on a finished page.

use std::collections::BTreeMap;

use crate::check::context::PagesContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::RenderedPage;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "duplicate-page-id",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/duplicate-page-id.md"),
    },
    check: Check::Pages(check),
};

fn check(pages: &PagesContext<'_>, sink: &mut Sink<'_>) {
    let mut found: BTreeMap<&str, Vec<&RenderedPage>> = BTreeMap::new();
    for page in &pages.rendered.pages {
        for id in &page.facts.repeated {
            found.entry(id).or_default().push(page);
        }
    }
    for (id, on) in found {
        let message = format!("has the id `{}` more than once", quote(id));
        let help =
            "rename one of them: an id of the template must be unlike those that articles give";
        pages.report(sink, &RULE.rule, &on, &message, |_| Some(help.to_owned()));
    }
}
