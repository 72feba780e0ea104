//! Which language of a site a reader gets: the fixtures of Fluent's language negotiation.

use polydoc::l10n::negotiate::{Strategy, accepted, negotiate};
use serde_json::Value;

use crate::support::{files_below, shared::shared};

fn texts(value: &Value) -> Vec<&str> {
    let items = value.as_array().into_iter().flatten();
    items.map(|item| item.as_str().expect("a text")).collect()
}

#[test]
fn readers_get_what_the_suite_of_fluents_negotiation_wants() {
    let Some(folder) = shared("suites/langneg/negotiate") else {
        return;
    };
    let (mut passed, mut wrong) = (0, Vec::new());
    for path in files_below(&folder, ".json") {
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let cases: Value = serde_json::from_str(&text).expect("JSON");
        for case in cases.as_array().expect("cases") {
            let input = &case["input"];
            let strategy = match case["strategy"].as_str() {
                Some("lookup") => Strategy::Lookup,
                Some("matching") => Strategy::Matching,
                _ => Strategy::Filtering,
            };
            let (wishes, available) = (texts(&input[0]), texts(&input[1]));
            let found = negotiate(&wishes, &available, input[2].as_str(), strategy);
            if found == texts(&case["output"]) {
                passed += 1;
            } else {
                wrong.push(format!("{case}: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(passed >= 50, "{passed} cases");
}

#[test]
fn a_header_becomes_the_list_that_the_suite_wants() {
    let Some(file) = shared("suites/langneg/accepted_languages.json") else {
        return;
    };
    let text = std::fs::read_to_string(file).expect("UTF-8");
    let cases: Value = serde_json::from_str(&text).expect("JSON");
    let cases = cases.as_array().expect("cases");
    assert!(cases.len() >= 6);
    for case in cases {
        let header = case["input"].as_str().expect("a header");
        assert_eq!(accepted(header), texts(&case["output"]), "{header:?}");
    }
}

#[test]
fn tags_are_read_as_the_suite_reads_them() {
    let Some(file) = shared("suites/langneg/locale/parsing.json") else {
        return;
    };
    let text = std::fs::read_to_string(file).expect("UTF-8");
    let cases: Value = serde_json::from_str(&text).expect("JSON");
    for case in cases.as_array().expect("cases") {
        let tag = case["input"]["string"].as_str().expect("a tag");
        let output = &case["output"];
        let Some(language) = output["language"].as_str() else {
            continue; // a locale of a site has a language
        };
        let mut parts = vec![language];
        parts.extend(output["script"].as_str());
        parts.extend(output["region"].as_str());
        parts.extend(texts(&output["variants"]));
        let id = polydoc::l10n::LocaleId::parse(tag).expect("a tag");
        assert_eq!(id.as_str(), parts.join("-"), "{tag}");
    }
}
