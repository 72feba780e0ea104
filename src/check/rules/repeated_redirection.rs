//! `repeated-redirection`: a file that is redirected twice.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::RepositoryDefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "repeated-redirection",
        category: Category::Project,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/repeated-redirection.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    site.repository_defects(&RULE.rule, RepositoryDefectKind::Repeated, sink);
}
