//! A corpus, copied, built by the program, and its report read.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// One finding of the JSON report.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    /// Relative to the content folder; empty for findings about the whole site.
    pub(crate) file: String,
    pub(crate) line: u64,
    pub(crate) column: u64,
    pub(crate) rule: String,
    pub(super) severity: String,
    pub(super) message: String,
}

impl Finding {
    /// The locale folder that the file lies in.
    pub(crate) fn locale(&self) -> &str {
        self.file.split('/').next().unwrap_or_default()
    }
}

/// A project that was built.
pub(crate) struct Site {
    pub(crate) content: PathBuf,
    pub(super) output: PathBuf,
    pub(crate) findings: Vec<Finding>,
    pub(super) summary: Value,
    pub(super) code: Option<i32>,
}

impl Site {
    /// Copies locale folders into `content/` of a new project, each under a name, and builds it with these settings.
    pub(super) fn build(name: &str, folders: &[(&str, &Path)], settings: &str) -> Self {
        let project = workplace(name);
        let content = project.join("content");
        for (folder, from) in folders {
            copy(from, &content.join(folder));
        }
        fs::write(project.join("polydoc.yml"), settings).expect("settings can be written");
        Self::of(&project, &[])
    }

    /// Builds a project that is there, with more options.
    pub(super) fn of(project: &Path, options: &[&str]) -> Self {
        let output = Command::new(binary())
            .args(["build", "--format", "json", "--output", "public"])
            .args(options)
            .current_dir(project)
            .env_remove("SOURCE_DATE_EPOCH")
            .output()
            .expect("polydoc can be started");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(
            matches!(output.status.code(), Some(0 | 1)),
            "polydoc ended with {}: {errors}",
            output.status
        );
        assert!(!errors.contains("panicked"), "{errors}");
        let report: Value =
            serde_json::from_slice(&output.stdout).expect("standard output is one JSON object");
        Self {
            content: project.join("content"),
            output: project.join("public"),
            findings: findings(&report),
            summary: report["summary"].clone(),
            code: output.status.code(),
        }
    }

    /// The findings of a rule.
    pub(super) fn of_rule(&self, rule: &str) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(move |finding| finding.rule == rule)
    }

    /// How often a rule reports, by locale folder.
    pub(super) fn count(&self, rule: &str) -> BTreeMap<String, u64> {
        let mut counts = BTreeMap::new();
        for finding in self.of_rule(rule) {
            *counts.entry(finding.locale().to_owned()).or_insert(0) += 1;
        }
        counts
    }

    /// The articles of a locale folder, relative to the content folder: what a build takes without settings.
    pub(super) fn articles(&self, locale: &str) -> Vec<String> {
        articles(&self.content)
            .into_iter()
            .filter(|path| path.starts_with(&format!("{locale}/")))
            .collect()
    }

    /// The text of an article.
    pub(super) fn source(&self, article: &str) -> String {
        fs::read_to_string(self.content.join(article))
            .unwrap_or_else(|error| panic!("{article}: {error}"))
    }

    /// The page of an article.
    pub(super) fn page(&self, article: &str) -> String {
        let path = self.output.join(page_path(article));
        fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{article} has no page {}: {error}", path.display()))
    }
}

/// The program under test: `$POLYDOC_BIN`, else the one that cargo built beside the tests.
pub(crate) fn binary() -> PathBuf {
    std::env::var_os("POLYDOC_BIN").map_or_else(
        || PathBuf::from(env!("CARGO_BIN_EXE_polydoc")),
        PathBuf::from,
    )
}

/// Says in the way that `tests/run` counts why a test does nothing.
#[expect(
    clippy::print_stdout,
    reason = "the line is for whoever reads the test's output"
)]
pub(crate) fn skipped(why: &str) {
    println!("skipped: {why}");
}

/// An empty folder below the target folder. It stays after the test, so that what was built can be looked at, until the
/// next run.
pub(crate) fn workplace(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("corpus")
        .join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("what the last run left can be removed");
    }
    fs::create_dir_all(&folder).expect("folders can be made below the target folder");
    folder
}

/// All Markdown files that are articles without settings: not below `includes/`, and no README directly below a locale.
pub(super) fn articles(content: &Path) -> Vec<String> {
    let mut found = Vec::new();
    each_file(content, &mut |path| {
        let path = path
            .strip_prefix(content)
            .expect("it lies in the content folder");
        let path = path
            .to_str()
            .expect("the corpora have UTF-8 names")
            .to_owned();
        let names: Vec<&str> = path.split('/').collect();
        let is_include = names.contains(&"includes");
        let is_readme = names.len() == 2 && names[1].eq_ignore_ascii_case("README.md");
        let is_markdown = Path::new(&path).extension().is_some_and(|end| end == "md");
        if is_markdown && !is_include && !is_readme {
            found.push(path);
        }
    });
    found.sort();
    found
}

/// The page of an article in folder style, relative to the output folder.
pub(super) fn page_path(article: &str) -> String {
    let lower = article.to_lowercase();
    let stem = lower.strip_suffix(".md").expect("articles are Markdown");
    match stem.strip_suffix("/index") {
        Some(folder) => format!("{folder}/index.html"),
        None => format!("{stem}/index.html"),
    }
}

/// Calls a function with every file below a folder.
pub(crate) fn each_file(folder: &Path, visit: &mut dyn FnMut(&Path)) {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.expect("a folder's entries can be read").path();
        if path.is_dir() {
            each_file(&path, visit);
        } else {
            visit(&path);
        }
    }
}

pub(crate) fn copy(from: &Path, to: &Path) {
    each_file(from, &mut |path| {
        let target = to.join(
            path.strip_prefix(from)
                .expect("it lies below the folder listed"),
        );
        fs::create_dir_all(target.parent().expect("a file lies in a folder"))
            .expect("folders can be made");
        let bytes = fs::read(path).expect("the corpora can be read");
        fs::write(target, bytes).expect("files can be written");
    });
}

/// What `check` finds in a project.
pub(crate) fn check(project: &Path) -> Vec<Finding> {
    let output = Command::new(binary())
        .args(["check", "--format", "json", "--no-fail"])
        .current_dir(project)
        .env_remove("SOURCE_DATE_EPOCH")
        .output()
        .expect("polydoc can be started");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let report: Value =
        serde_json::from_slice(&output.stdout).expect("standard output is one JSON object");
    findings(&report)
}

fn findings(report: &Value) -> Vec<Finding> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all = report["diagnostics"].as_array();
    let found = all.expect("the report has a list of findings").iter();
    found
        .map(|finding| Finding {
            file: text(&finding["file"])
                .trim_start_matches("content/")
                .to_owned(),
            line: finding["line"].as_u64().unwrap_or_default(),
            column: finding["column"].as_u64().unwrap_or_default(),
            rule: text(&finding["rule"]),
            severity: text(&finding["severity"]),
            message: text(&finding["message"]),
        })
        .collect()
}
