//! `hard-coded-locale`: an address that names another language than the page's.

use crate::check::context::ArticleContext;
use crate::check::repair;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Fix, Level, Rule, Sink};
use crate::l10n::LocaleId;
use crate::model::{LinkKind, RawLink, Target};
use crate::source::FileId;

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
    for (place, raw, link) in article.links() {
        match link.target {
            Target::External | Target::OtherSite { .. } => elsewhere(article, place, raw, sink),
            Target::Article { .. } | Target::Asset { .. } | Target::Page(..) => {
                within(article, place, raw, sink);
            }
            _ => {}
        }
    }
}

/// A link to another site that names another language than the page's.
fn elsewhere(article: &ArticleContext<'_>, place: FileId, raw: &RawLink, sink: &mut Sink<'_>) {
    let own = &article.site.locales.get(article.article.locale).id;
    if !matches!(raw.kind, LinkKind::Link | LinkKind::Autolink) {
        return;
    }
    let Some((segment, locale)) = named_locale(&raw.written) else {
        return;
    };
    if locale.as_str() == COMMON || locale.language() == own.language() {
        return;
    }
    let message = format!(
        "the address names the language `{}`, the page is in {own}: `{}`",
        segment,
        quote(&raw.written)
    );
    let found = sink.at(&RULE.rule, place, raw.target_range, message);
    found.help("leave the language out where the site finds the reader's own, or name the page's");
    let without = raw.written.replacen(&format!("/{segment}/"), "/", 1);
    let edit = repair::target(raw, &without).filter(|_| without.len() < raw.written.len());
    let what = format!("leave `{segment}` out of the address");
    found.fix(edit.map(|edit| Fix::unsure(what, vec![edit])));
}

/// A link within the site that names the language that it leads to anyhow.
fn within(article: &ArticleContext<'_>, place: FileId, raw: &RawLink, sink: &mut Sink<'_>) {
    let path = &raw.written[..raw.written.find(['?', '#']).unwrap_or(raw.written.len())];
    let (up, rest) = if let Some(rooted) = path.strip_prefix('/') {
        ("/".to_owned(), rooted)
    } else {
        // As many steps up as there are folders lead out of the language's own.
        let folder = article.sources.get(place).path.folder();
        let up = "../".repeat(folder.split('/').count());
        let Some(rest) = path.strip_prefix(&*up) else {
            return;
        };
        (up["../".len()..].to_owned(), rest)
    };
    let (segment, below) = rest.split_once('/').unwrap_or((rest, ""));
    if article.site.locales.find(segment) != Some(article.article.locale) {
        return;
    }
    let message = format!(
        "`{}` names the language of the page itself",
        quote(&raw.written)
    );
    let found = sink.at(&RULE.rule, place, raw.target_range, message);
    let rest = &raw.written[path.len()..];
    let without = format!("{up}{below}{rest}");
    found.help(format!(
        "leave the language out, so that the same text is right in every language: `{}`",
        quote(&without)
    ));
    let edit = repair::target(raw, &without).filter(|_| !below.is_empty());
    let what = format!("write `{}`", quote(&without));
    found.fix(edit.map(|edit| Fix::safe(what, vec![edit])));
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
