//! Questions about whole paths, where links are followed as usual: used to find out where to publish before anything is opened.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::{EntryKind, disk};

/// What a path is, links followed; `None` when there is nothing.
///
/// # Errors
/// Other than "not found".
pub fn kind(path: &Path) -> io::Result<Option<EntryKind>> {
    match std::fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => Ok(Some(EntryKind::Folder)),
        Ok(metadata) if metadata.is_file() => Ok(Some(EntryKind::File)),
        Ok(_) => Ok(Some(EntryKind::Other)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The absolute path with all links resolved. The last name may be missing, also behind a link that points to nothing yet; the folder
/// above it is made when it is missing.
///
/// # Errors
/// As the system says; a loop of links.
pub fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut path = std::path::absolute(path)?;
    for _ in 0..40 {
        match std::fs::canonicalize(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            result => return result,
        }
        let above = path.parent().ok_or(io::ErrorKind::NotFound)?;
        if let Ok(target) = std::fs::read_link(&path) {
            path = above.join(target);
            continue;
        }
        std::fs::create_dir_all(above)?;
        let name = path.file_name().ok_or(io::ErrorKind::NotFound)?;
        return Ok(std::fs::canonicalize(above)?.join(name));
    }
    Err(io::Error::other("a loop of links"))
}

/// Whether another file system (or another part of the same one) is mounted at this folder: such a folder cannot be renamed.
pub fn is_mount_point(path: &Path) -> bool {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags};
        if let Ok(facts) = rustix::fs::statx(CWD, path, AtFlags::empty(), StatxFlags::BASIC_STATS)
            && facts
                .stx_attributes_mask
                .contains(StatxAttributes::MOUNT_ROOT)
        {
            return facts.stx_attributes.contains(StatxAttributes::MOUNT_ROOT);
        }
    }
    let device = |path: &Path| {
        std::fs::metadata(path)
            .map(|metadata| std::os::unix::fs::MetadataExt::dev(&metadata))
            .ok()
    };
    path.parent()
        .is_some_and(|above| device(path) != device(above))
}

/// Makes a folder whose parent exists. `false` when it was there already.
///
/// # Errors
/// As the system says.
pub fn make_folder(path: &Path) -> io::Result<bool> {
    match std::fs::create_dir(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}

/// Opens a regular file for reading; FIFOs, sockets and devices are not opened.
///
/// # Errors
/// As the system says; kind `InvalidInput` for what is no regular file.
pub fn open(path: &Path) -> io::Result<File> {
    disk::open_regular(path).map(|(file, _)| file)
}

/// The absolute path with all links resolved, of something that exists.
pub fn resolve_existing(path: &Path) -> Option<PathBuf> {
    std::fs::canonicalize(path).ok()
}
