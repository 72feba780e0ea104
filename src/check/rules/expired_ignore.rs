//! `expired-ignore`: an exception for addresses of other sites whose time is over.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "expired-ignore",
        category: Category::Project,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/expired-ignore.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    let Some(today) = site.reached.today else {
        return;
    };
    for ignored in &site.settings.external.ignore {
        if ignored.until.is_some_and(|until| until < today) {
            let pattern = quote(&ignored.written);
            let found = sink.site(
                &RULE.rule,
                format!("addresses like `{pattern}` are no longer left alone"),
            );
            if !ignored.reason.is_empty() {
                found.note(format!("the reason was: {}", quote(&ignored.reason)));
            }
            found.help("remove the entry of `external.ignore`, or give it another day");
        }
    }
}
