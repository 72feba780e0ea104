//! Every kind of mistake in `polydoc.yml`, with its place and what is said about it.

use std::fmt::Write as _;

use crate::config::UrlStyle;
use crate::config::file::{ProjectFile, read};
use crate::l10n::LocaleId;

const RULES: &[&str] = &["broken-link", "missing-title"];

pub(super) fn accepted(text: &str) -> ProjectFile {
    read("polydoc.yml", text, RULES).unwrap_or_else(|failure| panic!("refused: {failure}\n{text}"))
}

fn refused(text: &str) -> String {
    match read("polydoc.yml", text, RULES) {
        Ok(file) => panic!("accepted: {file:?}\n{text}"),
        Err(failure) => failure.message,
    }
}

#[track_caller]
pub(super) fn says(text: &str, wanted: &[&str]) {
    let message = refused(text);
    for wanted in wanted {
        assert!(message.contains(wanted), "{wanted:?} is not in\n{message}");
    }
}

#[test]
fn an_error_names_its_place_shows_the_line_and_says_what_to_do() {
    let message = refused("title: Mail\nbasurl: https://example.org\n");
    let wanted = "polydoc.yml:2:1: unknown key `basurl`
  |
2 | basurl: https://example.org
  | ^^^^^^
  = help: did you mean `base_url`?";
    assert_eq!(message, wanted);
}

#[test]
fn all_errors_of_a_file_are_told_at_once_in_the_order_of_the_lines() {
    let message = refused(
        "noindex: maybe\ntitel: x\nlimits:\n  nesting: 0\n  depth: 3\nrules:\n  broken-lnk: error\n",
    );
    assert!(
        message.starts_with("5 problems in polydoc.yml\n\n"),
        "{message}"
    );
    let places: Vec<&str> = message
        .lines()
        .filter(|line| line.starts_with("polydoc.yml:"))
        .collect();
    let wanted = [
        "polydoc.yml:1:10: `noindex` must be `true` or `false`, not text (`maybe`)",
        "polydoc.yml:2:1: unknown key `titel`",
        "polydoc.yml:4:12: `limits.nesting` must be a whole number from 1 to 1000, not a number (`0`)",
        "polydoc.yml:5:3: unknown key `depth` in `limits`",
        "polydoc.yml:7:3: there is no rule `broken-lnk`",
    ];
    assert_eq!(places, wanted);
    assert!(
        message.contains("did you mean `title`?")
            && message.contains("did you mean `broken-link`?"),
        "{message}"
    );
    assert!(
        message.contains(
            "known here: `article_bytes`, `front_matter_bytes`, `image_bytes`, `nesting`"
        ),
        "{message}"
    );
}

#[test]
fn what_is_no_yaml_is_said_with_its_place() {
    says(
        "title: \"Mail\nnoindex: true\n",
        &[
            "this is no YAML",
            "polydoc.yml:",
            "= help: look for a missing `:`",
        ],
    );
    says("title: a: b\n", &["polydoc.yml:1:9: this is no YAML"]);
    says(
        "a: 1\n---\nb: 2\n",
        &["polydoc.yml:2:1: a second document begins here"],
    );
}

#[test]
fn a_key_that_stands_there_twice_is_shown_twice() {
    let message = refused("title: One\nnoindex: true\ntitle: Two\n");
    assert!(
        message.starts_with("polydoc.yml:3:1: the key `title` stands here twice"),
        "{message}"
    );
    assert!(
        message.contains("3 | title: Two\n  | ^^^^^\n  |\n1 | title: One\n  | ^^^^^ first here"),
        "{message}"
    );
}

