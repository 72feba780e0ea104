//! Makes the output folder equal to the artifacts, all at once or not at all. Only this module writes below the output folder.
//!
//! A [`Stage`] takes artifacts as they come, from several threads, and writes what changed out of readers' sight; [`Stage::finish`] lets
//! the new site take the place of the old one; dropping the stage leaves the old one as it was.
//!
//! ```text
//!  open    place    where; whose is it?          work    lock; tidy up after a killed build
//!          survey   what stands there now        manifest, stamps: what we wrote
//!  put     fresh    write what changed
//!  finish  outcome  every file of the new site and where its bytes are; clashes
//!          swap     mirror of links + what changed, then one exchange        (or, where a folder cannot be renamed,
//!          in_place file by file, with a journal that the next build finishes)
//! ```
//!
//! Nothing in here knows what an artifact means; only [`changes()`] looks at names, to say in which order they are uploaded.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use globset::GlobSet;

use crate::catalogue::Mapper;
use crate::failure::Failure;
use crate::fs::Folder;
use crate::model::{Artifact, Body, OutputPath};
use crate::source::ContentHash;
use fresh::{Fresh, Trouble, Written, hash_of};
use outcome::Outcome;
use place::{Place, Standing, Way};
use survey::{CLAIMED, READ, REWRITTEN, Rules, Survey, THERE, UNTOUCHED, survey};
use work::{FRESH, JOURNAL, OLD, SPARE, STAMPS, Work};

pub use crate::fs::is_publishing_name;
pub use changes::{Act, Listed, STEPS, Step, Wanted, changes, listed};

mod changes;
mod fresh;
mod in_place;
mod manifest;
mod outcome;
mod place;
mod survey;
mod swap;
#[cfg(test)]
mod tests;
mod work;

/// What may be done to the output folder.
pub struct StageOptions<'a> {
    /// Whether a folder with files that polydoc did not make may be taken over.
    pub adopt: bool,
    /// Files that survive although polydoc did not write them; matched against the path below the output folder. A folder that matches
    /// keeps all it holds.
    pub keep: GlobSet,
    /// Folders that the output folder must neither be nor hold: the project, its content.
    pub protected: Vec<PathBuf>,
    /// How long to wait for another build into the same folder.
    pub patience: Duration,
    /// Told once, before waiting, with the number of the process that writes, where it is known.
    pub waiting: &'a (dyn Fn(Option<u32>) + Sync + 'a),
}

impl Default for StageOptions<'_> {
    fn default() -> Self {
        Self {
            adopt: false,
            keep: GlobSet::empty(),
            protected: Vec::new(),
            patience: Duration::from_secs(10),
            waiting: &|_| {},
        }
    }
}

/// What became of the output folder: numbers of files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files that are new, changed, or had to be restored.
    pub written: usize,
    /// Files that were right already.
    pub kept: usize,
    /// Files that are gone because they no longer belong.
    pub removed: usize,
    /// Files that polydoc did not write and that survived because `keep:` names them.
    pub foreign: usize,
}

/// A file that a stage has taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Its size in bytes.
    pub size: u64,
    /// The hash of its bytes.
    pub hash: ContentHash,
}

impl Default for Taken {
    fn default() -> Self {
        Self {
            size: 0,
            hash: ContentHash([0; 32]),
        }
    }
}

/// What becomes of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was not there.
    New,
    /// It holds something else.
    Changed,
    /// Somebody had deleted or altered it.
    Restored,
    /// It stays as it is.
    Kept,
    /// It does not belong to the site.
    Absent,
}

/// What became of a build.
#[derive(Clone, Copy, Debug)]
pub struct Finished {
    /// The numbers of files.
    pub published: Published,
    /// The hash of the list of all files with their hashes; `None` when something else stands in the place of one of them.
    pub site: Option<ContentHash>,
}

