//! The only module that touches `std::fs`.
//!
//! Steps that read see the trait [`FileSystem`]: [`Disk`] in earnest, [`Memory`] in tests. Publishing needs more than reading and is
//! only ever done on a real disk: it works with [`Folder`] and [`Tree`], handles of opened folders through which no link is followed.
//! This module decides nothing: what is read, written or refused is the caller's business.

use std::ffi::OsStr;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::source::Stamp;

pub use disk::Disk;
pub use folder::{Facts, Folder, Found, cannot_move, no_exchange, no_links};
pub use lock::{Attempt, FileLock, try_lock};
pub use memory::Memory;
pub use overlay::Overlay;
pub use tree::{Tree, is_missing};

mod disk;
mod folder;
mod lock;
mod memory;
pub mod outside;
mod overlay;
pub mod relocate;
pub mod replace;
#[cfg(test)]
mod tests;
mod tree;

/// How the name of the folder that publishing works in ends: `.public.polydoc-work` beside `public`.
pub const WORK_SUFFIX: &str = ".polydoc-work";

/// The list of what polydoc wrote, at the top of an output folder.
pub const MANIFEST_NAME: &str = ".polydoc-manifest";

/// The path without `.` and `..`, as it reads: links are not looked at.
pub fn clean(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                clean.pop();
            }
            other => clean.push(other),
        }
    }
    clean
}

/// Whether a name belongs to publishing: such files and folders are no content, wherever they lie.
pub fn is_publishing_name(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name == MANIFEST_NAME.as_bytes()
        || (name.starts_with(b".") && name.ends_with(WORK_SUFFIX.as_bytes()))
}

/// What stands behind a name in a folder, without following links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, whatever it points to.
    Link,
    /// A socket, FIFO or device.
    Other,
}

/// One name found while walking.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The whole path: the root that was asked for and the names below it.
    pub path: PathBuf,
    /// What it is.
    pub kind: EntryKind,
    /// Size and time; zero for anything but files.
    pub stamp: Stamp,
}

/// What a walk found, or could not look into.
#[derive(Debug)]
pub struct Unreadable {
    /// The path that could not be read.
    pub path: PathBuf,
    /// Why.
    pub error: io::Error,
}

/// Reading files, abstract so that tests and editors can lay their own over the disk.
pub trait FileSystem: Sync {
    /// Everything below `root`, files and folders, depth first, each folder's names sorted by bytes.
    /// Symbolic links are named, not followed (save `root` itself). `enter` decides for each folder below `root`
    /// whether it is looked into; it is named either way.
    ///
    /// # Errors
    /// Only if `root` itself cannot be read; what cannot be read below it is an item of its own.
    fn walk(
        &self,
        root: &Path,
        enter: &dyn Fn(&Path) -> bool,
    ) -> io::Result<Vec<Result<Entry, Unreadable>>>;

    /// The bytes of a regular file (links are followed), at most `limit` of them: a longer file is an error of kind
    /// `FileTooLarge`, and so many bytes are never read. FIFOs, sockets and devices are not opened.
    ///
    /// # Errors
    /// As the system says; kind `InvalidInput` for what is no regular file.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;

    /// Whether there is a file or folder (links are followed).
    fn exists(&self, path: &Path) -> bool;
}
