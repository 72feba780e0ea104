//! The registry is whole; pages and names keep the house's laws. What rules find is tested by their pages.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::*;
use crate::diagnostics::levels::{INTERPRETING, LEARN};
use crate::diagnostics::{Preset, RuleLevels};

#[test]
fn every_file_of_the_folder_is_in_the_registry_and_the_registry_is_sorted() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check/rules");
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<String> = files
        .filter_map(|name| Some(name.strip_suffix(".rs")?.replace('_', "-")))
        .filter(|name| name != "mod")
        .collect();
    let names: Vec<&str> = rules().map(|rule| rule.name).collect();
    assert!(names.is_sorted(), "{names:?}");
    assert_eq!(files.iter().map(String::as_str).collect::<Vec<_>>(), names);
}

#[test]
fn every_rule_has_a_page_with_the_five_sections_and_its_own_category_and_level() {
    for rule in rules() {
        let sections = [
            "What it finds",
            "Why it matters",
            "Example",
            "How to fix",
            "When to allow it",
        ];
        let mut in_example = false;
        let found: Vec<_> = rule
            .page
            .lines()
            .filter(|line| {
                in_example ^= line.starts_with("```");
                !in_example
            })
            .filter_map(|line| line.strip_prefix("## "))
            .collect();
        assert_eq!(found, sections, "{}", rule.name);
        for line in [
            format!("title: {}", rule.name),
            format!("category: {}", rule.category.word()),
            format!("level: {}", rule.level.word()),
        ] {
            assert!(
                rule.page.lines().any(|it| it == line),
                "{}: `{line}` is missing",
                rule.name
            );
        }
        assert!(
            rule.page.lines().any(|it| it.starts_with("description: ")),
            "{}",
            rule.name
        );
    }
}

#[test]
fn presets_name_rules_that_exist_at_levels_that_they_change() {
    for name in INTERPRETING {
        let rule = rule(name).unwrap_or_else(|| panic!("`{name}` is a rule"));
        assert_eq!(rule.level, Level::Warning, "{name}");
    }
    for (name, level) in LEARN {
        let rule = rule(name).unwrap_or_else(|| panic!("`{name}` is a rule"));
        assert_ne!(rule.level, *level, "{name}");
    }
}

#[test]
fn the_preset_strict_leaves_no_information_and_few_warnings() {
    let strict = RuleLevels {
        preset: Preset::Strict,
        ..RuleLevels::default()
    };
    for rule in rules() {
        let wanted = match rule.level {
            Level::Warning if !INTERPRETING.contains(&rule.name) => Level::Error,
            Level::Info => Level::Warning,
            own => own,
        };
        assert_eq!(strict.of(rule).level, wanted, "{}", rule.name);
    }
}
