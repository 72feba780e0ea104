//! `link-not-followed`: a symbolic link in the content folder.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::OddityKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "link-not-followed",
        category: Category::Project,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/link-not-followed.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    for oddity in site
        .site
        .oddities
        .iter()
        .filter(|oddity| oddity.kind == OddityKind::Link)
    {
        let found = sink.path(&RULE.rule, &oddity.path, "a symbolic link is not followed");
        found.help("put the file itself there");
    }
}
