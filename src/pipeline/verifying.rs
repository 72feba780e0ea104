//! Two builds of the same content, which must give the same files. Nothing is written: of every file its hash is kept.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::config::Settings;
use crate::failure::Failure;
use crate::fs::FileSystem;
use crate::model::{Artifact, Body, OutputPath};
use crate::publish::StageOptions;
use crate::source::ContentHash;

use super::{Goal, Progress, run};

/// How many files are named when builds differ.
const MOST_NAMED: usize = 5;

/// Every file of a site by its path, with the hash of its bytes.
pub type Sums = BTreeMap<OutputPath, ContentHash>;

/// Takes artifacts as they come, from several threads, and keeps their hashes.
#[derive(Default)]
pub(super) struct Summed(Mutex<Sums>);

impl Summed {
    /// Takes one.
    pub(super) fn add(&self, artifact: &Artifact) {
        let hash = match &artifact.body {
            Body::Bytes(bytes) => ContentHash::of(bytes),
            Body::CopyOf(_, hash) => *hash,
        };
        let mut sums = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        sums.insert(artifact.path.clone(), hash);
    }

    /// All that came.
    pub(super) fn finish(self) -> Sums {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Two builds that gave the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many files each of them made.
    pub files: usize,
    /// On how many threads the second one was made; the first was made on one.
    pub threads: usize,
}

/// Builds a site twice, on one thread and on several, and compares every file.
///
/// # Errors
/// When the files are not the same, or the surroundings are wrong.
pub fn verify(
    fs: &dyn FileSystem,
    settings: &Settings,
    progress: &dyn Progress,
) -> Result<Verified, Failure> {
    let threads = settings.jobs.max(2);
    let sums = |jobs| {
        let settings = Settings {
            jobs,
            ..settings.clone()
        };
        let report = run(fs, &settings, Goal::Sum, progress, &StageOptions::default())?;
        Ok(report.sums)
    };
    let (one, other): (Sums, Sums) = (sums(1)?, sums(threads)?);
    let different = differences(&one, &other);
    if different.is_empty() {
        return Ok(Verified {
            files: one.len(),
            threads,
        });
    }
    let named: Vec<String> = different
        .iter()
        .take(MOST_NAMED)
        .map(|path| format!("`{path}`"))
        .collect();
    let (files, more) = match different.len() {
        1 => ("1 file is".to_owned(), String::new()),
        count if count > MOST_NAMED => (
            format!("{count} files are"),
            format!(" and {} more", count - MOST_NAMED),
        ),
        count => (format!("{count} files are"), String::new()),
    };
    let message = format!(
        "two builds of the same content differ: {files} not the same: {}{more}",
        named.join(", ")
    );
    Err(Failure::environment(message)
        .hint("nothing was published; run it again if somebody changed the content meanwhile")
        .hint("else this is a fault of polydoc: please report it"))
}

/// The paths that only one of two sites has, or that hold different bytes.
fn differences<'s>(one: &'s Sums, other: &'s Sums) -> Vec<&'s OutputPath> {
    let changed = one
        .iter()
        .filter(|(path, hash)| other.get(path) != Some(hash));
    let added = other.iter().filter(|(path, _)| !one.contains_key(path));
    let mut paths: Vec<&OutputPath> = changed.chain(added).map(|(path, _)| path).collect();
    paths.sort_unstable();
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_one_has_and_what_has_other_bytes_is_told() {
        let sums = |files: &[(&str, &str)]| -> Sums {
            let files = files.iter().map(|(path, text)| {
                let path = OutputPath::new(path).expect("a plain name");
                (path, ContentHash::of(text.as_bytes()))
            });
            files.collect()
        };
        let one = sums(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let other = sums(&[("b", "2"), ("c", "4"), ("d", "5")]);
        let paths: Vec<String> = differences(&one, &other)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(paths, ["a", "c", "d"]);
        assert!(differences(&one, &one).is_empty());
    }
}
