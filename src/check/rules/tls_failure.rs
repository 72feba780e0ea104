//! `tls-failure`: a link to a host that cannot prove who it is.

use crate::check::context::AddressContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::Verdict;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "tls-failure",
        category: Category::Correctness,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/tls-failure.md"),
    },
    check: Check::Address(check),
};

fn check(place: &AddressContext<'_>, sink: &mut Sink<'_>) {
    let Verdict::TlsFailure { why } = &place.known.verdict else {
        return;
    };
    let host = quote(place.address.host());
    let message = format!("browsers warn of `{host}`: {}", quote(why));
    sink.at(&RULE.rule, place.file, place.range, message)
        .help("tell the owner of the host, or remove the link")
        .note("an authority of your own is trusted with `external: {authorities: FILE}` in `polydoc.yml`");
}
