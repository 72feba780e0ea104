//! A project with two states, built by the whole program, and what each state is published as.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use super::mounted::Mount;

/// A folder with all its files and their bytes; folders end with `/`.
pub(super) type Tree = BTreeMap<PathBuf, Vec<u8>>;

/// How the output folder can be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Two folders change places.
    Exchange,
    /// They cannot, with this error.
    NoExchange(&'static str),
    /// It is a mount point: file by file.
    InPlace,
}

/// A project with two states, and what each is published as.
pub(super) struct Rig {
    folder: TempDir,
    pages: usize,
    pub(super) way: Way,
    pub(super) states: [Tree; 2],
    mount: Option<Mount>,
}

impl Rig {
    /// A project with so many pages in two languages.
    pub(super) fn new(way: Way, pages: usize) -> Self {
        // Thousands of builds, each brought to the disk: in memory they take no time.
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() {
            TempDir::new_in(memory)
        } else {
            TempDir::new()
        };
        let mut rig = Self {
            folder: folder.unwrap(),
            pages,
            way,
            states: [Tree::new(), Tree::new()],
            mount: None,
        };
        fs::create_dir(rig.project()).unwrap();
        fs::write(
            rig.project().join("polydoc.yml"),
            "version: 1\nbase_url: https://docs.example.org\n",
        )
        .unwrap();
        for state in 0..2 {
            rig.write(state);
            let other = rig.folder.path().join("expected");
            let ended = rig.polydoc(&mut Command::new(program()), &other);
            assert!(
                ended.status.success(),
                "{}",
                String::from_utf8_lossy(&ended.stderr)
            );
            rig.states[state] = tree(&other);
            assert!(rig.states[state].len() > 50, "a site is built");
            fs::remove_dir_all(&other).unwrap();
        }
        assert!(rig.states[0] != rig.states[1], "the states differ");
        rig.forget();
        rig
    }

    pub(super) fn project(&self) -> PathBuf {
        self.folder.path().join("project")
    }

    pub(super) fn output(&self) -> PathBuf {
        self.project().join("public")
    }

    pub(super) fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// The pages, some different in each state, and one in each language that only one of them has.
    pub(super) fn write(&self, state: usize) {
        let content = self.project().join("content");
        let _ = fs::remove_dir_all(&content);
        let each = self.pages / 2;
        for locale in ["en-US", "fr-FR"] {
            fs::create_dir_all(content.join(locale)).unwrap();
            for page in 0..each {
                let version = if page % 3 == 0 { state } else { 7 };
                let name = if page + 1 == each {
                    format!("last-{state}")
                } else {
                    format!("page-{page}")
                };
                let text = format!(
                    "# Page {page}\n\nVersion {version}, [more](page-1.md).\n\n![dot](dot.svg)\n"
                );
                fs::write(content.join(locale).join(format!("{name}.md")), text).unwrap();
            }
            let picture = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"a{state}\"/>");
            fs::write(content.join(locale).join("dot.svg"), picture).unwrap();
        }
    }

    /// Back to where nothing was ever published.
    pub(super) fn forget(&mut self) {
        self.mount = None;
        let _ = fs::remove_dir_all(self.output());
        let _ = fs::remove_dir_all(self.project().join(".public.polydoc-work"));
        let _ = fs::remove_dir_all(self.project().join(".polydoc"));
        if self.way == Way::InPlace {
            self.mount = Mount::tmpfs(&self.output(), "size=64m");
        }
    }

    /// Two builds, after which later ones have all that they start from; the second one is of that state.
    pub(super) fn start(&mut self, state: usize) {
        self.forget();
        for state in [state, 1 - state, state] {
            self.write(state);
            self.build(state, &"nothing");
        }
    }

    /// Runs a program that is or becomes polydoc.
    pub(super) fn polydoc(&self, command: &mut Command, output: &Path) -> Output {
        self.prepared(command, output)
            .output()
            .expect("the program can be started")
    }

    pub(super) fn prepared<'c>(&self, command: &'c mut Command, output: &Path) -> &'c mut Command {
        command
            .args(["build", "--jobs", "1", "--output"])
            .arg(output)
            .current_dir(self.project())
            .env("RUST_BACKTRACE", "0")
            .env_remove("SOURCE_DATE_EPOCH")
    }

    /// Builds without harm.
    #[track_caller]
    pub(super) fn build(&self, state: usize, why: &dyn fmt::Display) {
        let mut command = Command::new(program());
        if let Way::NoExchange(error) = self.way {
            let inject = format!("inject=renameat2:error={error}");
            command = Command::new("strace");
            command
                .args([
                    "-f",
                    "-o",
                    "/dev/null",
                    "-e",
                    "trace=renameat2",
                    "-e",
                    &inject,
                ])
                .arg(program());
        }
        let ended = self.polydoc(&mut command, &self.output());
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(
            ended.status.success(),
            "the next build goes through: {said}\nafter {why}"
        );
        assert!(
            !said.contains("wait"),
            "the lock is free: {said}\nafter {why}"
        );
        let now = tree(&self.output());
        assert!(
            now == self.states[state],
            "the next build is right: {:?}\nafter {why}",
            differences(&now, &self.states[state])
        );
    }

    /// What is published now; nothing when there is no folder.
    pub(super) fn published(&self) -> Tree {
        if self.output().exists() {
            tree(&self.output())
        } else {
            Tree::new()
        }
    }
}

pub(super) fn program() -> String {
    std::env::var("POLYDOC_BIN").unwrap_or_else(|_| env!("CARGO_BIN_EXE_polydoc").to_owned())
}

pub(super) fn is_full() -> bool {
    std::env::var_os("POLYDOC_FULL").is_some()
}

/// Some paths at which two trees differ.
pub(super) fn differences<'t>(now: &'t Tree, wanted: &'t Tree) -> Vec<&'t PathBuf> {
    let paths = now.keys().chain(wanted.keys());
    paths
        .filter(|path| now.get(*path) != wanted.get(*path))
        .take(6)
        .collect()
}

/// Everything below a folder, also what polydoc notes for itself; the work folder of a mount point apart.
pub(super) fn tree(folder: &Path) -> Tree {
    fn below(top: &Path, folder: &Path, found: &mut Tree) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = entry.path().strip_prefix(top).unwrap().to_owned();
            if name == Path::new(".polydoc-work") {
                continue;
            }
            if entry.file_type().unwrap().is_dir() {
                found.insert(name.join(""), Vec::new());
                below(top, &entry.path(), found);
            } else {
                found.insert(name, fs::read(entry.path()).unwrap());
            }
        }
    }
    let mut found = Tree::new();
    below(folder, folder, &mut found);
    found
}
