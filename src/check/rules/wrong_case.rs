//! `wrong-case`: a link or image whose target is found only by ignoring letter case.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::{did_you_mean, quote};
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
                ..
            } => *file,
            _ => continue,
        };
        let path = article.sources.get(file).path.as_str();
        let message = format!(
            "`{}` differs from the file in letter case",
            quote(&raw.written)
        );
        let found = sink.at(&RULE.rule, article.article.file, raw.target_range, message);
        match respelt(&raw.written, path) {
            Some(respelt) => found.help(did_you_mean(&respelt)),
            None => found.help(format!("write it as the file is named: `{path}`")),
        };
    }
}

/// What was written, with the letters of the path it leads to.
fn respelt(written: &str, path: &str) -> Option<String> {
    let (target, rest) = written.split_at(written.find(['?', '#']).unwrap_or(written.len()));
    let names = target.trim_start_matches(['.', '/']);
    let start = &target[..target.len() - names.len()];
    [path, path.strip_suffix(".md").unwrap_or(path)]
        .into_iter()
        .find_map(|path| {
            let own = path.get(path.len().checked_sub(names.len())?..)?;
            (own.to_lowercase() == names.to_lowercase()).then(|| format!("{start}{own}{rest}"))
        })
}
