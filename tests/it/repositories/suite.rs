//! Cases of docfx's own specification: inputs become folders, codes become rules, and what is compared is what readers and authors
//! meet: which pages there are, their titles, where their links lead, and which finding stands at which line of which file.
//!
//! What is docfx's own (its JSON, its words, identifiers of its services) is not compared. A case that does not pass stands in
//! `strikes.tsv` with the reason; one that passes may not stand there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use polydoc::diagnostics::docfx;
use serde_yaml::Value;

use super::built::{Built, write};
use crate::support::{root, shared::shared};

/// A case as written.
struct Case {
    area: String,
    name: String,
    spec: Value,
}

#[test]
fn cases_of_docfx_pass_by_behaviour_or_are_struck_with_a_reason() {
    let Some(folder) = shared("suites/docfx-examples") else {
        return;
    };
    let struck = fs::read_to_string(root().join("tests/it/repositories/strikes.tsv")).unwrap();
    let struck: BTreeMap<&str, &str> = struck
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .collect();
    let cases = cases(&fs::read_to_string(folder.join("EXAMPLES.md")).unwrap());
    assert!(cases.len() > 50, "{}", cases.len());
    let mut areas: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut wrong = Vec::new();
    for case in &cases {
        let faults = faults(case);
        let (passed, all) = areas.entry(&case.area).or_default();
        *all += 1;
        *passed += usize::from(faults.is_empty());
        match (struck.get(&*case.name), faults.is_empty()) {
            (None, false) => wrong.push(format!("{}\t{}", case.name, faults.join("; "))),
            (Some(_), true) => {
                wrong.push(format!("{} passes: take it out of strikes.tsv", case.name));
            }
            _ => {}
        }
    }
    for (area, (passed, all)) in &areas {
        println!("{area}: {passed} of {all}");
    }
    for name in struck.keys() {
        assert!(
            cases.iter().any(|case| case.name == *name),
            "no case is called {name}"
        );
    }
    assert!(wrong.is_empty(), "{areas:?}\n{}", wrong.join("\n"));
}

/// The cases of the page, by its headings.
fn cases(page: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut area = String::new();
    for section in page.split("\n## ").skip(1) {
        let (title, rest) = section.split_once('\n').unwrap();
        title.trim().clone_into(&mut area);
        for case in rest.split("\n### ").skip(1) {
            let (title, rest) = case.split_once('\n').unwrap();
            let name = title.split(' ').next().unwrap().to_owned();
            let (_, rest) = rest.split_once("```yaml\n").unwrap();
            // The fence that closes is the last one: cases hold fences too.
            let yaml = rest.rsplit_once("\n```").map_or(rest, |(yaml, _)| yaml);
            let spec = serde_yaml::from_str(yaml).unwrap_or_else(|error| panic!("{name}: {error}"));
            cases.push(Case {
                area: area.clone(),
                name,
                spec,
            });
        }
    }
    cases
}

/// Lays the files of a case out.
fn fill(case: &Case, folder: &Path) {
    let site = folder.join("site");
    if let Some(inputs) = case.spec.get("inputs").and_then(Value::as_mapping) {
        files(inputs, &site);
        return;
    }
    let repositories = case.spec["repos"].as_mapping().unwrap();
    let mut sources = String::from("source_locale: en-US\nsources:\n");
    for (url, commits) in repositories {
        let url = url.as_str().unwrap();
        let name = url.split('#').next().unwrap().rsplit('/').next().unwrap();
        // The last of the commits is what is there; its files alone.
        let last = commits.as_sequence().unwrap().first().unwrap();
        files(last["files"].as_mapping().unwrap(), &site.join(name));
        sources.push_str(&format!("- path: {name}\n  docset: docs\n"));
        if let Some((_, locale)) = name.rsplit_once('.') {
            sources.push_str(&format!("  locale: {locale}\n"));
        } else {
            sources.push_str("  locale: en-US\n");
        }
    }
    write(&site.join("polydoc.yml"), sources.as_bytes());
}

fn files(files: &serde_yaml::Mapping, folder: &Path) {
    for (path, text) in files {
        let text = text.as_str().unwrap_or_default();
        write(&folder.join(path.as_str().unwrap()), text.as_bytes());
    }
}

/// What differs from what is expected.
fn faults(case: &Case) -> Vec<String> {
    let built = std::panic::catch_unwind(|| Built::of(|folder| fill(case, folder)));
    let Ok(built) = built else {
        return vec!["it was not built".to_owned()];
    };
    let mut faults = Vec::new();
    let locale = case
        .spec
        .get("locale")
        .and_then(Value::as_str)
        .unwrap_or("en-us");
    let outputs = case.spec["outputs"]
        .as_mapping()
        .cloned()
        .unwrap_or_default();
    let is_whole = !outputs.is_empty();
    let mut pages = BTreeSet::new();
    for (path, text) in &outputs {
        let path = path.as_str().unwrap();
        let (bare, is_page) = match path.strip_suffix(".json") {
            Some(bare) => {
                let name = bare.rsplit('/').next().unwrap_or(bare);
                (bare, !name.starts_with('.') && name != "toc")
            }
            None => (path, false),
        };
        if !is_page {
            continue;
        }
        let bare = bare
            .strip_suffix("index")
            .unwrap_or(bare)
            .trim_end_matches('/');
        let page = encoded(&format!("{locale}/{bare}").to_lowercase());
        let page = page.trim_end_matches('/').to_owned();
        compare_page(
            &built,
            &page,
            text.as_str().unwrap_or_default(),
            &mut faults,
        );
        pages.insert(page);
    }
    if is_whole && !pages.is_empty() && case.spec.get("repos").is_none() {
        for page in built.articles() {
            if !pages.contains(&encoded(&page)) {
                faults.push(format!("`{page}` is a page"));
            }
        }
    }
    findings(case, &built, &outputs, &mut faults);
    faults
}

