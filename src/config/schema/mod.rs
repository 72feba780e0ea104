//! The keys of `polydoc.yml`: one table, from which everything that knows them is made.
//!
//! `validate` reads it to judge a file, [`json_schema`] writes it for editors, [`markdown_table`] for the manual.
//! A key that is not here does not exist; a key that is here is read in `file`.

use crate::diagnostics::Preset;
use crate::l10n::Calendar;
use crate::model::HtmlLevel;

use super::values::Wrong;

use forms::{FILE, FOLDER, GLOB, SCHEME, SEGMENT, TAG, URL_PATH, WEB_ADDRESS, WORDS};
pub(super) use navigation::{ENTRY as NAVIGATION_ENTRY, REDIRECTS_MAP};
pub use outputs::OUTPUTS;
pub use text::{json_schema, markdown_table};

mod appearance;
mod external;
mod forms;
mod html;
mod l10n;
mod navigation;
mod outputs;
mod schemas;
mod search;
mod sources;
mod text;

/// One key.
#[derive(Debug)]
pub(super) struct Key {
    /// Its name.
    pub(super) name: &'static str,
    /// What may stand there.
    pub(super) kind: Kind,
    /// Whether the map it belongs to must have it, or another key so marked.
    pub(super) needed: bool,
    /// What holds without it, in Markdown; empty for nothing.
    pub(super) default: &'static str,
    /// What it does, in Markdown, one or two sentences.
    pub(super) about: &'static str,
}

