//! The files of this machine, for steps that read.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::Path;

use rustix::fs::OFlags;
use walkdir::WalkDir;

use super::{Entry, EntryKind, FileSystem, Unreadable};
use crate::source::Stamp;

/// The files of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl FileSystem for Disk {
    fn walk(
        &self,
        root: &Path,
        enter: &dyn Fn(&Path) -> bool,
    ) -> io::Result<Vec<Result<Entry, Unreadable>>> {
        if !std::fs::metadata(root)?.is_dir() {
            return Err(io::Error::from(io::ErrorKind::NotADirectory));
        }
        let mut found = Vec::new();
        let mut walk = WalkDir::new(root)
            .min_depth(1)
            .sort_by(|a, b| a.file_name().cmp(b.file_name()))
            .into_iter();
        while let Some(item) = walk.next() {
            match item {
                Ok(entry) => {
                    if entry.file_type().is_dir() && !enter(entry.path()) {
                        walk.skip_current_dir();
                    }
                    found.push(described(entry));
                }
                Err(error) => {
                    let path = error.path().unwrap_or(root).to_owned();
                    let error = error
                        .into_io_error()
                        .unwrap_or_else(|| io::Error::other("a loop of links"));
                    if path == root {
                        return Err(error);
                    }
                    found.push(Err(Unreadable { path, error }));
                }
            }
        }
        Ok(found)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let (file, size) = open_regular(path)?;
        if size > limit {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
        file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        // It grew while it was read.
        if bytes.len() as u64 > limit {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        Ok(bytes)
    }

    fn exists(&self, path: &Path) -> bool {
        std::fs::metadata(path).is_ok()
    }
}

/// Opens a regular file for reading and tells its size. Looks before it opens, because opening a FIFO may wait for ever and opening a
/// device may do something; and again afterwards, because the name may have changed hands in between.
pub(super) fn open_regular(path: &Path) -> io::Result<(File, u64)> {
    let regular = |metadata: &Metadata| {
        if metadata.is_file() {
            return Ok(metadata.len());
        }
        Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "not a regular file",
        ))
    };
    regular(&std::fs::metadata(path)?)?;
    let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed();
    let file = OpenOptions::new()
        .read(true)
        .custom_flags(flags)
        .open(path)?;
    let size = regular(&file.metadata()?)?;
    Ok((file, size))
}

fn described(entry: walkdir::DirEntry) -> Result<Entry, Unreadable> {
    let kind = match entry.file_type() {
        kind if kind.is_file() => EntryKind::File,
        kind if kind.is_dir() => EntryKind::Folder,
        kind if kind.is_symlink() => EntryKind::Link,
        _ => EntryKind::Other,
    };
    let stamp = match kind {
        EntryKind::File => entry.metadata().map(|metadata| Stamp {
            size: metadata.len(),
            modified: i128::from(metadata.mtime()) * 1_000_000_000
                + i128::from(metadata.mtime_nsec()),
            changed: metadata
                .ctime()
                .saturating_mul(1_000_000_000)
                .saturating_add(metadata.ctime_nsec()),
            inode: metadata.ino(),
        }),
        _ => Ok(Stamp::default()),
    };
    match stamp {
        Ok(stamp) => Ok(Entry {
            path: entry.into_path(),
            kind,
            stamp,
        }),
        Err(error) => {
            let error = error
                .into_io_error()
                .unwrap_or_else(|| io::Error::from(io::ErrorKind::NotFound));
            Err(Unreadable {
                path: entry.into_path(),
                error,
            })
        }
    }
}
