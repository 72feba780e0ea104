//! `duplicate-key`: a front matter key that is written twice.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::YamlProblem;
use crate::source::Span;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "duplicate-key",
        category: Category::Metadata,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/duplicate-key.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for problem in &document.document.front_matter.problems {
        if let YamlProblem::DuplicateKey(key, range, first) = problem {
            let found = sink.at(
                &RULE.rule,
                document.file,
                *range,
                format!("the key `{key}` is written twice"),
            );
            found.related(
                Span {
                    file: document.file,
                    range: *first,
                },
                "first written here",
            );
            found.help("remove one of the two");
        }
    }
}
