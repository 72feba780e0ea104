//! `redirected-target`: a link to an old address of an article.

use crate::check::context::ArticleContext;
use crate::check::repair;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Fix, Level, Rule, Sink};
use crate::model::{Shown, Target};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "redirected-target",
        category: Category::Correctness,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/redirected-target.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    let site = article.site;
    for (place, raw, link) in article.links() {
        let Target::Page(page, _) = &link.target else {
            continue;
        };
        let Shown::Redirect(new) = site.page(*page).shown else {
            continue;
        };
        let message = format!("`{}` is an old address", quote(&raw.written));
        let found = sink.at(&RULE.rule, place, raw.target_range, message);
        if let Shown::Article(key) = site.page(new).shown {
            let file = site.article(key).file;
            let path = &article.sources.get(file).path;
            found.help(format!("link to `{path}`, where the article is now"));
            let (_, rest) = repair::split(&raw.written);
            let path = format!("{}{rest}", repair::path_to(article, place, file));
            let edit = repair::target(raw, &path);
            let what = format!("link to `{}`", quote(&path));
            found.fix(edit.map(|edit| Fix::safe(what, vec![edit])));
        }
    }
}
