//! The keys below `l10n:`.

use super::{FILE, FOLDER, Key, Kind, WORDS, key};

pub(super) static KEYS: &[Key] = &[
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
    key(
        "glossary",
        Kind::Text(&FILE),
        "",
        "A file of terms and their required translations, YAML or CSV, relative to this file.",
    ),
];
