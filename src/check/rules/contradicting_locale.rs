//! `contradicting-locale`: a locale in the front matter that is not the one of the folder.

use crate::check::context::ArticleContext;
use crate::check::repair;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Fix, Level, Rule, Sink};
use crate::l10n::LocaleId;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "contradicting-locale",
        category: Category::Metadata,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/contradicting-locale.md"),
    },
    check: Check::Article(check),
};

/// Keys that name the language of an article.
const KEYS: [&str; 3] = ["Locale", "locale", "ms.contentlocale"];

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    let front_matter = &article.article.document.front_matter;
    let locale = &article.site.locales.0[article.article.locale.index()];
    for key in KEYS {
        let Some(says) = front_matter.get(key).and_then(|value| value.as_text()) else {
            continue;
        };
        let tag = says.trim().replace('_', "-");
        let agrees = |said: LocaleId| said.agrees_with(&locale.id);
        if tag.is_empty()
            || tag.eq_ignore_ascii_case(&locale.folder)
            || LocaleId::parse(&tag).is_some_and(agrees)
        {
            continue;
        }
        let message = format!(
            "`{key}` says `{}`, the folder says `{}`",
            quote(says),
            locale.folder
        );
        let found = sink.at(
            &RULE.rule,
            article.article.file,
            front_matter.value_range(key),
            message,
        );
        found.help("correct the key, or move the file; the folder is what counts");
        let edit = repair::value(front_matter, &[key], &locale.folder);
        let what = format!("write `{}`", locale.folder);
        found.fix(edit.map(|edit| Fix::unsure(what, vec![edit])));
    }
}
