//! The YAML test suite: what must be refused is refused, with a place, as front matter and as a table of contents.

use polydoc::model::{Document, TocProblem, YamlProblem};
use polydoc::parse::{ParseOptions, parse, toc};

use crate::cli::polydoc;
use crate::support::{Project, shared::shared};

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

/// What must be refused and still holds a fence line when the first one is dropped: no front matter, so that the configuration
/// file has to refuse it.
const FENCED: [&str; 11] = [
    "5TRB", "9HCY", "B63P", "EB22", "H7TQ", "MUS6/00", "MUS6/01", "N782", "RHX7", "RXY3", "SF5V",
];

/// The YAML without a first line `---`, which front matter brings itself.
fn inner(yaml: &str) -> &str {
    match yaml.split_once('\n') {
        Some((first, rest)) if first.trim_end() == "---" => rest,
        _ => yaml,
    }
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
            html: polydoc::model::HtmlLevel::Standard,
        },
    );
    (text, document)
}

#[test]
fn what_must_be_refused_is_a_problem_with_a_place() {
    let Some(cases) = cases() else { return };
    let (mut taken, mut fenced) = (Vec::new(), Vec::new());
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
        let yaml = inner(&case.yaml);
        let is_fenced = yaml.lines().any(is_fence);
        let (text, document) = front_matter(yaml);
        lies_in(&text, &document.front_matter.problems);
        if is_fenced {
            fenced.push(case.id.as_str());
        }
        if !is_refused || (!is_fenced && document.front_matter.problems.is_empty()) {
            taken.push(case.id.as_str());
        }
    }
    assert_eq!(fenced, FENCED);
    assert_eq!(taken, TAKEN, "known exceptions: {TAKEN:?}");
}

/// Front matter never sees what follows a fence line; the configuration file does.
#[test]
fn what_must_be_refused_and_holds_a_fence_is_refused_as_configuration_with_a_place() {
    let Some(cases) = cases() else { return };
    let project = Project::new("-- content/en-US/index.md --\n# A\n");
    for case in cases.iter().filter(|case| FENCED.contains(&&*case.id)) {
        project.write("polydoc.yml", case.yaml.as_bytes());
        let run = polydoc(project.root(), &["check"]);
        assert_eq!(run.code, 2, "{}: {}{}", case.id, run.out, run.errors);
        let place = run.errors.split_once("polydoc.yml:");
        let line = place.and_then(|(_, rest)| rest.split(':').next()?.parse::<usize>().ok());
        let lines = case.yaml.lines().count();
        let is_in_it = line.is_some_and(|line| (1..=lines + 1).contains(&line));
        assert!(is_in_it, "{}: {}", case.id, run.errors);
    }
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