/// A build on its way into the output folder.
#[derive(Debug)]
pub struct Stage {
    place: Place,
    published: Option<Folder>,
    first: bool,
    manifest: ContentHash,
    survey: Survey,
    fresh: Fresh,
    written: Mutex<Vec<(Name, Written)>>,
    /// Set when what lies in the work folder is needed by the next build.
    unfinished: bool,
    /// Artifacts that are not written because `keep:` protects what stands at their path.
    yielded: AtomicUsize,
    // Dropped last: it holds the lock.
    work: Work,
}

/// The path of a written file: known ones are not kept twice.
#[derive(Debug)]
enum Name {
    Known(usize),
    New(OutputPath),
}

impl Stage {
    /// Takes the lock of an output folder and looks at what stands there. Nothing of it changes before [`Stage::finish`]; only what a
    /// build that was killed in the middle of its last step left behind is finished now.
    ///
    /// # Errors
    /// The folder is not ours (a file, not empty and not made by polydoc, a git repository, a protected one or above one), another build
    /// writes into it, or the system says no.
    pub fn open(output: &Path, options: &StageOptions<'_>) -> Result<Self, Failure> {
        Self::open_with(output, options, &OneByOne)
    }

    /// Like [`Stage::open`], with somebody who looks at several folders at once.
    ///
    /// # Errors
    /// Those of [`Stage::open`].
    pub fn open_with(
        output: &Path,
        options: &StageOptions<'_>,
        mapper: &impl Mapper,
    ) -> Result<Self, Failure> {
        let mut place = Place::find(output, &options.protected)?;
        let work = Work::open(&mut place, options)?;
        recover(&place, &work)?;
        let unwritable = |error| place.unwritable(&"a work folder", &error);
        work.clear(FRESH).map_err(unwritable)?;
        let standing = place.look(options.adopt)?;
        work.folder
            .make_folder(Path::new(FRESH))
            .map_err(unwritable)?;
        let fresh = work.folder.folder(Path::new(FRESH)).map_err(unwritable)?;
        let first = !matches!(standing, Standing::Ours(..));
        let as_tree = first && place.way == Way::Swap && !work.holds(SPARE).map_err(unwritable)?;
        let fresh = if as_tree {
            Fresh::tree(fresh)
        } else {
            Fresh::numbered(fresh)
        };
        let (published, manifest, survey) = match standing {
            Standing::Absent => (None, ContentHash([0; 32]), Survey::default()),
            Standing::Empty(folder) => (Some(folder), ContentHash([0; 32]), Survey::default()),
            Standing::Ours(folder, manifest) => {
                let hash = manifest.hash;
                let stamps = manifest::read_stamps(&work.folder, Path::new(STAMPS), &manifest);
                let rules = Rules {
                    keep: &options.keep,
                    way: place.way,
                };
                let survey = survey(&folder, manifest, stamps, rules, mapper)
                    .map_err(|error| place.unreadable(&error))?;
                (Some(folder), hash, survey)
            }
        };
        let (written, yielded) = (Mutex::default(), AtomicUsize::new(0));
        Ok(Self {
            place,
            published,
            first,
            manifest,
            survey,
            fresh,
            written,
            unfinished: false,
            yielded,
            work,
        })
    }

    /// Takes one file. It is hashed once and written only when the published one is not the same.
    ///
    /// # Errors
    /// The file could not be read or written, or its path was taken before. Some clashes are found only by [`Stage::finish`].
    pub fn put(&self, artifact: &Artifact) -> Result<(), Failure> {
        self.take(&artifact.path, &artifact.body).map(drop)
    }

