//! Files in memory laid over those of another file system: what it would look like after a change that nobody has made yet.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use super::{Entry, EntryKind, FileSystem, Unreadable};
use crate::source::Stamp;

/// Files in memory over another file system.
pub struct Overlay<'f> {
    below: &'f dyn FileSystem,
    /// Files with new contents; `None` for those that are gone.
    files: BTreeMap<PathBuf, Option<Vec<u8>>>,
}

impl std::fmt::Debug for Overlay<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Overlay")
            .field("files", &self.files.keys())
            .finish_non_exhaustive()
    }
}

impl<'f> Overlay<'f> {
    /// Nothing laid over `below`.
    pub fn new(below: &'f dyn FileSystem) -> Self {
        let files = BTreeMap::new();
        Self { below, files }
    }

    /// Gives a file new contents, or makes it.
    pub fn put(&mut self, path: impl Into<PathBuf>, bytes: Vec<u8>) {
        self.files.insert(path.into(), Some(bytes));
    }

    /// Takes a file away.
    pub fn remove(&mut self, path: impl Into<PathBuf>) {
        self.files.insert(path.into(), None);
    }

    fn is_gone(&self, path: &Path) -> bool {
        matches!(self.files.get(path), Some(None))
    }
}

impl FileSystem for Overlay<'_> {
    fn walk(
        &self,
        root: &Path,
        enter: &dyn Fn(&Path) -> bool,
    ) -> io::Result<Vec<Result<Entry, Unreadable>>> {
        let mut found = self.below.walk(root, enter)?;
        if self.files.is_empty() {
            return Ok(found);
        }
        found.retain(|entry| !matches!(entry, Ok(entry) if self.is_gone(&entry.path)));
        let path_of = |entry: &Result<Entry, Unreadable>| match entry {
            Ok(entry) => entry.path.clone(),
            Err(unreadable) => unreadable.path.clone(),
        };
        let known: BTreeSet<PathBuf> = found.iter().map(path_of).collect();
        let mut folders = BTreeSet::new();
        let put = self
            .files
            .iter()
            .filter_map(|(path, bytes)| Some((path, bytes.as_ref()?)));
        for (path, bytes) in
            put.filter(|(path, _)| path.starts_with(root) && !known.contains(*path))
        {
            let above = path
                .ancestors()
                .skip(1)
                .take_while(|&folder| folder != root);
            let above: Vec<&Path> = above.collect();
            if !above.iter().rev().all(|folder| enter(folder)) {
                continue;
            }
            for folder in above.into_iter().filter(|folder| !known.contains(*folder)) {
                folders.insert(folder.to_owned());
            }
            found.push(Ok(Entry {
                path: path.clone(),
                kind: EntryKind::File,
                stamp: Stamp {
                    size: bytes.len() as u64,
                    ..Stamp::default()
                },
            }));
        }
        found.extend(folders.into_iter().map(|path| {
            Ok(Entry {
                path,
                kind: EntryKind::Folder,
                stamp: Stamp::default(),
            })
        }));
        // Paths compare name by name, as a walk that sorts each folder meets them.
        found.sort_by_cached_key(path_of);
        Ok(found)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        match self.files.get(path) {
            Some(Some(bytes)) if bytes.len() as u64 > limit => {
                Err(io::Error::from(io::ErrorKind::FileTooLarge))
            }
            Some(Some(bytes)) => Ok(bytes.clone()),
            Some(None) => Err(io::Error::from(io::ErrorKind::NotFound)),
            None => self.below.read(path, limit),
        }
    }

    fn exists(&self, path: &Path) -> bool {
        match self.files.get(path) {
            Some(bytes) => bytes.is_some(),
            None => {
                self.below.exists(path)
                    || self
                        .files
                        .iter()
                        .any(|(file, bytes)| bytes.is_some() && file.starts_with(path))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Memory;
    use super::*;

    #[test]
    fn what_is_laid_over_is_walked_and_read_as_if_it_were_there() {
        let memory = Memory::new()
            .with("/c/a.md", "a")
            .with("/c/x/b.md", "b")
            .with("/c/z.md", "z");
        let mut overlay = Overlay::new(&memory);
        overlay.put("/c/a.md", b"A".to_vec());
        overlay.put("/c/m/n/new.md", b"n".to_vec());
        overlay.put("/c/.hidden/h.md", b"h".to_vec());
        overlay.remove("/c/x/b.md");
        let enter = |path: &Path| !path.ends_with(".hidden");
        let found = overlay.walk(Path::new("/c"), &enter).unwrap();
        let paths: Vec<String> = found
            .iter()
            .map(|entry| entry.as_ref().unwrap().path.display().to_string())
            .collect();
        assert_eq!(
            paths,
            [
                "/c/a.md",
                "/c/m",
                "/c/m/n",
                "/c/m/n/new.md",
                "/c/x",
                "/c/z.md"
            ]
        );
        assert_eq!(overlay.read(Path::new("/c/a.md"), 9).unwrap(), b"A");
        assert!(
            overlay.read(Path::new("/c/x/b.md"), 9).is_err()
                && !overlay.exists(Path::new("/c/x/b.md"))
        );
        assert!(
            overlay.read(Path::new("/c/m/n/new.md"), 0).is_err(),
            "a limit holds"
        );
        assert!(overlay.exists(Path::new("/c/m")));
        assert_eq!(overlay.read(Path::new("/c/z.md"), 9).unwrap(), b"z");
    }
}
