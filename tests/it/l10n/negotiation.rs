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

#[test]
fn the_script_of_the_root_page_chooses_as_the_suite_wants() {
    let Some(folder) = shared("suites/langneg/negotiate") else {
        return;
    };
    if std::process::Command::new("node")
        .arg("--version")
        .output()
        .is_err()
    {
        println!("skipped: no node");
        return;
    }
    let script = crate::support::root().join("templates/assets/js/choose.js");
    let script = std::fs::read_to_string(script).expect("the script");
    // The middle of the script: without the page it stands on and the reader who looks at it.
    let (_, script) = script.split_once("const links = ").expect("the links");
    let (_, script) = script.split_once('\n').expect("more lines");
    let (script, _) = script.split_once("const chosen = ").expect("the choice");
    let mut cases = Vec::new();
    let files = [
        "available-as-range",
        "exact-match",
        "likely-subtag",
        "prioritize",
        "cross-region",
    ];
    for name in files {
        let path = folder.join("filtering").join(name).with_extension("json");
        let text = std::fs::read_to_string(path).expect("UTF-8");
        let own: Vec<Value> = serde_json::from_str(&text).expect("JSON");
        cases.extend(own);
    }
    let run = format!(
        "const make = (links) => {{ {script}; return nearest; }};\n\
         for (const {{ input: [wishes, tags], output }} of {}) {{\n\
           const nearest = make(tags.map((hreflang) => ({{ hreflang }})));\n\
           const found = wishes.map(nearest).find(Boolean)?.hreflang;\n\
           if (found !== output[0]) console.log(wishes, tags, found, output[0]);\n\
         }}",
        Value::from(cases)
    );
    let output = std::process::Command::new("node")
        .args(["-e", &run])
        .output()
        .expect("node runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout), "");
}