    /// [`Self::put`] for a body that is to have another path than its artifact; gives its size in bytes and its hash.
    ///
    /// # Errors
    /// As those of [`Self::put`].
    pub fn take(&self, path: &OutputPath, body: &Body) -> Result<Taken, Failure> {
        if is_publishing_name(path.as_str().split('/').next().unwrap_or_default().as_ref()) {
            return Err(Failure::configuration(format!(
                "the output path `{path}` is a name that polydoc keeps for itself"
            )));
        }
        if self.survey.keeps(path) {
            self.yielded.fetch_add(1, Ordering::Relaxed);
            return Ok(Taken::default());
        }
        let hash = match body {
            Body::Bytes(bytes) => ContentHash::of(bytes),
            Body::CopyOf(_, hash) => *hash,
        };
        let known = self.survey.known.find(path.as_str());
        if let Some(at) = known {
            let mark = self.survey.known.marks[at].fetch_or(CLAIMED, Ordering::Relaxed);
            if mark & CLAIMED != 0 {
                return Err(outcome::clash(path.as_str(), path.as_str()));
            }
            if self.is_published(at, mark, hash) {
                let size = self.survey.known.lines[at].size;
                return Ok(Taken { size, hash });
            }
            self.survey.known.marks[at].fetch_or(REWRITTEN, Ordering::Relaxed);
        }
        let written = self
            .fresh
            .write(path, body, hash)
            .map_err(|trouble| self.explain(path, trouble))?;
        let taken = Taken {
            size: written.size,
            hash: written.hash,
        };
        let name = known.map_or_else(|| Name::New(path.clone()), Name::Known);
        self.written
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push((name, written));
        Ok(taken)
    }

    /// How many published pages are not among the files taken so far, hence will be gone.
    pub fn pages_to_remove(&self) -> usize {
        let known = &self.survey.known;
        let gone = known.lines.iter().zip(&known.marks).filter(|(line, mark)| {
            let mark = mark.load(Ordering::Relaxed);
            let ending = Path::new(line.path.as_str()).extension();
            mark & CLAIMED == 0 && mark & THERE != 0 && ending.is_some_and(|it| it == "html")
        });
        gone.count()
    }

    /// Lets the new site take the place of the old one.
    ///
    /// # Errors
    /// Two artifacts want one place, or the system says no. The published site is then as it was, unless the output folder cannot be
    /// renamed and the error came while its files were changed: the next build finishes that.
    pub fn finish(self) -> Result<Published, Failure> {
        self.complete().map(|finished| finished.published)
    }

    /// Like [`Stage::finish`], and tells what it came to.
    ///
    /// # Errors
    /// Those of [`Stage::finish`].
    pub fn complete(mut self) -> Result<Finished, Failure> {
        let written = std::mem::take(
            self.written
                .get_mut()
                .unwrap_or_else(PoisonError::into_inner),
        );
        let survey = std::mem::take(&mut self.survey);
        let mut outcome = Outcome::of(&survey, &written)?;
        let published = outcome.counts(&survey);
        let clean = self.manifest != ContentHash([0; 32]) && outcome.is_what_stands_there(&survey);
        if !clean {
            match self.place.way {
                Way::Swap => swap::publish(&mut self, &survey, &mut outcome)?,
                Way::InPlace => {
                    in_place::publish(&mut self, &survey, &mut outcome, Path::new(FRESH))?;
                }
            }
        }
        if self.place.way == Way::Swap && (!clean || survey.known.were_read()) {
            // Without stamps the next build reads every file: slower, not wrong.
            let stamps = outcome.files.iter().map(|file| file.seen);
            let _ =
                manifest::write_stamps(&self.work.folder, Path::new(STAMPS), self.manifest, stamps);
        }
        let is_whole = self.yielded.load(Ordering::Relaxed) == 0;
        Ok(Finished {
            published,
            site: is_whole.then_some(self.manifest),
        })
    }

    /// The paths of the published files in order, if they are those of a given site.
    pub fn paths_of(&self, site: ContentHash) -> Option<impl Iterator<Item = &OutputPath>> {
        let lines = self.survey.known.lines.iter();
        (self.manifest == site).then(|| lines.map(|line| &line.path))
    }

