//! `image-elsewhere`: an image or file that is taken from another language, because the article's own lacks it.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::Target;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "image-elsewhere",
        category: Category::Localization,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/image-elsewhere.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    let locales = &article.site.locales;
    for (place, raw, link) in article.links() {
        let Target::Asset {
            file,
            borrowed_from: Some(other),
            ..
        } = &link.target
        else {
            continue;
        };
        let own = &locales.get(article.article.locale).id;
        let message = format!("{own} has no file at `{}`", quote(&raw.written));
        let found = sink.at(&RULE.rule, place, raw.target_range, message);
        let path = &article.sources.get(*file).path;
        let other = &locales.get(*other).id;
        found.note(format!("readers get that of {other}: `{path}`"));
    }
}
