//! A project in a temporary folder, written from a string or from a literate case.

use std::path::{Path, PathBuf};

use polydoc::config::{self, Asking, Environment, Flags, Place, Settings};
use polydoc::diagnostics::Applicability;
use polydoc::diagnostics::format::{self, Files};
use polydoc::fs::Disk;
use polydoc::pipeline::{self, Goal, Report, Silent, Wishes};
use polydoc::publish::StageOptions;
use polydoc::source::FileId;
use polydoc::{check, parse};
use tempfile::TempDir;

use super::literate::{Case, Kind};

/// The settings of projects that have none of their own.
const SETTINGS: &str = "version: 1\nbase_url: https://docs.example.org\n";

/// A project on disk; it is removed when dropped.
pub(crate) struct Project {
    folder: TempDir,
}

impl Project {
    /// Writes files, each after a line `-- path --`. Without a `polydoc.yml` among them one with a base URL is added.
    pub(crate) fn new(files: &str) -> Self {
        Self::within(&std::env::temp_dir(), files)
    }

    /// A project without files in a file system that is kept in memory (Linux).
    pub(crate) fn in_memory() -> Self {
        Self::within(Path::new("/dev/shm"), "")
    }

    fn within(folder: &Path, files: &str) -> Self {
        let project = Self {
            folder: TempDir::new_in(folder).expect("there is a temporary folder"),
        };
        project.write("polydoc.yml", SETTINGS.as_bytes());
        for part in format!("\n{}", files.trim_start()).split("\n-- ").skip(1) {
            let (path, text) = part
                .split_once(" --\n")
                .expect("a line `-- path --` begins each file");
            project.write(
                path,
                format!("{}\n", text.trim_end_matches('\n')).as_bytes(),
            );
        }
        project
    }

    /// Writes the files of a literate case.
    pub(crate) fn of_case(case: &Case) -> Self {
        let project = Self::new("");
        for file in &case.files {
            let path = project.path_of_bytes(&file.path);
            std::fs::create_dir_all(path.parent().expect("a file lies in a folder"))
                .expect("folders can be made");
            match file.kind {
                Kind::Regular => std::fs::write(path, &file.bytes).expect("files can be written"),
                Kind::Link => link(&file.bytes, &path),
                Kind::Pipe => pipe(&path),
            }
        }
        project
    }

    /// The folder that holds `polydoc.yml`.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Writes one file.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.root().join(path);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder"))
            .expect("folders can be made");
        std::fs::write(path, bytes).expect("files can be written");
    }

    /// What `check` says, in the format `short`.
    pub(crate) fn check(&self) -> String {
        Self::said(&self.settings())
    }

    /// What `check --rendered` says, in the format `short`.
    pub(crate) fn check_rendered(&self) -> String {
        Self::said(&Settings {
            judge_pages: true,
            ..self.settings()
        })
    }

    /// What fixes make of a file, without writing it.
    pub(crate) fn fixed(&self, path: &str, least: Applicability) -> String {
        let wishes = Wishes {
            least,
            wants: &|_, _| true,
        };
        let mended = pipeline::mend(&Disk, &self.settings(), &wishes, &Silent)
            .unwrap_or_else(|failure| panic!("{failure}"));
        let place = self.root().join(path);
        let changed = mended.files.into_iter().find(|file| file.file == place);
        let bytes = changed.map_or_else(
            || std::fs::read(&place).expect("the file is there"),
            |file| file.after,
        );
        String::from_utf8(bytes).expect("only texts are fixed")
    }

    fn said(settings: &Settings) -> String {
        let report = Self::run(settings, Goal::Check);
        let read = |file: FileId| {
            let path = settings.place(report.sources.get(file).path.as_str());
            std::fs::read(path)
                .ok()
                .map(|bytes| parse::decode(&bytes).into_owned())
        };
        let shown = |path: &str| {
            let place = settings.place(path);
            let below = place.strip_prefix(&settings.project).unwrap_or(&place);
            below.display().to_string()
        };
        let files = Files {
            sources: &report.sources,
            shown: &shown,
            locales: &[],
            text: &read,
        };
        let mut out = String::new();
        format::short(&mut out, &report.diagnostics, &files).expect("a string takes all");
        out
    }

    /// Publishes the site and gives the report.
    pub(crate) fn build(&self) -> Report {
        Self::run(&self.settings(), Goal::Publish)
    }

    /// An output file, after [`Self::build`].
    pub(crate) fn output(&self, path: &str) -> String {
        let path = self.settings().output.join(path);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Builds the site and gives the title and the text of the article on a page, else the contents of its `<main>`.
    pub(crate) fn main_of(&self, page: &str) -> String {
        self.build();
        let html = self.output(page);
        let within = |start: &str, end: &str| {
            let (_, rest) = html.split_once(start)?;
            let (_, rest) = rest.split_once('>')?;
            Some(rest.split_once(end)?.0.trim())
        };
        let title = within("<div class=\"title\"", "\n</div>\n");
        let text = within("<div class=\"text\"", "</div>\n</article>");
        let parts: Vec<&str> = title
            .into_iter()
            .chain(text)
            .filter(|part| !part.is_empty())
            .collect();
        if parts.is_empty() {
            return within("<main", "</main>")
                .unwrap_or_else(|| panic!("{page} has no <main>"))
                .to_owned();
        }
        parts.join("\n")
    }

    /// The settings of the project.
    pub(crate) fn settings(&self) -> Settings {
        let environment = Environment {
            current_dir: std::env::current_dir().expect("tests run in a folder"),
            // 2026-01-31, for rules that compare dates with today.
            vars: [("SOURCE_DATE_EPOCH".to_owned(), "1769817600".to_owned())].into(),
            cores: 2,
        };
        let rules: Vec<&str> = check::rules().map(|rule| rule.name).collect();
        let place = Place::Folder(self.root().to_owned());
        // A project with a cache of external links is judged by it; nobody is asked.
        let asking = if self.root().join("external-links.txt").exists() {
            Asking::Offline
        } else {
            Asking::Off
        };
        let flags = Flags {
            asking,
            ..Flags::default()
        };
        config::settings(&Disk, &environment, &place, &flags, &rules)
            .unwrap_or_else(|failure| panic!("{failure}"))
            .settings
    }

    fn run(settings: &Settings, goal: Goal) -> Report {
        pipeline::run(&Disk, settings, goal, &Silent, &StageOptions::default())
            .unwrap_or_else(|failure| panic!("{failure}"))
    }

    #[cfg(unix)]
    fn path_of_bytes(&self, path: &[u8]) -> PathBuf {
        use std::os::unix::ffi::OsStrExt as _;
        self.root().join(std::ffi::OsStr::from_bytes(path))
    }

    #[cfg(not(unix))]
    fn path_of_bytes(&self, path: &[u8]) -> PathBuf {
        self.root().join(String::from_utf8_lossy(path).as_ref())
    }
}

#[cfg(unix)]
fn link(target: &[u8], path: &Path) {
    use std::os::unix::ffi::OsStrExt as _;
    std::os::unix::fs::symlink(std::ffi::OsStr::from_bytes(target), path)
        .expect("links can be made");
}

#[cfg(not(unix))]
fn link(_target: &[u8], _path: &Path) {
    panic!("links are made on Unix only");
}

fn pipe(path: &Path) {
    let made = std::process::Command::new("mkfifo").arg(path).status();
    assert!(
        made.is_ok_and(|status| status.success()),
        "named pipes can be made"
    );
}
