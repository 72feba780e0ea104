//! Findings as the formats tell them, read back.

use std::path::Path;

use serde_json::Value;

use super::Seen;

pub(super) fn number(value: &Value) -> Option<u32> {
    value
        .as_u64()
        .map(|number| u32::try_from(number).expect("places are small"))
}

pub(super) fn words(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

pub(super) fn of_json(finding: &Value) -> Seen {
    let path = finding["file"].as_str().unwrap_or("polydoc.yml").to_owned();
    let place = (number(&finding["line"]), number(&finding["column"]));
    (
        words(&finding["severity"]),
        words(&finding["rule"]),
        path,
        place.0,
        place.1,
    )
}

/// `path:line:column: severity[rule]: message`, of which all before the severity may be missing.
pub(super) fn of_line(line: &str) -> Seen {
    let (at, severity) = ["error", "warning", "info"]
        .iter()
        .filter_map(|word| Some((line.find(&format!("{word}["))?, *word)))
        .min()
        .expect("a line holds a severity");
    let (rule, _) = line[at + severity.len() + 1..]
        .split_once(']')
        .expect("a rule ends");
    let (path, line, column) = of_place(line[..at].trim_end().trim_end_matches(':'));
    (severity.to_owned(), rule.to_owned(), path, line, column)
}

/// `path:line:column`, `path`, or nothing.
pub(super) fn of_place(place: &str) -> (String, Option<u32>, Option<u32>) {
    let parts: Vec<&str> = place.rsplitn(3, ':').collect();
    match parts[..] {
        [""] => ("polydoc.yml".to_owned(), None, None),
        [column, line, path] if line.parse::<u32>().is_ok() => {
            (path.to_owned(), line.parse().ok(), column.parse().ok())
        }
        _ => (place.to_owned(), None, None),
    }
}

pub(super) fn of_text(text: &str) -> Vec<Seen> {
    let starts = |line: &str| {
        ["error[", "warning[", "info["]
            .iter()
            .any(|it| line.starts_with(it))
    };
    let lines: Vec<&str> = text.lines().collect();
    let mut seen = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| starts(line)) {
        let place = lines[at + 1..].iter().take_while(|line| !starts(line));
        let place = place.clone().find_map(|line| line.split_once("--> "));
        let place = place.map_or("", |(_, place)| place);
        let (severity, rest) = line.split_once('[').expect("a severity");
        let (rule, _) = rest.split_once(']').expect("a rule");
        let (path, line, column) = of_place(place);
        seen.push((severity.to_owned(), rule.to_owned(), path, line, column));
    }
    seen
}

pub(super) fn of_sarif(text: &str, root: &Path) -> Vec<Seen> {
    let log: Value = serde_json::from_str(text).expect("it is JSON");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    let results = run["results"].as_array().expect("results are a list");
    let seen = results.iter().map(|result| {
        let place = &result["locations"][0]["physicalLocation"];
        let uri = words(&place["artifactLocation"]["uri"]);
        let path = percent_encoding::percent_decode_str(&uri).decode_utf8_lossy();
        let line = number(&place["region"]["startLine"]);
        let column = number(&place["region"]["startColumn"]).map(|column| {
            let bytes = std::fs::read(root.join(&*path)).expect("the file is there");
            let text = String::from_utf8_lossy(&bytes)
                .replace("\r\n", "\n")
                .replace('\r', "\n");
            let line = text.split('\n').nth(line.expect("a line") as usize - 1);
            let units: Vec<u16> = line.expect("the line is there").encode_utf16().collect();
            let before = String::from_utf16(&units[..column as usize - 1]);
            u32::try_from(before.expect("no character is cut").chars().count()).expect("small") + 1
        });
        let severity = words(&result["level"]).replace("note", "info");
        (
            severity,
            words(&result["ruleId"]),
            path.into_owned(),
            line,
            column,
        )
    });
    seen.collect()
}

/// What stands between two marks, again and again.
pub(super) fn between<'t>(text: &'t str, begin: &str, end: &str) -> Vec<&'t str> {
    let parts = text.split(begin).skip(1);
    parts
        .map(|part| part.split_once(end).expect("it ends").0)
        .collect()
}

pub(super) fn unescaped(xml: &str) -> String {
    let mut text = xml.to_owned();
    for (from, to) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#10;", "\n"),
        ("&amp;", "&"),
    ] {
        text = text.replace(from, to);
    }
    text
}

