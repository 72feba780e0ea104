//! The registry is whole; pages and names keep the house's laws. What rules find is tested by their pages.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::*;

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
fn a_rule_that_is_off_says_nothing() {
    let mut levels = RuleLevels::default();
    for rule in rules() {
        levels.changed.insert(rule.name.to_owned(), Level::Off);
    }
    assert!(run(&levels, |_, _| panic!("no rule may run")).is_empty());
}
