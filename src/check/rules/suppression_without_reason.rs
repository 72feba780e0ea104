//! `suppression-without-reason`: an allowance that does not say why.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "suppression-without-reason",
        category: Category::Project,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/suppression-without-reason.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for allowance in &document.document.allowances {
        let rule = &allowance.rule.value;
        // Of names that mean nothing, `unknown-suppression` speaks.
        if allowance.reason.is_none() && crate::check::rule(rule).is_some() {
            let message = format!("nothing says why `{rule}` is allowed here");
            sink.at(&RULE.rule, document.file, allowance.rule.range, message)
                .help(format!("write the reason behind the name: `{rule}: …`"));
        }
    }
}
