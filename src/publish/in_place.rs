//! Changes the published folder file by file, where the folder itself cannot be renamed: a mount point, a folder from a lower layer of a
//! container's file system, a folder beside which nothing may be written.
//!
//! Everything that is new is written first, and brought to the disk. Then a journal of all steps is written; from then on the new site is
//! certain, because the next build goes through the journal again if this one is killed. Steps come in an order that keeps links alive:
//! styles and images first, then pages, then what is stale. Each file changes in one step; the site as a whole does not.

use std::io::{self, Read as _, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};

use super::Stage;
use super::fresh::{Fresh, numbered_path};
use super::manifest;
use super::outcome::{Origin, Outcome};
use super::place::Place;
use super::survey::Survey;
use super::work::{JOURNAL, Work};
use crate::failure::Failure;
use crate::fs::{EntryKind, Folder, MANIFEST_NAME, Tree, is_missing};
use crate::source::ContentHash;

const HEADER: &[u8] = b"polydoc-journal 1";
const MANIFEST: &str = "manifest";
const TEMPORARY: &str = ".polydoc-moving.polydoc-work";

/// One step.
#[derive(Debug, PartialEq, Eq)]
enum Step {
    /// A file comes from the work folder to its place.
    Move(PathBuf, PathBuf),
    /// A file goes, and the folders that are empty then.
    Remove(PathBuf),
    /// A folder goes if it is empty.
    Prune(PathBuf),
}

/// Publishes file by file. New files lie below `source` in the work folder.
pub(super) fn publish(
    stage: &mut Stage,
    survey: &Survey,
    outcome: &mut Outcome<'_>,
    source: &Path,
) -> Result<(), Failure> {
    let prepared = prepare(stage, survey, outcome, source);
    let steps = prepared.map_err(|error| stage.place.unwritable(&"the new site", &error))?;
    stage.unfinished = true;
    let applied = Folder::open(&stage.place.output)
        .and_then(|output| apply(&stage.work, &Tree::new(output), &steps));
    applied.map_err(|error| {
        let failure = stage.place.unwritable(&"the new site", &error);
        failure.hint("run the build again: it finishes what was begun; until then the folder holds old and new pages")
    })?;
    stage.unfinished = false;
    // Their times are not noted: the next build compares contents.
    outcome
        .files
        .iter_mut()
        .for_each(|file| file.seen = manifest::Seen::default());
    Ok(())
}

fn prepare(
    stage: &mut Stage,
    survey: &Survey,
    outcome: &Outcome<'_>,
    source: &Path,
) -> io::Result<Vec<Step>> {
    let work = &stage.work;
    work.clear(MANIFEST)?;
    let lines = outcome
        .files
        .iter()
        .map(|file| (file.path, file.size, *file.hash));
    stage.manifest = manifest::write(&work.folder, Path::new(MANIFEST), lines)?;
    let numbered =
        source == Path::new(super::FRESH) && matches!(stage.fresh, Fresh::Numbered { .. });
    let steps = plan(survey, outcome, source, numbered);
    work.folder.sync_file_system()?;
    let temporary = Path::new("journal.new");
    work.folder.remove_tree(temporary)?;
    let mut file = work.folder.create(temporary)?;
    file.write_all(&encode(&steps))?;
    file.sync_all()?;
    work.folder
        .rename(temporary, &work.folder, Path::new(JOURNAL))?;
    work.folder.sync()?;
    Ok(steps)
}

fn plan(survey: &Survey, outcome: &Outcome<'_>, source: &Path, numbered: bool) -> Vec<Step> {
    let moves = outcome.files.iter().filter_map(|file| match file.origin {
        Origin::Published => None,
        Origin::Fresh(number) => {
            let path = PathBuf::from(file.path.as_str());
            let from = if numbered {
                numbered_path(number)
            } else {
                path.clone()
            };
            Some(Step::Move(source.join(from), path))
        }
    });
    let is_page = |step: &Step| matches!(step, Step::Move(_, path) if path.extension().is_some_and(|end| end == "html"));
    let (pages, assets): (Vec<_>, Vec<_>) = moves.partition(is_page);
    let stale = survey
        .known
        .lines
        .iter()
        .filter(|line| outcome.find(line.path.as_str()).is_none() && !survey.keeps(&line.path));
    let stale = stale.map(|line| Step::Remove(PathBuf::from(line.path.as_str())));
    // A folder is named before what it holds, so folders go in reverse.
    let strange = survey
        .strange
        .iter()
        .rev()
        .map(|strange| match strange.kind {
            EntryKind::Folder => Step::Prune(strange.path.clone()),
            _ => Step::Remove(strange.path.clone()),
        });
    let (folders, files): (Vec<_>, Vec<_>) =
        strange.partition(|step| matches!(step, Step::Prune(_)));
    let manifest = Step::Move(PathBuf::from(MANIFEST), PathBuf::from(MANIFEST_NAME));
    assets
        .into_iter()
        .chain(pages)
        .chain(stale)
        .chain(files)
        .chain(folders)
        .chain([manifest])
        .collect()
}

