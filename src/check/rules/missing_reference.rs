//! `missing-reference`: a reference link without a definition.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "missing-reference",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/missing-reference.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        if let DefectKind::MissingReference(label) = kind {
            let label = quote(label);
            let found = sink.at(
                &RULE.rule,
                document.file,
                range,
                format!("the reference `{label}` is defined nowhere"),
            );
            found.help(format!(
                "add a line `[{label}]: address`, or write `\\[` if no link is meant"
            ));
        }
    }
}
