//! `unplaceable-name`: a file name of which no address can be made.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{NoPlace, OddityKind};

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
        .filter(|oddity| oddity.kind == OddityKind::NotUtf8)
    {
        let message = format!(
            "the name `{}` is not valid UTF-8, so it has no address",
            oddity.path
        );
        sink.site(&RULE.rule, message).help("rename the file");
    }
    for unplaced in &site.site.unplaced {
        let NoPlace::Impossible(reason) = unplaced.why else {
            continue;
        };
        let span = unplaced.span;
        match &unplaced.redirect {
            Some(entry) => {
                let message = format!("no address can be made of the redirect `{entry}`: {reason}");
                sink.at(&RULE.rule, span.file, span.range, message)
                    .help("correct the entry in `redirect_from`");
            }
            None => {
                let message = format!("no address can be made of the file's name: {reason}");
                sink.at(&RULE.rule, span.file, span.range, message)
                    .help("rename the file");
            }
        }
    }
}
