//! `no-base-url`: a project without a base URL.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "no-base-url",
        category: Category::Project,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/no-base-url.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    if site.settings.origin.is_none() {
        let found = sink.site(
            &RULE.rule,
            "no base URL is set, so there are no canonical addresses and no sitemap",
        );
        found.help(
            "set `base_url:` in `polydoc.yml`, or give `--base-url https://docs.example.org`",
        );
    }
}