fn encoded(path: &str) -> String {
    path.replace("%20", " ")
}

/// Compares the title and the links of a page.
fn compare_page(built: &Built, page: &str, expected: &str, faults: &mut Vec<String>) {
    let path = format!("{page}/index.html");
    if !built.settings.output.join(&path).exists() {
        faults.push(format!("there is no page `{page}`"));
        return;
    }
    let html = built.output(&path);
    let expected: serde_json::Value =
        serde_json::from_str(&expected.replace("undefined", "null")).unwrap_or_default();
    if let Some(title) = expected["title"].as_str()
        && !html.contains(&format!("<title>{title}"))
    {
        faults.push(format!("the title of `{page}` is not `{title}`"));
    }
    let Some(conceptual) = expected["conceptual"].as_str() else {
        return;
    };
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    for part in conceptual.split("href=\"").skip(1) {
        let href = part
            .split('"')
            .next()
            .unwrap_or_default()
            .replace("&amp;", "&");
        let href = &*href;
        // What stays as written leads nowhere, and is told as a finding.
        let is_page = !href.is_empty()
            && !href.contains(':')
            && !href.contains(".md")
            && !href.contains("%3C");
        if !is_page || href.starts_with('/') || href.starts_with('#') {
            continue;
        }
        let path = href.split(['#', '?']).next().unwrap_or_default();
        if Path::new(path).extension().is_some() {
            continue;
        }
        let target = joined(folder, path)
            .replace("%7E", "~")
            .replace("%7e", "~")
            .to_lowercase();
        let target = if target.is_empty() {
            "/".to_owned()
        } else {
            format!("/{target}/")
        };
        let forms = [
            target.clone(),
            target.replace('&', "&amp;"),
            target.replace('&', "%26"),
        ];
        if !forms
            .iter()
            .any(|form| html.contains(&format!("href=\"{form}")))
        {
            faults.push(format!("no link of `{page}` leads to `{target}`"));
        }
    }
}

fn joined(folder: &str, path: &str) -> String {
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop();
            }
            name => names.push(name),
        }
    }
    names.join("/")
}

/// Compares the findings: each that is expected is there, at its line, and no other of a rule that has a code.
fn findings(case: &Case, built: &Built, outputs: &serde_yaml::Mapping, faults: &mut Vec<String>) {
    let log = outputs
        .get(".errors.log")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let found = built.findings();
    // Rules of Learn beyond those of docfx itself (`h1-missing`) were not on when the cases were written.
    let catalogue = shared("suites/docfx-examples/error-catalogue.tsv").unwrap();
    let catalogue = fs::read_to_string(catalogue).unwrap();
    let catalogue: BTreeSet<&str> = catalogue.split(['\t', '\n']).collect();
    let is_listed = |rule: &&str| {
        docfx::codes(rule)
            .iter()
            .any(|code| catalogue.contains(code))
    };
    let coded: BTreeSet<&str> = docfx::matched().filter(is_listed).collect();
    let mut met = BTreeSet::new();
    for line in log.lines().filter(|line| !line.trim().is_empty()) {
        let Ok(expected) =
            serde_json::from_str::<serde_json::Value>(&line.replace("undefined", "null"))
        else {
            faults.push(format!("the case cannot be read: {line}"));
            continue;
        };
        let code = expected["code"].as_str().unwrap_or_default();
        let rules: Vec<&str> = docfx::rules(code).collect();
        let file = expected["file"].as_str();
        let at = expected["line"].as_u64().filter(|line| *line > 0);
        let fits = |seen: &super::built::Seen| {
            rules.contains(&seen.rule)
                && file.is_none_or(|file| {
                    seen.file == file || seen.file.ends_with(&format!("/{file}"))
                })
                && at.is_none_or(|at| u64::from(seen.line) == at)
        };
        let hits: Vec<usize> = found
            .iter()
            .enumerate()
            .filter(|(_, seen)| fits(seen))
            .map(|(at, _)| at)
            .collect();
        if hits.is_empty() {
            faults.push(format!(
                "no `{code}` at {}:{}",
                file.unwrap_or_default(),
                at.unwrap_or_default()
            ));
        }
        met.extend(hits);
    }
    let has_said = outputs.contains_key(".errors.log");
    for (at, seen) in found.iter().enumerate() {
        let is_docfx = coded.contains(seen.rule) && seen.rule != "unknown-repository-setting";
        if is_docfx && !met.contains(&at) && (has_said || case.spec.get("repos").is_none()) {
            let repeated = met.iter().any(|&other: &usize| {
                found[other].file == seen.file && found[other].line == seen.line
            });
            if !repeated {
                faults.push(format!(
                    "`{}` at {}:{} is not expected",
                    seen.rule, seen.file, seen.line
                ));
            }
        }
    }
}
