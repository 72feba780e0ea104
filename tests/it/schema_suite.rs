//! JSON Schema's own test suite: what it calls valid is taken, what it calls invalid is found, through our schema support and, for
//! maps, as front matter of an article.

use polydoc::parse::{ParseOptions, parse};
use polydoc::schema::{Schema, Surroundings, inspect};
use serde_json::{Value, json};

use crate::support::shared::shared;

/// Groups that need schemas on the network, by file and description. They are refused with
/// words that say so. The list may only shrink.
const ON_THE_NETWORK: [(&str, &[&str]); 2] = [
    (
        "draft7",
        &[
            "refRemote.json: remote ref",
            "refRemote.json: fragment within remote ref",
            "refRemote.json: ref within remote ref",
            "refRemote.json: base URI change",
            "refRemote.json: base URI change - change folder",
            "refRemote.json: base URI change - change folder in subschema",
            "refRemote.json: root ref in remote ref",
            "refRemote.json: remote ref with ref to definitions",
            "refRemote.json: Location-independent identifier in remote ref",
            "refRemote.json: retrieved nested refs resolve relative to their URI not $id",
            "refRemote.json: $ref to $ref finds location-independent $id",
        ],
    ),
    (
        "draft2020-12",
        &[
            "dynamicRef.json: strict-tree schema, guards against misspelled properties",
            "dynamicRef.json: tests for implementation dynamic anchor and reference link",
            "dynamicRef.json: $ref and $dynamicAnchor are independent of order - $defs first",
            "dynamicRef.json: $ref and $dynamicAnchor are independent of order - $ref first",
            "dynamicRef.json: $ref to $dynamicRef finds detached $dynamicAnchor",
            "refRemote.json: remote ref",
            "refRemote.json: fragment within remote ref",
            "refRemote.json: anchor within remote ref",
            "refRemote.json: ref within remote ref",
            "refRemote.json: base URI change",
            "refRemote.json: base URI change - change folder",
            "refRemote.json: base URI change - change folder in subschema",
            "refRemote.json: root ref in remote ref",
            "refRemote.json: remote ref with ref to defs",
            "refRemote.json: Location-independent identifier in remote ref",
            "refRemote.json: retrieved nested refs resolve relative to their URI not $id",
            "refRemote.json: remote HTTP ref with different $id",
            "refRemote.json: remote HTTP ref with different URN $id",
            "refRemote.json: remote HTTP ref with nested absolute ref",
            "refRemote.json: $ref to $ref finds detached $anchor",
            "vocabulary.json: schema that uses custom metaschema with with no validation vocabulary",
            "vocabulary.json: ignore unrecognized optional vocabulary",
        ],
    ),
];

struct Group {
    file: String,
    description: String,
    schema: Value,
    tests: Vec<Value>,
}

fn groups(draft: &str) -> Option<Vec<Group>> {
    let path = shared(&format!("suites/json-schema/{draft}.jsonl"))?;
    let text = std::fs::read_to_string(path).expect("the suite can be read");
    let group = |line| {
        let group: Value = serde_json::from_str(line).expect("a line is a group");
        let text = |key: &str| group[key].as_str().expect("a group has it").to_owned();
        Group {
            file: text("file"),
            description: text("description"),
            schema: group["schema"].clone(),
            tests: group["tests"]
                .as_array()
                .expect("a group has tests")
                .clone(),
        }
    };
    Some(text.lines().map(group).collect())
}

/// Groups that a validator must support, with the version of their draft named as users name it.
fn required(draft: &str) -> Option<Vec<Group>> {
    let address = match draft {
        "draft7" => "http://json-schema.org/draft-07/schema#",
        _ => "https://json-schema.org/draft/2020-12/schema",
    };
    let mut groups = groups(draft)?;
    groups.retain(|group| !group.file.starts_with("optional/"));
    for group in &mut groups {
        if let Value::Object(schema) = &mut group.schema {
            schema.entry("$schema").or_insert_with(|| json!(address));
        }
    }
    Some(groups)
}

/// Whether a map, written as the front matter of an article, is what a schema wants.
fn fits_as_front_matter(schema: &Schema, map: &Value) -> bool {
    let text = format!("---\n{map}\n---\n");
    let options = ParseOptions {
        front_matter_bytes: 1 << 20,
        nesting: 100,
        html: polydoc::model::HtmlLevel::Standard,
    };
    let front_matter = parse(text.as_bytes(), options).front_matter;
    assert_eq!(*front_matter.problems, [], "{map}");
    schema.judge(&front_matter.entries).violations.is_empty()
}

#[test]
fn required_tests_pass_as_json_and_as_front_matter_and_the_network_is_named() {
    for (draft, on_the_network) in ON_THE_NETWORK {
        let Some(groups) = required(draft) else {
            return;
        };
        let (mut refused, mut wrong, mut tests) = (Vec::new(), Vec::new(), 0);
        for group in &groups {
            let name = format!("{}: {}", group.file, group.description);
            let found = inspect(&group.schema);
            let compiled = if found.is_empty() {
                Schema::compile(&group.schema, &Surroundings::default())
            } else {
                Err(found)
            };
            let schema = match compiled {
                Ok(schema) => schema,
                Err(reasons) => {
                    let words = ["fetched", "network"];
                    assert!(
                        reasons.iter().all(|reason| {
                            let help = reason.help.as_deref().unwrap_or_default();
                            let told = format!("{} {help}", reason.message);
                            !reason.place.is_empty() && words.iter().any(|word| told.contains(word))
                        }),
                        "{name}: {reasons:?}"
                    );
                    refused.push(name);
                    continue;
                }
            };
            for test in &group.tests {
                let valid = test["valid"].as_bool().expect("a test says it");
                let data = &test["data"];
                let fits = schema.is_valid(data);
                let fits_in_article = if data.is_object() {
                    fits_as_front_matter(&schema, data)
                } else {
                    fits
                };
                tests += 1;
                if fits != valid || fits_in_article != valid {
                    wrong.push(format!("{name}: {}", test["description"]));
                }
            }
        }
        assert_eq!(wrong, [""; 0], "{draft}");
        assert_eq!(refused, on_the_network, "{draft}");
        assert!(tests > 800, "{draft}: {tests} tests");
    }
}
