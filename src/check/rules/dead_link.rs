//! `dead-link`: a link to another site that certainly is not there.

use crate::check::context::AddressContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::Verdict;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "dead-link",
        category: Category::Correctness,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/dead-link.md"),
    },
    check: Check::Address(check),
};

fn check(place: &AddressContext<'_>, sink: &mut Sink<'_>) {
    let url = quote(&place.address.url);
    let (message, note) = match &place.known.verdict {
        Verdict::Gone { status } => (
            format!("`{url}` is gone"),
            format!("the answer was {status}"),
        ),
        Verdict::NoHost => (
            format!("`{url}` is gone"),
            format!("there is no host `{}`", quote(place.address.host())),
        ),
        Verdict::GoneInDisguise { sign } => (
            format!("`{url}` is gone"),
            format!("the answer was 200, but {}", quote(sign)),
        ),
        Verdict::Circular { hops } => (
            format!("`{url}` leads nowhere"),
            format!("{} later it still redirects", counted(*hops)),
        ),
        _ => return,
    };
    let found = sink.at(&RULE.rule, place.file, place.range, message);
    found.note(note);
    if let Some(since) = place.known.broken_since {
        found.note(format!("it was there before {since}"));
    }
    found.help("link to where it is now, or remove the link");
}

fn counted(hops: u32) -> String {
    if hops == 1 {
        "1 hop".to_owned()
    } else {
        format!("{hops} hops")
    }
}
