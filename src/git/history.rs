//! Which commits of a repository touched which file below a folder, and which commit came after which.
//!
//! Only file names and object names are read, by `rev-list` and `log` without anything that a repository could have run.

use std::collections::BTreeMap;
use std::path::Path;

use crate::failure::Failure;

use super::answer;

/// The history of a folder, as far as `HEAD` knows it.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Full names of all commits, newest first.
    commits: Vec<Box<str>>,
    /// Their positions by name.
    positions: BTreeMap<Box<str>, u32>,
    /// The parents of each.
    parents: Vec<Box<[u32]>>,
    /// By path below the folder: the commits that touched it, newest first, with the object that each left there.
    changes: BTreeMap<String, Vec<Change>>,
}

/// A change of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The commit, as a position in the history.
    pub commit: u32,
    /// The object that holds the contents since; `None` when the file was removed.
    pub object: Option<Box<str>>,
}

/// Commits that a commit knows: itself and all before it.
#[derive(Clone, Debug)]
pub struct Known(Vec<bool>);

impl Known {
    /// Whether it knows a commit.
    pub fn contains(&self, commit: u32) -> bool {
        self.0[commit as usize]
    }
}

impl History {
    /// The history of a folder; `None` when it lies in no repository, or the repository has no commit.
    ///
    /// # Errors
    /// When git cannot be run.
    pub fn of(folder: &Path) -> Result<Option<Self>, Failure> {
        let graph = answer(folder, &["rev-list", "--topo-order", "--parents", "HEAD"])?;
        if !graph.status.success() {
            return Ok(None);
        }
        let mut history = Self::default();
        let graph = String::from_utf8_lossy(&graph.stdout).into_owned();
        for line in graph.lines() {
            let name = line.split(' ').next().unwrap_or_default();
            let at = u32::try_from(history.commits.len()).unwrap_or(u32::MAX);
            history.positions.insert(name.into(), at);
            history.commits.push(name.into());
        }
        for line in graph.lines() {
            // Parents that a shallow clone has cut off are unknown.
            let parents = line.split(' ').skip(1);
            let known = parents.filter_map(|name| history.positions.get(name).copied());
            history.parents.push(known.collect());
        }
        let log = answer(
            folder,
            &[
                "log",
                "--no-show-signature",
                "--no-ext-diff",
                "--no-textconv",
                "--no-color",
                "--no-mailmap",
                "--no-renames",
                "--no-merges",
                "--topo-order",
                "--full-history",
                "--format=%x01%H%x02",
                "--raw",
                "--no-abbrev",
                "--relative",
                "-z",
                "HEAD",
                "--",
                ".",
            ],
        )?;
        if !log.status.success() {
            return Ok(None);
        }
        for commit in String::from_utf8_lossy(&log.stdout).split('\u{1}') {
            let Some((name, changes)) = commit.split_once('\u{2}') else {
                continue;
            };
            let Some(&commit) = history.positions.get(name) else {
                continue;
            };
            // `:100644 100644 OLD NEW M`, NUL, the path, NUL.
            let mut fields = changes
                .split('\0')
                .map(|field| field.trim_start_matches('\n'));
            while let Some(facts) = fields.by_ref().find(|field| field.starts_with(':')) {
                let Some(path) = fields.next() else { break };
                let object = facts.split(' ').nth(3).unwrap_or_default();
                let is_gone = object.bytes().all(|byte| byte == b'0');
                let object = (!is_gone).then(|| object.into());
                history
                    .changes
                    .entry(path.to_owned())
                    .or_default()
                    .push(Change { commit, object });
            }
        }
        Ok(Some(history))
    }

    /// The commit of a name, which may be shortened to seven digits or more.
    pub fn commit(&self, name: &str) -> Option<u32> {
        if name.len() < 7 || !name.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let mut from = self
            .positions
            .range::<str, _>((std::ops::Bound::Included(name), std::ops::Bound::Unbounded));
        let (found, &at) = from.next()?;
        let is_alone = from.next().is_none_or(|(next, _)| !next.starts_with(name));
        (found.starts_with(name) && is_alone).then_some(at)
    }

    /// The full name of a commit.
    pub fn name(&self, commit: u32) -> &str {
        &self.commits[commit as usize]
    }

    /// What touched a path, newest first.
    pub fn changes(&self, path: &str) -> &[Change] {
        self.changes.get(path).map_or(&[], |changes| changes)
    }

    /// The commits that a commit knows.
    pub fn known_to(&self, commit: u32) -> Known {
        let mut known = vec![false; self.commits.len()];
        let mut ahead = vec![commit];
        while let Some(commit) = ahead.pop() {
            if !std::mem::replace(&mut known[commit as usize], true) {
                ahead.extend(self.parents[commit as usize].iter().copied());
            }
        }
        Known(known)
    }

    /// The paths that exist in `HEAD`, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let is_there =
            |changes: &Vec<Change>| changes.first().is_some_and(|it| it.object.is_some());
        self.changes
            .iter()
            .filter(move |(_, changes)| is_there(changes))
            .map(|(path, _)| path.as_str())
    }
}
