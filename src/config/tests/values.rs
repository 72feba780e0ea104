//! What values in `polydoc.yml` become.

use super::file::{accepted, says};
use crate::config::OwnUrl;
use crate::model::Value;

#[test]
fn globs_are_judged_and_stay_within_one_name_unless_told() {
    says("exclude: 'a[b'\n", &["1:10: the glob `a[b` cannot be read"]);
    says(
        "exclude:\n  - fine\n  - ../x\n",
        &["3:5: the glob `../x` leaves its folder"],
    );
    let file = accepted("exclude: ['*/drafts/', '*/*.tmp.md']\nkeep: CNAME\n");
    assert!(file.exclude.is_match("fr/drafts/a/b.md") && file.exclude.is_match("fr/x.tmp.md"));
    assert!(!file.exclude.is_match("fr/a/x.tmp.md") && !file.exclude.is_match("fr/a/drafts/b.md"));
    assert!(file.keep.is_match("CNAME") && !file.keep.is_match("a/CNAME"));
}

#[test]
fn prefixes_bases_and_schemes_are_read() {
    let own = |prefix: &str, path: &str| OwnUrl {
        prefix: prefix.to_owned(),
        path: path.to_owned(),
    };
    let file = accepted("own_urls: ['https://a.example/', https://a.example/docs/]\n");
    assert_eq!(
        file.own_urls,
        [
            own("https://a.example/docs", ""),
            own("https://a.example", "")
        ]
    );
    let file = accepted("own_urls:\n  https://a.example: /\n  https://b.example/x/: /y/\n");
    assert_eq!(
        file.own_urls,
        [
            own("https://b.example/x", "/y"),
            own("https://a.example", "")
        ]
    );
    says(
        "own_urls: [a.example]\n",
        &["1:12: `a.example` is no absolute web address"],
    );
    let file = accepted(
        "external_base:\n  Microsoft-365: https://learn.example/\n  '*': https://old.example\n",
    );
    assert_eq!(
        file.external_base.default.as_deref(),
        Some("https://old.example")
    );
    assert_eq!(
        file.external_base.by_segment["microsoft-365"],
        "https://learn.example"
    );
    assert_eq!(
        accepted("external_base: https://x.example\n")
            .external_base
            .default
            .as_deref(),
        Some("https://x.example")
    );
    says(
        "external_base:\n  a/b: https://x.example\n",
        &["2:3: `a/b` is not the first name", "write `a`"],
    );
    assert!(accepted("schemes: [TG]\n").schemes.contains("tg"));
    says("schemes: ['tg:']\n", &["`tg:` is no scheme", "write `tg`"]);
    says(
        "schemes: [JavaScript]\n",
        &["1:11: the scheme `javascript` can run code"],
    );
}

#[test]
fn sizes_are_numbers_or_have_units() {
    let limits =
        accepted("limits: {article_bytes: 64 KiB, front_matter_bytes: 1000, nesting: 20}\n").limits;
    assert_eq!(
        (
            limits.article_bytes,
            limits.front_matter_bytes,
            limits.nesting
        ),
        (65_536, 1000, 20)
    );
    assert_eq!(
        accepted("limits: {article_bytes: 2MB}\n")
            .limits
            .article_bytes,
        2_000_000
    );
    says(
        "limits: {article_bytes: big}\n",
        &["1:25: `big` is no size", "`64 KiB`"],
    );
    says(
        "limits: {article_bytes: 0}\n",
        &["`limits.article_bytes` cannot be `0`"],
    );
    says(
        "limits: {nesting: 1.5}\n",
        &["1:19: `limits.nesting` must be a whole number"],
    );
}

#[test]
fn metadata_keeps_its_order_and_the_spelling_of_its_numbers() {
    let text = "overrides: {robots: }\nfiles:\n  - match: fr/**\n    defaults:\n      ms.custom: [0x1F, '007', 007, 1e3]\n      z: yes\n      a: null\ndefaults: {x: 1.50}\n";
    let file = accepted(text);
    let number = |text: &str| Value::Number(text.into());
    assert_eq!(file.metadata.len(), 2, "the site first, then the files");
    assert_eq!(*file.metadata[0].defaults, [("x".into(), number("1.50"))]);
    assert_eq!(
        *file.metadata[0].overrides,
        [("robots".into(), Value::Null)]
    );
    let list = Value::List(
        [
            number("0x1F"),
            Value::String("007".into()),
            number("007"),
            number("1e3"),
        ]
        .into(),
    );
    let wanted = [
        ("ms.custom".into(), list),
        ("z".into(), Value::String("yes".into())),
        ("a".into(), Value::Null),
    ];
    assert_eq!(*file.metadata[1].defaults, wanted);
    assert!(
        file.metadata[1].filter.matches("fr/a/b.md") && !file.metadata[1].filter.matches("en/a.md")
    );
}
