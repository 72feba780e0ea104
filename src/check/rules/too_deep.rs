//! `too-deep`: lists or quotations nested beyond the limit.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "too-deep",
        category: Category::Project,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/too-deep.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        if *kind == DefectKind::TooDeep {
            let found = sink.at(
                &RULE.rule,
                document.file,
                range,
                "lists or quotations are nested too deeply",
            );
            found.help("flatten them, or raise `limits.nesting` in `polydoc.yml`");
            found.note("what is deeper is shown as plain text");
        }
    }
}
