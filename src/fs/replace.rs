//! Single files outside of any tree of ours: reports, which other programs wait for. Replaced as a whole, or appended to.
//!
//! No folder is made here.

use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::WORK_SUFFIX;

/// Whether [`replace`] would probably work, found out without changing anything.
///
/// # Errors
/// What [`replace`] would say.
pub fn may_replace(path: &Path) -> io::Result<()> {
    use rustix::fs::{Access, access};
    match std::fs::metadata(path) {
        Ok(there) if there.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(there) if !there.is_file() => Ok(access(path, Access::WRITE_OK)?),
        Ok(_) => Ok(access(
            folder_of(&std::fs::canonicalize(path)?),
            Access::WRITE_OK | Access::EXEC_OK,
        )?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Ok(access(folder_of(path), Access::WRITE_OK | Access::EXEC_OK)?)
        }
        Err(error) => Err(error),
    }
}

/// Gives a file new contents: whoever opens it sees the old ones or the new ones, never a part. Links are followed, permissions kept;
/// what is no regular file (a pipe, a terminal) is written into.
///
/// # Errors
/// As the system says; then the old contents are still there.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let (path, permissions) = match std::fs::metadata(path) {
        Ok(there) if there.is_file() => (std::fs::canonicalize(path)?, Some(there.permissions())),
        Ok(there) if there.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(_) => return OpenOptions::new().write(true).open(path)?.write_all(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => (path.to_owned(), None),
        Err(error) => return Err(error),
    };
    let (mut file, fresh) = create_beside(&path)?;
    let written = || -> io::Result<()> {
        file.write_all(bytes)?;
        if let Some(permissions) = permissions {
            file.set_permissions(permissions)?;
        }
        file.sync_all()?;
        std::fs::rename(&fresh, &path)
    };
    written().inspect_err(|_| {
        // The first error is the one to tell.
        let _ = std::fs::remove_file(&fresh);
    })
}

/// Gives a file new contents like [`replace`], if it still has those that are expected; tells whether it had.
///
/// # Errors
/// As the system says; then the old contents are still there.
pub fn replace_if(path: &Path, expected: &[u8], bytes: &[u8]) -> io::Result<bool> {
    if std::fs::read(path)? != expected {
        return Ok(false);
    }
    replace(path, bytes).map(|()| true)
}

/// Adds to the end of a file, which is made when it is missing.
///
/// # Errors
/// As the system says.
pub fn append(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().append(true).create(true).open(path)?;
    file.write_all(bytes)
}

/// A new file in the same folder, under a name that is no content.
fn create_beside(path: &Path) -> io::Result<(File, PathBuf)> {
    /// A killed run with the same process number may have left one.
    const MOST_LEFT: u32 = 100;

    let process = std::process::id();
    for number in 0..MOST_LEFT {
        let name = format!(".report-{process}-{number}{WORK_SUFFIX}");
        let fresh = folder_of(path).join(name);
        match File::create_new(&fresh) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            created => return Ok((created?, fresh)),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_through_links_and_nothing_else_stays_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a"), folder.path().join("l"));
        replace(&file, b"one").unwrap();
        std::os::unix::fs::symlink("a", &link).unwrap();
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o640);
        std::fs::set_permissions(&file, mode).unwrap();
        may_replace(&link).unwrap();
        replace(&link, b"two").unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"two");
        let mode = std::os::unix::fs::MetadataExt::mode(&std::fs::metadata(&file).unwrap());
        assert_eq!(mode & 0o777, 0o640);
        append(&file, b" three").unwrap();
        assert_eq!(std::fs::read(&link).unwrap(), b"two three");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn no_folder_is_made_and_none_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        for path in [folder.path().join("no/file"), folder.path().to_owned()] {
            assert!(may_replace(&path).is_err() && replace(&path, b"x").is_err());
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_is_no_regular_file_is_written_into_and_stays() {
        let null = Path::new("/dev/null");
        may_replace(null).unwrap();
        replace(null, b"x").unwrap();
        assert!(!std::fs::metadata(null).unwrap().is_file());
    }
}