pub(super) fn of_junit(text: &str) -> Vec<Seen> {
    let mut seen = Vec::new();
    for suite in between(text, "<testsuite ", "</testsuite>") {
        let path = unescaped(between(suite, " name=\"", "\"")[0]);
        for case in between(suite, "<testcase ", "</testcase>") {
            let name = between(case, "name=\"", "\"")[0];
            let first = case.lines().nth(1).expect("a case says what is wrong");
            let said = unescaped(first.split_once("\">").expect("an attribute ends").1);
            let (severity, rule, told, line, column) =
                of_line(said.lines().next().expect("a line"));
            assert_eq!(told, path);
            assert_eq!(first.contains("<failure"), severity == "error");
            let place = line
                .zip(column)
                .map_or(String::new(), |(l, c)| format!("{l}:{c} "));
            assert_eq!(name, format!("{place}{rule}"));
            seen.push((severity, rule, path.clone(), line, column));
        }
    }
    seen
}

pub(super) fn of_github(text: &str) -> Vec<Seen> {
    let mut seen: Vec<Seen> = Vec::new();
    for line in text.lines() {
        if let Some(line) = line.strip_prefix("- ") {
            seen.push(of_line(line));
            continue;
        }
        let (command, rest) = line[2..].split_once(' ').unwrap_or(("", ""));
        let severity = match command {
            "error" | "warning" => command,
            "notice" => "info",
            _ => continue,
        };
        let (properties, _) = rest.split_once("::").expect("a message follows");
        let property = |name: &str| {
            let mut pairs = properties
                .split(',')
                .filter_map(|pair| pair.split_once('='));
            pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
        };
        let rule = property("title").expect("a rule");
        if rule == "polydoc" {
            continue;
        }
        let path = property("file").unwrap_or("polydoc.yml");
        let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
        let place = |name| property(name).and_then(|value| value.parse().ok());
        seen.push((
            severity.to_owned(),
            rule.to_owned(),
            path.into_owned(),
            place("line"),
            place("col"),
        ));
    }
    seen
}

pub(super) fn of_gitlab(text: &str, wanted: &[Seen]) -> Vec<Seen> {
    let issues: Vec<Value> = serde_json::from_str(text).expect("it is a list");
    let prints: std::collections::BTreeSet<_> = issues
        .iter()
        .map(|issue| words(&issue["fingerprint"]))
        .collect();
    assert_eq!(prints.len(), wanted.len(), "fingerprints differ");
    let seen = issues.iter().map(|issue| {
        let severity = match &*words(&issue["severity"]) {
            "major" => "error",
            "minor" => "warning",
            other => other,
        }
        .to_owned();
        let begin = &issue["location"]["positions"]["begin"];
        if !begin.is_null() {
            assert_eq!(begin["line"], issue["location"]["lines"]["begin"]);
        }
        let (line, column) = (number(&begin["line"]), number(&begin["column"]));
        (
            severity,
            words(&issue["check_name"]),
            words(&issue["location"]["path"]),
            line,
            column,
        )
    });
    seen.collect()
}

pub(super) fn of_checkstyle(text: &str) -> Vec<Seen> {
    let mut seen = Vec::new();
    for file in between(text, "<file ", "</file>") {
        let path = unescaped(between(file, "name=\"", "\"")[0]);
        for error in between(file, "<error ", "/>") {
            let value = |name: &str| between(error, &format!("{name}=\""), "\"").first().copied();
            let place = |name| value(name).and_then(|value| value.parse().ok());
            let rule = value("source")
                .expect("a source")
                .trim_start_matches("polydoc.");
            let severity = value("severity").expect("a severity").to_owned();
            seen.push((
                severity,
                rule.to_owned(),
                path.clone(),
                place("line"),
                place("column"),
            ));
        }
    }
    seen
}

pub(super) fn of_markdown(text: &str) -> Vec<Seen> {
    let (mut seen, mut path) = (Vec::new(), String::new());
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("### ") {
            heading.trim_matches('`').clone_into(&mut path);
        }
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        if let [
            _,
            place,
            severity @ ("error" | "warning" | "info"),
            rule,
            _,
            _,
        ] = cells[..]
        {
            let place = place.split_once(':');
            let line = place.and_then(|(line, _)| line.parse().ok());
            let column = place.and_then(|(_, column)| column.parse().ok());
            seen.push((
                severity.to_owned(),
                rule.to_owned(),
                path.clone(),
                line,
                column,
            ));
        }
    }
    seen
}
