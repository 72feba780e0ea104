//! The keys below `theme:`.

use super::forms::{COLOR, FILE, FONTS, HOST, LINK, PATTERN, TAG, WORDS};
use super::{Key, Kind, Names, key};
use crate::config::appearance::COLORS;

pub(super) static KEYS: &[Key] = &[
    key(
        "colors",
        Kind::Map(Names::OneOf(&COLORS), &Kind::Text(&COLOR)),
        "the theme's own",
        "Colours on light ground, as `#rrggbb`. Each needs its partner in `dark_colors`.",
    ),
    key(
        "dark_colors",
        Kind::Map(Names::OneOf(&COLORS), &Kind::Text(&COLOR)),
        "the theme's own",
        "The same colours on dark ground.",
    ),
    key(
        "fonts",
        Kind::Fields(FONT_KEYS),
        "the reader's system fonts for each script",
        "Fonts for text and for code.",
    ),
    key(
        "logo",
        Kind::Text(&FILE),
        "",
        "An image beside the site's title, relative to this file.",
    ),
    key(
        "favicon",
        Kind::Text(&FILE),
        "a sign of the theme",
        "The image in the browser's tab, relative to this file.",
    ),
    key(
        "header",
        Kind::List(&Kind::Fields(LINK_KEYS)),
        "the top folders",
        "Links in the header.",
    ),
    key(
        "footer",
        Kind::List(&Kind::Fields(LINK_KEYS)),
        "",
        "Links in the footer.",
    ),
    key(
        "edit_url",
        Kind::Text(&PATTERN),
        "",
        "Where the source of an article is edited. `{path}` stands for its path below the content folder.",
    ),
    key(
        "feedback_url",
        Kind::Text(&PATTERN),
        "",
        "Where readers say what they think of an article. `{path}`, `{url}` and `{title}` stand for what they are there.",
    ),
    key(
        "video_hosts",
        Kind::List(&Kind::Text(&HOST)),
        "Microsoft, YouTube without cookies, Vimeo",
        "Hosts whose videos play on the page once a reader clicks on them. Videos of other hosts are links.",
    ),
];

static FONT_KEYS: &[Key] = &[
    key(
        "text",
        Kind::Text(&FONTS),
        "",
        "Families of fonts for text, as CSS lists them.",
    ),
    key(
        "code",
        Kind::Text(&FONTS),
        "",
        "Families of fonts for code.",
    ),
];

static LINK_KEYS: &[Key] = &[
    needed(
        "title",
        Kind::Either(&[
            Kind::Text(&WORDS),
            Kind::Map(Names::Form(&TAG), &Kind::Text(&WORDS)),
        ]),
        "The words: one text for all languages, or one for each. Languages without words do not show the link.",
    ),
    needed(
        "url",
        Kind::Text(&LINK),
        "A web address, or a path of this site such as `/{locale}/guide/`, where `{locale}` stands for the language.",
    ),
];

const fn needed(name: &'static str, kind: Kind, about: &'static str) -> Key {
    let mut key = key(name, kind, "", about);
    key.needed = true;
    key
}
