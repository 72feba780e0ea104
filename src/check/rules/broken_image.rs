//! `broken-image`: an image that does not exist.

use crate::check::context::ArticleContext;
use crate::check::repair;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::{did_you_mean, quote};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{LinkKind, Target, Unresolved};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "broken-image",
        category: Category::Correctness,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/broken-image.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    for (file, raw, link) in article
        .links()
        .filter(|(_, raw, _)| raw.kind == LinkKind::Image)
    {
        let Target::Unresolved(Unresolved::NoSuchFile { path, near, .. }) = &link.target else {
            continue;
        };
        let message = format!("no image at `{}`", quote(&raw.written));
        let found = sink.at(&RULE.rule, file, raw.target_range, message);
        match near {
            Some(near) => {
                found.help(did_you_mean(near));
                found.fix(repair::nearer(raw, near))
            }
            None => found.note(format!("looked for `{}`", quote(path))),
        };
    }
}
