//! Lets a whole folder take the place of the published one.
//!
//! The spare is a mirror of the published folder made of hard links, one link per file and no second copy of its bytes. It is brought to
//! the state that is wanted (what is unchanged is linked, what is new is moved in, what is stale is unlinked), brought to the disk, and
//! changes places with the published folder. A spare is never trusted: each of its names must be the very file that is published, which
//! the listing of a folder tells without looking at the file. So a spare that a killed build left half done needs no care.

use std::io;
use std::path::Path;

use super::fresh::{Fresh, numbered_path};
use super::manifest::{self, Seen};
use super::outcome::{File, Origin, Outcome};
use super::place::{Place, Way};
use super::survey::{Foreign, REWRITTEN, Survey, holds};
use super::work::{FRESH, OLD, SPARE, Work};
use super::{Stage, in_place};
use crate::failure::Failure;
use crate::fs::{EntryKind, Folder, MANIFEST_NAME, Tree, cannot_move, no_exchange, no_links};

/// Publishes by replacing the folder. Falls back to changing it in place where it turns out that it cannot be renamed.
pub(super) fn publish(
    stage: &mut Stage,
    survey: &Survey,
    outcome: &mut Outcome<'_>,
) -> Result<(), Failure> {
    let above = Folder::open(&stage.place.above)
        .map_err(|error| stage.place.unwritable(&"the site", &error))?;
    let prepared = prepare(stage, survey, outcome);
    let (tree, name, linked) =
        prepared.map_err(|error| stage.place.unwritable(&"the new site", &error))?;
    match replace(stage, &above, name) {
        Ok(()) => {}
        Err(error) if cannot_move(&error) => {
            stage.place.way = Way::InPlace;
            return in_place::publish(stage, survey, outcome, Path::new(name));
        }
        Err(error) => return Err(stage.place.unwritable(&"the new site", &error)),
    }
    // From here on the new site stands: what fails now costs the next build some time, and nothing else.
    let _ = above.sync();
    tree.forget();
    if let Ok(spare) = stage.work.folder.folder(Path::new(SPARE)) {
        let _ = catch_up(&Tree::new(spare), &tree, survey, outcome);
    }
    look_again(tree.root(), outcome, &linked);
    Ok(())
}

/// Makes the folder that is to be published, with its manifest, and brings it to the disk. Gives it with its name in the work folder,
/// and which files have got another link by that.
fn prepare(
    stage: &mut Stage,
    survey: &Survey,
    outcome: &Outcome<'_>,
) -> io::Result<(Tree, &'static str, Vec<bool>)> {
    let work = &stage.work.folder;
    let fresh = work.folder(Path::new(FRESH))?;
    let (tree, name, linked) = if matches!(stage.fresh, Fresh::Tree(_)) {
        (Tree::new(fresh), FRESH, vec![false; outcome.files.len()])
    } else {
        if stage
            .work
            .folder
            .facts(Path::new(SPARE))
            .is_ok_and(|facts| facts.kind != EntryKind::Folder)
        {
            stage.work.clear(SPARE)?;
        }
        if !stage.work.holds(SPARE)? {
            work.make_folder(Path::new(SPARE))?;
        }
        let spare = Tree::new(work.folder(Path::new(SPARE))?);
        let published = stage
            .published
            .as_ref()
            .map(|folder| folder.folder(Path::new(".")))
            .transpose()?
            .map(Tree::new);
        let linked = fill(
            &spare,
            published.as_ref(),
            &Tree::new(fresh),
            survey,
            outcome,
        )?;
        (spare, SPARE, linked)
    };
    let lines = outcome
        .files
        .iter()
        .map(|file| (file.path, file.size, *file.hash));
    stage.manifest = manifest::write(tree.root(), Path::new(MANIFEST_NAME), lines)?;
    if let Some(published) = &stage.published {
        tree.root().take_permissions_of(published)?;
    }
    tree.root().sync_file_system()?;
    Ok((tree, name, linked))
}

/// Brings the spare to the state that is wanted. Gives for each file whether its number of links changed.
fn fill(
    spare: &Tree,
    published: Option<&Tree>,
    fresh: &Tree,
    survey: &Survey,
    outcome: &Outcome<'_>,
) -> io::Result<Vec<bool>> {
    let (mut linked, kept_there) = weed(spare, survey, outcome)?;
    for (file, linked) in outcome.files.iter().zip(&mut linked) {
        let path = Path::new(file.path.as_str());
        match file.origin {
            Origin::Published if *linked => link(published, spare, path)?,
            Origin::Published => {}
            Origin::Fresh(number) => {
                let (folder, name) = parent(spare, path)?;
                let source = numbered_path(number);
                let (shelf, number) = parent(fresh, &source)?;
                shelf.rename(number, &folder, name)?;
            }
        }
    }
    for (kept, there) in survey.kept.iter().zip(kept_there) {
        if !there {
            link(published, spare, &kept.path)?;
        }
    }
    Ok(linked)
}

