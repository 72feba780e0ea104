//! `front-matter-too-large`: front matter beyond the limit in size.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::YamlProblem;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "front-matter-too-large",
        category: Category::Metadata,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/front-matter-too-large.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for problem in &document.document.front_matter.problems {
        if let YamlProblem::TooLarge(range) = problem {
            let found = sink.at(
                &RULE.rule,
                document.file,
                *range,
                "the front matter is too large to be read",
            );
            found.help("move text out of the front matter, or raise `limits.front_matter_bytes` in `polydoc.yml`");
        }
    }
}
