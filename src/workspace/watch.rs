//! From what the system says of files to what a [`Workspace`] is told.
//!
//! Every folder is watched by itself, those that discovery leaves out not at all. An event says no more than that something happened
//! to a path; what the path holds is looked up afterwards. So it does not matter how an editor saves (in place, or by renaming), and a
//! checkout of many files is one change. Where the system has no more watches, or none, files are looked at every second.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{EventKind, Flag, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::failure::{Failure, FailureKind};
use crate::fs::EntryKind;
use crate::pipeline::Touched;
use crate::source::Stamp;

use super::{Workspace, absolute};

/// How long nothing must happen before a change is taken in: programs write a file in several steps.
const QUIET: Duration = Duration::from_millis(8);

/// The longest that is waited for quiet.
const LONGEST: Duration = Duration::from_millis(120);

/// How often files are looked at where nothing tells of them, and how often a site that cannot be read is tried again.
const INTERVAL: Duration = Duration::from_secs(1);

/// How changes are heard of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hearing {
    /// The system tells.
    Told,
    /// Files are looked at.
    Polling,
}

/// Hears about changes, and about how they are heard of.
pub trait Listener: Send + Sync {
    /// Something was taken in, so long after it was heard of.
    fn applied(&self, took: Duration);
    /// A large site was put together, which took so long.
    fn settled(&self, took: Duration);
    /// The system does not tell of changes, for a reason: files are looked at instead.
    fn polls(&self, why: &str);
}

/// Follows the files of a workspace for as long as the program runs, on threads of its own: one hears of changes and takes them in, one
/// puts a large site together.
///
/// # Errors
/// When no thread can be started.
pub fn follow(
    workspace: &Arc<Workspace>,
    hearing: Hearing,
    listener: Arc<dyn Listener>,
) -> Result<(), Failure> {
    let thread = |name: &str, work: Box<dyn FnOnce() + Send>| {
        let thread = std::thread::Builder::new().name(name.to_owned());
        match thread.spawn(work) {
            Ok(_) => Ok(()),
            Err(error) => Err(Failure::environment("cannot start a thread").cause(&error)),
        }
    };
    let (own, heard) = (workspace.clone(), listener.clone());
    let settle = move || {
        loop {
            own.wait_for_work();
            let start = Instant::now();
            own.settle();
            heard.settled(start.elapsed());
        }
    };
    thread("polydoc-settle", Box::new(settle))?;
    let workspace = workspace.clone();
    let follow = move || {
        let why = match hearing {
            Hearing::Told => listen(&workspace, &*listener),
            Hearing::Polling => None,
        };
        if let Some(why) = why {
            listener.polls(&why);
        }
        poll(&workspace, &*listener);
    };
    thread("polydoc-watch", Box::new(follow))
}

/// Takes in what the system tells, until it cannot; gives the reason.
fn listen(workspace: &Workspace, listener: &dyn Listener) -> Option<String> {
    let (sender, events) = channel();
    let told = move |event| {
        // Nobody listens any more when the program ends.
        let _ = sender.send(event);
    };
    let mut watcher = match notify::recommended_watcher(told) {
        Ok(watcher) => watcher,
        Err(error) => return Some(error.to_string()),
    };
    let mut watched = BTreeSet::new();
    let mut known = None;
    loop {
        // The folders are the same as long as the site is.
        let sites = workspace.sites();
        if known != Some(sites) {
            match watch(workspace, &mut watcher, &mut watched) {
                Err(error) => return Some(reason(&error)),
                // What was written into a folder before it was watched was told to nobody. So a large site is read now, too.
                Ok(true) => {
                    workspace.take_in(&Touched::Anything);
                }
                Ok(false) => {}
            }
            known = Some(sites);
        }
        match gather(&events) {
            Ok(Some(batch)) => {
                let start = Instant::now();
                for folder in &batch.moved {
                    forget(&mut watcher, &mut watched, folder);
                }
                if !batch.moved.is_empty() {
                    known = None;
                }
                let touched = if batch.lost {
                    Touched::Anything
                } else {
                    Touched::Paths(batch.paths.into_iter().collect())
                };
                if workspace.take_in(&touched) {
                    listener.applied(start.elapsed());
                }
            }
            Ok(None) => retry(workspace),
            Err(why) => return Some(why),
        }
    }
}

/// A site that cannot be read (a folder that is not mounted, a file that may not be read) is tried again: nothing tells when it can.
fn retry(workspace: &Workspace) {
    let broken = workspace.state().broken.clone();
    let is_passing = |failure: &Failure| {
        matches!(
            failure.kind,
            FailureKind::Environment | FailureKind::Changed | FailureKind::Usage
        )
    };
    if broken.is_some_and(|failure| is_passing(&failure)) {
        workspace.take_in(&Touched::Anything);
    }
}

/// What happened at once.
#[derive(Default)]
struct Batch {
    paths: BTreeSet<PathBuf>,
    /// Folders, perhaps, that are not what they were.
    moved: Vec<PathBuf>,
    /// The system lost count.
    lost: bool,
}

