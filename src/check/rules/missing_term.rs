//! `missing-term`: a translation does not call something as the glossary wants it called.

use crate::check::context::TranslationsContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::translation::terms::TermFactKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "missing-term",
        category: Category::Localization,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/missing-term.md"),
    },
    check: Check::Translations(check),
};

fn check(context: &TranslationsContext<'_>, sink: &mut Sink<'_>) {
    for fact in context.translations.terms_of(context.work) {
        let file = context.site.article(fact.article).file;
        let term = quote(&fact.term);
        let TermFactKind::Otherwise(wanted, peer, there) = &fact.kind else {
            continue;
        };
        let message = format!("`{wanted}` is missing here, which the glossary has for `{term}`");
        let found = sink.at(&RULE.rule, file, fact.range, message);
        found.related(
            *there,
            format!("the term stands here in {}", context.tag(*peer)),
        );
        found.help("use the glossary's word, or add the one that stands here to the glossary");
    }
}