#[test]
fn types_are_compared_at_every_level() {
    says(
        "- a\n",
        &["1:1: the file must be a map of keys, not a list"],
    );
    says(
        "title:\n  - a\n",
        &["2:3: `title` must be text, or a map from a language tag to text, not a list"],
    );
    says(
        "title: 2026\n",
        &[
            "1:8: `title` must be text",
            "put it in quotes if it is meant: `\"2026\"`",
        ],
    );
    says(
        "noindex: yes\n",
        &[
            "1:10: `noindex` must be `true` or `false`, not text (`yes`)",
            "write `true`",
        ],
    );
    says(
        "schemes: tg\n",
        &["1:10: `schemes` must be a list", "after `- `"],
    );
    says(
        "locales:\n  fr:\n    fallback: en\n",
        &[
            "3:15: `locales.fr.fallback` cannot be `en`",
            "allowed: `off`, `list`, `page`",
            "write `[en]` for a list",
        ],
    );
    says(
        "locales:\n  fr:\n    nam: x\n",
        &[
            "3:5: unknown key `nam` in `locales.fr`",
            "did you mean `name`?",
        ],
    );
    says(
        "files:\n  - defaults: {a: 1}\n",
        &["2:5: `match` or `locale` is missing here"],
    );
    says(
        "files:\n  - locale: zh_TW\n",
        &["2:13: `zh_TW` is no language tag", "write `zh-TW`"],
    );
    says(
        "files:\n  - locale: fr\n    rules: {broken-lnk: error, missing-title: loud}\n",
        &[
            "3:13: there is no rule `broken-lnk`",
            "did you mean `broken-link`?",
            "3:47: `files[0].rules.missing-title` cannot be `loud`",
        ],
    );
    says(
        "preset: strickt\n",
        &[
            "1:9: `preset` cannot be `strickt`",
            "did you mean `strict`?",
        ],
    );
    says(
        "files:\n  - match: [1]\n",
        &["2:13: `files[0].match[0]` must be a glob, not a number (`1`)"],
    );
    says(
        "outputs:\n  sitemap: off\n",
        &[
            "2:12: `outputs.sitemap` must be `true` or `false`",
            "write `false`",
        ],
    );
    says(
        "defaults: [a]\n",
        &["1:11: `defaults` must be a map of metadata, not a list"],
    );
    says("title:\n", &["1:1: `title` has no value", "add text"]);
}

#[test]
fn values_that_are_not_allowed_come_with_those_that_are() {
    says(
        "url_style: files\n",
        &[
            "1:12: `url_style` cannot be `files`",
            "did you mean `file`?",
            "allowed: `folder`, `file`",
        ],
    );
    says(
        "rules:\n  broken-link: fatal\n",
        &[
            "2:16: `rules.broken-link` cannot be `fatal`",
            "`error`, `warning`, `info`, `off`",
        ],
    );
    says(
        "outputs:\n  podcast: true\n",
        &[
            "2:3: there is no output `podcast`",
            "the outputs are `search`, `sitemap`",
        ],
    );
    says(
        "locales:\n  ar:\n    direction: right\n",
        &["3:16: `locales.ar.direction` cannot be `right`"],
    );
}

#[test]
fn a_newer_format_is_named_and_nothing_else() {
    let message = refused("version: 2\nnew_key: true\n");
    assert!(
        message.starts_with("polydoc.yml:1:10: version 2 of the configuration is not known here"),
        "{message}"
    );
    assert!(!message.contains("new_key:1"), "{message}");
    says(
        "version: one\n",
        &["1:10: `version` must be `1`, not text (`one`)"],
    );
}