/// Goes through the steps. Those that were done before are no error.
fn apply(work: &Work, output: &Tree, steps: &[Step]) -> io::Result<()> {
    let source = Tree::new(work.folder.folder(Path::new("."))?);
    for step in steps {
        match step {
            Step::Move(from, to) => move_in(&source, from, output, to)?,
            Step::Remove(path) => remove(output, path)?,
            Step::Prune(path) => output.prune(path)?,
        }
    }
    output.root().sync_file_system()?;
    work.clear(JOURNAL)
}

fn move_in(source: &Tree, from: &Path, output: &Tree, to: &Path) -> io::Result<()> {
    let (from_folder, from_name) = split(from);
    // What is not there any more was moved by the build that began this.
    let Some(from_folder) = there(source.folder(from_folder))? else {
        return Ok(());
    };
    if there(from_folder.facts(from_name))?.is_none() {
        return Ok(());
    }
    let (folder, name) = split(to);
    let folder = match output.make_folder(folder) {
        Err(error) if is_missing(&error) => {
            clear_the_way(output, folder)?;
            output.make_folder(folder)?
        }
        result => result?,
    };
    if there(folder.facts(name))?.is_some_and(|facts| facts.kind == EntryKind::Folder) {
        output.forget();
        folder.remove_tree(name)?;
    }
    match from_folder.rename(from_name, &folder, name) {
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            let temporary = Path::new(TEMPORARY);
            folder.remove_tree(temporary)?;
            from_folder.copy(from_name, &folder, temporary)?;
            folder.rename(temporary, &folder, name)?;
            from_folder.remove_file(from_name)
        }
        result => result,
    }
}

/// Deletes a file or link that stands where a folder is needed.
fn clear_the_way(output: &Tree, folder: &Path) -> io::Result<()> {
    let mut above: Vec<&Path> = folder
        .ancestors()
        .take_while(|path| !path.as_os_str().is_empty())
        .collect();
    while let Some(path) = above.pop() {
        let (parent, name) = split(path);
        let parent = output.folder(parent)?;
        if parent.facts(name)?.kind != EntryKind::Folder {
            return parent.remove_file(name);
        }
    }
    Ok(())
}

fn remove(output: &Tree, path: &Path) -> io::Result<()> {
    let (folder, name) = split(path);
    // The folder may be gone, or be a file by now.
    let Some(opened) = there(output.folder(folder))? else {
        return Ok(());
    };
    if there(opened.facts(name))?.is_some_and(|facts| facts.kind != EntryKind::Folder) {
        opened.remove_file(name)?;
    }
    output.prune(folder)
}

fn there<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Err(error) if is_missing(&error) => Ok(None),
        result => result.map(Some),
    }
}

fn split(path: &Path) -> (&Path, &Path) {
    (
        path.parent().unwrap_or(Path::new("")),
        Path::new(path.file_name().unwrap_or_default()),
    )
}

/// Goes through the journal that a killed build left, if it is whole; a journal that is not was not begun.
pub(super) fn recover(place: &Place, work: &Work) -> io::Result<()> {
    let Some(mut file) = there(work.folder.read(Path::new(JOURNAL)))? else {
        return Ok(());
    };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    match decode(&bytes) {
        Some(steps) => apply(work, &Tree::new(Folder::open(&place.output)?), &steps),
        None => Ok(()),
    }
}

/// Header, then per step a letter and its paths, all ended by NUL, then the hash of it all.
fn encode(steps: &[Step]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut push = |part: &[u8]| {
        bytes.extend(part);
        bytes.push(0);
    };
    push(HEADER);
    for step in steps {
        match step {
            Step::Move(from, to) => [b"m", from.as_os_str().as_bytes(), to.as_os_str().as_bytes()]
                .iter()
                .for_each(|part| push(part)),
            Step::Remove(path) => [b"r", path.as_os_str().as_bytes()]
                .iter()
                .for_each(|part| push(part)),
            Step::Prune(path) => [b"p", path.as_os_str().as_bytes()]
                .iter()
                .for_each(|part| push(part)),
        }
    }
    let hash = ContentHash::of(&bytes);
    bytes.extend(hash.0);
    bytes
}

fn decode(bytes: &[u8]) -> Option<Vec<Step>> {
    let (content, hash) = bytes.split_at_checked(bytes.len().checked_sub(32)?)?;
    if ContentHash::of(content).0 != hash {
        return None;
    }
    let mut parts = content.strip_suffix(&[0])?.split(|&byte| byte == 0);
    let path = |part: &[u8]| PathBuf::from(std::ffi::OsStr::from_bytes(part));
    if parts.next()? != HEADER {
        return None;
    }
    let mut steps = Vec::new();
    while let Some(letter) = parts.next() {
        steps.push(match letter {
            b"m" => Step::Move(path(parts.next()?), path(parts.next()?)),
            b"r" => Step::Remove(path(parts.next()?)),
            b"p" => Step::Prune(path(parts.next()?)),
            _ => return None,
        });
    }
    Some(steps)
}
