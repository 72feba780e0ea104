//! `too-large`: a file beyond the limit in size.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::OddityKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "too-large",
        category: Category::Project,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/too-large.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    for oddity in &site.site.oddities {
        let OddityKind::TooLarge(limit) = oddity.kind else {
            continue;
        };
        let message = format!("the file is larger than {limit} bytes, so it is not published");
        let found = sink.path(&RULE.rule, &oddity.path, message);
        found.help("split it, or raise `limits.article_bytes` in `polydoc.yml`");
    }
}
