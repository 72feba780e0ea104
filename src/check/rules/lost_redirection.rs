//! `lost-redirection`: a redirection to an address where there is no page.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::RepositoryDefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "lost-redirection",
        category: Category::Project,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/lost-redirection.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    site.repository_defects(&RULE.rule, RepositoryDefectKind::Nowhere, sink);
}
