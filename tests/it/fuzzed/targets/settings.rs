//! Files of settings.

use polydoc::check;
use polydoc::config::{self, Environment, Flags, Place};
use polydoc::fs::Memory;

/// The files that set something, chosen by the first byte.
const FILES: [&str; 6] = [
    "polydoc.yml",
    "docfx.json",
    ".openpublishing.publish.config.json",
    ".openpublishing.redirection.json",
    "glossary.csv",
    "schema.json",
];

/// A file of settings: they are complete, or a failure names the file. Nothing that is found out twice is different.
pub(super) fn configuration(bytes: &[u8]) {
    let Some((first, text)) = bytes.split_first() else {
        return;
    };
    let name = FILES[usize::from(*first) % FILES.len()];
    let mut memory = Memory::new()
        .with("/site/content/en-US/a.md", "# A\n")
        .with(
            "/site/docfx.json",
            "{\"build\":{\"content\":[{\"files\":[\"**/*.md\"]}]}}",
        );
    if matches!(name, "glossary.csv" | "schema.json") {
        memory = memory.with(
            "/site/polydoc.yml",
            "version: 1\nl10n:\n  glossary: [glossary.csv]\nschemas:\n- files: ['**']\n  schema: schema.json\n",
        );
    }
    let memory = memory.with(format!("/site/{name}"), text);
    let rules: Vec<&str> = check::rules().map(|rule| rule.name).collect();
    let environment = Environment {
        current_dir: "/elsewhere".into(),
        vars: std::collections::BTreeMap::new(),
        cores: 1,
    };
    let read = || {
        let place = Place::Folder("/site".into());
        config::settings(&memory, &environment, &place, &Flags::default(), &rules)
    };
    match (read(), read()) {
        (Ok(one), Ok(other)) => {
            let settings = one.settings;
            assert_eq!(settings.content, other.settings.content);
            assert_eq!(settings.output, other.settings.output);
            assert_eq!(settings.base_path, other.settings.base_path);
            let base = &settings.base_path;
            assert!(
                base.is_empty() || base.starts_with('/') && !base.ends_with('/'),
                "{base:?}"
            );
        }
        (Err(one), Err(other)) => {
            assert_eq!(one.message, other.message);
            assert!(!one.message.is_empty(), "a failure says something");
        }
        (one, other) => panic!("read differently: {one:?} {other:?}"),
    }
}
