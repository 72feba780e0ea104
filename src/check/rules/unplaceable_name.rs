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
        let message = "the name is not valid UTF-8, so no address can be made of it";
        sink.path(&RULE.rule, &oddity.path, message)
            .help("rename the file");
    }
    for unplaced in &site.site.unplaced {
        let NoPlace::Impossible(reason) = unplaced.why else {
            continue;
        };
        let front_matter = &site.site.article(unplaced.article).document.front_matter;
        let (range, message, help) = match &unplaced.redirect {
            Some(entry) => (
                front_matter.text_range("redirect_from", entry),
                format!("no address can be made of the redirect `{entry}`: {reason}"),
                "correct the entry in `redirect_from`",
            ),
            None => (
                unplaced.span.range,
                format!("no address can be made of the file's name: {reason}"),
                "rename the file",
            ),
        };
        sink.at(&RULE.rule, unplaced.span.file, range, message)
            .help(help);
    }
}
