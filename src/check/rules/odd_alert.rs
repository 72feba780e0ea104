//! `odd-alert`: an alert whose keyword is translated, misspelt or damaged.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Edit, Fix, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "odd-alert",
        category: Category::Localization,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/odd-alert.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        if let DefectKind::OddAlert(written, meaning, marker) = kind {
            let (written, meaning) = (written.trim(), meaning.to_uppercase());
            let message = if written.eq_ignore_ascii_case(&meaning) {
                format!("the brackets around the alert keyword `{written}` are damaged")
            } else {
                format!("the alert keyword `{written}` is translated or misspelt")
            };
            let found = sink.at(&RULE.rule, document.file, range, message);
            found.help(format!(
                "write `[!{meaning}]`; readers see the word in their own language"
            ));
            let edit = marker.as_ref().map(|marker| {
                Edit::replace(marker.range, &marker.value, &format!("[!{meaning}]"))
            });
            found.fix(edit.map(|edit| Fix::safe(format!("write `[!{meaning}]`"), vec![edit])));
        }
    }
}