#[test]
fn addresses_are_judged_as_addresses() {
    says(
        "base_url: docs.example.org\n",
        &[
            "1:11: `docs.example.org` is no absolute web address",
            "https://docs.example.org",
        ],
    );
    says(
        "base_url: ftp://example.org\n",
        &["begins with neither `https://` nor `http://`"],
    );
    says(
        "base_url: https://example.org/a b\n",
        &["holds characters that addresses cannot hold", "%20"],
    );
    says(
        "base_url: https://example.org/?a\n",
        &["has a query or a fragment"],
    );
    says(
        "base_url: https://me:secret@example.org\n",
        &["holds a user name or password"],
    );
    says(
        "base_url: https://exämple.org\n",
        &["not in its ASCII form", "Punycode"],
    );
    says("base_url: https:///docs\n", &["`` is no host name"]);
    says(
        "base_path: docs\n",
        &[
            "1:12: the path `docs` does not begin with `/`",
            "write `/docs`",
        ],
    );
    says(
        "base_path: /a/../b\n",
        &["holds an empty name, `.` or `..`"],
    );
    says(
        "base_url: https://example.org/a\nbase_path: /b\n",
        &[
            "2:1: `base_path` is `/b/`, but the path of `base_url` is `/a/`",
            "remove `base_path`",
        ],
    );
    let url = accepted("base_url: HTTPS://Example.org:8443/Docs/\n")
        .base_url
        .expect("it is set");
    assert_eq!(
        (url.origin.as_str(), url.path.as_str()),
        ("https://example.org:8443", "/Docs")
    );
    assert_eq!(
        accepted("base_url: http://[::1]:80/\n")
            .base_url
            .expect("it is set")
            .origin,
        "http://[::1]:80"
    );
}

#[test]
fn languages_are_judged_as_tags() {
    says(
        "source_locale: fr_FR\n",
        &["1:16: `fr_FR` is no language tag", "write `fr-FR`"],
    );
    says(
        "locales:\n  not a tag: {}\n",
        &["2:3: `not a tag` is no language tag", "BCP 47"],
    );
    says(
        "locales:\n  fr: {fallback: [fr]}\n",
        &["2:8: `fr` cannot stand in for itself"],
    );
    says(
        "locales:\n  fr-fr: {}\n  fr-FR: {}\n",
        &["the language `fr-FR` stands here twice"],
    );
    let file = accepted("locales:\n  pt-br: {name: Português, fallback: [pt-PT, en]}\n");
    let (tag, options) = file.locales.first_key_value().expect("there is one");
    assert_eq!(
        (tag.as_str(), options.name.as_deref()),
        ("pt-BR", Some("Português"))
    );
    assert_eq!(
        options
            .fallback
            .iter()
            .map(LocaleId::as_str)
            .collect::<Vec<_>>(),
        ["pt-PT", "en"]
    );
}

#[test]
fn a_file_that_says_nothing_changes_nothing() {
    for text in ["", "# a comment\n", "---\n", "\u{feff}", "{}"] {
        assert_eq!(accepted(text).url_style, UrlStyle::Folder, "{text:?}");
    }
    assert!(accepted("\u{feff}noindex: true\r\ntitle: x\r\n").noindex);
    says(
        "\u{feff}noindx: true\r\n",
        &[
            "polydoc.yml:1:2: unknown key `noindx`",
            "| noindx: true\n  | ^^^^^^\n",
        ],
    );
}

#[test]
fn aliases_are_followed_and_cannot_fill_the_memory() {
    let file = accepted("defaults: &all {a: 1}\nfiles:\n  - {match: fr/**, defaults: *all}\n");
    assert_eq!(file.metadata[0].defaults, file.metadata[1].defaults);
    let mut bomb = "defaults:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let items = vec![format!("*a{}", level - 1); 10].join(", ");
        let _ = writeln!(bomb, "  a{level}: &a{level} [{items}]");
    }
    says(&bomb, &["the file holds more than 100000 values"]);
    says(
        "defaults: &a [*a]\n",
        &["this alias stands inside the value that it names"],
    );
    says(
        &format!("defaults: {}{}\n", "[".repeat(200), "]".repeat(200)),
        &["nested more than 64 deep"],
    );
}

#[test]
fn carets_stand_under_wide_characters_too() {
    let message = refused("title: {日本: x, ja: 1}\n");
    assert!(
        message.contains("| title: {日本: x, ja: 1}\n  |         ^^^^\n"),
        "{message}"
    );
    assert!(
        message.contains("|         \u{3000}\u{3000}         ^"),
        "{message}"
    );
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_or_refused_without_a_panic(text in r"([a-z_]{1,8}: ?)?[ -~\n\t&*\[\]{}:,'#|>é日]{0,80}") {
        let _ = read("polydoc.yml", &text, RULES);
    }
}
