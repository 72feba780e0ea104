//! `malformed-directive`: a directive that is not written as it should be.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "malformed-directive",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/malformed-directive.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        if let DefectKind::MalformedDirective(name, problem) = kind {
            let message = format!("the directive `{}` is malformed: {problem}", quote(name));
            let found = sink.at(&RULE.rule, document.file, range, message);
            found.help("write it as its page of the manual shows");
        }
    }
}
