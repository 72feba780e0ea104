//! Files and folders of the content under other names. Nothing that stands at the new name is ever replaced.

use std::io;
use std::path::Path;

use rustix::fs::{CWD, RenameFlags, renameat_with};

/// Renames a file or a folder, whose new parent folders are made.
///
/// # Errors
/// As the system says; of kind `AlreadyExists` when the new name is taken.
pub fn rename(old: &Path, new: &Path) -> io::Result<()> {
    if let Some(folder) = new.parent() {
        std::fs::create_dir_all(folder)?;
    }
    match renameat_with(CWD, old, CWD, new, RenameFlags::NOREPLACE) {
        Ok(()) => Ok(()),
        // File systems that cannot do it at once.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS) => {
            if std::fs::symlink_metadata(new).is_ok() {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            std::fs::rename(old, new)
        }
        Err(error) => Err(error.into()),
    }
}

/// Removes a folder and those above it as long as they are empty, up to and without `root`.
pub fn remove_empty(folder: &Path, root: &Path) {
    let above = folder
        .ancestors()
        .take_while(|folder| *folder != root && folder.starts_with(root));
    for folder in above {
        // One that is not empty, or may not be removed, stays.
        if std::fs::remove_dir(folder).is_err() {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_gets_a_new_name_in_a_new_folder_and_replaces_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir_all(at("x/y")).unwrap();
        std::fs::write(at("x/y/a"), "a").unwrap();
        std::fs::write(at("b"), "b").unwrap();
        let taken = rename(&at("x/y/a"), &at("b")).unwrap_err();
        assert_eq!(taken.kind(), io::ErrorKind::AlreadyExists);
        rename(&at("x/y/a"), &at("n/m/c")).unwrap();
        assert_eq!(std::fs::read(at("n/m/c")).unwrap(), b"a");
        remove_empty(&at("x/y"), folder.path());
        assert!(!at("x").exists() && at("b").exists());
    }
}
