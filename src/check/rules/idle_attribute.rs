//! `idle-attribute`: an attribute of raw HTML that is left out because it would change nothing that readers need.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "idle-attribute",
        category: Category::Security,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/idle-attribute.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        let DefectKind::IdleAttribute(tag, name) = kind else {
            continue;
        };
        let message = format!(
            "the attribute `{}` of `<{tag}>` is left out: it would change nothing",
            quote(name)
        );
        let found = sink.at(&RULE.rule, document.file, range, message);
        found.help("remove it; the theme decides how the site looks");
    }
}
