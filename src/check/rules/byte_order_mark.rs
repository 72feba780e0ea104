//! `byte-order-mark`: a file that begins with a byte-order mark.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Edit, Fix, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "byte-order-mark",
        category: Category::Project,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/byte-order-mark.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        if *kind == DefectKind::ByteOrderMark {
            let found = sink.at(
                &RULE.rule,
                document.file,
                range,
                "the file begins with a byte-order mark",
            );
            found.help("save it as UTF-8 without a byte-order mark");
            let edit = Edit::replace(range, "\u{FEFF}", "");
            // Other tools of the author's may ask for it.
            found.fix(Fix::unsure("remove the byte-order mark", vec![edit]));
        }
    }
}
