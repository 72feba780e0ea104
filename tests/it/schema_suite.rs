//! JSON Schema's own test suite: what it calls valid is taken, what it calls invalid is found, through our schema support and, for
//! maps, as front matter of an article.

use polydoc::parse::{ParseOptions, parse};
use polydoc::schema::{Schema, Surroundings, inspect};
use serde_json::{Value, json};

use crate::support::shared::shared;

/// Groups whose schemas or metaschemas lie on the network, by file and description; they are refused with a message that says so.
const ON_THE_NETWORK: &[(&str, &str)] = &[];

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

#[test]
fn probe() {
    for (draft, address) in [
        ("draft7", "http://json-schema.org/draft-07/schema#"),
        (
            "draft2020-12",
            "https://json-schema.org/draft/2020-12/schema",
        ),
    ] {
        let Some(groups) = groups(draft) else { return };
        let (mut good, mut bad) = (0, 0);
        for group in groups {
            let around = Surroundings {
                formats: group.file.starts_with("optional/format/"),
                ..Surroundings::default()
            };
            let mut schema = group.schema.clone();
            if let Value::Object(map) = &mut schema {
                map.entry("$schema").or_insert_with(|| json!(address));
            }
            for wrong in inspect(&schema) {
                println!(
                    "INSPECT {draft} {} | {} | {:?} {} {:?}",
                    group.file, group.description, wrong.place, wrong.message, wrong.help
                );
            }
            let compiled = match Schema::compile(&schema, &around) {
                Ok(compiled) => compiled,
                Err(wrong) => {
                    println!(
                        "COMPILE {draft} {} | {} | {:?} {} {:?}",
                        group.file,
                        group.description,
                        wrong[0].place,
                        wrong[0].message,
                        wrong[0].help
                    );
                    continue;
                }
            };
            for test in &group.tests {
                let valid = test["valid"].as_bool().unwrap();
                if compiled.is_valid(&test["data"]) != valid {
                    bad += 1;
                    println!(
                        "WRONG {draft} {} | {} | {}",
                        group.file, group.description, test["description"]
                    );
                    continue;
                }
                good += 1;
                if test["data"].is_object() {
                    let text = format!("---\n{}\n---\n", test["data"]);
                    let document = parse(
                        text.as_bytes(),
                        ParseOptions {
                            front_matter_bytes: 1 << 20,
                            nesting: 100,
                        },
                    );
                    if !document.front_matter.problems.is_empty() {
                        println!("YAML {} {:?}", test["data"], document.front_matter.problems);
                        continue;
                    }
                    let judged = compiled.judge(&document.front_matter.entries);
                    if judged.violations.is_empty() != valid {
                        println!(
                            "FRONT {draft} {} | {} | {} {:?}",
                            group.file, group.description, test["description"], judged.violations
                        );
                    }
                }
            }
        }
        println!("{draft}: {good} {bad}");
    }
}
