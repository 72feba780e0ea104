//! `spaced-link`: a blank between a link's text and its address, or within the address.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Fix, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "spaced-link",
        category: Category::Localization,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/spaced-link.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        let (message, help, edits) = match kind {
            DefectKind::SpacedLink(edits) => (
                "a blank stands between the text of a link and its address",
                "remove it: `[text](address)`",
                edits,
            ),
            DefectKind::WideLink(edits) => (
                "the parentheses around the address of a link are wide ones",
                "write plain ones: `[text](address)`",
                edits,
            ),
            DefectKind::BlankInAddress(edits) => {
                let message = "a blank stands in the address, so that this is no link";
                let found = sink.at(&RULE.rule, document.file, range, message);
                found.help("take it out, or write `%20` if it belongs to the name");
                let fix = Fix::unsure("write `%20` for the blank", edits.to_vec());
                found.fix(Some(fix));
                continue;
            }
            _ => continue,
        };
        let found = sink.at(&RULE.rule, document.file, range, message);
        found.help(help);
        let fix = Fix::safe("make a link of it: `[text](address)`", edits.to_vec());
        found.fix((!edits.is_empty()).then_some(fix));
    }
}
