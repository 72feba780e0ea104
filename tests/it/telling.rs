//! What polydoc tells of itself: its rules as a table and for programs, and their pages in the user's language.

use crate::cli::{command, finished, polydoc};
use crate::support::root;

#[test]
fn rules_are_a_table_for_people_and_objects_for_programs() {
    let folder = tempfile::tempdir().unwrap();
    let table = polydoc(folder.path(), &["rules"]).out;
    let line = table
        .lines()
        .find(|line| line.starts_with("wrong-case "))
        .unwrap();
    let words: Vec<&str> = line.split_whitespace().take(4).collect();
    assert_eq!(words, ["wrong-case", "warning", "correctness", "safe"]);
    let json = polydoc(folder.path(), &["rules", "--format", "json"]).out;
    let rules: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    assert_eq!(rules.len(), table.lines().count());
    let rule = rules
        .iter()
        .find(|rule| rule["name"] == "broken-link")
        .unwrap();
    assert_eq!(
        (&rule["level"], &rule["fix"]),
        (&"error".into(), &"unsafe".into())
    );
    assert!(rules.iter().any(|rule| rule["fix"].is_null()));
}

#[test]
fn a_rule_is_explained_in_the_language_of_the_user_where_its_page_is_translated() {
    let folder = tempfile::tempdir().unwrap();
    let said = |variable: &str, value: &str| {
        let mut command = command(folder.path(), &["explain", "wrong-case"]);
        for name in ["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"] {
            command.env_remove(name);
        }
        command.env(variable, value);
        finished(command).out
    };
    for (variable, value) in [
        ("LC_ALL", "fr_FR.UTF-8"),
        ("LANG", "fr"),
        ("LC_MESSAGES", "fr_CA@euro"),
    ] {
        let text = said(variable, value);
        assert!(
            text.contains("\n## Pourquoi c’est important\n") && !text.contains("<a name"),
            "{text}"
        );
    }
    for value in ["C", "en_GB.UTF-8", "xx_YY", "", "../../x"] {
        assert!(
            said("LANG", value).contains("\n## Why it matters\n"),
            "{value}"
        );
    }
}

/// The chapter about promises names a test for each: a file, and what stands in it.
#[test]
fn every_test_that_the_manual_promises_is_there() {
    for locale in ["en-US", "fr-FR"] {
        let page = root().join(format!("content/{locale}/guide/promises.md"));
        let text = std::fs::read_to_string(page).unwrap();
        let (mut file, mut tests) = (String::new(), 0);
        for quoted in text.split('`').skip(1).step_by(2) {
            if quoted.starts_with("tests/") {
                let path = root().join(quoted.split(' ').next().unwrap_or_default());
                assert!(path.exists(), "{locale}: {quoted}");
                file = std::fs::read_to_string(path).unwrap_or_default();
            } else if quoted.matches('_').count() >= 2
                && quoted
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
            {
                assert!(
                    file.contains(&format!("fn {quoted}(")),
                    "{locale}: {quoted}"
                );
                tests += 1;
            }
        }
        assert!(tests > 25, "{locale}: {tests}");
    }
}
