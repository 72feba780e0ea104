//! Files in memory: of a test, or of another revision.

use std::collections::BTreeMap;
use std::io;
use std::ops::Bound;
use std::path::{Path, PathBuf};

use super::{Entry, EntryKind, FileSystem, Unreadable};
use crate::source::Stamp;

/// Files in memory. Folders are there when a file lies below them.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    files: BTreeMap<PathBuf, Kept>,
}

/// What is known of a file.
#[derive(Clone, Debug)]
enum Kept {
    /// Its contents.
    Whole(Vec<u8>),
    /// Its size in bytes; it reads as empty.
    Size(u64),
    /// That it is a symbolic link.
    Link,
}

impl Kept {
    fn size(&self) -> u64 {
        match self {
            Self::Whole(text) => text.len() as u64,
            Self::Size(size) => *size,
            Self::Link => 0,
        }
    }
}

impl Memory {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file, or replaces it.
    #[must_use]
    pub fn with(mut self, path: impl Into<PathBuf>, text: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.into(), Kept::Whole(text.into()));
        self
    }

    /// Adds a file of which nothing but the size in bytes is known.
    #[must_use]
    pub fn with_unread(mut self, path: impl Into<PathBuf>, size: u64) -> Self {
        self.files.insert(path.into(), Kept::Size(size));
        self
    }

    /// Adds a symbolic link that leads nowhere.
    #[must_use]
    pub fn with_link(mut self, path: impl Into<PathBuf>) -> Self {
        self.files.insert(path.into(), Kept::Link);
        self
    }

    fn is_folder(&self, path: &Path) -> bool {
        // What lies below a folder follows it in the order of paths.
        let mut after = self
            .files
            .range::<Path, _>((Bound::Excluded(path), Bound::Unbounded));
        after.next().is_some_and(|(file, _)| file.starts_with(path))
    }
}

impl FileSystem for Memory {
    fn walk(
        &self,
        root: &Path,
        enter: &dyn Fn(&Path) -> bool,
    ) -> io::Result<Vec<Result<Entry, Unreadable>>> {
        if !self.is_folder(root) {
            return Err(io::Error::from(io::ErrorKind::NotFound));
        }
        // Paths compare name by name, as a walk that sorts each folder would meet them.
        let mut names: BTreeMap<&Path, Entry> = BTreeMap::new();
        for (file, kept) in self
            .files
            .range(root.to_owned()..)
            .take_while(|(file, _)| file.starts_with(root))
        {
            let stamp = Stamp {
                size: kept.size(),
                ..Stamp::default()
            };
            let kind = match kept {
                Kept::Whole(_) | Kept::Size(_) => EntryKind::File,
                Kept::Link => EntryKind::Link,
            };
            names.insert(
                file,
                Entry {
                    path: file.clone(),
                    kind,
                    stamp,
                },
            );
            for folder in file
                .ancestors()
                .skip(1)
                .take_while(|&folder| folder != root)
            {
                let entry = || Entry {
                    path: folder.to_owned(),
                    kind: EntryKind::Folder,
                    stamp: Stamp::default(),
                };
                names.entry(folder).or_insert_with(entry);
            }
        }
        let mut closed: Option<PathBuf> = None;
        let mut found = Vec::new();
        for entry in names.into_values() {
            if closed
                .as_ref()
                .is_some_and(|closed| entry.path.starts_with(closed))
            {
                continue;
            }
            if entry.kind == EntryKind::Folder && !enter(&entry.path) {
                closed = Some(entry.path.clone());
            }
            found.push(Ok(entry));
        }
        Ok(found)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let kept = self.files.get(path).ok_or(io::ErrorKind::NotFound)?;
        if kept.size() > limit {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        match kept {
            Kept::Whole(text) => Ok(text.clone()),
            Kept::Size(_) => Ok(Vec::new()),
            Kept::Link => Err(io::Error::from(io::ErrorKind::NotFound)),
        }
    }

    fn exists(&self, path: &Path) -> bool {
        self.files.contains_key(path) || self.is_folder(path)
    }
}
