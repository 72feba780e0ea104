//! `unused-suppression`: an allowance that no finding needs.

use crate::check::context::SuppressionContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Edit, Fix, Level, Rule, Sink};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unused-suppression",
        category: Category::Project,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unused-suppression.md"),
    },
    check: Check::Suppressions(check),
};

fn check(suppressions: &SuppressionContext<'_>, sink: &mut Sink<'_>) {
    for allowance in suppressions.unused {
        let place = match allowance.within {
            Some(_) => "where it holds",
            None => "in this file",
        };
        let message = format!("`{}` finds nothing {place}", allowance.rule.value);
        let found = sink.at(&RULE.rule, suppressions.file, allowance.rule.range, message);
        found.help("remove the suppression");
        let edit = allowance.removable.as_ref();
        let edit = edit.map(|comment| Edit::replace(comment.range, &comment.value, ""));
        found.fix(edit.map(|edit| Fix::safe("remove the suppression", vec![edit])));
    }
}
