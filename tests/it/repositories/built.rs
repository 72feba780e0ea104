//! A site of repositories in a folder of its own, built as people build it: with no more than what is there.

use std::fs;
use std::path::{Path, PathBuf};

use polydoc::check;
use polydoc::config::{self, Environment, Flags, Place, Settings};
use polydoc::fs::Disk;
use polydoc::parse;
use polydoc::pipeline::{self, Goal, Report, Silent};
use polydoc::publish::StageOptions;
use polydoc::source::LineIndex;

/// A site that was built.
pub(super) struct Built {
    _folder: tempfile::TempDir,
    pub(super) settings: Settings,
    pub(super) report: Report,
}

/// A finding with the path that the user sees, and its line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Seen {
    pub(super) rule: &'static str,
    pub(super) file: String,
    pub(super) line: u32,
    pub(super) message: String,
}

impl Built {
    /// Builds the folder `site` below a new folder that `fill` has filled.
    pub(super) fn of(fill: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fill(folder.path());
        let settings = settings(&folder.path().join("site"), &folder.path().join("public"));
        let stage = StageOptions::default();
        let report = pipeline::run(&Disk, &settings, Goal::Publish, &Silent, &stage)
            .unwrap_or_else(|failure| panic!("{failure}"));
        Self {
            _folder: folder,
            settings,
            report,
        }
    }

    /// Builds files written as `-- path --` and their text.
    pub(super) fn of_files(files: &str) -> Self {
        Self::of(|folder| {
            for part in format!("\n{}", files.trim_start()).split("\n-- ").skip(1) {
                let (path, text) = part.split_once(" --").unwrap();
                let text = text.strip_prefix('\n').unwrap_or(text);
                write(&folder.join("site").join(path), text.as_bytes());
            }
        })
    }

    /// Every file of the output but its list, sorted.
    pub(super) fn outputs(&self) -> Vec<String> {
        let mut found: Vec<String> = crate::support::files_below(&self.settings.output, "")
            .iter()
            .map(|path| {
                path.strip_prefix(&self.settings.output)
                    .unwrap()
                    .display()
                    .to_string()
            })
            .filter(|path| !path.starts_with('.'))
            .collect();
        found.sort();
        found
    }

    /// The addresses of the articles, without the final slash.
    pub(super) fn articles(&self) -> Vec<String> {
        let pages = self.outputs();
        let pages = pages
            .iter()
            .filter_map(|path| path.strip_suffix("/index.html"));
        let is_article = |page: &&str| {
            self.output(&format!("{page}/index.html"))
                .contains("<article")
        };
        pages.filter(is_article).map(str::to_owned).collect()
    }

    /// An output file.
    pub(super) fn output(&self, path: &str) -> String {
        fs::read_to_string(self.settings.output.join(path))
            .unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// What was found, sorted.
    pub(super) fn findings(&self) -> Vec<Seen> {
        let seen = |finding: &polydoc::diagnostics::Diagnostic| {
            let (file, line) = match (finding.primary.span, &finding.primary.path) {
                (Some(span), _) => {
                    let path = self.report.sources.get(span.file).path.as_str();
                    let text = fs::read(self.settings.place(path)).unwrap_or_default();
                    let text = parse::decode(&text).into_owned();
                    let line = LineIndex::new(&text)
                        .position(span.range.start as usize)
                        .line;
                    (self.below(path), line)
                }
                (None, Some(path)) => (self.below(path), 0),
                (None, None) => (String::new(), 0),
            };
            Seen {
                rule: finding.rule.name,
                file,
                line,
                message: finding.message.clone(),
            }
        };
        let mut all: Vec<Seen> = self.report.diagnostics.iter().map(seen).collect();
        // What is missing is told once, with the other places that name it.
        for finding in &self.report.diagnostics {
            let others = finding.related.iter();
            for label in
                others.filter(|label| ["named here too", "the same value"].contains(&&*label.text))
            {
                let mut other = finding.clone();
                other.primary = label.clone();
                all.push(seen(&other));
            }
        }
        all.sort();
        all
    }

    /// The names of the rules that found something but the lack of a base address.
    pub(super) fn rules(&self) -> Vec<&'static str> {
        let rules = self.findings().into_iter().map(|seen| seen.rule);
        let mut rules: Vec<&str> = rules.filter(|rule| *rule != "no-base-url").collect();
        rules.dedup();
        rules
    }

    /// The path below the folder of the site.
    fn below(&self, path: &str) -> String {
        let place = self.settings.place(path);
        let below = place.strip_prefix(&self.settings.project);
        below.unwrap_or(&place).display().to_string()
    }
}

/// The settings of a folder, with nothing said but where to publish.
fn settings(folder: &Path, output: &Path) -> Settings {
    let environment = Environment {
        current_dir: std::env::current_dir().unwrap(),
        vars: [].into(),
        cores: 2,
    };
    let flags = Flags {
        output: Some(output.to_owned()),
        ..Flags::default()
    };
    let rules: Vec<&str> = check::rules().map(|rule| rule.name).collect();
    config::settings(
        &Disk,
        &environment,
        &Place::Folder(folder.to_owned()),
        &flags,
        &rules,
    )
    .unwrap_or_else(|failure| panic!("{failure}"))
    .settings
}

/// Writes a file and the folders above it.
pub(super) fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// Copies a folder, articles beyond the first `most` of each folder left out.
pub(super) fn copy(from: &Path, to: &Path, most: usize) {
    let mut entries: Vec<PathBuf> = fs::read_dir(from)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    let mut articles = 0;
    for path in entries {
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target, most);
            continue;
        }
        articles += usize::from(path.extension().is_some_and(|ending| ending == "md"));
        if articles <= most {
            write(&target, &fs::read(&path).unwrap());
        }
    }
}
