//! The only module that touches `std::fs`. Everything else sees the trait [`FileSystem`].

use std::io;
use std::path::{Path, PathBuf};

use crate::source::Stamp;

pub use disk::Disk;
pub use memory::Memory;

mod disk;
mod memory;

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
    /// whether it is looked into.
    ///
    /// # Errors
    /// Only if `root` itself cannot be read; what cannot be read below it is an item of its own.
    fn walk(&self, root: &Path, enter: &dyn Fn(&Path) -> bool) -> io::Result<Vec<Result<Entry, Unreadable>>>;

    /// The bytes of a file, at most `limit` of them: a longer file is an error of kind `FileTooLarge`.
    ///
    /// # Errors
    /// As the system says.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;

    /// Whether there is a file or folder.
    fn exists(&self, path: &Path) -> bool;
}
