//! `hard-coded-locale`: an address that names another language than the page's.

use crate::check::context::ArticleContext;
use crate::check::repair;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Fix, Level, Rule, Sink};
use crate::l10n::LocaleId;
use crate::model::{LinkKind, Target};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "hard-coded-locale",
        category: Category::Localization,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/hard-coded-locale.md"),
    },
    check: Check::Article(check),
};

/// The language that sites fall back to: an address that names it leads somewhere on purpose.
const COMMON: &str = "en-US";

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    let own = &article.site.locales.get(article.article.locale).id;
    for (raw, link) in article.links() {
        let leaves = matches!(link.target, Target::External | Target::OtherSite { .. });
        if !leaves || !matches!(raw.kind, LinkKind::Link | LinkKind::Autolink) {
            continue;
        }
        let Some((segment, locale)) = named_locale(&raw.written) else {
            continue;
        };
        if locale.as_str() == COMMON || locale.language() == own.language() {
            continue;
        }
        let message = format!(
            "the address names the language `{}`, the page is in {own}: `{}`",
            segment,
            quote(&raw.written)
        );
        let found = sink.at(&RULE.rule, article.article.file, raw.target_range, message);
        found.help(
            "leave the language out where the site finds the reader's own, or name the page's",
        );
        let without = raw.written.replacen(&format!("/{segment}/"), "/", 1);
        let edit = repair::target(raw, &without).filter(|_| without.len() < raw.written.len());
        let what = format!("leave `{segment}` out of the address");
        found.fix(edit.map(|edit| Fix::unsure(what, vec![edit])));
    }
}

/// The first segment of an address's path when it is the tag of a language in a region.
fn named_locale(address: &str) -> Option<(&str, LocaleId)> {
    let path = match address.split_once("://") {
        Some((_, rest)) => rest.split_once('/')?.1,
        None => address.trim_start_matches('/'),
    };
    let segment = path.split(['/', '?', '#']).next()?;
    let (language, region) = segment.split_once('-')?;
    let is_pair = language.len() == 2 && region.len() == 2;
    // `zh-hans-cn` and the like; `how-to` and `es-419-x` are none.
    let is_scripted = language.len() == 2 && region.len() == 7 && region.as_bytes()[4] == b'-';
    if !is_pair && !is_scripted {
        return None;
    }
    let locale = LocaleId::parse(segment).filter(LocaleId::is_known)?;
    Some((segment, locale))
}
