//! `circular-include`: a file that includes itself, or inclusions without end.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::WhyEmpty;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "circular-include",
        category: Category::Correctness,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/circular-include.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    for empty in &article.article.unfulfilled {
        let written = quote(&empty.written);
        match &empty.why {
            WhyEmpty::Circular(chain) => {
                let message = format!("including `{written}` never ends");
                let found = sink.at(&RULE.rule, empty.span.file, empty.span.range, message);
                let files = chain
                    .iter()
                    .map(|file| format!("`{}`", article.sources.get(*file).path));
                let files: Vec<String> = files.collect();
                found.note(format!("the chain is {}", files.join(" → ")));
            }
            WhyEmpty::TooMany => {
                let message = format!("`{written}` is one inclusion too many");
                let found = sink.at(&RULE.rule, empty.span.file, empty.span.range, message);
                found.note("files are nested 32 deep at most, and a page has 4,096 inclusions and 16 MiB of included text at most");
            }
            WhyEmpty::NoSuchFile(..) => {}
        }
    }
}
