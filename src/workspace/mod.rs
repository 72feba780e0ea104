//! A build that stays in memory, for those who look at a site while it is written: `serve`.
//!
//! A [`Workspace`] knows how its settings come about and holds the [`Standing`] site of the last ones that were right. It is told
//! what was touched ([`Workspace::take_in`]), by [`watch`] or by whoever knows; afterwards it gives byte for byte what a build of the
//! files as they are would publish. What cannot be built does not take the site away: the last one stays, beside the failure.
//!
//! A large site takes seconds to put together. There a change is taken in twice: at once, as far as it can be ([`Workspace::take_in`]),
//! and wholly when the site was put together anew ([`Workspace::settle`]); the state tells which of both it is. How such a site is
//! looked at while it is read for the first time is told in [`first`].

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{
    Arc, Condvar, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard,
};
use std::time::Duration;

use crate::config::{self, Environment, Flags, Place, Settings};
use crate::failure::{Failure, FailureKind};
use crate::fs::{self, Entry, FileSystem, Unreadable};
use crate::pipeline::{Memo, Standing, Touched};

use first::First;
use settling::Queue;

pub mod first;
mod settling;
pub mod watch;

/// Sites with so many articles or more are large.
pub const LARGE: usize = 10_000;

/// What settings are made of, again and again.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The surroundings when the program was started.
    pub environment: Environment,
    /// The site that is meant.
    pub place: Place,
    /// The flags.
    pub flags: Flags,
    /// The names of all rules.
    pub rules: Vec<&'static str>,
    /// From how many articles on a site is not put together while somebody waits: [`LARGE`].
    pub large: usize,
}

/// A file system that may be used from any thread.
pub type Files = dyn FileSystem + Send + Sync;

/// A site in memory that follows its files.
pub struct Workspace {
    fs: Box<Files>,
    wanted: Wanted,
    /// Held by whoever puts the site together.
    memo: Mutex<Memo>,
    state: RwLock<State>,
    /// What was touched since.
    queue: Mutex<Queue>,
    queued: Condvar,
    /// How often the site was put together.
    sites: AtomicU64,
    /// The number of the last change, for those who wait for the next.
    revision: Mutex<u64>,
    changed: Condvar,
}

/// What there is to look at.
#[derive(Debug, Default)]
pub struct State {
    /// The last site that could be made.
    pub standing: Option<Standing>,
    /// Why there is no newer one.
    pub broken: Option<Arc<Failure>>,
    /// Whether the site is being put together: what there is to look at is not the newest, but for pages that were touched themselves.
    pub settling: bool,
    /// What there is to look at until a large site is read.
    pub first: Option<First>,
    /// Files that settings were read from, absolute.
    settings_files: BTreeSet<PathBuf>,
}

impl State {
    /// The settings of what there is to look at.
    pub fn settings(&self) -> Option<&Settings> {
        let standing = self.standing.as_ref().map(Standing::settings);
        standing.or_else(|| Some(self.first.as_ref()?.settings()))
    }
}

impl std::fmt::Debug for Workspace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Workspace")
            .field("wanted", &self.wanted)
            .finish_non_exhaustive()
    }
}

impl Workspace {
    /// Reads the site for the first time; of a large one, no more than which files there are.
    ///
    /// # Errors
    /// When there is no site at all, or the command line asks for what cannot be. Whatever else is wrong is in the state.
    pub fn open(fs: Box<Files>, wanted: Wanted) -> Result<Self, Failure> {
        let workspace = Self {
            fs,
            wanted,
            memo: Mutex::new(Memo::new()),
            state: RwLock::default(),
            queue: Mutex::default(),
            queued: Condvar::new(),
            sites: AtomicU64::new(0),
            revision: Mutex::new(0),
            changed: Condvar::new(),
        };
        if !workspace.begin() {
            workspace.take_in(&Touched::Anything);
        }
        let broken = workspace.state().broken.clone();
        match broken {
            Some(failure) if failure.kind == FailureKind::Usage => Err((*failure).clone()),
            _ => Ok(workspace),
        }
    }

    /// Whether it is a large site, which is then ready to be read language by language.
    fn begin(&self) -> bool {
        let reading = Recording::new(&*self.fs, &self.wanted.environment.current_dir);
        // What cannot be is found again, and told, by whoever reads the whole.
        let Ok(settings) = self.settings(&reading) else {
            return false;
        };
        let Ok(Some(first)) = First::look(&*self.fs, settings, self.wanted.large) else {
            return false;
        };
        let mut state = self.state_to_change();
        state.first = Some(first);
        state.settling = true;
        state.settings_files = reading.into_files();
        drop(state);
        self.tell();
        true
    }

    fn settings(&self, reading: &Recording<'_>) -> Result<Settings, Failure> {
        let Wanted {
            environment,
            place,
            flags,
            rules,
            ..
        } = &self.wanted;
        let selected = config::settings(reading, environment, place, flags, rules)?;
        Ok(selected.settings)
    }

    fn stand(
        &self,
        reading: &Recording<'_>,
        memo: &mut Memo,
        touched: &Touched,
    ) -> Result<Standing, Failure> {
        let settings = self.settings(reading)?;
        let touched = shown(touched, &settings, &self.wanted.environment);
        Standing::new(&*self.fs, settings, memo, &touched)
    }

