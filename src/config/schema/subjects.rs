//! Keys of subjects that stand apart in the settings: search, and the comparison of translations.

use crate::config::search::Membership;

use super::{FOLDER, Key, Kind, Names, WORDS, key};

/// Below `search`.
pub(super) static SEARCH_KEYS: &[Key] = &[
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

/// Below `l10n`.
pub(super) static L10N_KEYS: &[Key] = &[
    key(
        "version_keys",
        Kind::List(&Kind::Text(&WORDS)),
        "`ms.openlocfilehash`, `ms.sourcegitcommit`, `l10n.sourceCommit`, `default_lang_commit`",
        "Front matter keys that name the version of the source an article was translated from. Of those that an article's languages have, the most frequent counts.",
    ),
    key(
        "hash_keys",
        Kind::List(&Kind::Text(&WORDS)),
        "`ms.openlocfilehash`",
        "Those of `version_keys` that hold a hash of the source's text. Equal hashes under two names are one article that was renamed.",
    ),
    key(
        "date_keys",
        Kind::List(&Kind::Text(&WORDS)),
        "`ms.lasthandoff`, `updated`, `lastmod`, `ms.date`, `date`",
        "Front matter keys that hold the day of hand-off, strongest first. These days say which version is newer.",
    ),
    key(
        "source_tree",
        Kind::Text(&FOLDER),
        "the folder of `source_locale`",
        "The folder of the source language's articles in a git repository, when it is not among the language folders. The `l10n` commands read its history.",
    ),
];
