//! `unknown-directive`: `:::` with a name that means nothing.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::{nearest, quote};
use crate::diagnostics::{Category, Edit, Fix, Level, Rule, Sink};
use crate::markup;
use crate::model::DefectKind;
use crate::source::TextRange;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unknown-directive",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unknown-directive.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        let DefectKind::UnknownDirective(name) = kind else {
            continue;
        };
        let message = format!("there is no directive `{}`", quote(name));
        let found = sink.at(&RULE.rule, document.file, range, message);
        let known = markup::directive_words();
        match nearest(name, known.iter().map(String::as_str)) {
            Some(near) => {
                found.help(format!("did you mean `{near}`?"));
                let word = TextRange::new(range.end as usize - name.len(), range.end as usize);
                let edit = Edit::replace(word, name, near);
                found.fix(Fix::unsure(format!("write `{near}`"), vec![edit]))
            }
            None => found.note("it is shown as it is written"),
        };
    }
}
