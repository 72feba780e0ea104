//! Reports say the same in every format, and other people's validators accept them.

use std::collections::BTreeMap;
use std::process::Command;

use polydoc::diagnostics::format::FORMATS;
use serde_json::Value;

use crate::cli::polydoc;
use crate::support::{Project, root, shared};

mod seen;

use seen::{
    of_checkstyle, of_github, of_gitlab, of_json, of_junit, of_line, of_markdown, of_sarif,
    of_text, words,
};

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
