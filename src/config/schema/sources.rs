//! The keys below `sources:`.

use super::{FOLDER, Key, Kind, TAG, URL_PATH, WORDS, key};

pub(super) static KEYS: &[Key] = &[
    Key {
        name: "path",
        kind: Kind::Text(&FOLDER),
        needed: true,
        default: "",
        about: "The folder of the repository, relative to this file.",
    },
    key(
        "locale",
        Kind::Text(&TAG),
        "what the repository says",
        "Its language.",
    ),
    key(
        "docset",
        Kind::Text(&WORDS),
        "all docsets of the repository",
        "The docset that is wanted; repositories that are one docset in several languages may be given one name here.",
    ),
    key(
        "base_path",
        Kind::Text(&URL_PATH),
        "what the repository says",
        "Where the docset is published below its language, for example `/azure/data-explorer`.",
    ),
];
