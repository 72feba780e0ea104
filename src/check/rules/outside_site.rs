//! `outside-site`: a link that leads out of the content folder.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{Target, Unresolved};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "outside-site",
        category: Category::Correctness,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/outside-site.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    for (file, raw, link) in article.links() {
        let Target::Unresolved(Unresolved::OutsideSite) = &link.target else {
            continue;
        };
        let message = format!("`{}` leads out of the content folder", quote(&raw.written));
        let found = sink.at(&RULE.rule, file, raw.target_range, message);
        found.help("link to an article or file of the site, or to a whole address that begins with `https://`");
    }
}
