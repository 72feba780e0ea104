//! The folder that polydoc works in beside (or, for mount points, inside) the output folder, and the lock in it.
//!
//! ```text
//! .public.polydoc-work/
//!   .gitignore   so that git sees nothing of this
//!   lock         held while a build writes; the kernel releases it
//!   fresh/       what this build has written so far; deleted when a build did not finish
//!   spare/       a mirror of the published folder made of hard links, kept from build to build
//!   old/         the published folder, for the moment between two renames where the file system has no exchange
//!   journal      what is still to be done to a folder that is changed in place
//!   stamps       what the published files looked like on this machine
//! ```

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::StageOptions;
use super::place::{Place, Way};
use crate::failure::Failure;
use crate::fs::{Attempt, FileLock, Folder, outside, try_lock};

pub(super) const FRESH: &str = "fresh";
pub(super) const SPARE: &str = "spare";
pub(super) const OLD: &str = "old";
pub(super) const JOURNAL: &str = "journal";
pub(super) const STAMPS: &str = "stamps";
const LOCK: &str = "lock";
const IGNORE: &str = ".gitignore";

/// The interval at which a lock is asked for again.
const ASK_AGAIN: Duration = Duration::from_millis(50);

/// The work folder, locked.
#[derive(Debug)]
pub(super) struct Work {
    /// The folder itself.
    pub(super) folder: Folder,
    /// The folder that holds it.
    above: Folder,
    name: PathBuf,
    lock: Option<FileLock>,
}

impl Work {
    /// Opens the work folder of a place, making it when needed, and waits for its lock. Where nothing may be written beside the output
    /// folder the work folder lies inside, and the place is changed in place.
    pub(super) fn open(place: &mut Place, options: &StageOptions<'_>) -> Result<Self, Failure> {
        let mut waited = Duration::ZERO;
        loop {
            let path = match place.way {
                Way::Swap => place.work_beside(),
                Way::InPlace => place.work_inside(),
            };
            match Self::enter(&path) {
                Ok(Entered::Work(work)) => return Ok(work),
                Ok(Entered::Busy(process)) => {
                    if waited.is_zero() {
                        (options.waiting)(process);
                    }
                    if waited >= options.patience {
                        return Err(busy(place, process));
                    }
                    std::thread::sleep(ASK_AGAIN);
                    waited += ASK_AGAIN;
                }
                // The process that held the lock tidied up.
                Ok(Entered::Gone) => {}
                Err(error)
                    if place.way == Way::Swap
                        && closed(&error)
                        && outside::kind(&place.output).is_ok_and(|kind| kind.is_some()) =>
                {
                    place.way = Way::InPlace;
                }
                Err(error) => return Err(place.unwritable(&"a work folder", &error)),
            }
        }
    }

    fn enter(path: &Path) -> io::Result<Entered> {
        let above = Folder::open(path.parent().unwrap_or(Path::new("/")))?;
        let name = PathBuf::from(path.file_name().unwrap_or_default());
        outside::make_folder(path)?;
        let gone = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => Ok(Entered::Gone),
            _ => Err(error),
        };
        let folder = match above.folder(&name) {
            Ok(folder) => folder,
            Err(error) => return gone(error),
        };
        match try_lock(&folder, Path::new(LOCK)) {
            Ok(Attempt::Held(lock)) => {
                let work = Self {
                    folder,
                    above,
                    name,
                    lock: Some(lock),
                };
                work.hide_from_git();
                Ok(Entered::Work(work))
            }
            Ok(Attempt::Busy(process)) => Ok(Entered::Busy(process)),
            Err(error) => gone(error),
        }
    }

    fn hide_from_git(&self) {
        // Whoever has no git misses nothing; an error here is no reason to stop.
        let _ = self
            .folder
            .create(Path::new(IGNORE))
            .and_then(|mut file| file.write_all(b"*\n"));
    }

    /// Deletes one thing in the work folder, whatever it is.
    pub(super) fn clear(&self, name: &str) -> io::Result<()> {
        self.folder.remove_tree(Path::new(name))
    }

    /// Whether there is something of this name.
    pub(super) fn holds(&self, name: &str) -> io::Result<bool> {
        self.folder.holds(Path::new(name))
    }
}

enum Entered {
    Work(Work),
    Busy(Option<u32>),
    Gone,
}

impl Drop for Work {
    /// A work folder that holds nothing worth keeping goes away with its lock.
    fn drop(&mut self) {
        let nothing = self
            .folder
            .is_empty_but(&|name| name == LOCK || name == IGNORE)
            .unwrap_or(false);
        if let Some(lock) = self.lock.take().filter(|_| nothing) {
            let _ = self.folder.remove_file(Path::new(IGNORE));
            let _ = lock.remove(&self.folder, Path::new(LOCK));
            let _ = self.above.remove_folder(&self.name);
        }
    }
}

fn closed(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
    )
}

fn busy(place: &Place, process: Option<u32>) -> Failure {
    let who = process.map_or_else(
        || "another process".to_owned(),
        |process| format!("process {process}"),
    );
    Failure::environment(format!(
        "another build ({who}) is writing into `{}`",
        place.shown
    ))
    .hint("wait until it has ended, or choose another folder with `--output`")
}
