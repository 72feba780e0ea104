//! `too-large`: a file beyond the limit in size.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::DefectKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "too-large",
        category: Category::Project,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/too-large.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        if *kind == DefectKind::TooLarge {
            let found = sink.at(
                &RULE.rule,
                document.file,
                range,
                "the file is larger than the limit",
            );
            found.help("split it, or raise `limits.article_bytes` in `polydoc.yml`");
        }
    }
}