/// What may stand at a place.
#[derive(Debug)]
pub(super) enum Kind {
    /// The number of the format.
    Version,
    /// Text of a form.
    Text(&'static Form),
    /// `true` or `false`.
    Truth,
    /// One of some words.
    Choice(&'static [&'static str]),
    /// A whole number.
    Count { least: u64, most: u64 },
    /// A number of bytes.
    Size { least: u64, most: u64 },
    /// A list.
    List(&'static Kind),
    /// A map whose keys are chosen by the author.
    Map(Names, &'static Kind),
    /// A map with known keys.
    Fields(&'static [Key]),
    /// One of several, told apart by being single, a list or a map.
    Either(&'static [Kind]),
    /// A map of any keys and values, as in front matter.
    Metadata,
    /// A JSON Schema, judged elsewhere.
    Schema,
    /// A list of entries of the navigation, each perhaps with such a list below it.
    Navigation,
}

/// What the keys of a map may be.
#[derive(Debug)]
pub(super) enum Names {
    /// Text of a form.
    Form(&'static Form),
    /// One of some words.
    OneOf(&'static [&'static str]),
    /// The name of a rule.
    Rules,
}

/// What a text must look like.
#[derive(Debug)]
pub(super) struct Form {
    /// What it is, with its article.
    pub(super) noun: &'static str,
    /// A pattern (ECMA 262) that every text of the form fits; what it cannot say is left to `check`.
    pub(super) pattern: &'static str,
    /// Whether a text has the form.
    pub(super) check: fn(&str) -> Result<(), Wrong>,
}

/// The words for levels of rules.
static LEVELS: &[&str] = &["error", "warning", "info", "off"];

const fn key(name: &'static str, kind: Kind, default: &'static str, about: &'static str) -> Key {
    Key {
        name,
        kind,
        needed: false,
        default,
        about,
    }
}

/// The keys at the top of the file, in the order in which the manual and editors show them.
pub(super) static KEYS: &[Key] = &[
    key(
        "version",
        Kind::Version,
        "`1`",
        "The format of this file. A polydoc that does not know it says so.",
    ),
    key(
        "title",
        Kind::Either(&[
            Kind::Text(&WORDS),
            Kind::Map(Names::Form(&TAG), &Kind::Text(&WORDS)),
        ]),
        "a general word for documentation, in each language",
        "The name of the site: one text for all languages, or one for each.",
    ),
    key(
        "base_url",
        Kind::Text(&WEB_ADDRESS),
        "",
        "Where the site will be found, for example `https://example.org/docs`. Its path becomes the base path. Without it there are no canonical addresses and no sitemap.",
    ),
    key(
        "base_path",
        Kind::Text(&URL_PATH),
        "the path of `base_url`, else `/`",
        "The path in front of every address, for example `/docs`. Needed only when the site has no base URL yet.",
    ),
    key(
        "source_locale",
        Kind::Text(&TAG),
        "",
        "The language that articles are translated from. It need not be among the folders.",
    ),
    key(
        "content",
        Kind::Text(&FOLDER),
        "`content`",
        "The folder that holds the language folders, relative to this file.",
    ),
    key(
        "output",
        Kind::Text(&FOLDER),
        "`public`",
        "The folder to publish into, relative to this file. It cannot lie inside the content folder.",
    ),
    key(
        "sources",
        Kind::List(&Kind::Fields(sources::KEYS)),
        "",
        "Repositories of a publishing system that the site is made of, instead of a content folder. Two languages of one docset become one site.",
    ),
    key(
        "dependencies",
        Kind::Map(Names::Form(&WORDS), &Kind::Text(&FOLDER)),
        "",
        "Folders of repositories that others use, by the name that they have there (`path_to_root`), such as `_repo.en-us: ../docs`. Nothing is downloaded.",
    ),
    key(
        "locales",
        Kind::Map(Names::Form(&TAG), &Kind::Fields(LOCALE_KEYS)),
        "",
        "Settings of single languages. A folder whose name is listed here is a language even if polydoc does not know it.",
    ),
    key(
        "fallback",
        Kind::Choice(MODES),
        "`page`",
        "What to do about an article that a language lacks: `page` shows it in another language, `list` only lists it, `off` does nothing.",
    ),
    key(
        "orphans",
        Kind::Choice(&["show", "notice", "hide"]),
        "`show`",
        "What to do with translations whose original does not exist in the source language: publish them, publish them with a notice, or not at all.",
    ),
    key(
        "hreflang",
        Kind::Choice(&["head", "sitemap", "both", "off"]),
        "`sitemap`, or `head` when there is none",
        "Where to tell search engines which other languages a page exists in. Needs `base_url`.",
    ),
    key(
        "include",
        GLOBS_KIND,
        "",
        "Globs of files to take although they are left out by default, such as `*/README.md` or `*/includes/**`.",
    ),
    key(
        "exclude",
        GLOBS_KIND,
        "",
        "Globs of files to leave out, such as `*/drafts/**`. Stronger than `include`.",
    ),
    key(
        "url_style",
        Kind::Choice(&["folder", "file"]),
        "`folder`",
        "`folder` publishes `/en/start/`, `file` publishes `/en/start.html`.",
    ),
    key(
        "nav",
        Kind::Navigation,
        "the folders, in the order of their names",
        "The order and the names of what stands beside the articles, for every language without a `TOC.yml` of its own. See [Navigation](../guide/navigation.md).",
    ),
    key(
        "redirects",
        navigation::REDIRECTS,
        "",
        "Old addresses and where they lead: a map, or the file of one, relative to this file. See [Redirects](../guide/redirects.md).",
    ),
    key(
        "own_urls",
        Kind::Either(&[
            Kind::List(&Kind::Text(&WEB_ADDRESS)),
            Kind::Map(Names::Form(&WEB_ADDRESS), &Kind::Text(&URL_PATH)),
        ]),
        "",
        "Web addresses that mean this site: a list of those that stand for its root, or a map from address to the path that it stands for.",
    ),
    key(
        "external_base",
        Kind::Either(&[
            Kind::Text(&WEB_ADDRESS),
            Kind::Map(Names::Form(&SEGMENT), &Kind::Text(&WEB_ADDRESS)),
        ]),
        "the links stay as written",
        "What to put in front of rooted links to other sites, such as `/other-docs/page`: one address, or one for each first name of the links and `\"*\"` for all others.",
    ),
    key(
        "schemes",
        Kind::List(&Kind::Text(&SCHEME)),
        "",
        "Schemes of addresses to allow in links beside the usual ones, such as `tg`.",
    ),
    key(
        "html",
        Kind::Choice(&HtmlLevel::WORDS),
        "`standard`",
        "How far the raw HTML in files is trusted. See [Raw HTML](html.md).",
    ),
    key(
        "policy",
        Kind::Fields(html::KEYS),
        "",
        "What the content security policy lets pages with trusted HTML load beside what it lets all pages. See [Raw HTML](html.md).",
    ),
    key(
        "defaults",
        Kind::Metadata,
        "",
        "Metadata for every article that does not set the key itself.",
    ),
    key(
        "overrides",
        Kind::Metadata,
        "",
        "Metadata for every article, stronger than its front matter. An empty value removes the key.",
    ),
    key(
        "files",
        Kind::List(&Kind::Fields(FILES_KEYS)),
        "",
        "Metadata, levels and trust in raw HTML for some files only. Later entries are stronger.",
    ),
    key(
        "schema",
        Kind::Either(&[
            Kind::Text(&FILE),
            Kind::Schema,
            Kind::List(&Kind::Fields(schemas::KEYS)),
        ]),
        "",
        "What metadata must be: the file of a schema, relative to this file, a schema, or a list of schemas for some articles. See [Schemas of metadata](schema.md).",
    ),
    key(
        "keep",
        GLOBS_KIND,
        "",
        "Globs of files in the output folder that polydoc did not write and must not remove, such as `CNAME` or `.well-known/**`.",
    ),
    key(
        "outputs",
        Kind::Map(Names::OneOf(OUTPUTS), &Kind::Truth),
        "all `true` but `external_links`, `markdown` and `translation_status`",
        "Which outputs to write beside the pages.",
    ),
    key(
        "search",
        Kind::Fields(search::KEYS),
        "",
        "What readers find with the search.",
    ),
    key(
        "theme",
        Kind::Fields(appearance::KEYS),
        "",
        "How the site looks, and what stands around the pages. See [Change how the site looks](../guide/theme.md).",
    ),
    key(
        "l10n",
        Kind::Fields(l10n::KEYS),
        "",
        "How translations are compared with each other and with their source.",
    ),
    key(
        "preset",
        Kind::Choice(&Preset::WORDS),
        "`recommended`",
        "The levels that rules have before any is set: their own, stricter ones, or ones for repositories such as Microsoft Learn's.",
    ),
    key(
        "rules",
        Kind::Map(Names::Rules, &Kind::Choice(LEVELS)),
        "see `polydoc rules`",
        "How loudly each rule reports, by its name.",
    ),
    key(
        "baseline",
        Kind::Text(&FILE),
        "",
        "A file of findings that are accepted, relative to this file; `polydoc check --write-baseline` makes it.",
    ),
    key(
        "limits",
        Kind::Fields(LIMIT_KEYS),
        "",
        "Bounds that protect the machine that builds, and the patience of readers.",
    ),
    key(
        "external",
        Kind::Fields(external::KEYS),
        "",
        "How `--external` asks other sites whether the addresses that articles link to are there.",
    ),
    key(
        "noindex",
        Kind::Truth,
        "`false`",
        "Ask search engines to leave every page out, for example in a preview.",
    ),
];

/// `GLOBS` by value, for the table.
const GLOBS_KIND: Kind = Kind::Either(&[Kind::Text(&GLOB), Kind::List(&Kind::Text(&GLOB))]);

/// One language or several.
const TAGS_KIND: Kind = Kind::Either(&[Kind::Text(&TAG), Kind::List(&Kind::Text(&TAG))]);

static LOCALE_KEYS: &[Key] = &[
    key(
        "name",
        Kind::Text(&WORDS),
        "the language's own name",
        "The name shown to readers.",
    ),
    key(
        "direction",
        Kind::Choice(&["ltr", "rtl"]),
        "as the language is written",
        "The direction of writing.",
    ),
    key(
        "calendar",
        Kind::Choice(Calendar::WORDS),
        "`gregory`",
        "The calendar that dates are shown in.",
    ),
    key(
        "fallback",
        Kind::Either(&[
            Kind::Choice(MODES),
            Kind::List(&Kind::Text(&TAG)),
            Kind::Fields(FALLBACK_KEYS),
        ]),
        "",
        "Languages that stand in for what is missing, nearest first; or what to do about missing articles, as for the whole site; or both.",
    ),
];

static FALLBACK_KEYS: &[Key] = &[
    key(
        "mode",
        Kind::Choice(MODES),
        "what holds for the whole site",
        "What to do about missing articles.",
    ),
    key(
        "chain",
        Kind::List(&Kind::Text(&TAG)),
        "",
        "Languages that stand in for what is missing, nearest first.",
    ),
];

/// What can be done about missing articles.
static MODES: &[&str] = &["off", "list", "page"];

static FILES_KEYS: &[Key] = &[
    Key {
        needed: true,
        ..key(
            "match",
            GLOBS_KIND,
            "all files of `locale`",
            "Globs of files, relative to the content folder.",
        )
    },
    Key {
        needed: true,
        ..key(
            "locale",
            TAGS_KIND,
            "all languages",
            "The language of the files, or several; `fr` means `fr-CA` too. An entry has `match`, `locale` or both.",
        )
    },
    key(
        "defaults",
        Kind::Metadata,
        "",
        "Metadata for articles that do not set the key themselves.",
    ),
    key(
        "overrides",
        Kind::Metadata,
        "",
        "Metadata that is stronger than front matter. An empty value removes the key.",
    ),
    key(
        "html",
        Kind::Choice(&HtmlLevel::WORDS),
        "",
        "How far the raw HTML in these files is trusted.",
    ),
    key(
        "rules",
        Kind::Map(Names::Rules, &Kind::Choice(LEVELS)),
        "",
        "How loudly rules report in these files.",
    ),
];

static LIMIT_KEYS: &[Key] = &[
    key(
        "article_bytes",
        Kind::Size {
            least: 1,
            most: 1 << 30,
        },
        "`8 MiB`",
        "The largest article.",
    ),
    key(
        "front_matter_bytes",
        Kind::Size {
            least: 1,
            most: 1 << 30,
        },
        "`64 KiB`",
        "The largest front matter.",
    ),
    key(
        "image_bytes",
        Kind::Size {
            least: 1,
            most: 1 << 30,
        },
        "`1 MiB`",
        "The largest image that `large-image` says nothing about.",
    ),
    key(
        "nesting",
        Kind::Count {
            least: 1,
            most: 1000,
        },
        "`100`",
        "How deep lists, quotes and other blocks may be nested.",
    ),
];
