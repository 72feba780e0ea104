//! Same input, same bytes: whatever the number of threads, the user's surroundings, the time, or where the project lies.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::support::root;
use crate::support::shared::shared;

/// Every file of a site with its bytes.
type Tree = BTreeMap<PathBuf, Vec<u8>>;

/// Builds a project with more options and in other surroundings; gives the site and the report.
fn build(project: &Path, options: &[&str], change: impl FnOnce(&mut Command)) -> (Tree, String) {
    let output = project.join("public");
    if output.exists() {
        fs::remove_dir_all(&output).expect("the site from before can be removed");
    }
    let program =
        std::env::var_os("POLYDOC_BIN").unwrap_or_else(|| env!("CARGO_BIN_EXE_polydoc").into());
    let mut command = Command::new(program);
    command
        .args(["build", "--format", "json", "--output", "public"])
        .args(options)
        .current_dir(project)
        .env_remove("SOURCE_DATE_EPOCH");
    change(&mut command);
    let ended = command.output().expect("polydoc can be started");
    assert!(
        matches!(ended.status.code(), Some(0 | 1)),
        "{}",
        String::from_utf8_lossy(&ended.stderr)
    );
    let mut tree = Tree::new();
    read(&output, &output, &mut tree);
    assert!(tree.len() > 20, "a site was built");
    let report = String::from_utf8(ended.stdout).expect("the report is UTF-8");
    (tree, report)
}

fn read(folder: &Path, root: &Path, tree: &mut Tree) {
    for entry in fs::read_dir(folder).expect("the site can be read") {
        let path = entry.expect("its entries too").path();
        if path.is_dir() {
            read(&path, root, tree);
        } else {
            let name = path.strip_prefix(root).expect("it lies in the site");
            let bytes = fs::read(&path).expect("its files too");
            tree.insert(name.to_owned(), bytes);
        }
    }
}

/// A project that is the sample, or where that is absent our own manual.
fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let content = shared("corpus/sample").unwrap_or_else(|| root().join("content"));
    copy(&content, &folder.path().join("content"));
    fs::write(
        folder.path().join("polydoc.yml"),
        "version: 1\nbase_url: https://docs.example.org/docs\n",
    )
    .expect("settings can be written");
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("folders can be made");
    for entry in fs::read_dir(from).expect("content can be read") {
        let path = entry.expect("its entries too").path();
        let target = to.join(path.file_name().expect("an entry has a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            let bytes = fs::read(&path).expect("its files too");
            fs::write(target, bytes).expect("files can be written");
        }
    }
}

/// Compares without printing whole sites.
fn same((one, first): &(Tree, String), (other, second): &(Tree, String), what: &str) {
    let differing: Vec<_> = one
        .keys()
        .chain(other.keys())
        .filter(|path| one.get(*path) != other.get(*path))
        .take(5)
        .collect();
    assert!(differing.is_empty(), "{what}: {differing:?}");
    assert_eq!(first, second, "{what}: the report");
}

#[test]
fn the_number_of_threads_cannot_be_seen() {
    let project = project();
    let one = build(project.path(), &["--jobs", "1"], |_| ());
    for jobs in ["2", "8"] {
        let several = build(project.path(), &["--jobs", jobs], |_| ());
        same(&one, &several, &format!("--jobs {jobs}"));
    }
}

#[test]
fn the_surroundings_of_the_user_cannot_be_seen() {
    let project = project();
    let plain = build(project.path(), &[], |_| ());
    let turkish = build(project.path(), &[], |command| {
        command
            .env("TZ", "Pacific/Kiritimati")
            .env("LANG", "tr_TR.UTF-8")
            .env("LC_ALL", "tr_TR.UTF-8")
            .env("USER", "somebody");
    });
    same(&plain, &turkish, "time zone and language");
    let bare = build(project.path(), &[], |command| {
        let path = std::env::var_os("PATH").unwrap_or_default();
        command.env_clear().env("PATH", path);
    });
    same(&plain, &bare, "no HOME, no language");
}

#[test]
fn the_place_of_the_project_cannot_be_seen() {
    let (one, other) = (project(), project());
    let deep = other.path().join("a folder/of another name");
    fs::create_dir_all(deep.parent().expect("it has a parent")).expect("folders can be made");
    copy(one.path(), &deep);
    let here = build(one.path(), &[], |_| ());
    let there = build(&deep, &[], |_| ());
    same(&here, &there, "another folder");
}

/// Copies a folder file by file in another order, so that the disk lists it in another one.
fn copy_shuffled(from: &Path, to: &Path, mut seed: u64) {
    let mut files = crate::support::files_below(from, "");
    for at in (1..files.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        files.swap(at, usize::try_from(seed >> 33).expect("31 bits") % (at + 1));
    }
    for file in files {
        let target = to.join(file.strip_prefix(from).expect("it lies there"));
        fs::create_dir_all(target.parent().expect("it lies in a folder"))
            .expect("folders can be made");
        fs::copy(&file, target).expect("files can be copied");
    }
}

