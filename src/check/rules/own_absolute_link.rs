//! `own-absolute-link`: an absolute address that leads to a page of the same site.

use crate::check::context::ArticleContext;
use crate::check::repair;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Fix, Level, Rule, Sink};
use crate::model::Target;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "own-absolute-link",
        category: Category::Correctness,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/own-absolute-link.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    for (place, raw, link) in article
        .links()
        .filter(|(_, raw, _)| is_absolute(&raw.written))
    {
        let file = match &link.target {
            Target::Article { key, .. } => Some(article.site.article(*key).file),
            Target::Asset { file, .. } => Some(*file),
            Target::Page(..) => None,
            _ => continue,
        };
        let message = format!("`{}` is an address of this site", quote(&raw.written));
        let found = sink.at(&RULE.rule, place, raw.target_range, message);
        match file {
            Some(file) => {
                let (_, rest) = repair::split(&raw.written);
                let path = format!("{}{rest}", repair::path_to(article, place, file));
                found.help(format!("link to the file: `{}`", quote(&path)));
                let edit = repair::target(raw, &path);
                let what = format!("link to `{}`", quote(&path));
                found.fix(edit.map(|edit| Fix::safe(what, vec![edit])))
            }
            None => found.help("link to the folder by a path that begins with `/`"),
        };
    }
}

fn is_absolute(written: &str) -> bool {
    let scheme = written.split_once("://").map_or("", |(scheme, _)| scheme);
    scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")
}