    /// Sees to it that the site is no longer that of a revision, because one of its files is not what it was: what is told of it is
    /// on its way, or nobody tells.
    pub fn look_again(&self, known: u64) {
        const ON_ITS_WAY: Duration = Duration::from_millis(200);

        if self.wait(known, ON_ITS_WAY) == known {
            self.take_in(&Touched::Anything);
        }
    }

    /// What there is to look at. Changes wait as long as somebody looks.
    pub fn state(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn state_to_change(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// How often the site was put together: in between, the folders that it lies in are the same.
    fn sites(&self) -> u64 {
        self.sites.load(Ordering::SeqCst)
    }

    /// The files of the site.
    pub fn fs(&self) -> &Files {
        &*self.fs
    }

    /// Where relative paths count from.
    pub fn current_dir(&self) -> &Path {
        &self.wanted.environment.current_dir
    }

    /// How often something was taken in.
    pub fn revision(&self) -> u64 {
        *lock(&self.revision)
    }

    /// Waits until something is taken in after a revision, or the time is over; gives the revision that holds then.
    pub fn wait(&self, known: u64, longest: Duration) -> u64 {
        let revision = lock(&self.revision);
        let waited = self
            .changed
            .wait_timeout_while(revision, longest, |revision| *revision <= known);
        let (revision, _) = waited.unwrap_or_else(PoisonError::into_inner);
        *revision
    }

    fn tell(&self) {
        *lock(&self.revision) += 1;
        self.changed.notify_all();
    }

    /// The folders in which a change may concern the site, absolute: those of the content and of the theme, and those that hold a
    /// file of settings.
    fn folders(&self) -> BTreeSet<PathBuf> {
        let state = self.state();
        let from = self.current_dir();
        let mut folders: BTreeSet<PathBuf> = BTreeSet::new();
        let parents = state.settings_files.iter().filter_map(|file| file.parent());
        folders.extend(parents.map(Path::to_owned));
        if let Place::Folder(folder) = &self.wanted.place {
            let folder = absolute(from, folder);
            folders.insert(folder.join("content"));
            folders.insert(folder);
        }
        if let Some(settings) = state.settings() {
            let project = absolute(from, &settings.project);
            for theme in ["templates", "locales"].map(|name| project.join(name)) {
                folders.extend(self.folders_below(&theme));
                folders.insert(theme);
            }
            folders.insert(project);
            let content = absolute(from, &settings.content);
            folders.extend(content.parent().map(Path::to_owned));
            folders.insert(content);
        }
        if let Some(standing) = &state.standing {
            folders.extend(standing.folders().map(|folder| absolute(from, folder)));
        }
        if let Some(first) = &state.first {
            folders.extend(first.folders().map(|folder| absolute(from, folder)));
        }
        folders.retain(|folder| self.fs.exists(folder));
        folders
    }

    /// Folders of a theme: few.
    fn folders_below(&self, root: &Path) -> Vec<PathBuf> {
        let walked = self.fs.walk(root, &|_| true).unwrap_or_default();
        let folders = walked.into_iter().flatten();
        let is_folder = |entry: &Entry| entry.kind == crate::fs::EntryKind::Folder;
        folders.filter(is_folder).map(|entry| entry.path).collect()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Touched paths as settings write them: from the current folder.
fn shown(touched: &Touched, settings: &Settings, environment: &Environment) -> Touched {
    let Touched::Paths(paths) = touched else {
        return Touched::Anything;
    };
    let from = &environment.current_dir;
    let roots = [&settings.content, &settings.project].map(|root| (absolute(from, root), root));
    let written = |path: &PathBuf| {
        let below = |(root, written): &(PathBuf, &PathBuf)| {
            let rest = path.strip_prefix(root).ok()?;
            Some(written.join(rest))
        };
        roots.iter().find_map(below).unwrap_or_else(|| path.clone())
    };
    Touched::Paths(paths.iter().map(written).collect())
}

/// A path from a folder, `.` and `..` resolved by name.
pub fn absolute(from: &Path, path: &Path) -> PathBuf {
    fs::clean(&from.join(path))
}

/// A file system that notes which files were asked for.
struct Recording<'f> {
    below: &'f Files,
    from: &'f Path,
    asked: Mutex<BTreeSet<PathBuf>>,
}

impl<'f> Recording<'f> {
    fn new(below: &'f Files, from: &'f Path) -> Self {
        Self {
            below,
            from,
            asked: Mutex::default(),
        }
    }

    fn into_files(self) -> BTreeSet<PathBuf> {
        self.asked
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, path: &Path) {
        lock(&self.asked).insert(absolute(self.from, path));
    }
}

impl FileSystem for Recording<'_> {
    fn walk(
        &self,
        root: &Path,
        enter: &dyn Fn(&Path) -> bool,
    ) -> io::Result<Vec<Result<Entry, Unreadable>>> {
        self.below.walk(root, enter)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.note(path);
        self.below.read(path, limit)
    }

    fn exists(&self, path: &Path) -> bool {
        self.note(path);
        self.below.exists(path)
    }
}
