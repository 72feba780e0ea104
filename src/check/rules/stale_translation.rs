//! `stale-translation`: an article made from an older version of its source than another language's.

use crate::check::context::TranslationsContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::source::LocaleIndex;
use crate::translation::State;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "stale-translation",
        category: Category::Localization,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/stale-translation.md"),
    },
    check: Check::Translations(check),
};

fn check(context: &TranslationsContext<'_>, sink: &mut Sink<'_>) {
    let (translations, work) = (context.translations, context.work);
    let Some(newest) = work.newest.filter(|_| work.versions.len() > 1) else {
        return;
    };
    let ahead: Vec<LocaleIndex> = work.locales_with(newest).collect();
    for (locale, _, article) in work.iter(context.site) {
        if translations.state(work, locale) != Some(State::Stale) {
            continue;
        }
        let day = work.versions[newest].first;
        let day = day.map_or(String::new(), |day| format!(" of {day}"));
        let message = format!(
            "made from an older version of the source: {} {} that{day}",
            context.tags(&ahead),
            if ahead.len() == 1 { "has" } else { "have" },
        );
        let key = translations.version_key_of(work).unwrap_or_default();
        let front_matter = &article.document.front_matter;
        // `a.b` is a key as it is spelt, or the key `b` in the map `a`.
        let outer = key.split('.').next().unwrap_or(key);
        let written = front_matter.get(key).map_or(outer, |_| key);
        let place = front_matter.key_range(written);
        let found = sink.at(&RULE.rule, article.file, place, message);
        found.help("translate the newer version, and take over its key with it");
    }
}
