//! Where a build goes: the output folder with links resolved, the folder beside it that polydoc works in, and whether polydoc may
//! touch what is there.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use super::manifest::{self, Manifest};
use crate::failure::Failure;
use crate::fs::{EntryKind, Folder, MANIFEST_NAME, WORK_SUFFIX, is_publishing_name, outside};
use crate::source::ContentHash;

/// Where the output folder is, and how it can be replaced.
#[derive(Debug)]
pub(super) struct Place {
    /// The output folder as the user wrote it, for messages.
    pub(super) shown: String,
    /// The folder that is to hold the site, with links resolved.
    pub(super) output: PathBuf,
    /// The folder above it.
    pub(super) above: PathBuf,
    /// Its name there.
    pub(super) name: OsString,
    /// Whether it can be renamed.
    pub(super) way: Way,
}

/// How the new site comes into the output folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// A whole folder takes the place of the old one.
    Swap,
    /// File by file, because the folder itself cannot be renamed.
    InPlace,
}

/// What stands in the output folder before the build.
#[derive(Debug)]
pub(super) enum Standing {
    /// Nothing.
    Absent,
    /// An empty folder.
    Empty(Folder),
    /// A folder that is ours to change, and what we wrote into it.
    Ours(Folder, Manifest),
}

impl Place {
    /// Finds out where to publish.
    pub(super) fn find(output: &Path, protected: &[PathBuf]) -> Result<Self, Failure> {
        let shown = output.display().to_string();
        let unusable = |error: &io::Error| {
            Failure::environment(format!("cannot use `{shown}` as the output folder")).cause(error)
        };
        let output = outside::resolve(output).map_err(|error| unusable(&error))?;
        let (Some(above), Some(name)) = (output.parent(), output.file_name()) else {
            return Err(
                Failure::usage(format!("`{shown}` cannot be the output folder"))
                    .hint("choose a folder of its own with `--output`"),
            );
        };
        let protects = |path: &&PathBuf| {
            outside::resolve_existing(path).is_some_and(|path| path.starts_with(&output))
        };
        if let Some(path) = protected.iter().find(protects) {
            let message = format!(
                "the output folder `{shown}` holds `{}`, which would be deleted",
                path.display()
            );
            return Err(Failure::usage(message).hint("choose a folder of its own with `--output`"));
        }
        if is_publishing_name(name) {
            return Err(Failure::usage(format!(
                "`{shown}` is a name that polydoc keeps for its own work"
            ))
            .hint("choose another folder with `--output`"));
        }
        let (above, name) = (above.to_owned(), name.to_owned());
        let kind = outside::kind(&output).map_err(|error| unusable(&error))?;
        if matches!(
            kind,
            Some(EntryKind::File | EntryKind::Link | EntryKind::Other)
        ) {
            return Err(Failure::usage(format!("`{shown}` is a file, not a folder"))
                .hint("choose another folder with `--output`, or delete the file"));
        }
        let fixed = kind.is_some() && outside::is_mount_point(&output);
        Ok(Self {
            shown,
            output,
            above,
            name,
            way: if fixed { Way::InPlace } else { Way::Swap },
        })
    }

    /// The folder that polydoc works in while this place is swapped.
    pub(super) fn work_beside(&self) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(WORK_SUFFIX);
        // File systems take names of 255 bytes.
        if name.len() > 255 {
            name = format!(
                ".{}{WORK_SUFFIX}",
                ContentHash::of(self.name.as_encoded_bytes()).short()
            )
            .into();
        }
        self.above.join(name)
    }

    /// The folder that polydoc works in while this place is changed file by file.
    pub(super) fn work_inside(&self) -> PathBuf {
        self.output.join(WORK_SUFFIX)
    }

    /// Looks at what stands in the output folder, and refuses what is not ours to change.
    pub(super) fn look(&self, adopt: bool) -> Result<Standing, Failure> {
        let folder = match Folder::open(&self.output) {
            Ok(folder) => folder,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Standing::Absent),
            Err(error) => return Err(self.unreadable(&error)),
        };
        if folder
            .holds(Path::new(".git"))
            .map_err(|error| self.unreadable(&error))?
        {
            let message = format!(
                "the output folder `{}` is a git repository (it holds `.git`)",
                self.shown
            );
            return Err(Failure::usage(message)
                .hint("choose a folder of its own with `--output`, and copy or push the result from there"));
        }
        let manifest = manifest::read(&folder).map_err(|error| self.unreadable(&error))?;
        if let Some(manifest) = manifest {
            return Ok(Standing::Ours(folder, manifest));
        }
        // A file system of its own comes with `lost+found`.
        let way = self.way;
        let ignored = move |name: &std::ffi::OsStr| {
            is_publishing_name(name) || is_of_the_system(way, Path::new(name))
        };
        if folder
            .is_empty_but(&ignored)
            .map_err(|error| self.unreadable(&error))?
        {
            return Ok(Standing::Empty(folder));
        }
        if adopt {
            return Ok(Standing::Ours(folder, Manifest::default()));
        }
        let message = format!(
            "the output folder `{}` is not empty, and polydoc did not make it",
            self.shown
        );
        Err(Failure::usage(message)
            .hint("choose another folder with `--output`")
            .hint(
                "give it to polydoc with `--adopt`: whatever `keep:` does not name is deleted then",
            ))
    }

    /// An error while looking into the output folder.
    pub(super) fn unreadable(&self, error: &io::Error) -> Failure {
        let failure =
            Failure::environment(format!("cannot read the output folder `{}`", self.shown))
                .cause(error);
        match error.kind() {
            io::ErrorKind::CrossesDevices => {
                failure.hint("unmount what is mounted below the output folder")
            }
            io::ErrorKind::InvalidData => failure.hint(format!(
                "delete `{}/{MANIFEST_NAME}` and use `--adopt`",
                self.shown
            )),
            _ => failure,
        }
    }

    /// An error while writing below or beside the output folder.
    pub(super) fn unwritable(&self, what: &dyn std::fmt::Display, error: &io::Error) -> Failure {
        let failure =
            Failure::environment(format!("cannot write {what} for `{}`", self.shown)).cause(error);
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                failure.hint("make room on the disk; the published site is as it was")
            }
            io::ErrorKind::CrossesDevices => {
                failure.hint("unmount what is mounted below the output folder")
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                failure.hint("choose a folder that you may write to with `--output`")
            }
            _ => failure,
        }
    }
}

/// Whether a name at the top of a mounted file system belongs to that file system.
pub(super) fn is_of_the_system(way: Way, path: &Path) -> bool {
    way == Way::InPlace && path == Path::new("lost+found")
}
