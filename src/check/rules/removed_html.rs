//! `removed-html`: raw HTML that could run a script or break the page.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "removed-html",
        category: Category::Security,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/removed-html.md"),
    },
    check: Check::Document(check),
};

/// Attributes that are fine but for their address.
const ADDRESSES: [&str; 4] = ["cite", "href", "poster", "src"];

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        let message = match kind {
            DefectKind::RemovedTag(tag) => format!("the element `<{tag}>` is removed"),
            DefectKind::RemovedAttribute(tag, name) if ADDRESSES.contains(&&**name) => {
                format!(
                    "the address in `{name}` of `<{tag}>` is removed, because its scheme is not allowed"
                )
            }
            DefectKind::RemovedAttribute(tag, name) => {
                format!("the attribute `{name}` of `<{tag}>` is removed")
            }
            DefectKind::RemovedClass(class) => {
                format!("the class `{}` is removed", quote(class))
            }
            _ => continue,
        };
        let found = sink.at(&RULE.rule, document.file, range, message);
        found.help(match kind {
            DefectKind::RemovedClass(_) => {
                "use one of the classes of the manual's page on raw HTML, or none"
            }
            _ => "say it in Markdown; to show it as an example, put it into backticks",
        });
    }
}
