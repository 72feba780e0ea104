//! `unclosed-directive`: a directive without its end, or an end without its directive.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unclosed-directive",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unclosed-directive.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        match kind {
            DefectKind::UnclosedDirective(name) => {
                let message = format!("the directive `{name}` has no end");
                let found = sink.at(&RULE.rule, document.file, range, message);
                found.help(format!(
                    "write `::: {name}-end` where it ends, at the same indentation"
                ));
                found.note("it ends with the text, list item or quotation in which it began");
            }
            DefectKind::StrayDirectiveEnd(name) => {
                let message = format!("`{name}-end` ends nothing");
                let found = sink.at(&RULE.rule, document.file, range, message);
                found.help(format!("remove it, or write `::: {name}` where it begins"));
            }
            _ => {}
        }
    }
}
