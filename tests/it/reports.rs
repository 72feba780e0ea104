//! Reports say the same in every format, and other people's validators accept them.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use polydoc::diagnostics::format::FORMATS;
use serde_json::Value;

use crate::cli::polydoc;
use crate::support::{Project, root, shared};

/// A finding as every format tells it: severity, rule, path, line and column in characters.
type Seen = (String, String, String, Option<u32>, Option<u32>);

/// A site with hard names, wide characters, and more errors than GitHub shows.
fn site() -> Project {
    let project = Project::new(
        "-- content/en-US/index.md --\n---\ntitle: Same\ndescription: A page.\n---\n# Same\n\n\
         😀 مرحبا [x](a%20b%25c,d.md) and <b>[y](no|such`file.md)</b>, ![](x.png)\n\
         -- content/en-US/other.md --\n---\ntitle: Same\ndescription: A page.\n---\n# Same\n\n<usr>\n\n[a\nb](::error::{0}.md)\n\
         -- content/en-US/TOC.yml --\n- name: x\n  href: ##[group]no.md\n- name: y\n  href: no&<no>.md",
    );
    let many: Vec<String> = (0..14)
        .map(|n| format!("\n日本 [n](gone{n}.md) \u{202e}\r\n"))
        .collect();
    let many = many.concat();
    let page = format!("\u{feff}---\ntitle: 多\ndescription: A page.\n---\n# 多\n{many}");
    project.write("content/en-US/s p,a:c%e#é.md", page.as_bytes());
    project.write(
        "content/en-US/nul.md",
        b"# A\0\x1b\n\n[caf\xe9](x\x07y.md)\n",
    );
    // Something about the site as a whole.
    project.write("polydoc.yml", b"version: 1\n");
    project
}

/// All reports of a site, by format.
fn reports(project: &Project) -> BTreeMap<&'static str, String> {
    let reports: Vec<String> = FORMATS
        .iter()
        .map(|format| format!("--report={0}=report.{0}", format.name))
        .collect();
    let mut arguments = vec!["check", "--all", "--no-fail", "--today", "2026-11-22"];
    arguments.extend(reports.iter().map(String::as_str));
    let run = polydoc(project.root(), &arguments);
    assert_eq!(run.code, 0, "{}", run.errors);
    let read = |name| std::fs::read_to_string(project.root().join(format!("report.{name}")));
    let read = |name| read(name).expect("the report was written");
    FORMATS
        .iter()
        .map(|format| (format.name, read(format.name)))
        .collect()
}

#[test]
fn all_formats_tell_the_same_findings_at_the_same_places() {
    let project = site();
    let reports = reports(&project);
    let json: Value = serde_json::from_str(&reports["json"]).expect("it is JSON");
    let mut wanted: Vec<Seen> = json["diagnostics"]
        .as_array()
        .expect("findings are a list")
        .iter()
        .map(of_json)
        .collect();
    wanted.sort();
    assert!(wanted.len() > 20, "{wanted:#?}");
    assert!(wanted.iter().any(|(_, _, path, ..)| path == "polydoc.yml"));
    assert!(wanted.iter().any(|(severity, ..)| severity == "warning"));
    for (name, text) in &reports {
        let mut seen = match *name {
            "text" => of_text(text),
            "short" => text
                .lines()
                .filter(|line| !line.starts_with(' '))
                .map(of_line)
                .collect(),
            "json" => continue,
            "jsonl" => {
                let lines = text
                    .lines()
                    .map(|line| serde_json::from_str(line).expect("JSON"));
                let findings = lines.filter(|it: &Value| it.get("rule").is_some());
                findings.map(|it| of_json(&it)).collect()
            }
            "sarif" => of_sarif(text, project.root()),
            "junit" => of_junit(text),
            "github" => of_github(text),
            "gitlab" => of_gitlab(text, &wanted),
            "checkstyle" => of_checkstyle(text),
            "markdown" => of_markdown(text),
            other => panic!("the format `{other}` is not looked at"),
        };
        seen.sort();
        assert_eq!(seen, wanted, "{name}");
    }
}

fn number(value: &Value) -> Option<u32> {
    value
        .as_u64()
        .map(|number| u32::try_from(number).expect("places are small"))
}

