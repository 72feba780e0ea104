//! A folder with everything below it, for work on many files: folders are opened and made once.

use std::collections::HashMap;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rustix::io::Errno;

use super::Folder;

/// So many folders are kept open at most; a process may often open no more than 1,024 files.
const OPEN: usize = 128;

/// A folder and handles of folders below it. May be used from several threads.
#[derive(Debug)]
pub struct Tree {
    root: Arc<Folder>,
    open: Mutex<HashMap<PathBuf, Arc<Folder>>>,
}

impl Tree {
    /// The tree below a folder.
    pub fn new(root: Folder) -> Self {
        Self {
            root: Arc::new(root),
            open: Mutex::default(),
        }
    }

    /// The top.
    pub fn root(&self) -> &Folder {
        &self.root
    }

    /// A folder below the top that exists. The empty path is the top.
    pub fn folder(&self, path: &Path) -> io::Result<Arc<Folder>> {
        if path.as_os_str().is_empty() {
            return Ok(Arc::clone(&self.root));
        }
        if let Some(folder) = self.handles().get(path) {
            return Ok(Arc::clone(folder));
        }
        let folder = Arc::new(self.root.folder(path)?);
        let mut handles = self.handles();
        if handles.len() >= OPEN {
            handles.clear();
        }
        handles.insert(path.to_owned(), Arc::clone(&folder));
        Ok(folder)
    }

    /// A folder below the top, made with all above it when it is missing.
    pub fn make_folder(&self, path: &Path) -> io::Result<Arc<Folder>> {
        match (self.folder(path), path.parent(), path.file_name()) {
            (Err(error), Some(above), Some(name)) if error.kind() == io::ErrorKind::NotFound => {
                let made = self.make_folder(above)?.make_folder(Path::new(name));
                made.or_else(|error| {
                    if error.kind() == io::ErrorKind::AlreadyExists {
                        Ok(())
                    } else {
                        Err(error)
                    }
                })?;
                self.folder(path)
            }
            (result, ..) => result,
        }
    }

    /// Makes a file that must not exist yet, and the folders above it. Only for trees that nobody else writes to.
    ///
    /// A site in folder style has one folder per page: such a folder is made, but opened only when a second file goes into it.
    pub fn create(&self, path: &Path) -> io::Result<File> {
        let name = Path::new(path.file_name().unwrap_or_default());
        let Some((above, leaf)) = path
            .parent()
            .and_then(|folder| folder.parent().zip(folder.file_name()))
        else {
            return self.root.create(name);
        };
        let folder = path.parent().unwrap_or(Path::new(""));
        let opened = self.handles().get(folder).map(Arc::clone);
        if let Some(opened) = opened {
            return opened.create(name);
        }
        let above = self.make_folder(above)?;
        match above.make_folder(Path::new(leaf)) {
            Ok(()) => above.create(&Path::new(leaf).join(name)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                self.folder(folder)?.create(name)
            }
            Err(error) => Err(error),
        }
    }

    /// Deletes empty folders upwards from `path`, and stops at the first that holds something. Folders that are gone already, or are no
    /// folders any more, are no error.
    pub fn prune(&self, path: &Path) -> io::Result<()> {
        self.handles().retain(|folder, _| !folder.starts_with(path));
        for folder in path
            .ancestors()
            .take_while(|folder| !folder.as_os_str().is_empty())
        {
            self.handles().remove(folder);
            let above = self.folder(folder.parent().unwrap_or(Path::new("")));
            let gone = above.and_then(|above| {
                above.remove_folder(Path::new(folder.file_name().unwrap_or_default()))
            });
            match gone {
                Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => return Ok(()),
                Err(error) if !is_missing(&error) => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    /// Forgets the handles of folders below the top, because they may have been deleted or replaced.
    pub fn forget(&self) {
        self.handles().clear();
    }

    fn handles(&self) -> std::sync::MutexGuard<'_, HashMap<PathBuf, Arc<Folder>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether an error means that there is nothing of this name: it, or a folder above it, is missing or something else.
pub fn is_missing(error: &io::Error) -> bool {
    let kind = error.raw_os_error().map(Errno::from_raw_os_error);
    matches!(kind, Some(Errno::NOENT | Errno::NOTDIR | Errno::LOOP))
        || error.kind() == io::ErrorKind::NotFound
}
