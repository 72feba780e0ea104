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
    /// Files with their contents; links have none.
    files: BTreeMap<PathBuf, Option<Vec<u8>>>,
}

impl Memory {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file, or replaces it.
    #[must_use]
    pub fn with(mut self, path: impl Into<PathBuf>, text: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.into(), Some(text.into()));
        self
    }

    /// Adds a symbolic link that leads nowhere.
    #[must_use]
    pub fn with_link(mut self, path: impl Into<PathBuf>) -> Self {
        self.files.insert(path.into(), None);
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
        for (file, text) in self
            .files
            .range(root.to_owned()..)
            .take_while(|(file, _)| file.starts_with(root))
        {
            let stamp = Stamp {
                size: text.as_ref().map_or(0, |text| text.len() as u64),
                ..Stamp::default()
            };
            let kind = match text {
                Some(_) => EntryKind::File,
                None => EntryKind::Link,
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
        let text = self.files.get(path).and_then(Option::as_ref);
        let text = text.ok_or(io::ErrorKind::NotFound)?;
        if text.len() as u64 > limit {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        Ok(text.clone())
    }

    fn exists(&self, path: &Path) -> bool {
        self.files.contains_key(path) || self.is_folder(path)
    }
}
