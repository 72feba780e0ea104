//! `wrong-case`: a link or image whose target is found only by ignoring letter case.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::Target;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "wrong-case",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/wrong-case.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    for (raw, link) in article.links() {
        let file = match &link.target {
            Target::Article {
                key,
                case_differs: true,
                ..
            } => article.site.article(*key).file,
            Target::Asset {
                file,
                case_differs: true,
            } => *file,
            _ => continue,
        };
        let message = format!(
            "`{}` differs from the file in letter case",
            quote(&raw.written)
        );
        let found = sink.at(&RULE.rule, article.article.file, raw.target_range, message);
        found.help(format!(
            "write it as the file is named: `{}`",
            article.sources.get(file).path
        ));
    }
}
