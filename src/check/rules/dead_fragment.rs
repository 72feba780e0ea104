//! `dead-fragment`: a link to a place in a page of another site that the page does not have.

use crate::check::context::AddressContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::FragmentFound;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "dead-fragment",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/dead-fragment.md"),
    },
    check: Check::Address(check),
};

fn check(place: &AddressContext<'_>, sink: &mut Sink<'_>) {
    let Some(fragment) = &place.address.fragment else {
        return;
    };
    if place.known.fragments.get(fragment) != Some(&FragmentFound::Absent) {
        return;
    }
    let message = format!(
        "`{}` has nothing with the id `{}`",
        quote(&place.address.url),
        quote(fragment)
    );
    sink.at(&RULE.rule, place.file, place.range, message)
        .help("link to an id that is there, or to the page without `#`");
}
