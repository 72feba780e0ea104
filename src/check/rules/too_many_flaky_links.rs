//! `too-many-flaky-links`: more addresses of other sites failed in passing than are put up with.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "too-many-flaky-links",
        category: Category::Project,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/too-many-flaky-links.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    let Some(most) = site.settings.external.most_flaky else {
        return;
    };
    let known = site.reached.by_url.values();
    let flaky = known.filter(|known| known.verdict.is_flaky()).count();
    if flaky > most {
        sink.site(
            &RULE.rule,
            match flaky {
                1 => "1 address of another site did not answer as it should".to_owned(),
                _ => format!("{flaky} addresses of other sites did not answer as they should"),
            },
        )
        .note(format!("at most {most} are put up with"))
        .help("run it again later; when many fail, the network of this machine may be at fault");
    }
}
