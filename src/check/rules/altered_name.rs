//! `altered-name`: a name that is not to be translated is gone from a translation, or spelt otherwise.

use crate::check::context::TranslationsContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::translation::terms::TermFactKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "altered-name",
        category: Category::Localization,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/altered-name.md"),
    },
    check: Check::Translations(check),
};

fn check(context: &TranslationsContext<'_>, sink: &mut Sink<'_>) {
    for fact in context.translations.terms_of(context.work) {
        let file = context.site.article(fact.article).file;
        let term = quote(&fact.term);
        match &fact.kind {
            TermFactKind::Respelt(written) => {
                let message = format!("`{}` is spelt `{term}`", quote(written));
                let found = sink.at(&RULE.rule, file, fact.range, message);
                found.help(format!(
                    "write `{term}`: it stays as it is in all languages"
                ));
            }
            TermFactKind::Gone(peer, there) => {
                let message = format!("`{term}` is missing here, and is not to be translated");
                let found = sink.at(&RULE.rule, file, fact.range, message);
                found.related(*there, format!("it stands here in {}", context.tag(*peer)));
                found.help(format!("write `{term}` as it is in the other language"));
            }
            TermFactKind::Untranslated(_) | TermFactKind::Otherwise(..) => {}
        }
    }
}
