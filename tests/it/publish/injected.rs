//! The whole program under `strace`, which kills it at, or refuses, one system call after the other: the published folder is what it
//! was or what it should become, and the next build goes through without help.
//!
//! With one job there is one thread, so the number of a call means the same call in every run. The long form (`POLYDOC_FULL=1`) takes
//! every call that changes something, the short one a sample.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use super::mounted::Mount;

/// Calls that change something on a disk, or make what others change.
const CALLS: &[&str] = &[
    "openat",
    "openat2",
    "mkdir",
    "mkdirat",
    "write",
    "pwrite64",
    "writev",
    "copy_file_range",
    "sendfile",
    "ftruncate",
    "fallocate",
    "fsync",
    "fdatasync",
    "syncfs",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "symlinkat",
    "unlink",
    "unlinkat",
    "rmdir",
    "fchmod",
    "fchmodat",
    "utimensat",
    "flock",
];

const ERRORS: [&str; 4] = ["ENOSPC", "EIO", "EROFS", "EACCES"];

/// A folder with all its files and their bytes; links and folders are told apart by their names.
type Tree = BTreeMap<PathBuf, Vec<u8>>;

/// How the output folder can be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Two folders change places.
    Exchange,
    /// They cannot, with this error.
    NoExchange(&'static str),
    /// It is a mount point: file by file.
    InPlace,
}

/// What is done to one call.
#[derive(Clone, Copy, Debug)]
enum Harm {
    Kill,
    Error(&'static str),
}

/// A project with two states, and what each is published as.
struct Rig {
    folder: TempDir,
    way: Way,
    states: [Tree; 2],
    mount: Option<Mount>,
}

/// What a run under harm came to.
struct Run {
    output: Output,
    /// The call that was harmed, as `strace` writes it; none when the run had fewer such calls.
    harmed: Option<String>,
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = String::from_utf8_lossy(&self.output.stderr);
        write!(f, "{:?}: {}\n{said}", self.harmed, self.output.status)
    }
}

