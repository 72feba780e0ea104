//! `untranslated-term`: a term stands as in the source, although the glossary has a translation.

use crate::check::context::TranslationsContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::translation::terms::TermFactKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "untranslated-term",
        category: Category::Localization,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/untranslated-term.md"),
    },
    check: Check::Translations(check),
};

fn check(context: &TranslationsContext<'_>, sink: &mut Sink<'_>) {
    for fact in context.translations.terms_of(context.work) {
        let file = context.site.article(fact.article).file;
        let term = quote(&fact.term);
        let TermFactKind::Untranslated(wanted) = &fact.kind else {
            continue;
        };
        let locale = context.site.article(fact.article).locale;
        let message = format!("`{term}` is not translated");
        let found = sink.at(&RULE.rule, file, fact.range, message);
        let tag = context.tag(locale);
        found.help(format!("write `{wanted}`: so the glossary says for {tag}"));
    }
}
