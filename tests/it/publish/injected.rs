//! The whole program under `strace`, which kills it at, or refuses, one system call after the other: the published folder is what it
//! was or what it should become, and the next build goes through without help.
//!
//! With one job there is one thread, so the number of a call means the same call in every run. The long form (`POLYDOC_FULL=1`) takes
//! every call that changes something, and each sixteenth that opens a file to read it; the short one a sample.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use super::mounted::Mount;
use super::rig::{Rig, Tree, Way, differences, is_full, program, tree};

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

/// What is done to one call.
#[derive(Clone, Copy, Debug)]
enum Harm {
    Kill,
    Error(&'static str),
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

/// Builds with one call harmed.
fn run(rig: &Rig, call: &str, number: usize, harm: Harm) -> Run {
    let mut command = Command::new("strace");
    let what = match harm {
        Harm::Kill => "signal=SIGKILL".to_owned(),
        Harm::Error(error) => format!("error={error}"),
    };
    command.args(["-f", "-y", "-o"]).arg(rig.log());
    let mut traced = call.to_owned();
    if let Way::NoExchange(error) = rig.way
        && call != "renameat2"
    {
        traced.push_str(",renameat2");
        command.args(["-e", &format!("inject=renameat2:error={error}")]);
    }
    command.args(["-e", &format!("trace={traced}")]);
    command
        .args(["-e", &format!("inject={call}:{what}:when={number}")])
        .arg(program());
    let output = rig.polydoc(&mut command, &rig.output());
    let log = fs::read_to_string(rig.log()).unwrap_or_default();
    let harmed = match harm {
        Harm::Kill => log.contains("+++ killed by SIGKILL").then(|| {
            let last = log.lines().rev().nth(1);
            last.unwrap_or_default().to_owned()
        }),
        Harm::Error(error) => {
            let is_it = |line: &&str| {
                line.contains("(INJECTED)")
                    && line.contains(&format!(" {call}("))
                    && line.contains(error)
            };
            log.lines().find(is_it).map(str::to_owned)
        }
    };
    Run { output, harmed }
}

/// The numbers of those calls of a build to a state that open something only to read it; the build goes through.
fn reading(rig: &mut Rig, call: &str, first: bool, new: usize) -> BTreeSet<usize> {
    if first {
        rig.forget();
    }
    rig.write(new);
    let run = run(rig, call, 60_000, Harm::Error("EIO"));
    let log = fs::read_to_string(rig.log()).unwrap_or_default();
    rig.build(new, &run);
    let begins = format!(" {call}(");
    let calls = log.lines().filter(|line| line.contains(&begins));
    let changes = ["O_CREAT", "O_WRONLY", "O_RDWR", "O_TRUNC"];
    let numbered = (1..).zip(calls);
    let read = numbered.filter(|(_, line)| !changes.iter().any(|flag| line.contains(flag)));
    read.map(|(number, _)| number).collect()
}

/// Harms every call of a build from one state to the other, or of first builds. Gives how many runs were harmed.
fn harm_all(rig: &mut Rig, first: bool, harms: &[Harm], sample: usize) -> usize {
    let (mut count, mut old) = (0, 0);
    if !first {
        rig.start(0);
    }
    for call in CALLS {
        // Rare calls are taken each: they are where folders change places.
        let step = match *call {
            "openat" | "openat2" | "write" | "mkdirat" | "linkat" | "unlinkat" | "renameat" => {
                sample
            }
            _ => 1,
        };
        let reading = if sample == 1 && call.starts_with("openat") {
            let (reading, new) = (reading(rig, call, first, 1 - old), 1 - old);
            old = if first { old } else { new };
            reading
        } else {
            BTreeSet::new()
        };
        let numbers = (1..).step_by(step);
        for number in numbers.filter(|number| !reading.contains(number) || number % 16 == 0) {
            let harm = harms[(number / step + count) % harms.len()];
            let new = 1 - old;
            if first {
                rig.forget();
            }
            rig.write(new);
            let run = run(rig, call, number, harm);
            let was = if first {
                Tree::new()
            } else {
                rig.states[old].clone()
            };
            judge(rig, &run, &was, new, harm);
            rig.build(new, &run);
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

fn judge(rig: &Rig, run: &Run, was: &Tree, new: usize, harm: Harm) {
    let code = run.output.status.code();
    let said = String::from_utf8_lossy(&run.output.stderr);
    let report = String::from_utf8_lossy(&run.output.stdout);
    let now = rig.published();
    let is_new = now == rig.states[new];
    let call = run.harmed.as_deref().unwrap_or_default();
    // A file that could not be read: said, and not part of the site.
    let lacks_file =
        matches!(harm, Harm::Error(_)) && code == Some(1) && report.contains("unreadable-file");
    // Where nothing can take the old folder's place in one step the manual says what is seen meanwhile.
    let either = |path: &Path| {
        rig.states
            .iter()
            .any(|state| state.get(path) == now.get(path))
    };
    let weaker = match rig.way {
        Way::Exchange => false,
        Way::NoExchange(_) => now.is_empty(),
        Way::InPlace => now
            .keys()
            .all(|path| either(path) || path.starts_with(".polydoc-work")),
    };
    assert!(
        now == *was || is_new || lacks_file || weaker,
        "neither the old site nor the new one: {:?}\n{run}",
        differences(&now, &rig.states[new])
    );
    match (harm, code) {
        (Harm::Kill, _) => assert!(run.harmed.is_some() || code == Some(0), "{run}"),
        // The system's own loader, and streams of the terminal, are no business of ours.
        _ if call.contains(".so") || call.contains("write(1<") || call.contains("write(2<") => {}
        (_, Some(0)) => assert!(is_new, "it said that all went well: {run}"),
        (_, Some(1)) => assert!(lacks_file, "{run}"),
        (_, Some(2)) => assert!(
            said.contains("error: ") && said.contains('`'),
            "names no path: {run}"
        ),
        _ => panic!("{run}"),
    }
}

fn harm(way: Way, first: bool, harms: &[Harm], sample: usize) {
    let Some(mut rig) = traced(way) else { return };
    let count = harm_all(&mut rig, first, harms, if is_full() { 1 } else { sample });
    println!("{way:?}, first build: {first}, {harms:?}: {count} calls");
    assert!(count > 5, "calls were harmed: {count}");
}

/// A project, where programs may be traced.
fn traced(way: Way) -> Option<Rig> {
    if Command::new("strace").arg("--version").output().is_err() {
        println!("skipped: no strace");
        return None;
    }
    let mut rig = Rig::new(way, 20);
    if run(&rig, "flock", 1, Harm::Error("EIO")).harmed.is_none() {
        println!("skipped: strace may not trace here");
        return None;
    }
    rig.forget();
    Some(rig)
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

/// The errors take turns.
fn all_errors(first: bool) {
    harm(Way::Exchange, first, &ERRORS.map(Harm::Error), 24);
}

const IN_TURN: [Harm; 4] = [
    Harm::Kill,
    Harm::Error("ENOSPC"),
    Harm::Kill,
    Harm::Error("EIO"),
];

#[test]
fn where_folders_cannot_change_places_there_is_the_old_site_the_new_one_or_for_a_moment_none() {
    for error in ["EINVAL", "ENOSYS"] {
        harm(Way::NoExchange(error), false, &IN_TURN, 60);
    }
}

#[test]
fn a_mount_point_killed_or_refused_at_any_call_is_finished_by_the_next_build() {
    let folder = TempDir::new().unwrap();
    if Mount::tmpfs(&folder.path().join("probe"), "size=1m").is_some() {
        harm(Way::InPlace, false, &IN_TURN, 60);
    }
}

#[test]
fn without_hard_links_the_mirror_is_made_of_copies() {
    let Some(mut rig) = traced(Way::Exchange) else {
        return;
    };
    rig.start(0);
    for error in ["EPERM", "EOPNOTSUPP", "EMLINK"] {
        for state in [1, 0] {
            rig.write(state);
            let inject = format!("inject=linkat:error={error}");
            let mut command = Command::new("strace");
            command
                .args(["-f", "-o", "/dev/null", "-e", "trace=linkat", "-e", &inject])
                .arg(program());
            let ended = rig.polydoc(&mut command, &rig.output());
            let said = String::from_utf8_lossy(&ended.stderr);
            assert!(ended.status.success(), "{said}");
            let now = tree(&rig.output());
            assert!(
                now == rig.states[state],
                "{error}: {:?}",
                differences(&now, &rig.states[state])
            );
        }
    }
}
