//! `unplaceable-name`: a file name of which no address can be made.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::OddityKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unplaceable-name",
        category: Category::Project,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unplaceable-name.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    for oddity in site
        .site
        .oddities
        .iter()
        .filter(|oddity| oddity.kind == OddityKind::UnplaceableName)
    {
        let found = sink.site(
            &RULE.rule,
            format!(
                "the name `{}` is not valid UTF-8, so it has no address",
                oddity.path
            ),
        );
        found.help("rename the file");
    }
}
