//! `insecure-link`: a link with `http:` to a page that `https:` has too.

use crate::check::context::AddressContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};

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
    sink.at(&RULE.rule, place.file, place.range, message)
        .help("write `https:`");
}
