//! `flaky-link`: a link to another site that did not answer this time.

use crate::check::context::AddressContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::Verdict;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "flaky-link",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/flaky-link.md"),
    },
    check: Check::Address(check),
};

fn check(place: &AddressContext<'_>, sink: &mut Sink<'_>) {
    let why = match &place.known.verdict {
        Verdict::Failing { status } => format!("the answer was {status}"),
        Verdict::Silent => "there was no answer in time".to_owned(),
        Verdict::Unreachable { why } => quote(why),
        _ => return,
    };
    let message = format!(
        "`{}` did not answer as it should",
        quote(&place.address.url)
    );
    sink.at(&RULE.rule, place.file, place.range, message)
        .note(why)
        .note("it was asked several times; it may be there again tomorrow");
}
