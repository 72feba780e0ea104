//! `moved-link`: a link to another site whose page has moved for good.

use crate::check::context::AddressContext;
use crate::check::elsewhere::{self, same_host};
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Applicability, Category, Level, Rule, Sink};
use crate::model::Verdict;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "moved-link",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/moved-link.md"),
    },
    check: Check::Address(check),
};

fn check(place: &AddressContext<'_>, sink: &mut Sink<'_>) {
    let Verdict::Moved {
        to,
        permanently: true,
    } = &place.known.verdict
    else {
        return;
    };
    if place.known.answers_on_https {
        // `insecure-link` says it.
        return;
    }
    let message = format!("`{}` has moved for good", quote(&place.address.url));
    let target = elsewhere::with_fragment(to, place.written);
    // Another host may be somebody else by now, and the home page in place of a page says that it is gone.
    let applicability = if same_host(&place.address.url, to) && !elsewhere::is_home(to) {
        Applicability::Safe
    } else {
        Applicability::Unsafe
    };
    sink.at(&RULE.rule, place.file, place.range, message)
        .help(format!("write `{}`", quote(&target)))
        .fix(elsewhere::rewrite(place, &target, applicability));
}
