//! `wrong-case`: a link or image whose target is found only by ignoring letter case.

use crate::check::context::ArticleContext;
use crate::check::repair;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::{did_you_mean, quote};
use crate::diagnostics::{Category, Fix, Level, Rule, Sink};
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
    for (place, raw, link) in article.links() {
        let file = match &link.target {
            Target::Article {
                key,
                case_differs: true,
                ..
            } => article.site.article(*key).file,
            Target::Asset {
                file,
                case_differs: true,
                ..
            } => *file,
            _ => continue,
        };
        let path = article.sources.get(file).path.as_str();
        let message = format!(
            "`{}` differs from the file in letter case",
            quote(&raw.written)
        );
        let found = sink.at(&RULE.rule, place, raw.target_range, message);
        let (written, rest) = repair::split(&raw.written);
        match repair::in_letters_of(written, path).map(|respelt| format!("{respelt}{rest}")) {
            Some(respelt) => {
                let edit = repair::target(raw, &respelt);
                let what = format!("write `{}`", quote(&respelt));
                found.help(did_you_mean(&respelt));
                found.fix(edit.map(|edit| Fix::safe(what, vec![edit])))
            }
            None => found.help(format!("write it as the file is named: `{path}`")),
        };
    }
}
