//! Ids of headings agree with GitHub's, measured on the fixtures of its slugger.

use polydoc::catalogue::slugs::Slugger;

use crate::support::shared::shared;

#[test]
fn ids_are_those_that_github_gives() {
    let Some(path) = shared("suites/slugs/github-slugger-fixtures.json") else {
        return;
    };
    let text = std::fs::read_to_string(path).unwrap();
    let cases: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
    let mut slugger = Slugger::new();
    let mut wrong = Vec::new();
    for case in &cases {
        let expected = case["expected"].as_str().unwrap();
        let slug = slugger.slug(case["input"].as_str().unwrap());
        if slug.as_str() != expected {
            wrong.push(format!("{}: {slug:?}, not {expected:?}", case["name"]));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(cases.len(), 78);
}
