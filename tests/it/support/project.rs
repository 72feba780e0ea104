//! A project in a temporary folder, written from a string or from a literate case.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::literate::Case;

/// The settings of projects that have none of their own.
const SETTINGS: &str = "version: 1\nbase_url: https://docs.example.org\n";

/// A project on disk; it is removed when dropped.
pub(crate) struct Project {
    folder: TempDir,
}

impl Project {
    /// Writes files, each after a line `-- path --`. Without a `polydoc.yml` among them one with a base URL is added.
    pub(crate) fn new(files: &str) -> Self {
        let project = Self {
            folder: tempfile::tempdir().expect("there is a temporary folder"),
        };
        project.write("polydoc.yml", SETTINGS.as_bytes());
        for part in format!("\n{}", files.trim_start()).split("\n-- ").skip(1) {
            let (path, text) = part
                .split_once(" --\n")
                .expect("a line `-- path --` begins each file");
            project.write(
                path,
                format!("{}\n", text.trim_end_matches('\n')).as_bytes(),
            );
        }
        project
    }

    /// Writes the files of a literate case.
    pub(crate) fn of_case(case: &Case) -> Self {
        let project = Self::new("");
        for file in &case.files {
            let path = project.path_of_bytes(&file.path);
            std::fs::create_dir_all(path.parent().expect("a file lies in a folder"))
                .expect("folders can be made");
            if file.link {
                link(&file.bytes, &path);
            } else {
                std::fs::write(path, &file.bytes).expect("files can be written");
            }
        }
        project
    }

    /// The folder that holds `polydoc.yml`.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Writes one file.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.root().join(path);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder"))
            .expect("folders can be made");
        std::fs::write(path, bytes).expect("files can be written");
    }

    #[cfg(unix)]
    fn path_of_bytes(&self, path: &[u8]) -> PathBuf {
        use std::os::unix::ffi::OsStrExt as _;
        self.root().join(std::ffi::OsStr::from_bytes(path))
    }

    #[cfg(not(unix))]
    fn path_of_bytes(&self, path: &[u8]) -> PathBuf {
        self.root().join(String::from_utf8_lossy(path).as_ref())
    }
}

#[cfg(unix)]
fn link(target: &[u8], path: &Path) {
    use std::os::unix::ffi::OsStrExt as _;
    std::os::unix::fs::symlink(std::ffi::OsStr::from_bytes(target), path)
        .expect("links can be made");
}

#[cfg(not(unix))]
fn link(_target: &[u8], _path: &Path) {
    panic!("links are made on Unix only");
}