/// Threads, paths, time zone, language, home, order of the disk, terminal or none: all at once, ten times.
#[cfg(unix)]
#[test]
fn ten_builds_in_ten_surroundings_have_one_hash() {
    let original = project();
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() {
        TempDir::new_in(memory)
    } else {
        TempDir::new()
    };
    let folder = folder.expect("there is a temporary folder");
    let has_terminal = Command::new("script")
        .arg("--version")
        .output()
        .is_ok_and(|it| it.status.success());
    let mut first: Option<Tree> = None;
    for turn in 0..10_usize {
        let place = folder
            .path()
            .join(["short", "a longer name/of two folders"][turn % 2]);
        if place.exists() {
            fs::remove_dir_all(&place).expect("the project from before can be removed");
        }
        copy_shuffled(original.path(), &place, 7 + turn as u64);
        let jobs = ["1", "2", "8"][turn % 3];
        let zone = ["UTC", "Pacific/Kiritimati", "America/St_Johns"][turn % 3];
        let language = ["C", "tr_TR.UTF-8", "ar_EG.UTF-8", "zh_CN.GB18030"][turn % 4];
        let umask = ["022", "077", "000"][turn % 3];
        let program = std::env::var("POLYDOC_BIN")
            .unwrap_or_else(|_| env!("CARGO_BIN_EXE_polydoc").to_owned());
        let line = format!("umask {umask}; exec '{program}' build --jobs {jobs}");
        let mut command = if turn % 2 == 1 && has_terminal {
            let mut command = Command::new("script");
            command.args(["-qec", &line, "/dev/null"]);
            command
        } else {
            let mut command = Command::new("sh");
            command.args(["-c", &line]);
            command
        };
        command
            .current_dir(&place)
            .env("TZ", zone)
            .env("LANG", language)
            .env("LC_ALL", language)
            .env_remove("SOURCE_DATE_EPOCH");
        if turn % 4 == 3 {
            command
                .env_remove("HOME")
                .env_remove("USER")
                .env("TERM", "dumb");
        }
        let ended = command.output().expect("polydoc can be started");
        let output = place.join("public");
        let mut tree = Tree::new();
        read(&output, &output, &mut tree);
        assert!(
            tree.len() > 20,
            "a site was built: {}",
            String::from_utf8_lossy(&ended.stderr)
        );
        let first = first.get_or_insert_with(|| tree.clone());
        let differing: Vec<_> = tree
            .keys()
            .chain(first.keys())
            .filter(|path| tree.get(*path) != first.get(*path))
            .take(5)
            .collect();
        assert!(differing.is_empty(), "build {turn}: {differing:?}");
    }
}

#[cfg(unix)]
#[test]
fn the_rights_of_new_files_do_not_change_what_is_in_them() {
    use std::os::unix::fs::PermissionsExt as _;
    let project = project();
    let plain = build(project.path(), &[], |_| ());
    // `umask` can be set only inside a process: a shell sets it and becomes polydoc.
    let strict = build(project.path(), &[], |command| {
        let program = command.get_program().to_owned();
        let arguments: Vec<_> = command.get_args().map(ToOwned::to_owned).collect();
        let mut shell = Command::new("sh");
        shell
            .args(["-c", "umask 077; exec \"$0\" \"$@\""])
            .arg(program)
            .args(arguments)
            .current_dir(project.path())
            .env_remove("SOURCE_DATE_EPOCH");
        *command = shell;
    });
    same(&plain, &strict, "umask");
    let mode =
        |path: &Path| fs::metadata(path).map(|metadata| metadata.permissions().mode() & 0o77);
    assert_eq!(
        mode(&project.path().join("public/index.html")).ok(),
        Some(0)
    );
}

#[test]
fn today_enters_only_through_the_settings() {
    let project = project();
    let plain = build(project.path(), &["--today", "2026-11-22"], |_| ());
    let epoch = build(project.path(), &["--today", "2026-11-22"], |command| {
        command.env("SOURCE_DATE_EPOCH", "0");
    });
    same(&plain, &epoch, "--today is stronger than SOURCE_DATE_EPOCH");
}

#[test]
fn a_verified_build_counts_the_files_that_it_then_publishes() {
    let project = crate::support::Project::new(
        "-- content/en-US/a.md --\n# A\n\n[b](b.md)\n-- content/en-US/b.md --\n# B\n-- content/fr-FR/a.md --\n# A\n",
    );
    let run = crate::cli::polydoc(project.root(), &["build", "--verify", "--jobs", "3"]);
    let mut tree = Tree::new();
    let output = project.root().join("public");
    read(&output, &output, &mut tree);
    // The list of all files is made while they are published.
    let files = tree.len() - 1;
    let line = format!("verified: builds on 1 and on 3 threads give the same {files} files\n");
    assert!(run.errors.contains(&line), "{}", run.errors);
}
