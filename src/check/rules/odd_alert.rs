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
        let (message, help, marker, new) = match kind {
            DefectKind::OddAlert(written, meaning, marker) => {
                let (written, meaning) = (written.trim(), meaning.to_uppercase());
                let message = if written.eq_ignore_ascii_case(&meaning) {
                    format!("the brackets around the alert keyword `{written}` are damaged")
                } else {
                    format!("the alert keyword `{written}` is translated or misspelt")
                };
                let new = format!("[!{meaning}]");
                let help = format!("write `{new}`; readers see the word in their own language");
                (message, help, marker, new)
            }
            DefectKind::SecondAlert(written, marker) => (
                format!(
                    "the alert has a second keyword, `{}`, which is left out",
                    written.trim()
                ),
                "remove it".to_owned(),
                marker,
                String::new(),
            ),
            _ => continue,
        };
        let found = sink.at(&RULE.rule, document.file, range, message);
        found.help(help);
        let edit = marker.as_ref();
        let edit = edit.map(|marker| Edit::replace(marker.range, &marker.value, &new));
        let what = if new.is_empty() {
            "remove the second keyword".to_owned()
        } else {
            format!("write `{new}`")
        };
        found.fix(edit.map(|edit| Fix::safe(what, vec![edit])));
    }
}
