//! `refused-link`: a link to another site that does not answer programs.

use crate::check::context::AddressContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::Verdict;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "refused-link",
        category: Category::Correctness,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/refused-link.md"),
    },
    check: Check::Address(check),
};

fn check(place: &AddressContext<'_>, sink: &mut Sink<'_>) {
    let Verdict::Refused { status } = place.known.verdict else {
        return;
    };
    let url = quote(&place.address.url);
    let message = format!("`{url}` does not answer programs ({status})");
    sink.at(&RULE.rule, place.file, place.range, message)
        .help("open it in a browser once; `external: {accept: …}` in `polydoc.yml` takes such answers as good");
}
