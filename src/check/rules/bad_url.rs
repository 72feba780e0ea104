//! `bad-url`: an address that no browser could follow.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::{did_you_mean, nearest, quote};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{Target, Unresolved};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "bad-url",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/bad-url.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    for (raw, link) in article.links() {
        let Target::Unresolved(Unresolved::BadUrl(reason)) = &link.target else {
            continue;
        };
        let message = format!("`{}` is no valid address: {reason}", quote(&raw.written));
        let found = sink.at(&RULE.rule, article.article.file, raw.target_range, message);
        if let Some(better) = repaired(&raw.written) {
            found.help(did_you_mean(&better));
        }
    }
}

/// The address with `https://` where its beginning was damaged.
fn repaired(written: &str) -> Option<String> {
    let rest = after_scheme(written)?;
    // `https://https://host`.
    let rest = after_scheme(rest).unwrap_or(rest);
    (!rest.is_empty()).then(|| format!("https://{rest}"))
}

/// What follows a damaged `https://`.
fn after_scheme(written: &str) -> Option<&str> {
    let end = written.find(|sign: char| !sign.is_ascii_alphabetic())?;
    let (scheme, rest) = written.split_at(end);
    let looks_like_http =
        scheme.to_ascii_lowercase().contains("http") || nearest(scheme, ["https"]).is_some();
    let host = rest.trim_start_matches([':', ';', ',', '.', '/', '\\', '：', '；', '／', ' ']);
    (looks_like_http && host.len() < rest.len()).then_some(host)
}