fn words(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

fn of_json(finding: &Value) -> Seen {
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
fn of_line(line: &str) -> Seen {
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
fn of_place(place: &str) -> (String, Option<u32>, Option<u32>) {
    let parts: Vec<&str> = place.rsplitn(3, ':').collect();
    match parts[..] {
        [""] => ("polydoc.yml".to_owned(), None, None),
        [column, line, path] if line.parse::<u32>().is_ok() => {
            (path.to_owned(), line.parse().ok(), column.parse().ok())
        }
        _ => (place.to_owned(), None, None),
    }
}

fn of_text(text: &str) -> Vec<Seen> {
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

fn of_sarif(text: &str, root: &Path) -> Vec<Seen> {
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
fn between<'t>(text: &'t str, begin: &str, end: &str) -> Vec<&'t str> {
    let parts = text.split(begin).skip(1);
    parts
        .map(|part| part.split_once(end).expect("it ends").0)
        .collect()
}

fn unescaped(xml: &str) -> String {
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

fn of_junit(text: &str) -> Vec<Seen> {
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

fn of_github(text: &str) -> Vec<Seen> {
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

fn of_gitlab(text: &str, wanted: &[Seen]) -> Vec<Seen> {
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

fn of_checkstyle(text: &str) -> Vec<Seen> {
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

fn of_markdown(text: &str) -> Vec<Seen> {
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

#[test]
fn sarif_is_what_its_schema_asks_for() {
    let Some(schema) = shared::shared("suites/schemas/sarif-schema-2.1.0.json") else {
        return;
    };
    let schema = std::fs::read_to_string(schema).expect("the schema can be read");
    let schema: Value = serde_json::from_str(&schema).expect("it is JSON");
    let validator = jsonschema::validator_for(&schema).expect("it is a schema");
    for project in [site(), Project::new("-- content/en-US/index.md --\n# A")] {
        let log: Value = serde_json::from_str(&reports(&project)["sarif"]).expect("it is JSON");
        let wrong: Vec<String> = validator
            .iter_errors(&log)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
    assert!(!validator.is_valid(&serde_json::json!({ "version": "2.1.0", "runs": [{}] })));
}

#[test]
fn sarif_passes_the_validator_of_its_makers() {
    // `tests/run` installs it where it can.
    let Some(validator) = std::env::var_os("POLYDOC_SARIF_VALIDATOR") else {
        println!("skipped: no SARIF validator");
        return;
    };
    let project = site();
    reports(&project);
    std::fs::rename(
        project.root().join("report.sarif"),
        project.root().join("log.sarif"),
    )
    .expect("it can be renamed");
    let output = Command::new(validator)
        .args([
            "validate",
            "log.sarif",
            "--output",
            "said.sarif",
            "--log",
            "ForceOverwrite",
        ])
        .args(["--level", "Error;Warning"])
        .current_dir(project.root())
        .output()
        .expect("the validator runs");
    let said = std::fs::read(project.root().join("said.sarif"))
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stdout)));
    let said = String::from_utf8_lossy(&said);
    let said: Value = serde_json::from_str(said.trim_start_matches('\u{feff}')).expect("JSON");
    let results = said["runs"][0]["results"]
        .as_array()
        .expect("results are a list");
    let errors: Vec<&Value> = results.iter().filter(|it| it["level"] == "error").collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn junit_is_what_its_schema_asks_for() {
    let Some(schema) = shared::shared("suites/schemas/JUnit.xsd") else {
        return;
    };
    for project in [site(), Project::new("-- content/en-US/index.md --\n# A")] {
        reports(&project);
        for (file, schema) in [("report.junit", Some(&schema)), ("report.checkstyle", None)] {
            let mut command = Command::new("xmllint");
            command
                .args(["--noout", "--nonet"])
                .current_dir(project.root());
            if let Some(schema) = schema {
                command.arg("--schema").arg(schema);
            }
            let Ok(output) = command.arg(file).output() else {
                println!("skipped: xmllint");
                return;
            };
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{said}");
        }
    }
}

#[test]
fn the_order_and_the_bytes_of_reports_do_not_depend_on_the_run() {
    let project = site();
    assert_eq!(reports(&project), reports(&project));
}

#[test]
fn findings_keep_their_fingerprints_when_lines_move() {
    let prints = |report: &BTreeMap<&str, String>| -> Vec<String> {
        let json: Value = serde_json::from_str(&report["json"]).expect("it is JSON");
        let findings = json["diagnostics"].as_array().expect("findings are a list");
        let mut prints: Vec<_> = findings
            .iter()
            .map(|it| words(&it["fingerprint"]))
            .collect();
        prints.sort();
        prints
    };
    let project = site();
    let before = prints(&reports(&project));
    let path = "content/en-US/other.md";
    let text = std::fs::read_to_string(project.root().join(path)).expect("it is there");
    let moved = text.replace("# Same\n", "# Same\n\nNew words.\n\nMore.\n");
    assert_ne!(moved, text);
    project.write(path, moved.as_bytes());
    assert_eq!(prints(&reports(&project)), before);
}

#[test]
fn a_report_that_cannot_be_written_has_the_exit_code_2_and_publishes_nothing() {
    let project = Project::new("-- content/en-US/index.md --\n# A");
    let run = |arguments: &[&str]| polydoc(project.root(), arguments);
    for (report, wanted) in [
        (
            "json=no/such/folder.json",
            "error: cannot write the report `no/such/folder.json`",
        ),
        ("json=content", "error: cannot write the report `content`"),
        (
            "yaml=x",
            "there is no format `yaml`; there are text, short, json,",
        ),
        ("json", "write a format, `=` and a file"),
        ("json=", "write a format, `=` and a file"),
    ] {
        let run = run(&["build", "--report", report]);
        assert_eq!((run.code, &*run.out), (2, ""), "{report}");
        assert!(run.errors.contains(wanted), "{report}: {}", run.errors);
        assert!(!project.root().join("public").exists() && !project.root().join("no").exists());
    }
    let twice = run(&["check", "--report", "json=a", "--report", "sarif=a"]);
    assert_eq!(twice.code, 2, "{}", twice.out);
    assert!(
        twice
            .errors
            .contains("two reports are to be written into `a`")
    );
}

#[test]
fn reports_in_files_hold_what_the_terminal_does_not_show_and_no_colour() {
    let project = site();
    let arguments = [
        "check",
        "-q",
        "--color",
        "always",
        "--report",
        "text=a.txt",
        "--no-fail",
    ];
    let run = polydoc(project.root(), &arguments);
    assert!(run.out.contains('\u{1b}'), "{}", run.out);
    let text = std::fs::read_to_string(project.root().join("a.txt")).expect("it was written");
    assert!(text.contains("error[broken-link]") && !text.contains('\u{1b}'));
}

#[test]
fn a_step_on_github_gets_a_summary() {
    let project = site();
    let summary = project.root().join("summary.md");
    std::fs::write(&summary, "before\n").expect("files can be written");
    let run = |format: &str| {
        let mut command = crate::cli::command(project.root(), &["check", "--format", format]);
        command.env("GITHUB_STEP_SUMMARY", &summary);
        crate::cli::finished(command)
    };
    run("json");
    assert_eq!(
        std::fs::read_to_string(&summary).expect("it is there"),
        "before\n"
    );
    let annotations = run("github");
    assert_eq!(annotations.code, 1);
    assert!(
        annotations.out.starts_with("::error file="),
        "{}",
        annotations.out
    );
    assert!(
        annotations.errors.contains("checked "),
        "{}",
        annotations.errors
    );
    let told = std::fs::read_to_string(&summary).expect("it is there");
    assert!(
        told.starts_with("before\n## polydoc: ") && told.contains("### `content/en-US/index.md`")
    );
}

#[test]
fn the_manual_has_a_section_for_each_format() {
    for locale in ["en-US", "fr-FR"] {
        let page = root().join(format!("content/{locale}/reference/diagnostics.md"));
        let page = std::fs::read_to_string(page).expect("the page is there");
        let commands = root().join(format!("content/{locale}/reference/commands.md"));
        let commands = std::fs::read_to_string(commands).expect("the page is there");
        for format in FORMATS.iter().filter(|format| format.name != "text") {
            let name = format.name;
            assert!(
                page.contains(&format!("`--format {name}`")),
                "{locale}: {name}"
            );
            assert!(commands.contains(&format!("`{name}`")), "{locale}: {name}");
        }
    }
}
