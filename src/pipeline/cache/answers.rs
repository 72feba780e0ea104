//! A file system that remembers what a run was told, so that a later run can ask again: where every answer is the same, so is the
//! result. Nothing is listed by hand, hence nothing that a build reads can be forgotten.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::fs::{Entry, FileSystem, Unreadable};
use crate::source::ContentHash;

use super::coded::{Coded, Reader, choice, record};

/// What reading gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Bytes with this hash.
    Bytes(ContentHash),
    /// The file is larger than what was wanted of it.
    TooLarge,
    /// It may not be read.
    Denied,
    /// Another error.
    Failed,
}

choice!(Answer { 0 = Bytes(hash), 1 = TooLarge, 2 = Denied, 3 = Failed });

impl From<&io::Result<Vec<u8>>> for Answer {
    fn from(read: &io::Result<Vec<u8>>) -> Self {
        match read {
            Ok(bytes) => Self::Bytes(ContentHash::of(bytes)),
            Err(error) => match error.kind() {
                io::ErrorKind::FileTooLarge => Self::TooLarge,
                io::ErrorKind::PermissionDenied => Self::Denied,
                _ => Self::Failed,
            },
        }
    }
}

/// A question about a file: how much was wanted at most, and what came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) limit: u64,
    pub(super) answer: Answer,
}

record!(Asked { limit, answer });

impl Asked {
    /// Whether a file gives the same answer now.
    pub(super) fn holds(&self, fs: &dyn FileSystem, path: &Path) -> bool {
        Answer::from(&fs.read(path, self.limit)) == self.answer
    }
}

/// A question about a path that is no source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Elsewhere {
    /// Whether there is anything.
    Exists(String, bool),
    /// What it holds.
    Read(String, Asked),
}

choice!(Elsewhere { 0 = Exists(path, answer), 1 = Read(path, asked) });

impl Elsewhere {
    /// The path, as it was asked for.
    pub(super) fn path(&self) -> &str {
        match self {
            Self::Exists(path, _) | Self::Read(path, _) => path,
        }
    }

    /// Whether the answer is the same now; `place` says where the path is.
    pub(super) fn holds(&self, fs: &dyn FileSystem, place: &Path) -> bool {
        match self {
            Self::Exists(_, exists) => fs.exists(place) == *exists,
            Self::Read(_, asked) => asked.holds(fs, place),
        }
    }
}

/// A path by the first half of its hash: a hundred thousand paths take much more memory than that.
type Key = [u8; 16];

/// Passes questions on and notes the answers.
pub(super) struct Answers<'f> {
    below: &'f dyn FileSystem,
    read: Mutex<HashMap<Key, Vec<Asked>>>,
    /// The paths of files that are hardly sources, and whether there was anything, when that was asked.
    named: Mutex<BTreeMap<PathBuf, Option<bool>>>,
}

impl<'f> Answers<'f> {
    /// Nothing was asked yet.
    pub(super) fn new(below: &'f dyn FileSystem) -> Self {
        Self {
            below,
            read: Mutex::default(),
            named: Mutex::default(),
        }
    }

    /// What was asked about a path, which is then forgotten.
    pub(super) fn take(&self, path: &Path) -> Vec<Asked> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.remove(&key(path)).unwrap_or_default()
    }

    /// What was not taken, below the project's folder where it lies there; `None` when the path of something that was read is not
    /// known.
    pub(super) fn rest(self, project: &Path) -> Option<Vec<Elsewhere>> {
        let mut read = self
            .read
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        let named = self
            .named
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        let mut all = Vec::new();
        for (path, exists) in named {
            let of_path = read.remove(&key(&path)).unwrap_or_default();
            let path = path.strip_prefix(project).unwrap_or(&path).to_str()?;
            all.extend(exists.map(|exists| Elsewhere::Exists(path.to_owned(), exists)));
            let read = |asked| Elsewhere::Read(path.to_owned(), asked);
            all.extend(of_path.into_iter().map(read));
        }
        read.is_empty().then_some(all)
    }
}

fn key(path: &Path) -> Key {
    let hash = ContentHash::of(path.as_os_str().as_encoded_bytes()).0;
    let mut key = Key::default();
    key.copy_from_slice(&hash[..16]);
    key
}

impl FileSystem for Answers<'_> {
    fn walk(
        &self,
        root: &Path,
        enter: &dyn Fn(&Path) -> bool,
    ) -> io::Result<Vec<Result<Entry, Unreadable>>> {
        // What a walk gives is compared as what was made of it: the sources, the theme.
        self.below.walk(root, enter)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let bytes = self.below.read(path, limit);
        let key = key(path);
        let is_known = |read: &HashMap<Key, Vec<Asked>>| {
            let known = read.get(&key);
            known.is_some_and(|known| known.iter().any(|asked| asked.limit == limit))
        };
        {
            let read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
            if is_known(&read) {
                // Whoever reads twice compares what came.
                return bytes;
            }
        }
        let answer = Answer::from(&bytes);
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if !is_known(&read) {
            let asked = Asked { limit, answer };
            read.entry(key)
                .or_insert_with(|| Vec::with_capacity(1))
                .push(asked);
        }
        drop(read);
        if path.extension().is_none_or(|ending| ending != "md") {
            let mut named = self.named.lock().unwrap_or_else(PoisonError::into_inner);
            named.entry(path.to_owned()).or_default();
        }
        bytes
    }

    fn exists(&self, path: &Path) -> bool {
        let exists = self.below.exists(path);
        let mut named = self.named.lock().unwrap_or_else(PoisonError::into_inner);
        named.insert(path.to_owned(), Some(exists));
        exists
    }
}