impl Rig {
    fn new(way: Way) -> Option<Self> {
        if Command::new("strace").arg("--version").output().is_err() {
            println!("skipped: no strace");
            return None;
        }
        // Thousands of builds, each brought to the disk: in memory they take no time.
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() {
            TempDir::new_in(memory)
        } else {
            TempDir::new()
        };
        let mut rig = Self {
            folder: folder.unwrap(),
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
        let probe = rig.run("flock", 1, Harm::Error("EIO"));
        if probe.harmed.is_none() {
            println!("skipped: strace may not trace here");
            return None;
        }
        rig.forget();
        Some(rig)
    }

    fn project(&self) -> PathBuf {
        self.folder.path().join("project")
    }

    fn output(&self) -> PathBuf {
        self.project().join("public")
    }

    /// Twenty pages, some different in each state, and one that only one of them has.
    fn write(&self, state: usize) {
        let content = self.project().join("content");
        let _ = fs::remove_dir_all(&content);
        for locale in ["en-US", "fr-FR"] {
            fs::create_dir_all(content.join(locale)).unwrap();
            for page in 0..10 {
                let version = if page % 3 == 0 { state } else { 7 };
                let name = if page == 9 {
                    format!("last-{state}")
                } else {
                    format!("page-{page}")
                };
                let text = format!(
                    "# Page {page}\n\nVersion {version}, [more](page-1.md).\n\n![dot](dot.svg)\n"
                );
                fs::write(content.join(locale).join(format!("{name}.md")), text).unwrap();
            }
            fs::write(
                content.join(locale).join("dot.svg"),
                format!("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"a{state}\"/>"),
            )
            .unwrap();
        }
    }

    /// Back to where nothing was ever published.
    fn forget(&mut self) {
        self.mount = None;
        let _ = fs::remove_dir_all(self.output());
        let _ = fs::remove_dir_all(self.project().join(".public.polydoc-work"));
        let _ = fs::remove_dir_all(self.project().join(".polydoc"));
    }

    fn polydoc(&self, command: &mut Command, output: &Path) -> Output {
        command
            .args(["build", "--jobs", "1", "--output"])
            .arg(output)
            .current_dir(self.project())
            .env("RUST_BACKTRACE", "0")
            .env_remove("SOURCE_DATE_EPOCH")
            .output()
            .expect("the program can be started")
    }

    /// Builds with one call harmed.
    fn run(&self, call: &str, number: usize, harm: Harm) -> Run {
        let log = self.folder.path().join("log");
        let mut command = Command::new("strace");
        let what = match harm {
            Harm::Kill => "signal=SIGKILL".to_owned(),
            Harm::Error(error) => format!("error={error}"),
        };
        command.args(["-f", "-y", "-o"]).arg(&log);
        let mut traced = call.to_owned();
        if let Way::NoExchange(error) = self.way
            && call != "renameat2"
        {
            traced.push_str(",renameat2");
            command.args(["-e", &format!("inject=renameat2:error={error}")]);
        }
        command.args(["-e", &format!("trace={traced}")]);
        command
            .args(["-e", &format!("inject={call}:{what}:when={number}")])
            .arg(program());
        let output = self.polydoc(&mut command, &self.output());
        let log = fs::read_to_string(log).unwrap_or_default();
        let mut lines = log.lines();
        let harmed = match harm {
            Harm::Kill => log
                .contains("+++ killed by SIGKILL")
                .then(|| log.lines().rev().nth(1).unwrap_or_default().to_owned()),
            Harm::Error(error) => {
                let is_it = |line: &&str| {
                    line.contains("(INJECTED)")
                        && line.contains(&format!(" {call}("))
                        && line.contains(error)
                };
                lines.find(is_it).map(str::to_owned)
            }
        };
        Run { output, harmed }
    }

    /// Builds without harm.
    fn build(&self, state: usize, why: &dyn fmt::Display) {
        let mut command = Command::new(program());
        if let Way::NoExchange(error) = self.way {
            command = Command::new("strace");
            command.args([
                "-f",
                "-o",
                "/dev/null",
                "-e",
                "trace=renameat2",
                "-e",
                &format!("inject=renameat2:error={error}"),
            ]);
            command.arg(program());
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

    /// Harms every call of a build from one state to the other, or of first builds. Gives how many runs were harmed.
    fn harm_all(&mut self, first: bool, harms: &[Harm], sample: usize) -> usize {
        let (mut count, mut old) = (0, 0);
        if !first {
            self.start(0);
        }
        for call in CALLS {
            for number in 1.. {
                if !number_is_taken(call, number, sample) {
                    if number > 400 {
                        break;
                    }
                    continue;
                }
                let harm = harms[(number / sample + count) % harms.len()];
                let new = 1 - old;
                if first {
                    self.forget();
                    self.start_empty();
                }
                self.write(new);
                let run = self.run(call, number, harm);
                self.judge(
                    &run,
                    first.then_some(()).map_or(Some(old), |()| None),
                    new,
                    harm,
                );
                self.build(new, &run);
                if !first {
                    old = new;
                }
                if run.harmed.is_none() {
                    break;
                }
                count += 1;
            }
        }
        count
    }

    fn start_empty(&mut self) {
        if self.way == Way::InPlace {
            self.mount = Mount::tmpfs(&self.output(), "size=16m");
        }
    }

    fn start(&mut self, state: usize) {
        self.forget();
        self.start_empty();
        self.write(state);
        self.build(state, &"nothing");
        // The second build makes what later ones start from.
        self.write(1 - state);
        self.build(1 - state, &"nothing");
        self.write(state);
        self.build(state, &"nothing");
    }

    fn judge(&self, run: &Run, old: Option<usize>, new: usize, harm: Harm) {
        let code = run.output.status.code();
        let said = String::from_utf8_lossy(&run.output.stderr);
        let report = String::from_utf8_lossy(&run.output.stdout);
        let now = if self.output().exists() {
            tree(&self.output())
        } else {
            Tree::new()
        };
        let is_old = old.map_or(now.is_empty(), |old| now == self.states[old]);
        let is_new = now == self.states[new];
        let call = run.harmed.as_deref().unwrap_or_default();
        // A file that could not be read: said, and not part of the site.
        let lacks_file =
            matches!(harm, Harm::Error(_)) && code == Some(1) && report.contains("unreadable-file");
        // Where nothing can take the old folder's place in one step the manual says what is seen meanwhile.
        let weaker = match self.way {
            Way::Exchange => false,
            Way::NoExchange(_) => now.is_empty(),
            Way::InPlace => now.keys().all(|path| {
                self.states
                    .iter()
                    .any(|state| state.get(path) == now.get(path))
                    || path.starts_with(".polydoc-work")
            }),
        };
        assert!(
            is_old || is_new || lacks_file || weaker,
            "neither the old site nor the new one: {:?}\n{run}",
            differences(&now, &self.states[new])
        );
        match (harm, code) {
            (Harm::Kill, _) => assert!(run.harmed.is_some() || code == Some(0), "{run}"),
            // The system's own loader, and streams of the terminal, are no business of ours.
            _ if call.contains(".so") || call.contains("write(1<") || call.contains("write(2<") => {
            }
            (_, Some(0)) => assert!(is_new, "it said that all went well: {run}"),
            (_, Some(1)) => assert!(lacks_file, "{run}"),
            (_, Some(2)) => assert!(
                said.contains("error: ") && said.contains('`'),
                "names no path: {run}"
            ),
            _ => panic!("{run}"),
        }
    }
}

fn number_is_taken(call: &str, number: usize, sample: usize) -> bool {
    // Rare calls are taken each: they are where folders change places.
    let rare = !matches!(
        call,
        "openat" | "openat2" | "write" | "mkdirat" | "linkat" | "unlinkat" | "renameat"
    );
    rare || number % sample == 1 % sample
}

fn program() -> String {
    std::env::var("POLYDOC_BIN").unwrap_or_else(|_| env!("CARGO_BIN_EXE_polydoc").to_owned())
}

fn differences<'t>(now: &'t Tree, wanted: &'t Tree) -> Vec<&'t PathBuf> {
    let paths = now.keys().chain(wanted.keys());
    paths
        .filter(|path| now.get(*path) != wanted.get(*path))
        .take(6)
        .collect()
}

/// Everything below a folder, also what polydoc notes for itself; the work folder of a mount point apart.
fn tree(folder: &Path) -> Tree {
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

/// One in so many calls, or each.
fn sample(short: usize) -> usize {
    if std::env::var_os("POLYDOC_FULL").is_some() {
        1
    } else {
        short
    }
}

fn harm(way: Way, first: bool, harms: &[Harm], short: usize) {
    if let Some(mut rig) = Rig::new(way) {
        let count = rig.harm_all(first, harms, sample(short));
        println!("{way:?}, first build: {first}, {harms:?}: {count} calls");
        assert!(count > 5, "calls were harmed: {count}");
    }
}

#[test]
fn a_first_build_killed_at_any_call_leaves_nothing_or_the_site() {
    harm(Way::Exchange, true, &[Harm::Kill], 24);
}

#[test]
fn a_build_killed_at_any_call_leaves_the_old_site_or_the_new_one() {
    harm(Way::Exchange, false, &[Harm::Kill], 24);
}

#[test]
fn a_first_build_that_is_refused_any_call_leaves_nothing_or_the_site() {
    all_errors(true);
}

#[test]
fn a_build_that_is_refused_any_call_leaves_the_old_site_or_the_new_one() {
    all_errors(false);
}

/// In the long form every error at every call, in the short one they take turns.
fn all_errors(first: bool) {
    if std::env::var_os("POLYDOC_FULL").is_some() {
        for error in ERRORS {
            harm(Way::Exchange, first, &[Harm::Error(error)], 24);
        }
    } else {
        harm(Way::Exchange, first, &ERRORS.map(Harm::Error), 24);
    }
}

#[test]
fn where_folders_cannot_change_places_there_is_the_old_site_the_new_one_or_for_a_moment_none() {
    for error in ["EINVAL", "ENOSYS"] {
        harm(
            Way::NoExchange(error),
            false,
            &[
                Harm::Kill,
                Harm::Error("ENOSPC"),
                Harm::Kill,
                Harm::Error("EIO"),
            ],
            40,
        );
    }
}

#[test]
fn a_mount_point_killed_or_refused_at_any_call_is_finished_by_the_next_build() {
    let folder = TempDir::new().unwrap();
    if Mount::tmpfs(&folder.path().join("probe"), "size=1m").is_some() {
        harm(
            Way::InPlace,
            false,
            &[
                Harm::Kill,
                Harm::Error("ENOSPC"),
                Harm::Kill,
                Harm::Error("EIO"),
            ],
            40,
        );
    }
}

#[test]
fn without_hard_links_the_mirror_is_made_of_copies() {
    let Some(mut rig) = Rig::new(Way::Exchange) else {
        return;
    };
    rig.start(0);
    for error in ["EPERM", "EOPNOTSUPP", "EMLINK"] {
        for state in [1, 0] {
            rig.write(state);
            let mut command = Command::new("strace");
            command.args([
                "-f",
                "-o",
                "/dev/null",
                "-e",
                "trace=linkat",
                "-e",
                &format!("inject=linkat:error={error}"),
            ]);
            command.arg(program());
            let ended = rig.polydoc(&mut command, &rig.output());
            assert!(
                ended.status.success(),
                "{}",
                String::from_utf8_lossy(&ended.stderr)
            );
            let now = tree(&rig.output());
            assert!(
                now == rig.states[state],
                "{error}: {:?}",
                differences(&now, &rig.states[state])
            );
        }
    }
}
