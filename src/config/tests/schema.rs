//! The schema that editors use and the loader agree.

use crate::config::file::read;
use crate::config::schema::{json_schema, markdown_table};

const RULES: &[&str] = &["broken-link"];

/// Files that are right in every respect.
const GOOD: &[&str] = &[
    "",
    "version: 1",
    "title: Mail",
    "title: {fr-FR: Courrier, en: Mail}",
    "base_url: https://example.org/docs",
    "base_path: /docs",
    "base_path: /",
    "source_locale: zh-Hant-TW",
    "content: articles\noutput: ../public",
    "locales:\n  ar-SA: {name: العربية, direction: rtl, fallback: [ar, en]}",
    "include: '*/README.md'\nexclude: ['*/drafts/**', a/b.md]",
    "url_style: file",
    "own_urls: [https://example.org]",
    "own_urls: {https://example.org: /, https://example.org/b: /c}",
    "external_base: https://example.org",
    "external_base: {a: https://example.org, '*': https://example.com}",
    "schemes: [tg, web+x]",
    "defaults: {a: [1, {b: c}], d: null}\noverrides: {}",
    "files:\n  - {match: fr/**, overrides: {robots: noindex}}\n  - {match: [a, b]}",
    "schema: schemas/front-matter.yml",
    "schema: {required: [title]}",
    "schema:\n  - {file: a.json, match: '*/guide/**', locale: [fr, de], page_type: how-to, formats: true}\n  - {schema: {type: object}}",
    "keep: [CNAME, .well-known/**]",
    "outputs: {sitemap: false, not_found: true}",
    "l10n: {version_keys: [a, b.c], hash_keys: [a], date_keys: [d], source_tree: ../docs, glossary: terms.yml}",
    "preset: learn\nfiles: [{locale: fr, rules: {broken-link: off}}, {locale: [fr, de-AT], match: a}]",
    "rules: {broken-link: off}",
    "limits: {article_bytes: 64 KiB, front_matter_bytes: 100, nesting: 9}",
    "noindex: true",
];

/// Files that both refuse.
const BAD: &[&str] = &[
    "[]",
    "version: 2",
    "version: '1'",
    "titel: x",
    "title: 3",
    "title: [x]",
    "title: {}\nbase_url: x",
    "base_url: ftp://example.org",
    "base_url: https://example.org?x",
    "base_path: docs",
    "source_locale: zh_TW",
    "content: 1",
    "content:",
    "locales: {fr: {nam: x}}",
    "locales: {fr: {direction: up}}",
    "locales: {fr: x}",
    "locales: {a b: {}}",
    "exclude: [1]",
    "exclude: /a",
    "exclude: a/../b",
    "url_style: FOLDER",
    "own_urls: https://example.org",
    "own_urls: {https://example.org: x}",
    "external_base: {a/b: https://example.org}",
    "schemes: tg",
    "schemes: ['a:']",
    "schemes: [JavaScript]",
    "defaults: [a]",
    "files: {match: a}",
    "files: [{defaults: {}}]",
    "files: [{match: a, default: {}}]",
    "files: [{locale: zh_TW}]",
    "files: [{locale: fr, rules: {no-such-rule: error}}]",
    "schema: 3",
    "schema: [a.json]",
    "schema: [{match: a}]",
    "schema: [{file: a.json, page_types: x}]",
    "schema: [{file: a.json, formats: 'yes'}]",
    "preset: lax",
    "outputs: {sitmap: true}",
    "outputs: {sitemap: off}",
    "rules: {no-such-rule: error}",
    "rules: {broken-link: loud}",
    "limits: {nesting: 0}",
    "limits: {nesting: '9'}",
    "limits: {article_bytes: 64 Kib}",
    "limits: {article_bytes: 0}",
    "noindex: 'true'",
];

#[test]
fn the_schema_and_the_loader_accept_and_refuse_the_same_files() {
    let validator = jsonschema::draft202012::new(&json_schema(RULES)).expect("the schema is one");
    let fits = |text: &str| {
        let value: serde_json::Value = serde_yaml::from_str(text).expect("an example is YAML");
        validator.is_valid(&value)
    };
    for text in GOOD {
        assert!(fits(text), "the schema refuses\n{text}");
        assert!(
            read("polydoc.yml", text, RULES).is_ok(),
            "the loader refuses\n{text}"
        );
    }
    for text in BAD {
        assert!(!fits(text), "the schema accepts\n{text}");
        assert!(
            read("polydoc.yml", text, RULES).is_err(),
            "the loader accepts\n{text}"
        );
    }
}

#[test]
fn every_key_is_described_for_editors_and_for_the_manual() {
    let schema = json_schema(RULES);
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
    let table = markdown_table();
    let properties = schema["properties"]
        .as_object()
        .expect("the file is an object");
    assert!(properties.len() >= 22);
    for (key, schema) in properties {
        let about = schema["description"].as_str().unwrap_or_default();
        assert!(about.ends_with('.'), "{key}: {about}");
        assert!(table.contains(&format!("| `{key}` |")), "{key}");
    }
    assert!(table.contains("| `locales.TAG.direction` |") && table.contains("| `files[].match` |"));
    assert!(
        table.lines().all(|line| line.matches('|').count() == 5),
        "a bar in a cell would end it"
    );
}