    /// What becomes of a file, by what was taken so far.
    pub fn fate(&self, path: &OutputPath) -> Fate {
        let known = &self.survey.known;
        let at = known.find(path.as_str());
        let mark = at.map_or(0, |at| known.mark(at));
        if mark & (CLAIMED | REWRITTEN) == CLAIMED {
            return Fate::Kept;
        }
        let written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        let is_it = |(name, _): &&(Name, Written)| match name {
            Name::Known(position) => Some(*position) == at,
            Name::New(new) => new == path,
        };
        match (written.iter().find(is_it), at) {
            (None, _) => Fate::Absent,
            (Some(_), None) => Fate::New,
            (Some((_, written)), Some(at)) if written.hash == known.lines[at].hash => {
                Fate::Restored
            }
            (Some(_), Some(_)) => Fate::Changed,
        }
    }

    /// Takes published files as they are, by their positions among all, if each of them is there and unaltered. `false`: none is taken.
    pub fn keep(&self, positions: &[usize], mapper: &impl Mapper) -> bool {
        let known = &self.survey.known;
        let right = mapper.map(positions.len(), |at| {
            let at = positions[at];
            self.is_published(at, known.mark(at), known.lines[at].hash)
        });
        let stand = right.into_iter().all(|right| right);
        if stand {
            for &at in positions {
                known.marks[at].fetch_or(CLAIMED, Ordering::Relaxed);
            }
        }
        stand
    }

    /// Takes all files that are published, if they are a given site, whole and unaltered, and nothing else is there: what is not known
    /// by its times is read. `false`: nothing is taken.
    pub fn stands(&self, site: ContentHash, mapper: &impl Mapper) -> bool {
        let known = &self.survey.known;
        let all: Vec<usize> = (0..known.lines.len()).collect();
        self.manifest == site && self.survey.strange.is_empty() && self.keep(&all, mapper)
    }

    /// Whether the published file is the one that is wanted.
    fn is_published(&self, at: usize, mark: u8, hash: ContentHash) -> bool {
        let line = &self.survey.known.lines[at];
        if mark & THERE == 0 || line.hash != hash {
            return false;
        }
        let reads_the_same = || {
            let file = self
                .published
                .as_ref()
                .map(|folder| folder.read(Path::new(line.path.as_str())));
            file.is_some_and(|file| file.and_then(hash_of).is_ok_and(|found| found == hash))
        };
        if mark & (UNTOUCHED | READ) != 0 {
            return true;
        }
        let is_same = reads_the_same();
        if is_same {
            self.survey.known.marks[at].fetch_or(READ, Ordering::Relaxed);
        }
        is_same
    }

    fn explain(&self, path: &OutputPath, trouble: Trouble) -> Failure {
        match trouble {
            Trouble::Target(error) => self.place.unwritable(&format!("`{path}`"), &error),
            Trouble::Source(source, error) => Failure::environment(format!(
                "cannot read `{}`, which is to be published as `{path}`",
                source.display()
            ))
            .cause(&error),
            Trouble::Taken => {
                let written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
                let paths = written.iter().filter_map(|(name, _)| match name {
                    Name::New(path) => Some(path.as_str()),
                    Name::Known(_) => None,
                });
                let other = paths
                    .into_iter()
                    .find(|other| outcome::are_at_odds(path.as_str(), other));
                outcome::clash(other.unwrap_or(path.as_str()), path.as_str())
            }
        }
    }
}

/// One after the other.
struct OneByOne;

impl Mapper for OneByOne {
    fn map<R: Send>(&self, count: usize, function: impl Fn(usize) -> R + Sync) -> Vec<R> {
        (0..count).map(function).collect()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // What cannot be deleted now is deleted by the next build.
        if !self.unfinished {
            let _ = self.work.clear(FRESH);
            let _ = self.work.clear(JOURNAL);
        }
        if self.place.way == Way::InPlace && !self.unfinished {
            let _ = self.work.clear(STAMPS);
        }
    }
}

/// Finishes what a build that was killed in its last step began.
fn recover(place: &Place, work: &Work) -> Result<(), Failure> {
    let failed = |error| place.unwritable(&"what an interrupted build left", &error);
    swap::recover(place, work).map_err(failed)?;
    in_place::recover(place, work).map_err(failed)?;
    work.clear(OLD).map_err(failed)?;
    work.clear(JOURNAL).map_err(failed)
}
