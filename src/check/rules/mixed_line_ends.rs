//! `mixed-line-ends`: line ends of more than one kind in a file.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "mixed-line-ends",
        category: Category::Project,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/mixed-line-ends.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        if let DefectKind::MixedLineEnds = kind {
            let found = sink.at(
                &RULE.rule,
                document.file,
                range,
                "the line ends are not all of one kind",
            );
            found.help("save the file with line feeds only, or with pairs of carriage return and line feed only");
        }
    }
}