/// Takes out of the spare whatever is not a link to a published file that stays. Gives for each file, and for each kept one, whether it
/// still has to come in (files) or is in already (kept ones).
fn weed(
    spare: &Tree,
    survey: &Survey,
    outcome: &Outcome<'_>,
) -> io::Result<(Vec<bool>, Vec<bool>)> {
    let mut missing = vec![true; outcome.files.len()];
    let mut kept_there = vec![false; survey.kept.len()];
    let mut folders = Vec::new();
    spare.root().visit(&mut |found| {
        let text = found.path.to_str();
        if found.kind == EntryKind::Folder {
            if !text.is_some_and(|text| outcome.has_folder(text))
                && !holds(&survey.kept, found.path)
            {
                folders.push(found.path.to_owned());
            }
            return Ok(true);
        }
        let file = text
            .filter(|_| found.kind == EntryKind::File)
            .and_then(|text| outcome.find(text));
        if let Some(at) = file {
            let file = &outcome.files[at];
            if file.origin == Origin::Published && file.seen.inode == found.inode {
                missing[at] = false;
                return Ok(true);
            }
            // Also what a new file would replace: ext4 writes a file out at once when it is renamed over another one.
        } else if let Ok(at) = survey
            .kept
            .binary_search_by(|kept| kept.path.as_path().cmp(found.path))
            && survey.kept[at].inode == found.inode
        {
            kept_there[at] = true;
            return Ok(true);
        }
        found.folder.remove_file(found.name)?;
        Ok(true)
    })?;
    while let Some(folder) = folders.pop() {
        let (above, name) = parent(spare, &folder)?;
        above.remove_folder(name)?;
    }
    spare.forget();
    Ok((missing, kept_there))
}

fn parent<'p>(tree: &Tree, path: &'p Path) -> io::Result<(std::sync::Arc<Folder>, &'p Path)> {
    let folder = tree.make_folder(path.parent().unwrap_or(Path::new("")))?;
    Ok((folder, Path::new(path.file_name().unwrap_or_default())))
}

/// Gives a published file its second name in the spare; copies it where that cannot be.
fn link(published: Option<&Tree>, spare: &Tree, path: &Path) -> io::Result<()> {
    let published = published.ok_or(io::ErrorKind::NotFound)?;
    let source = published.folder(path.parent().unwrap_or(Path::new("")))?;
    let (folder, name) = parent(spare, path)?;
    match source.link(name, &folder, name) {
        Err(error) if no_links(&error) => source.copy(name, &folder, name),
        result => result,
    }
}

/// Lets the prepared folder take the place of the published one.
fn replace(stage: &Stage, above: &Folder, prepared: &str) -> io::Result<()> {
    let (work, prepared, name) = (
        &stage.work.folder,
        Path::new(prepared),
        Path::new(&stage.place.name),
    );
    if stage.first {
        // Over nothing or an empty folder.
        return work.rename(prepared, above, name);
    }
    match work.exchange(prepared, above, name) {
        Err(error) if no_exchange(&error) => two_renames(work, prepared, above, name),
        result => result,
    }
}

/// Lets two folders change places where the file system cannot do it in one step. Between the two renames nothing is published; the
/// folder `old` then tells the next build to go on.
pub(super) fn two_renames(
    work: &Folder,
    prepared: &Path,
    above: &Folder,
    name: &Path,
) -> io::Result<()> {
    above.rename(name, work, Path::new(OLD))?;
    if let Err(error) = work.rename(prepared, above, name) {
        work.rename(Path::new(OLD), above, name)?;
        return Err(error);
    }
    work.rename(Path::new(OLD), work, Path::new(SPARE))
}

/// Finishes [`two_renames`] of a build that was killed between its steps.
pub(super) fn recover(place: &Place, work: &Work) -> io::Result<()> {
    if place.way == Way::InPlace || !work.holds(OLD)? {
        return Ok(());
    }
    let above = Folder::open(&place.above)?;
    let name = Path::new(&place.name);
    if !above.holds(name)? {
        // The new site is whole: it was brought to the disk before the first rename.
        let whole = if work.holds(SPARE)? { SPARE } else { OLD };
        work.folder.rename(Path::new(whole), &above, name)?;
    }
    if work.holds(OLD)? && !work.holds(SPARE)? {
        work.folder
            .rename(Path::new(OLD), &work.folder, Path::new(SPARE))?;
    }
    Ok(())
}

/// Makes the spare, which was published a moment ago, equal to what is published now. Stops at the first error.
fn catch_up(
    spare: &Tree,
    published: &Tree,
    survey: &Survey,
    outcome: &Outcome<'_>,
) -> io::Result<()> {
    let gone = |result: io::Result<()>| match result {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    };
    let remove =
        |path: &Path| {
            let folder = spare.folder(path.parent().unwrap_or(Path::new("")));
            gone(folder.and_then(|folder| {
                folder.remove_tree(Path::new(path.file_name().unwrap_or_default()))
            }))
        };
    gone(spare.root().remove_file(Path::new(MANIFEST_NAME)))?;
    for Foreign { path, .. } in &survey.strange {
        remove(path)?;
        spare.prune(path.parent().unwrap_or(Path::new("")))?;
    }
    for (at, line) in survey.known.lines.iter().enumerate() {
        if !survey.known.stays(at) && !survey.keeps(&line.path) {
            let path = Path::new(line.path.as_str());
            remove(path)?;
            // The folder of a file that comes again would only be made again.
            if survey.known.mark(at) & REWRITTEN == 0 {
                spare.prune(path.parent().unwrap_or(Path::new("")))?;
            }
        }
    }
    for File { path, .. } in outcome
        .files
        .iter()
        .filter(|file| file.origin != Origin::Published)
    {
        link(Some(published), spare, Path::new(path.as_str()))?;
    }
    Ok(())
}

/// Notes what the files look like that were moved or linked: that changes one of their times. A file whose contents were touched
/// meanwhile stays unknown and is read by the next build.
fn look_again(published: &Folder, outcome: &mut Outcome<'_>, linked: &[bool]) {
    for (file, &linked) in outcome.files.iter_mut().zip(linked) {
        if linked {
            let facts = published.facts(Path::new(file.path.as_str()));
            let same = facts.ok().filter(|now| {
                (now.inode, now.modified, now.size)
                    == (file.seen.inode, file.seen.modified, file.size)
            });
            file.seen = same.map_or_else(Seen::default, Seen::from);
        }
    }
}
