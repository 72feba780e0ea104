//! `missing-alt`: an image without alternative text.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::LinkKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "missing-alt",
        category: Category::Accessibility,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/missing-alt.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    let images = document.links().filter(|link| link.kind == LinkKind::Image);
    for image in images.filter(|image| image.is_empty && !image.written.is_empty()) {
        let message = if image.written.starts_with("data:") {
            "an embedded image has no alternative text".to_owned()
        } else {
            format!(
                "the image `{}` has no alternative text",
                quote(&image.written)
            )
        };
        let found = sink.at(&RULE.rule, document.file, image.range, message);
        found.help(
            "say in a few words what it shows: `![what it shows](…)`, or `alt=\"…\"` in HTML",
        );
    }
}
