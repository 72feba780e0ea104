//! `malformed-redirection`: an entry of a list of redirections that cannot be.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::RepositoryDefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "malformed-redirection",
        category: Category::Project,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/malformed-redirection.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    site.repository_defects(&RULE.rule, RepositoryDefectKind::Redirection, sink);
}
