//! `other-locale-link`: a link to another language's copy of an article that this language has.

use crate::check::context::ArticleContext;
use crate::check::repair;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Fix, Level, Rule, Sink};
use crate::model::Target;
use crate::source::{FileId, LocaleIndex};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "other-locale-link",
        category: Category::Localization,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/other-locale-link.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    let own = article.article.locale;
    let locales = &article.site.locales;
    for (place, raw, link) in article.links() {
        let Target::Article { key, .. } = &link.target else {
            continue;
        };
        if article.site.article(*key).locale != own {
            continue;
        }
        let Some(named) = named_locale(article, place, &raw.written).filter(|&named| named != own)
        else {
            continue;
        };
        let message = format!(
            "`{}` names the edition in {}, but {} has this article",
            quote(&raw.written),
            locales.get(named).id,
            locales.get(own).id
        );
        let found = sink.at(&RULE.rule, place, raw.target_range, message);
        found.help("link to the article of the same language");
        let (_, rest) = repair::split(&raw.written);
        let file = article.site.article(*key).file;
        let path = format!("{}{rest}", repair::path_to(article, place, file));
        let edit = repair::target(raw, &path);
        let what = format!("link to `{}`", quote(&path));
        found.fix(edit.map(|edit| Fix::safe(what, vec![edit])));
        found.note("the page links to its own language's edition whatever is written");
    }
}

/// The locale of this site that a link names in its path.
fn named_locale(article: &ArticleContext<'_>, place: FileId, written: &str) -> Option<LocaleIndex> {
    let path = &written[..written.find(['?', '#']).unwrap_or(written.len())];
    let locales = &article.site.locales;
    if let Some((_, rest)) = path.split_once("://") {
        return rest.split('/').skip(1).find_map(|name| locales.find(name));
    }
    if let Some(rooted) = path.strip_prefix('/') {
        return locales.find(rooted.split('/').next()?);
    }
    let folder = article.sources.get(place).path.folder();
    let joined = repair::joined(folder, path)?;
    locales.find(joined.split('/').next()?)
}
