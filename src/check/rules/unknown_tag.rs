//! `unknown-tag`: a tag that HTML does not know, shown as text.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unknown-tag",
        category: Category::Security,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unknown-tag.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        if let DefectKind::UnknownTag(tag) = kind {
            let tag = quote(tag.trim_start_matches('<').trim_end_matches('>'));
            let found = sink.at(
                &RULE.rule,
                document.file,
                range,
                format!("`<{tag}>` is no HTML tag, and is shown as text"),
            );
            found.help(format!("if it is meant as text, write `\\<{tag}>`"));
        }
    }
}
