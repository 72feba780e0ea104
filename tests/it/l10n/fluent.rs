//! Fluent's own suites: what breaks its syntax is told at its line, and messages become what its resolver makes of them.

use std::fmt::Write as _;
use std::path::Path;

use polydoc::l10n::messages::{
    Audit, Bundle, Kind, Maker, MessageFile, ResolveError, Uses, Wanted, audit,
};
use polydoc::l10n::{Argument, LocaleId};
use serde_json::Value as Json;
use serde_yaml::Value;

use crate::support::shared::shared;

fn english() -> LocaleId {
    LocaleId::parse("en-US").expect("a tag")
}

fn audit_of(text: &str) -> Audit {
    let file = MessageFile {
        path: "locales/en-US/fixture.ftl".to_owned(),
        locale: english(),
        text: text.to_owned(),
        maker: Maker::Project,
    };
    let wanted = Wanted {
        id: english(),
        fallback: Vec::new(),
    };
    audit(&[file], &Uses::new(), &[wanted])
}

/// The lines, from 1, that each piece of junk takes, found in the text in the order of the pieces.
fn junk(text: &str, tree: &Json) -> Vec<(usize, usize)> {
    let mut from = 0;
    let mut lines = Vec::new();
    for entry in tree["body"].as_array().expect("a body") {
        if entry["type"] != "Junk" {
            continue;
        }
        let content = entry["content"].as_str().expect("junk has content");
        let content = content.replace("\r\n", "\n");
        let at = text[from..].find(&content);
        let at = from + at.unwrap_or_else(|| panic!("no {content:?} in {text:?}"));
        let first = text[..at].matches('\n').count() + 1;
        lines.push((first, first + content.trim_end().matches('\n').count()));
        from = at + content.len();
    }
    lines
}

#[test]
fn every_piece_of_junk_is_told_at_its_line_and_nothing_else_is() {
    let Some(folder) = shared("suites/fluent/syntax-fixtures") else {
        return;
    };
    let mut wrong = String::new();
    let (mut files, mut pieces) = (0, 0);
    for path in crate::support::files_below(&folder, ".ftl") {
        files += 1;
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let tree = std::fs::read_to_string(path.with_extension("json")).expect("a tree");
        let tree: Json = serde_json::from_str(&tree).expect("JSON");
        let told = audit_of(&text);
        let told: Vec<usize> = told.languages[0]
            .findings
            .iter()
            .filter(|found| found.kind == Kind::Syntax)
            .map(|found| found.problem.line as usize)
            .collect();
        let junk = junk(&text.replace("\r\n", "\n"), &tree);
        pieces += junk.len();
        let name = Path::new(path.file_name().expect("a name")).display();
        for (first, last) in &junk {
            if !told.iter().any(|line| (first..=last).contains(&line)) {
                writeln!(wrong, "{name}: nothing is told of lines {first} to {last}").unwrap();
            }
        }
        for line in told {
            if !junk
                .iter()
                .any(|(first, last)| (first..=last).contains(&&line))
            {
                writeln!(wrong, "{name}:{line} is told and is no junk").unwrap();
            }
        }
    }
    assert!(
        files >= 39 && pieces >= 90,
        "{files} files, {pieces} pieces of junk"
    );
    assert!(wrong.is_empty(), "{wrong}");
}

/// Parts of the suite that do not apply, by the key that makes them so, and why.
const OTHER: [(&str, &str); 3] = [
    (
        "useIsolating",
        "polydoc isolates what runs against the language, and nothing else",
    ),
    ("transform", "messages are shown as they are written"),
    ("functions", "there is no function but NUMBER"),
];

#[derive(Default)]
struct Told {
    passed: usize,
    wrong: String,
    left_out: Vec<String>,
}

/// Runs a suite with what its outer suites hand down: texts, and why it would not apply.
fn run(name: &str, suite: &Value, texts: &[String], other: Option<&str>, told: &mut Told) {
    let title = suite["name"].as_str().unwrap_or_default();
    let name = format!("{name}/{title}");
    if suite["skip"].as_bool() == Some(true) {
        told.left_out
            .push(format!("{name}: skipped by the suite itself"));
        return;
    }
    let mut texts = texts.to_vec();
    let own = suite["resources"].as_sequence().into_iter().flatten();
    texts.extend(own.filter_map(|resource| Some(resource["source"].as_str()?.to_owned())));
    let bundle = &suite["bundles"][0];
    let own = OTHER.iter().find(|(key, _)| match *key {
        "functions" => bundle["functions"]
            .as_sequence()
            .is_some_and(|functions| functions.iter().any(|function| function != "NUMBER")),
        "useIsolating" => bundle["useIsolating"].as_bool() == Some(true),
        _ => !bundle[*key].is_null(),
    });
    let mut other = own.map(|(_, why)| *why).or(other);
    if bundle["errors"][0]["type"] == "Overriding" {
        other = Some("a project's messages lie over ours; twice in one file is a finding");
    }
    for inner in suite["suites"].as_sequence().into_iter().flatten() {
        run(&name, inner, &texts, other, told);
    }
    for test in suite["tests"].as_sequence().into_iter().flatten() {
        if test["asserts"].is_null() {
            run(&name, test, &texts, other, told);
            continue;
        }
        let case = format!("{name}/{}", test["name"].as_str().unwrap_or_default());
        let mut texts = texts.clone();
        let own = test["resources"].as_sequence().into_iter().flatten();
        texts.extend(own.filter_map(|resource| Some(resource["source"].as_str()?.to_owned())));
        let overriding = test["bundles"][0]["errors"][0]["type"] == "Overriding";
        let why = match (test["skip"].as_bool(), other) {
            (Some(true), _) => Some("skipped by the suite itself"),
            _ if overriding => Some("a project's messages lie over ours"),
            (_, other) => other,
        };
        if let Some(why) = why {
            told.left_out.push(format!("{case}: {why}"));
            continue;
        }
        let bundle = Bundle::new(&english(), texts.iter().map(String::as_str));
        for assert in test["asserts"].as_sequence().into_iter().flatten() {
            check(&case, &bundle, assert, told);
        }
    }
}

