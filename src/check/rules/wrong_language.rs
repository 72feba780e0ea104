//! `wrong-language`: a paragraph that is not in the language of its folder.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "wrong-language",
        category: Category::Localization,
        level: Level::Off,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/wrong-language.md"),
    },
    check: Check::Document(check),
};

fn check(context: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    let folder = context.path.as_str().split('/').next().unwrap_or_default();
    for foreign in &context.document.foreign {
        let message = format!("this is {}, the folder says `{folder}`", foreign.language);
        let found = sink.at(&RULE.rule, context.file, foreign.range, message);
        found.help("translate it; if it is meant to be so, allow it in the front matter");
    }
}
