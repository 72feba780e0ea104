//! `unknown-alert`: an alert keyword that means nothing.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::nearest;
use crate::diagnostics::{Category, Edit, Fix, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unknown-alert",
        category: Category::Localization,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unknown-alert.md"),
    },
    check: Check::Document(check),
};

/// The five keywords.
const KEYWORDS: [&str; 5] = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        if let DefectKind::UnknownAlert(written) = kind {
            let written = written.trim();
            let found = sink.at(
                &RULE.rule,
                document.file,
                range,
                format!("`{written}` is no alert keyword"),
            );
            match nearest(written, KEYWORDS) {
                Some(near) => {
                    found.help(format!("did you mean `[!{near}]`?"));
                    let edit = Edit::replace(range, written, near);
                    found.fix(Fix::unsure(format!("write `[!{near}]`"), vec![edit]))
                }
                None => found.help(
                    "write one of `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]`, `[!CAUTION]`",
                ),
            };
            found.note("it is shown as a quotation");
        }
    }
}
