//! `insecure-link`: a link with `http:` to a page that `https:` has too.

use crate::check::context::AddressContext;
use crate::check::elsewhere;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Applicability, Category, Level, Rule, Sink};
use crate::model::Verdict;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "insecure-link",
        category: Category::Security,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/insecure-link.md"),
    },
    check: Check::Address(check),
};

fn check(place: &AddressContext<'_>, sink: &mut Sink<'_>) {
    if !place.known.answers_on_https {
        return;
    }
    let url = quote(&place.address.url);
    let message = format!("`{url}` answers on `https:` too");
    let found = sink.at(&RULE.rule, place.file, place.range, message);
    let secured = match &place.known.verdict {
        Verdict::Moved { to, .. } => to.to_string(),
        _ => place.address.url.replacen("http:", "https:", 1),
    };
    found.help("write `https:`");
    let target = elsewhere::secured(place.written, &secured);
    found.fix(elsewhere::rewrite(place, &target, Applicability::Safe));
}
