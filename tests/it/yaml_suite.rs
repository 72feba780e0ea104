//! The YAML test suite: what must be refused is refused, with a place, as front matter and as a table of contents.

use polydoc::model::{Document, TocProblem, YamlProblem};
use polydoc::parse::{ParseOptions, parse, toc};

use crate::support::shared::shared;

/// What YAML refuses and both parsers take. The list may only shrink.
const TAKEN: [&str; 0] = [];

/// What YAML takes and `serde_yaml`, which reads YAML 1.1, refuses: tabs in odd places, keys without text, flow mappings
/// whose colon begins a line. And three streams of several documents, of which front matter is not one.
const REFUSED: [&str; 25] = [
    "2JQS", "2SXE", "35KP", "4ABK", "4MUZ/00", "4MUZ/01", "4MUZ/02", "58MP", "6M2F", "96NN/00",
    "96NN/01", "A2M4", "DK95/00", "DK95/03", "DK95/04", "FRK4", "KSS4", "L383", "NHX8", "Q5MG",
    "S3PD", "SM9W/01", "VJP3/01", "W5VH", "Y79Y/001",
];

struct Case {
    id: String,
    yaml: String,
    error: bool,
}

fn cases() -> Option<Vec<Case>> {
    let text = std::fs::read_to_string(shared("suites/yaml-test-suite/cases.jsonl")?)
        .expect("the suite can be read");
    let case = |line| {
        let case: serde_json::Value = serde_json::from_str(line).expect("a line is a case");
        let text = |key: &str| case[key].as_str().expect("a case has it").to_owned();
        Case {
            id: text("id"),
            yaml: text("yaml"),
            error: case["error"].as_bool().expect("a case has it"),
        }
    };
    Some(text.lines().map(case).collect())
}

fn is_fence(line: &str) -> bool {
    ["---", "..."].contains(&line.trim_end())
}

fn front_matter(yaml: &str) -> (String, Document) {
    let text = format!("---\n{yaml}\n---\n# Heading\n");
    let document = parse(
        text.as_bytes(),
        ParseOptions {
            front_matter_bytes: 1 << 16,
            nesting: 100,
        },
    );
    (text, document)
}

#[test]
fn what_must_be_refused_is_a_problem_with_a_place() {
    let Some(cases) = cases() else { return };
    let mut taken = Vec::new();
    for case in cases.iter().filter(|case| case.error) {
        let lies_in = |text: &str, problems: &[YamlProblem]| {
            for problem in problems {
                assert!(
                    text.get(problem.range().bytes()).is_some(),
                    "{}: {problem:?}",
                    case.id
                );
            }
        };
        let table = toc(case.yaml.as_bytes()).problems;
        let of_yaml = |problem: &TocProblem| match problem {
            TocProblem::Yaml(problem) => Some(problem.clone()),
            _ => None,
        };
        let of_yaml: Vec<YamlProblem> = table.iter().filter_map(of_yaml).collect();
        lies_in(&case.yaml, &of_yaml);
        let is_refused = of_yaml
            .iter()
            .any(|problem| matches!(problem, YamlProblem::Syntax(..)));
        // A line that is a fence ends the front matter, so that it never sees the rest.
        let fits = !case.yaml.lines().any(is_fence);
        let (text, document) = front_matter(&case.yaml);
        lies_in(&text, &document.front_matter.problems);
        if !is_refused || (fits && document.front_matter.problems.is_empty()) {
            taken.push(case.id.as_str());
        }
    }
    assert_eq!(taken, TAKEN, "known exceptions: {TAKEN:?}");
}

#[test]
fn what_is_yaml_is_taken() {
    let Some(cases) = cases() else { return };
    let mut refused = Vec::new();
    for case in cases
        .iter()
        .filter(|case| !case.error && !case.yaml.lines().any(is_fence))
    {
        let (_, document) = front_matter(&case.yaml);
        let is_syntax = |problem: &YamlProblem| matches!(problem, YamlProblem::Syntax(..));
        if document.front_matter.problems.iter().any(is_syntax) {
            refused.push(case.id.as_str());
        }
    }
    assert_eq!(refused, REFUSED, "known exceptions: {REFUSED:?}");
}
