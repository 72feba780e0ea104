//! `unreadable-file`: a file or folder that cannot be read.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::OddityKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unreadable-file",
        category: Category::Project,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unreadable-file.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    for oddity in &site.site.oddities {
        let (message, help) = match &oddity.kind {
            OddityKind::Unreadable(reason) => (
                format!("this cannot be read: {reason}"),
                "check its permissions, or move it out of the content folder",
            ),
            OddityKind::Special => (
                "a socket, a pipe or a device cannot be read".to_owned(),
                "move it out of the content folder",
            ),
            _ => continue,
        };
        sink.path(&RULE.rule, &oddity.path, message).help(help);
    }
}
