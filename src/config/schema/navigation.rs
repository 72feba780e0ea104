//! The keys `nav` and `redirects`: the order of the articles, and where old addresses lead.

use super::forms::{FILE, OLD_ADDRESS, TAG, TARGET, WORDS};
use super::{Key, Kind, Names, key};

/// An entry of `nav`: the file alone, or with more said of it.
pub(in crate::config) static ENTRY: Kind =
    Kind::Either(&[Kind::Text(&TARGET), Kind::Fields(ENTRY_KEYS)]);

/// The keys of an entry, the same as in a `TOC.yml`.
pub(super) static ENTRY_KEYS: &[Key] = &[
    key(
        "name",
        Kind::Either(&[
            Kind::Text(&WORDS),
            Kind::Map(Names::Form(&TAG), &Kind::Text(&WORDS)),
        ]),
        "the title of the article",
        "The words: one text for all languages, or one for each.",
    ),
    key(
        "href",
        Kind::Text(&TARGET),
        "",
        "A file or folder below each language folder, such as `guide/start.md`, or a web address. Without it the entry is a caption.",
    ),
    key("items", Kind::Navigation, "", "The entries below this one."),
];

/// What `redirects` may be.
pub(super) const REDIRECTS: Kind = Kind::Either(&[
    Kind::Text(&FILE),
    Kind::Map(Names::Form(&OLD_ADDRESS), &Kind::Text(&TARGET)),
]);

/// The same in a file of its own.
pub(in crate::config) static REDIRECTS_MAP: Kind =
    Kind::Map(Names::Form(&OLD_ADDRESS), &Kind::Text(&TARGET));
