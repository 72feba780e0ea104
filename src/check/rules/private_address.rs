//! `private-address`: a link that leads into a network that is not public.

use crate::check::context::AddressContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::Verdict;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "private-address",
        category: Category::Security,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/private-address.md"),
    },
    check: Check::Address(check),
};

fn check(place: &AddressContext<'_>, sink: &mut Sink<'_>) {
    let Verdict::Forbidden { why } = &place.known.verdict else {
        return;
    };
    let message = format!("`{}` was not asked", quote(&place.address.url));
    sink.at(&RULE.rule, place.file, place.range, message)
        .note(quote(why))
        .help("remove the link, or allow its network or port with `external:` in `polydoc.yml`");
}
