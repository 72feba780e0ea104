//! The keys of an entry of `schema:`, which says what metadata must be.

use super::{FILE, GLOBS_KIND, Key, Kind, TAGS_KIND, WORDS, key};

/// One type of pages or several.
const WORDS_KIND: Kind = Kind::Either(&[Kind::Text(&WORDS), Kind::List(&Kind::Text(&WORDS))]);

/// The keys, in the order in which the manual shows them.
pub(super) static KEYS: &[Key] = &[
    Key {
        needed: true,
        ..key(
            "file",
            Kind::Text(&FILE),
            "",
            "The file of the schema, YAML or JSON, relative to this file.",
        )
    },
    Key {
        needed: true,
        ..key(
            "schema",
            Kind::Schema,
            "",
            "The schema itself. An entry has `file` or `schema`.",
        )
    },
    key(
        "match",
        GLOBS_KIND,
        "all files",
        "Globs of files that it holds for, relative to the content folder.",
    ),
    key(
        "locale",
        TAGS_KIND,
        "all languages",
        "The language of the files that it holds for, or several; `fr` means `fr-CA` too.",
    ),
    key(
        "page_type",
        WORDS_KIND,
        "all types",
        "The type of the pages that it holds for, or several: the value of `page_type`, `ms.topic`, `type` or `layout`, the first that an article has.",
    ),
    key(
        "formats",
        Kind::Truth,
        "`false`",
        "Check the keyword `format` too, which JSON Schema leaves open.",
    ),
];
