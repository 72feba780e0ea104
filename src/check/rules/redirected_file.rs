//! `redirected-file`: a file that is redirected and still there.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::RepositoryDefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "redirected-file",
        category: Category::Project,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/redirected-file.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    site.repository_defects(&RULE.rule, RepositoryDefectKind::NotRemoved, sink);
}