fn check(case: &str, bundle: &Bundle, assert: &Value, told: &mut Told) {
    let id = assert["id"].as_str().expect("an id");
    let id = match assert["attribute"].as_str() {
        Some(attribute) => format!("{id}.{attribute}"),
        None => id.to_owned(),
    };
    if let Some(missing) = assert["missing"].as_bool() {
        // The suite asks for the entry; a message with attributes only is one without text here.
        if bundle.has(&id) == missing {
            writeln!(told.wrong, "{case}: `{id}` missing: {missing}").unwrap();
        }
        told.passed += 1;
        return;
    }
    let given: Vec<(&str, String, bool)> = assert["args"]
        .as_mapping()
        .into_iter()
        .flatten()
        .map(|(name, value)| {
            let text = value.as_str().map(str::to_owned);
            let is_text = text.is_some();
            let text = text.unwrap_or_else(|| value.as_f64().expect("a number").to_string());
            (name.as_str().expect("a name"), text, is_text)
        })
        .collect();
    let arguments: Vec<(&str, Argument<'_>)> = given
        .iter()
        .map(|(name, text, is_text)| match is_text {
            true => (*name, Argument::Text(text)),
            false => (*name, Argument::Decimal(text)),
        })
        .collect();
    let Some(written) = bundle.write(&id, &arguments) else {
        writeln!(told.wrong, "{case}: no `{id}`").unwrap();
        return;
    };
    let wanted = &assert["value"];
    let wanted = match wanted.as_str() {
        Some(text) => text.to_owned(),
        None => wanted
            .as_i64()
            .map(|number| number.to_string())
            .unwrap_or_default(),
    };
    let errors = assert["errors"].as_sequence().into_iter().flatten();
    let errors: Vec<String> = errors
        .map(|error| {
            let text = |key: &str| error[key].as_str().unwrap_or_default().to_owned();
            match text("desc") {
                desc if desc.is_empty() => text("type"),
                desc => desc,
            }
        })
        .collect();
    let found: Vec<String> = written.errors.iter().map(in_their_words).collect();
    if (written.text.as_str(), &found) == (wanted.as_str(), &errors) {
        told.passed += 1;
    } else {
        writeln!(
            told.wrong,
            "{case}: `{id}` is {:?} {found:?}, not {wanted:?} {errors:?}",
            written.text
        )
        .unwrap();
    }
}

fn in_their_words(error: &ResolveError) -> String {
    match error {
        ResolveError::UnknownMessage(id) => format!("Unknown message: {id}"),
        ResolveError::UnknownTerm(id) => format!("Unknown term: {id}"),
        ResolveError::UnknownAttribute(id) => format!("Unknown attribute: {id}"),
        ResolveError::UnknownVariable(name) => format!("Unknown variable: ${name}"),
        ResolveError::UnknownFunction(name) => format!("Unknown function: {name}"),
        ResolveError::NoText(id) => format!("No value: {id}"),
        ResolveError::Circular(_) => "Cyclic".to_owned(),
        ResolveError::TooMany => "TooManyPlaceables".to_owned(),
    }
}

#[test]
fn messages_become_what_the_suite_of_fluents_resolver_wants() {
    let Some(folder) = shared("suites/fluent/resolver-fixtures") else {
        return;
    };
    let mut told = Told::default();
    for path in crate::support::files_below(&folder, ".yaml") {
        let name = path
            .file_stem()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        if name == "defaults" {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        let suite: Value = serde_yaml::from_str(&text).expect("YAML");
        for suite in suite["suites"].as_sequence().into_iter().flatten() {
            run(name, suite, &[], None, &mut told);
        }
    }
    assert!(told.wrong.is_empty(), "{}", told.wrong);
    assert!(told.passed >= 120, "{} passed", told.passed);
    // What is left out is left out for a reason that stands above, and is not much.
    assert!(told.left_out.len() <= 30, "{}", told.left_out.join("\n"));
    println!(
        "{} pass, {} do not apply:\n{}",
        told.passed,
        told.left_out.len(),
        told.left_out.join("\n")
    );
}
