//! `unknown-uid`: a link to a uid that nothing has.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{LinkKind, Target, Unresolved};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unknown-uid",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unknown-uid.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    for (file, raw, link) in article.links() {
        if let Target::Unresolved(Unresolved::NoSuchUid(uid)) = &link.target
            && raw.kind != LinkKind::Mention
        {
            let message = format!("nothing has the uid `{}`", quote(uid));
            let found = sink.at(&RULE.rule, file, raw.target_range, message);
            found.help("write `uid:` into the front matter of the page that is meant");
        }
    }
}
