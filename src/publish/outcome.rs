//! What the output folder is to hold in the end: every file, and where its bytes are now.

use super::fresh::Written;
use super::manifest::Seen;
use super::survey::{CLAIMED, Foreign, Survey, has_folder};
use super::{Name, Published};
use crate::failure::Failure;
use crate::model::OutputPath;
use crate::source::ContentHash;

/// One file of the new site.
#[derive(Debug)]
pub(super) struct File<'a> {
    /// Its path.
    pub(super) path: &'a OutputPath,
    /// Its size in bytes.
    pub(super) size: u64,
    /// The hash of its bytes.
    pub(super) hash: &'a ContentHash,
    /// What it looked like when its bytes were known to be right.
    pub(super) seen: Seen,
    /// Where it is.
    pub(super) origin: Origin,
}

/// Where the bytes of a file are before the swap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// In the published folder.
    Published,
    /// Among the fresh files, under this number.
    Fresh(u32),
}

/// The new site.
#[derive(Debug)]
pub(super) struct Outcome<'a> {
    /// Its files, sorted by path.
    pub(super) files: Vec<File<'a>>,
}

impl<'a> Outcome<'a> {
    /// Puts together what is kept and what was written. Fails when two files want one place.
    pub(super) fn of(survey: &'a Survey, written: &'a [(Name, Written)]) -> Result<Self, Failure> {
        let known = &survey.known;
        let kept = (0..known.lines.len())
            .filter(|&at| known.stays(at))
            .map(|at| File {
                path: &known.lines[at].path,
                size: known.lines[at].size,
                hash: &known.lines[at].hash,
                seen: known.seen[at],
                origin: Origin::Published,
            });
        let new = written.iter().map(|(name, written)| File {
            path: match name {
                Name::Known(at) => &known.lines[*at].path,
                Name::New(path) => path,
            },
            size: written.size,
            hash: &written.hash,
            seen: written.seen,
            origin: Origin::Fresh(written.number),
        });
        let mut files = Vec::with_capacity(known.lines.len().max(written.len()));
        files.extend(kept.chain(new));
        files.sort_unstable_by(|a, b| a.path.cmp(b.path));
        find_clash(&files)?;
        find_clash_with_kept(&files, &survey.kept)?;
        Ok(Self { files })
    }

    /// Whether the published folder is already what it is to be.
    pub(super) fn is_what_stands_there(&self, survey: &Survey) -> bool {
        survey.strange.is_empty()
            && self.files.len() == survey.known.lines.len()
            && (0..survey.known.lines.len()).all(|at| survey.known.stays(at))
    }

    /// The numbers for the report.
    pub(super) fn counts(&self, survey: &Survey) -> Published {
        let written = self
            .files
            .iter()
            .filter(|file| file.origin != Origin::Published)
            .count();
        let stale = survey.known.lines.iter().enumerate();
        let stale = stale
            .filter(|(at, line)| survey.known.mark(*at) & CLAIMED == 0 && !survey.keeps(&line.path))
            .count();
        let strange = survey
            .strange
            .iter()
            .filter(|strange| strange.kind != crate::fs::EntryKind::Folder)
            .count();
        Published {
            written,
            kept: self.files.len() - written,
            removed: stale + strange,
            foreign: survey.kept.len(),
        }
    }

    /// The file at a path.
    pub(super) fn find(&self, path: &str) -> Option<usize> {
        self.files
            .binary_search_by(|file| file.path.as_str().cmp(path))
            .ok()
    }

    /// Whether a file lies below a folder.
    pub(super) fn has_folder(&self, folder: &str) -> bool {
        has_folder(&self.files, folder, |file| file.path.as_str())
    }
}

/// Whether two paths cannot both be files: they are the same, or one is a folder of the other.
pub(super) fn are_at_odds(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    long.strip_prefix(short)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Two files want one place.
pub(super) fn clash(one: &str, other: &str) -> Failure {
    let message = if one == other {
        format!("two files are to be published as `{one}`")
    } else {
        let (file, below) = if one.len() < other.len() {
            (one, other)
        } else {
            (other, one)
        };
        format!("`{file}` and `{below}` cannot both be published: one name is a file and a folder")
    };
    Failure::configuration(message).hint("rename one of the articles, or move one of them")
}

fn find_clash(files: &[File<'_>]) -> Result<(), Failure> {
    // Sorted by bytes, a path comes after all that it begins with, but not directly: `a`, `a-b`, `a/c`.
    let mut beginnings: Vec<&str> = Vec::new();
    for file in files {
        let path = file.path.as_str();
        while beginnings
            .last()
            .is_some_and(|last| !path.starts_with(last))
        {
            beginnings.pop();
        }
        if let Some(other) = beginnings.iter().find(|other| are_at_odds(other, path)) {
            return Err(clash(other, path));
        }
        beginnings.push(path);
    }
    Ok(())
}

fn find_clash_with_kept(files: &[File<'_>], kept: &[Foreign]) -> Result<(), Failure> {
    for kept in kept.iter().filter_map(|kept| kept.path.to_str()) {
        let is_file = |path: &str| {
            files
                .binary_search_by(|file| file.path.as_str().cmp(path))
                .is_ok()
        };
        let mut above = kept;
        while let Some((folder, _)) = above.rsplit_once('/') {
            if is_file(folder) {
                return Err(kept_clash(kept, folder));
            }
            above = folder;
        }
        if has_folder(files, kept, |file| file.path.as_str()) {
            let below = files
                .iter()
                .find(|file| are_at_odds(kept, file.path.as_str()));
            return Err(kept_clash(
                kept,
                below.map_or(kept, |file| file.path.as_str()),
            ));
        }
    }
    Ok(())
}

fn kept_clash(kept: &str, path: &str) -> Failure {
    Failure::configuration(format!("`{path}` cannot be published: `{kept}` in the output folder is kept, and one name is a file and a folder"))
        .hint(format!("take `{kept}` out of `keep:`, or rename the article"))
}
