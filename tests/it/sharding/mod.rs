//! Shares of a site that several processes build, and the site that they come to: the one that a single build makes, byte for byte.

mod refused;
mod same;
mod small;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::cli::Run;

/// Every file below a folder with its bytes, the list of polydoc's own files too.
type Tree = BTreeMap<PathBuf, Vec<u8>>;

fn tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_owned();
                tree.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    tree
}

/// Compares without printing whole sites.
#[track_caller]
fn equal(one: &Tree, other: &Tree) {
    let paths = one.keys().chain(other.keys());
    let differing: Vec<_> = paths
        .filter(|path| one.get(*path) != other.get(*path))
        .take(5)
        .collect();
    assert!(differing.is_empty(), "{differing:?}");
    assert!(one.len() > 5, "a site was built");
}

/// The program that `tests/run` measures with, else the one of these tests.
fn program() -> PathBuf {
    std::env::var_os("POLYDOC_BIN").map_or_else(|| env!("CARGO_BIN_EXE_polydoc").into(), Into::into)
}

/// Starts the program in a folder, free of the variables that it reads.
fn start(folder: &Path, arguments: &[&str]) -> std::process::Child {
    let mut command = Command::new(program());
    for variable in [
        "POLYDOC_BASE_URL",
        "POLYDOC_OUTPUT",
        "POLYDOC_JOBS",
        "SOURCE_DATE_EPOCH",
    ] {
        command.env_remove(variable);
    }
    command
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("polydoc can be started")
}

fn finish(child: std::process::Child) -> Run {
    let output = child.wait_with_output().expect("polydoc ends");
    let text = |bytes| String::from_utf8(bytes).expect("polydoc writes UTF-8");
    Run {
        code: output.status.code().unwrap_or(-1),
        out: text(output.stdout),
        errors: text(output.stderr),
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Run {
    finish(start(folder, arguments))
}

/// Builds all shares of a project below a folder, each by a process of its own, two at a time; gives what they said.
fn build_shares(project: &Path, folder: &Path, of: usize, options: &[&str]) -> Vec<Run> {
    let begin = |number: usize| {
        let output = folder.join(number.to_string());
        let shard = format!("{number}/{of}");
        let output = output.to_str().unwrap().to_owned();
        let mut arguments = vec![
            "build", "--shard", &shard, "--output", &output, "--jobs", "1",
        ];
        arguments.extend_from_slice(options);
        start(project, &arguments)
    };
    let numbers: Vec<usize> = (1..=of).collect();
    let pairs = numbers.chunks(2).flat_map(|pair| {
        let started: Vec<_> = pair.iter().map(|&number| begin(number)).collect();
        started.into_iter().map(finish).collect::<Vec<_>>()
    });
    pairs.collect()
}

/// Merges the shares `1`, `2`, … of a folder into `site` there.
fn merge(folder: &Path, of: usize, options: &[&str]) -> Run {
    let names: Vec<String> = (1..=of).rev().map(|number| number.to_string()).collect();
    let mut arguments = vec!["merge", "--output", "site"];
    arguments.extend(names.iter().map(String::as_str));
    arguments.extend_from_slice(options);
    run(folder, &arguments)
}