impl Batch {
    fn add(&mut self, event: Result<Event, notify::Error>) -> Result<(), String> {
        let event = match event {
            Ok(event) => event,
            Err(error) if matches!(error.kind, notify::ErrorKind::MaxFilesWatch) => {
                return Err(reason(&error));
            }
            Err(_) => {
                self.lost = true;
                return Ok(());
            }
        };
        self.lost |= event.attrs.flag() == Some(Flag::Rescan);
        match event.kind {
            // Reading is no change.
            EventKind::Access(_) => return Ok(()),
            EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)) => {
                self.moved.extend(event.paths.iter().cloned());
            }
            _ => {}
        }
        self.paths.extend(event.paths);
        Ok(())
    }

    fn is_empty(&self) -> bool {
        self.paths.is_empty() && !self.lost
    }
}

/// Waits for something to happen and for what belongs to it; `None` when nothing did for a while.
fn gather(events: &Receiver<Result<Event, notify::Error>>) -> Result<Option<Batch>, String> {
    let ended = || "the system's watcher ended".to_owned();
    let mut batch = Batch::default();
    let wait = Instant::now();
    while batch.is_empty() {
        match events.recv_timeout(INTERVAL.saturating_sub(wait.elapsed())) {
            Ok(event) => batch.add(event)?,
            Err(RecvTimeoutError::Timeout) => return Ok(None),
            Err(RecvTimeoutError::Disconnected) => return Err(ended()),
        }
    }
    let start = Instant::now();
    while start.elapsed() < LONGEST {
        match events.recv_timeout(QUIET) {
            Ok(event) => batch.add(event)?,
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => return Err(ended()),
        }
    }
    Ok(Some(batch))
}

/// Watches the folders that there are now; tells whether there are some that were not watched before.
fn watch(
    workspace: &Workspace,
    watcher: &mut RecommendedWatcher,
    watched: &mut BTreeSet<PathBuf>,
) -> Result<bool, notify::Error> {
    let wanted = workspace.folders();
    let gone: Vec<PathBuf> = watched.difference(&wanted).cloned().collect();
    for folder in gone {
        forget(watcher, watched, &folder);
    }
    let new: Vec<PathBuf> = wanted.difference(watched).cloned().collect();
    for folder in &new {
        match watcher.watch(folder, RecursiveMode::NonRecursive) {
            Ok(()) => {
                watched.insert(folder.clone());
            }
            // It went away again.
            Err(error) if matches!(error.kind, notify::ErrorKind::PathNotFound) => {}
            Err(notify::Error {
                kind: notify::ErrorKind::Io(error),
                ..
            }) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(!new.is_empty())
}

/// Watches a folder and what lies below it no longer.
fn forget(watcher: &mut RecommendedWatcher, watched: &mut BTreeSet<PathBuf>, folder: &Path) {
    let is_below = |path: &&PathBuf| path.starts_with(folder);
    let below: Vec<PathBuf> = watched.iter().filter(is_below).cloned().collect();
    for path in below {
        // The system may have forgotten it by itself.
        let _ = watcher.unwatch(&path);
        watched.remove(&path);
    }
}

fn reason(error: &notify::Error) -> String {
    match &error.kind {
        notify::ErrorKind::MaxFilesWatch => {
            "the system's limit of watches is reached (`fs.inotify.max_user_watches`)".to_owned()
        }
        notify::ErrorKind::Io(error) => error.to_string(),
        _ => error.to_string(),
    }
}

/// Looks at all files again and again.
fn poll(workspace: &Workspace, listener: &dyn Listener) {
    let mut known = stamps(workspace);
    // What changed before these were looked at.
    workspace.take_in(&Touched::Anything);
    // Looking must leave most of the time to others, however many files there are.
    let mut looking = Duration::ZERO;
    loop {
        std::thread::sleep(INTERVAL.max(looking * 4));
        let start = Instant::now();
        let now = stamps(workspace);
        looking = start.elapsed();
        let start = Instant::now();
        let differs = |(path, stamp): &(&PathBuf, &Stamp)| known.get(*path) != Some(*stamp);
        let changed = now.iter().filter(differs).map(|(path, _)| path.clone());
        let gone = known.keys().filter(|path| !now.contains_key(*path));
        let touched: Vec<PathBuf> = changed.chain(gone.cloned()).collect();
        if touched.is_empty() {
            retry(workspace);
            continue;
        }
        if workspace.take_in(&Touched::Paths(touched)) {
            listener.applied(start.elapsed());
        }
        known = now;
    }
}

/// Size and time of every file in the folders of a workspace.
fn stamps(workspace: &Workspace) -> BTreeMap<PathBuf, Stamp> {
    let mut stamps = BTreeMap::new();
    for folder in workspace.folders() {
        let entries = workspace.fs().walk(&folder, &|_| false).unwrap_or_default();
        let entries = entries.into_iter().flatten();
        for entry in entries.filter(|entry| entry.kind != EntryKind::Other) {
            let path = absolute(workspace.current_dir(), &entry.path);
            stamps.insert(path, entry.stamp);
        }
    }
    stamps
}
