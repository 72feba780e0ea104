//! `broken-link`: a link to an article or file that does not exist.

use crate::check::context::ArticleContext;
use crate::check::repair;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::{did_you_mean, quote};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{LinkKind, Target, Unresolved};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "broken-link",
        category: Category::Correctness,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/broken-link.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    for (file, raw, link) in article
        .links()
        .filter(|(_, raw, _)| !matches!(raw.kind, LinkKind::Image | LinkKind::Code))
    {
        let Target::Unresolved(Unresolved::NoSuchFile {
            path,
            near,
            elsewhere,
        }) = &link.target
        else {
            continue;
        };
        let message = format!("no article or file at `{}`", quote(&raw.written));
        let found = sink.at(&RULE.rule, file, raw.target_range, message);
        match (elsewhere, near) {
            (Some(locale), _) => {
                let locale = &article.site.locales.0[locale.index()].id;
                found.note(format!(
                    "the article exists in {locale}, but not in this language"
                ))
            }
            (None, Some(near)) => {
                found.help(did_you_mean(near));
                found.fix(repair::nearer(raw, near))
            }
            (None, None) => found.note(format!("looked for `{}`", quote(path))),
        };
    }
}
