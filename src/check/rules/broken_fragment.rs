//! `broken-fragment`: a link to a place that its target does not have.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::{did_you_mean, quote};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{Target, Unresolved};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "broken-fragment",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/broken-fragment.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    for (raw, link) in article.links() {
        let Target::Unresolved(Unresolved::NoSuchAnchor {
            key,
            fragment,
            near,
        }) = &link.target
        else {
            continue;
        };
        // `#tab/windows` names a tab.
        if fragment.starts_with("tab/") {
            continue;
        }
        let target = article.site.article(*key);
        let fragment = quote(fragment);
        let message = if target.file == article.article.file {
            format!("no heading or anchor `{fragment}` on this page")
        } else {
            format!(
                "no heading or anchor `{fragment}` in `{}`",
                article.sources.get(target.file).path
            )
        };
        let found = sink.at(&RULE.rule, article.article.file, raw.target_range, message);
        if let Some(near) = near {
            found.help(did_you_mean(&format!("#{near}")));
        }
    }
}
