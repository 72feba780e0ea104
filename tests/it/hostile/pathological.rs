//! The suite `pathological` through the program: every input ends within limits of processor time and memory, in a site or
//! in a message with a place.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::Value;

use crate::corpus::site;
use crate::support::limited::{self, Limits};
use crate::support::shared::shared;

/// Enough for a debug build.
const ENOUGH: Limits = Limits {
    seconds: 90,
    mebibytes: 4096,
};

const SETTINGS: &str = "version: 1\nbase_url: https://docs.example.org\n";

/// The inputs, written once by the suite's own program; `None` when it is absent.
fn inputs() -> Option<&'static Path> {
    static INPUTS: OnceLock<Option<PathBuf>> = OnceLock::new();
    let inputs = INPUTS.get_or_init(|| {
        let program = shared("suites/pathological/gen.py")?;
        let folder = site::workplace("pathological");
        let status = Command::new("python3").arg(program).arg(&folder).status();
        assert!(
            status.is_ok_and(|status| status.success()),
            "the inputs can be written"
        );
        Some(folder)
    });
    inputs.as_deref()
}

/// The inputs of a group, sorted.
fn group(name: &str) -> Option<Vec<PathBuf>> {
    let mut found = Vec::new();
    site::each_file(&inputs()?.join(name), &mut |path| {
        found.push(path.to_owned());
    });
    found.sort();
    Some(found)
}

fn name(path: &Path) -> &str {
    path.file_name()
        .and_then(|name| name.to_str())
        .expect("the suite has plain names")
}

/// A project with one article.
fn project(title: &str) -> PathBuf {
    let project = site::workplace(title);
    fs::create_dir_all(project.join("content/fr-FR")).unwrap();
    fs::write(
        project.join("content/fr-FR/a.md"),
        "---\ntitle: A\n---\n# A\n\ntext\n",
    )
    .unwrap();
    fs::write(project.join("polydoc.yml"), SETTINGS).unwrap();
    project
}

fn build(project: &Path) -> Output {
    limited::polydoc(project, &["build", "--color", "never"], ENOUGH)
}

#[test]
fn hostile_articles_are_published_and_what_is_refused_has_a_place() {
    let mut articles = 0;
    let project = project("pathological-articles");
    for name_of in ["encoding", "front-matter", "markdown"] {
        let Some(group) = group(name_of) else { return };
        articles += group.len();
        let folder = project.join("content/fr-FR").join(name_of);
        fs::create_dir_all(&folder).unwrap();
        for path in group {
            fs::copy(&path, folder.join(name(&path))).unwrap();
        }
    }
    assert_eq!(articles, 129);
    let output = limited::polydoc(&project, &["build", "--format", "jsonl"], ENOUGH);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{}: {said}", output.status);
    assert!(said.contains("built 130 articles"), "{said}");
    let mut refused = 0;
    for line in output.stdout.split(|byte| *byte == b'\n') {
        let Ok(finding) = serde_json::from_slice::<Value>(line) else {
            continue;
        };
        if finding["severity"] == "error" {
            refused += 1;
            assert!(
                finding["file"].is_string() && finding["line"].is_u64(),
                "{finding}"
            );
        }
    }
    assert!(refused > 30, "{refused}");
    // Nothing that front matter asks for lies outside of the output folder.
    assert!(!Path::new("/tmp/pwned").exists() && !Path::new("/etc/pwned").exists());
}

#[test]
fn hostile_templates_give_a_page_or_a_message_with_their_name_and_line() {
    let Some(group) = group("tera") else { return };
    assert_eq!(group.len(), 21);
    let project = project("pathological-templates");
    let templates = project.join("templates");
    fs::create_dir_all(&templates).unwrap();
    for path in group {
        for file in ["page.html", name(&path)] {
            fs::copy(&path, templates.join(file)).unwrap();
        }
        let output = build(&project);
        let said = String::from_utf8_lossy(&output.stderr);
        let code = output.status.code();
        assert!(
            matches!(code, Some(0 | 2)),
            "{}: {}: {said}",
            name(&path),
            output.status
        );
        // A loop within loops is stopped by what it writes, which has no line.
        let has_place = ["page.html:1:".to_owned(), format!("{}:1:", name(&path))]
            .iter()
            .any(|place| said.contains(place));
        let is_named = name(&path) == "nested-loops.html" && said.contains("templates/page.html");
        assert!(
            code == Some(0) || has_place || is_named,
            "{}: {said}",
            name(&path)
        );
        fs::remove_file(templates.join(name(&path))).unwrap();
    }
}

#[test]
fn hostile_messages_give_a_page_or_a_message_with_their_name_and_line() {
    let Some(group) = group("fluent") else { return };
    assert_eq!(group.len(), 19);
    let project = project("pathological-messages");
    let words = project.join("locales/fr-FR/site.ftl");
    fs::create_dir_all(words.parent().expect("a file lies in a folder")).unwrap();
    for path in group {
        fs::copy(&path, &words).unwrap();
        let output = build(&project);
        let said = String::from_utf8_lossy(&output.stderr);
        let code = output.status.code();
        let has_place = said.contains("locales/fr-FR/site.ftl:");
        assert!(
            code == Some(0) || (code == Some(2) && has_place),
            "{}: {}: {said}",
            name(&path),
            output.status
        );
    }
}

#[test]
fn a_page_of_a_hundred_megabytes_and_front_matter_of_twenty_are_refused_with_their_names() {
    if std::env::var_os("POLYDOC_FULL").is_none() {
        println!("skipped: the largest inputs are tried only with POLYDOC_FULL=1");
        return;
    }
    let Some(program) = shared("suites/pathological/gen.py") else {
        return;
    };
    let project = project("pathological-large");
    let folder = site::workplace("pathological-big");
    let status = Command::new("python3")
        .arg(program)
        .arg(&folder)
        .arg("--big")
        .status();
    assert!(status.is_ok_and(|status| status.success()));
    site::copy(&folder.join("big"), &project.join("content/fr-FR"));
    let output = limited::polydoc(&project, &["build", "--format", "short"], ENOUGH);
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    for file in ["md-100mb.md", "header-20mb.md"] {
        assert!(
            said.contains(&format!("content/fr-FR/{file}:")),
            "{file}: {said}"
        );
    }
    fs::remove_dir_all(folder).unwrap();
    fs::remove_dir_all(project).unwrap();
}
