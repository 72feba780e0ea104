//! What stands in the published folder before the build: which of our files are there as we left them, and what is not ours.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU8, Ordering};

use globset::GlobSet;

use super::fresh::hash_of;
use super::manifest::{Line, Manifest, Seen};
use super::place::{Way, is_of_the_system};
use crate::catalogue::Mapper;
use crate::fs::{EntryKind, Folder, Found, MANIFEST_NAME, WORK_SUFFIX};
use crate::model::OutputPath;

/// The file is there.
pub(super) const THERE: u8 = 1;
/// It is as it was when it was last known to be right.
pub(super) const UNTOUCHED: u8 = 2;
/// This build has asked for the path.
pub(super) const CLAIMED: u8 = 4;
/// This build writes the file anew.
pub(super) const REWRITTEN: u8 = 8;
/// Its times say nothing, but it was read, and is right.
pub(super) const READ: u8 = 16;

/// What polydoc wrote the last time and what became of it.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// The files, sorted by path.
    pub(super) lines: Vec<Line>,
    /// What they look like now.
    pub(super) seen: Vec<Seen>,
    /// The flags above, for each.
    pub(super) marks: Vec<AtomicU8>,
}

/// Something in the published folder that is not ours.
#[derive(Clone, Debug)]
pub(super) struct Foreign {
    /// Its path below the output folder; not always UTF-8.
    pub(super) path: PathBuf,
    /// What it is.
    pub(super) kind: EntryKind,
    /// Its file number.
    pub(super) inode: u64,
}

/// What stands in the published folder.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Our own files.
    pub(super) known: Known,
    /// What survives because `keep:` names it, sorted by path.
    pub(super) kept: Vec<Foreign>,
    /// What goes: other people's files, links and folders. What such a folder holds is named too, after it.
    pub(super) strange: Vec<Foreign>,
}

/// Looks through the published folder, its own folders side by side. `stamps` belong to the lines of the manifest.
pub(super) fn survey(
    folder: &Folder,
    manifest: Manifest,
    stamps: Vec<Seen>,
    rules: Rules<'_>,
    mapper: &impl Mapper,
) -> io::Result<Survey> {
    let lines = manifest.lines;
    let marks = lines.iter().map(|_| AtomicU8::new(0)).collect();
    let known = Known {
        lines,
        seen: stamps,
        marks,
    };
    let mut met = Met::default();
    let mut folders = Vec::new();
    folder.visit(&mut |found| {
        if found.path == Path::new(MANIFEST_NAME)
            || found.path == Path::new(WORK_SUFFIX)
            || is_of_the_system(rules.way, found.path)
        {
            return Ok(false);
        }
        met.meet(&known, found, found.path, rules.keep)?;
        if found.kind == EntryKind::Folder {
            folders.push(found.path.to_owned());
        }
        Ok(false)
    })?;
    let below = mapper.map(folders.len(), |at| {
        let mut met = Met::default();
        folder.folder(&folders[at])?.visit(&mut |found| {
            let path = folders[at].join(found.path);
            if is_of_the_system(rules.way, &path) {
                return Ok(false);
            }
            met.meet(&known, found, &path, rules.keep)?;
            Ok(true)
        })?;
        io::Result::Ok(met)
    });
    let mut survey = Survey {
        known,
        ..Survey::default()
    };
    survey.take(met);
    for met in below {
        survey.take(met?);
    }
    survey.kept.sort_by(|a, b| a.path.cmp(&b.path));
    // A folder of something kept stays.
    let kept = &survey.kept;
    survey
        .strange
        .retain(|strange| strange.kind != EntryKind::Folder || !holds(kept, &strange.path));
    Ok(survey)
}

/// What decides what becomes of files that are not ours.
#[derive(Clone, Copy)]
pub(super) struct Rules<'r> {
    pub(super) keep: &'r GlobSet,
    pub(super) way: Way,
}

/// Whether something kept lies below a folder. `kept` is sorted by path.
pub(super) fn holds(kept: &[Foreign], folder: &Path) -> bool {
    let at = kept.partition_point(|kept| kept.path.as_path() < folder);
    kept.get(at)
        .is_some_and(|kept| kept.path.starts_with(folder))
}

