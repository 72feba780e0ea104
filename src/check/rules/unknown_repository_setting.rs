//! `unknown-repository-setting`: a setting of a repository that has no effect here.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::RepositoryDefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unknown-repository-setting",
        category: Category::Project,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unknown-repository-setting.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    site.repository_defects(&RULE.rule, RepositoryDefectKind::NotUnderstood, sink);
}
