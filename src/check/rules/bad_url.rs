//! `bad-url`: an address that no browser could follow.

use crate::check::context::ArticleContext;
use crate::check::repair;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::{did_you_mean, nearest, quote};
use crate::diagnostics::{Category, Fix, Level, Rule, Sink};
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
    for (file, raw, link) in article.links() {
        let Target::Unresolved(Unresolved::BadUrl(reason)) = &link.target else {
            continue;
        };
        let message = format!("`{}` is no valid address: {reason}", quote(&raw.written));
        let found = sink.at(&RULE.rule, file, raw.target_range, message);
        if let Some(better) = repaired(&raw.written) {
            found.help(did_you_mean(&better));
            let edit = repair::target(raw, &better);
            let what = format!("write `{}`", quote(&better));
            found.fix(edit.map(|edit| {
                if is_certain(&raw.written) {
                    Fix::safe(what, vec![edit])
                } else {
                    Fix::unsure(what, vec![edit])
                }
            }));
        }
    }
}

/// Whether only the slashes behind the scheme are wrong, in front of what can only be a host.
fn is_certain(written: &str) -> bool {
    let Some((scheme, rest)) = written.split_once(':') else {
        return false;
    };
    let host = rest.trim_start_matches('/').split(['/', '?', '#']).next();
    let is_host = |host: &str| {
        let names: Vec<&str> = host.split('.').collect();
        let is_name = |name: &&str| {
            let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
            !name.is_empty() && name.bytes().all(fits)
        };
        let last = names.last().copied().unwrap_or_default();
        names.len() > 1
            && names.iter().all(is_name)
            && last.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    (scheme == "http" || scheme == "https") && host.is_some_and(is_host)
}

/// The address with `https://` where its beginning was damaged; `http` stays what it is.
fn repaired(written: &str) -> Option<String> {
    let rest = after_scheme(written)?;
    // `https://https://host`.
    let rest = after_scheme(rest).unwrap_or(rest);
    let scheme = if written.starts_with("http:") {
        "http"
    } else {
        "https"
    };
    (!rest.is_empty()).then(|| format!("{scheme}://{rest}"))
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
