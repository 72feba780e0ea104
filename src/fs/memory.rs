//! Files that exist only in a test.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::{Entry, EntryKind, FileSystem, Unreadable};
use crate::source::Stamp;

/// Files in memory. Folders are there when a file lies below them.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    files: BTreeMap<PathBuf, Vec<u8>>,
}

impl Memory {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file, or replaces it.
    #[must_use]
    pub fn with(mut self, path: impl Into<PathBuf>, text: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.into(), text.into());
        self
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.files
            .keys()
            .any(|file| file != path && file.starts_with(path))
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
                size: text.len() as u64,
                modified: 0,
            };
            names.insert(
                file,
                Entry {
                    path: file.clone(),
                    kind: EntryKind::File,
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
        let text = self.files.get(path).ok_or(io::ErrorKind::NotFound)?;
        if text.len() as u64 > limit {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        Ok(text.clone())
    }

    fn exists(&self, path: &Path) -> bool {
        self.files.contains_key(path) || self.is_folder(path)
    }
}
