//! `unpublished-target`: a link to a file that is left out of the site.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{Target, Unresolved};
use crate::source::SourceKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unpublished-target",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unpublished-target.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    for (file, raw, link) in article.links() {
        let Target::Unresolved(Unresolved::NotPublished(path)) = &link.target else {
            continue;
        };
        let message = format!("`{}` is not published", quote(&raw.written));
        let found = sink.at(&RULE.rule, file, raw.target_range, message);
        found.help(if is_article(article, path) {
            "link to another article, or publish this one with `orphans: show` in `polydoc.yml`"
        } else {
            "link to an article, or list the file under `include:` in `polydoc.yml`"
        });
        found.note(format!("the file is `{path}`"));
    }
}

/// Whether a file would be published but for what the project says of translations without an original.
fn is_article(article: &ArticleContext<'_>, path: &str) -> bool {
    let files = &article.sources.files;
    let at = files.binary_search_by(|source| source.path.as_str().cmp(path));
    at.is_ok_and(|at| files[at].kind == SourceKind::Article)
}
