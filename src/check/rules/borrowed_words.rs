//! `borrowed-words`: a language whose interface is in another one.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::OddityKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "borrowed-words",
        category: Category::Localization,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/borrowed-words.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    for oddity in &site.site.oddities {
        let OddityKind::BorrowedWords(count, from) = &oddity.kind else {
            continue;
        };
        let own = &oddity.path;
        let words = match count {
            None => "the interface is".to_owned(),
            Some(1) => "1 text of the interface is".to_owned(),
            Some(count) => format!("{count} texts of the interface are"),
        };
        let message = format!("{words} shown in `{from}`, for want of words in `{own}`");
        let found = sink.path(&RULE.rule, own, message);
        found.help(format!(
            "translate `locales/{own}/site.ftl`; `polydoc l10n strings --locale {own}` lists what is missing"
        ));
        found.help(format!(
            "to take them from another language, name it in `locales.{own}.fallback`"
        ));
    }
}
