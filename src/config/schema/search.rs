//! The keys below `search:`.

use super::{Key, Kind, Names, WORDS, key};
use crate::config::Membership;

pub(super) static KEYS: &[Key] = &[
    key(
        "facets",
        Kind::List(&Kind::Text(&WORDS)),
        "",
        "Metadata keys that results can be filtered by, such as `ms.service`.",
    ),
    key(
        "boosts",
        Kind::Map(
            Names::Form(&WORDS),
            &Kind::Map(
                Names::Form(&WORDS),
                &Kind::Count {
                    least: 1,
                    most: 1000,
                },
            ),
        ),
        "",
        "How much values of metadata keys raise or lower a page among the results: a percentage by key and value; 100 changes nothing.",
    ),
    key(
        "noindex",
        Kind::Choice(&Membership::WORDS),
        "`in`",
        "Whether pages are found that ask search engines to leave them out.",
    ),
    key(
        "fallback",
        Kind::Choice(&Membership::WORDS),
        "`out`",
        "Whether pages are found that show an article in another language.",
    ),
];