/// What was met in a part of the folder.
#[derive(Default)]
struct Met {
    /// Our own files: position, what they look like, their flags.
    ours: Vec<(usize, Seen, u8)>,
    kept: Vec<Foreign>,
    strange: Vec<Foreign>,
}

impl Met {
    fn meet(
        &mut self,
        known: &Known,
        found: &Found<'_>,
        path: &Path,
        keep: &GlobSet,
    ) -> io::Result<()> {
        let text = path.to_str();
        if found.kind == EntryKind::Folder {
            if text.is_none_or(|text| !known.has_folder(text)) {
                self.strange.push(Foreign::of(found, path));
            }
            return Ok(());
        }
        let kept = !keep.is_empty() && names_of(path).any(|path| keep.is_match(path));
        if let Some(at) = text
            .filter(|_| found.kind == EntryKind::File)
            .and_then(|text| known.find(text))
        {
            let facts = found.folder.facts(found.name)?;
            let line = &known.lines[at];
            let seen = Seen::from(facts);
            let untouched = facts.size == line.size && seen == known.seen[at];
            // A file that somebody put in the place of ours is theirs, if it is to be kept at all.
            let ours = untouched || !kept || hash_of(found.folder.read(found.name)?)? == line.hash;
            let mark = match (ours, untouched) {
                (true, true) => THERE | UNTOUCHED,
                (true, false) if facts.size == line.size => THERE,
                _ => 0,
            };
            self.ours.push((at, seen, mark));
            if ours {
                return Ok(());
            }
        }
        let list = if kept {
            &mut self.kept
        } else {
            &mut self.strange
        };
        list.push(Foreign::of(found, path));
        Ok(())
    }
}

impl Survey {
    fn take(&mut self, met: Met) {
        for (at, seen, mark) in met.ours {
            self.known.seen[at] = seen;
            *self.known.marks[at].get_mut() = mark;
        }
        self.kept.extend(met.kept);
        self.strange.extend(met.strange);
    }

    /// Whether `keep:` protects what stands at a path now.
    pub(super) fn keeps(&self, path: &OutputPath) -> bool {
        let path = Path::new(path.as_str());
        self.kept
            .binary_search_by(|kept| kept.path.as_path().cmp(path))
            .is_ok()
    }
}

impl Known {
    /// The file at a path.
    pub(super) fn find(&self, path: &str) -> Option<usize> {
        self.lines
            .binary_search_by(|line| line.path.as_str().cmp(path))
            .ok()
    }

    /// The flags of a file.
    pub(super) fn mark(&self, at: usize) -> u8 {
        self.marks[at].load(Ordering::Relaxed)
    }

    /// Whether the new site takes a file as it is published.
    pub(super) fn stays(&self, at: usize) -> bool {
        self.mark(at) & (CLAIMED | REWRITTEN) == CLAIMED
    }

    /// Whether files had to be read to know that they are right.
    pub(super) fn were_read(&self) -> bool {
        (0..self.marks.len()).any(|at| self.mark(at) & (CLAIMED | UNTOUCHED) == CLAIMED)
    }

    fn has_folder(&self, folder: &str) -> bool {
        has_folder(&self.lines, folder, |line| line.path.as_str())
    }
}

/// Whether one of the sorted paths lies below a folder.
pub(super) fn has_folder<T>(sorted: &[T], folder: &str, path: impl Fn(&T) -> &str) -> bool {
    let below = |path: &str| {
        path.strip_prefix(folder)
            .is_some_and(|rest| rest.starts_with('/'))
    };
    let before = |path: &str| match path.strip_prefix(folder) {
        Some(rest) => rest.as_bytes().first().is_none_or(|&byte| byte < b'/'),
        None => path < folder,
    };
    let at = sorted.partition_point(|item| before(path(item)));
    sorted.get(at).is_some_and(|item| below(path(item)))
}

impl Foreign {
    fn of(found: &Found<'_>, path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            kind: found.kind,
            inode: found.inode,
        }
    }
}

/// A path and the folders above it: whoever keeps a folder keeps what it holds.
fn names_of(path: &Path) -> impl Iterator<Item = &Path> {
    path.ancestors()
        .take_while(|path| !path.as_os_str().is_empty())
}
