//! An opened folder. Everything is done relative to its handle, so nothing that happens to the path above it matters, and no symbolic
//! link below it is ever followed.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Component, Path, PathBuf};

use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, RawDir, RenameFlags, ResolveFlags, Stat};
use rustix::io::Errno;

use super::EntryKind;

/// A handle of an opened folder.
#[derive(Debug)]
pub struct Folder(OwnedFd);

/// What the system says of a name, links not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// What it is.
    pub kind: EntryKind,
    /// Size in bytes.
    pub size: u64,
    /// The number of the file on its file system: hard links share it.
    pub inode: u64,
    /// Last change of the contents, nanoseconds since 1970-01-01T00:00:00Z.
    pub modified: i64,
    /// Last change of anything about it (contents, links, permissions), nanoseconds; cannot be set back.
    pub changed: i64,
}

/// One name that [`Folder::visit`] met.
#[derive(Debug)]
pub struct Found<'a> {
    /// The folder that holds it, opened.
    pub folder: &'a Folder,
    /// Its path below the folder where the visit began.
    pub path: &'a Path,
    /// The last name of that path.
    pub name: &'a Path,
    /// What it is.
    pub kind: EntryKind,
    /// Its file number, as the folder lists it.
    pub inode: u64,
}

const FOLDER: OFlags = OFlags::RDONLY
    .union(OFlags::DIRECTORY)
    .union(OFlags::CLOEXEC);
const NEW_FILE: OFlags = OFlags::WRONLY
    .union(OFlags::CREATE)
    .union(OFlags::EXCL)
    .union(OFlags::NOFOLLOW)
    .union(OFlags::CLOEXEC);

impl Folder {
    /// Opens a folder by its path; links in this path are followed.
    pub fn open(path: &Path) -> io::Result<Self> {
        Ok(Self(rustix::fs::openat(CWD, path, FOLDER, Mode::empty())?))
    }

    /// Opens a folder below this one. Fails when there is a link (`ELOOP`) or a mount point (`EXDEV`) on the way.
    pub fn folder(&self, path: &Path) -> io::Result<Self> {
        self.open_below(path, FOLDER).map(Self)
    }

    /// Makes a folder; its permissions are 0777 less the umask.
    pub fn make_folder(&self, name: &Path) -> io::Result<()> {
        Ok(rustix::fs::mkdirat(self, name, Mode::from_raw_mode(0o777))?)
    }

    /// Makes a file that must not exist yet; its permissions are 0666 less the umask. The folder that holds it must be known to be no
    /// link, when `path` has more than one name.
    pub fn create(&self, path: &Path) -> io::Result<File> {
        Ok(File::from(rustix::fs::openat(
            self,
            path,
            NEW_FILE,
            Mode::from_raw_mode(0o666),
        )?))
    }

    /// Opens a regular file below this folder for reading.
    pub fn read(&self, path: &Path) -> io::Result<File> {
        let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
        if self.facts(path)?.kind != EntryKind::File {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                "not a regular file",
            ));
        }
        Ok(File::from(self.open_below(path, flags)?))
    }

    /// What the system says of a name. Only the last name of `path` is kept from being followed.
    pub fn facts(&self, path: &Path) -> io::Result<Facts> {
        Ok(Facts::of(&rustix::fs::statat(
            self,
            path,
            AtFlags::SYMLINK_NOFOLLOW,
        )?))
    }

    /// Whether there is anything of this name, also a link that points to nothing.
    pub fn holds(&self, name: &Path) -> io::Result<bool> {
        match self.facts(name) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            result => result.map(|_| true),
        }
    }

    /// Gives a file of this folder a second name in another one.
    pub fn link(&self, name: &Path, to: &Self, new_name: &Path) -> io::Result<()> {
        Ok(rustix::fs::linkat(
            self,
            name,
            to,
            new_name,
            AtFlags::empty(),
        )?)
    }

    /// Copies a file or a link to another folder, with its permissions and its time.
    pub fn copy(&self, name: &Path, to: &Self, new_name: &Path) -> io::Result<()> {
        if self.facts(name)?.kind == EntryKind::Link {
            let target = rustix::fs::readlinkat(self, name, Vec::new())?;
            return Ok(rustix::fs::symlinkat(target, to, new_name)?);
        }
        let mut source = self.read(name)?;
        let mut target = to.create(new_name)?;
        io::copy(&mut source, &mut target)?;
        let metadata = source.metadata()?;
        target.set_permissions(metadata.permissions())?;
        target.set_modified(metadata.modified()?)
    }

    /// Moves a name to another folder, replacing what has that name there.
    pub fn rename(&self, name: &Path, to: &Self, new_name: &Path) -> io::Result<()> {
        Ok(rustix::fs::renameat(self, name, to, new_name)?)
    }

    /// Lets two names change places in one step.
    ///
    /// # Errors
    /// [`no_exchange`] tells whether the file system cannot do it.
    pub fn exchange(&self, name: &Path, other: &Self, other_name: &Path) -> io::Result<()> {
        Ok(rustix::fs::renameat_with(
            self,
            name,
            other,
            other_name,
            RenameFlags::EXCHANGE,
        )?)
    }

    /// Deletes a name that is no folder.
    pub fn remove_file(&self, name: &Path) -> io::Result<()> {
        Ok(rustix::fs::unlinkat(self, name, AtFlags::empty())?)
    }

    /// Deletes an empty folder.
    pub fn remove_folder(&self, name: &Path) -> io::Result<()> {
        Ok(rustix::fs::unlinkat(self, name, AtFlags::REMOVEDIR)?)
    }

    /// Deletes whatever has this name, folders with all they hold. Links are deleted, not followed; a mount point is an error.
    /// Nothing there is no error.
    pub fn remove_tree(&self, name: &Path) -> io::Result<()> {
        match self.facts(name) {
            Ok(facts) if facts.kind == EntryKind::Folder => {}
            Ok(_) => return self.remove_file(name),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error),
        }
        let mut folders = Vec::new();
        let top = self.folder(name)?;
        top.visit(&mut |found| {
            match found.kind {
                EntryKind::Folder => folders.push(found.path.to_owned()),
                _ => found.folder.remove_file(found.name)?,
            }
            Ok(true)
        })?;
        while let Some(folder) = folders.pop() {
            let above = folder
                .parent()
                .filter(|above| !above.as_os_str().is_empty());
            let above = above.map(|above| top.folder(above)).transpose()?;
            above
                .as_ref()
                .unwrap_or(&top)
                .remove_folder(Path::new(folder.file_name().unwrap_or_default()))?;
        }
        self.remove_folder(name)
    }

    /// Meets every name below this folder, each folder before what it holds, in no order. `visitor` says for folders whether they are
    /// looked into.
    ///
    /// # Errors
    /// The first one, of the system or of `visitor`. `EXDEV` for a mount point below.
    pub fn visit(&self, visitor: &mut dyn FnMut(&Found<'_>) -> io::Result<bool>) -> io::Result<()> {
        let mut pending = vec![PathBuf::new()];
        let mut buffer = Vec::with_capacity(32 << 10);
        let mut names = Vec::new();
        while let Some(path) = pending.pop() {
            let opened;
            let folder = if path.as_os_str().is_empty() {
                self
            } else {
                opened = self.folder(&path)?;
                &opened
            };
            folder.names(&mut buffer, &mut names)?;
            for (name, kind, inode) in names.drain(..) {
                let path = path.join(&name);
                if visitor(&Found {
                    folder,
                    path: &path,
                    name: Path::new(&name),
                    kind,
                    inode,
                })? && kind == EntryKind::Folder
                {
                    pending.push(path);
                }
            }
        }
        Ok(())
    }

    /// Whether it holds nothing but names for which `ignored` says so.
    pub fn is_empty_but(&self, ignored: &dyn Fn(&OsStr) -> bool) -> io::Result<bool> {
        let mut names = Vec::new();
        // The position in a folder belongs to the handle: a fresh one starts at the top.
        self.folder(Path::new("."))?
            .names(&mut Vec::with_capacity(8 << 10), &mut names)?;
        Ok(names.iter().all(|(name, ..)| ignored(name)))
    }

    /// Brings everything on this folder's file system to the disk.
    pub fn sync_file_system(&self) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        rustix::fs::syncfs(self)?;
        #[cfg(not(target_os = "linux"))]
        rustix::fs::fsync(self)?;
        Ok(())
    }

    /// Brings the list of this folder's names to the disk.
    pub fn sync(&self) -> io::Result<()> {
        Ok(rustix::fs::fsync(self)?)
    }

    /// Gives this folder the permissions of another one.
    pub fn take_permissions_of(&self, other: &Self) -> io::Result<()> {
        let mode = |folder: &Self| {
            rustix::fs::fstat(folder).map(|stat| Mode::from_raw_mode(stat.st_mode & 0o7777))
        };
        let wanted = mode(other)?;
        if mode(self)? != wanted {
            rustix::fs::fchmod(self, wanted)?;
        }
        Ok(())
    }

    fn names(
        &self,
        buffer: &mut Vec<u8>,
        names: &mut Vec<(OsString, EntryKind, u64)>,
    ) -> io::Result<()> {
        let mut listing = RawDir::new(self, buffer.spare_capacity_mut());
        while let Some(entry) = listing.next() {
            let entry = entry?;
            let name = OsStr::from_bytes(entry.file_name().to_bytes());
            if name == "." || name == ".." {
                continue;
            }
            let kind = match entry.file_type() {
                FileType::Unknown => self.facts(Path::new(name))?.kind,
                kind => EntryKind::from(kind),
            };
            names.push((name.to_owned(), kind, entry.ino()));
        }
        Ok(())
    }

    fn open_below(&self, path: &Path, flags: OFlags) -> io::Result<OwnedFd> {
        let flags = flags | OFlags::NOFOLLOW;
        let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS | ResolveFlags::NO_XDEV;
        match rustix::fs::openat2(self, path, flags, Mode::empty(), resolve) {
            // Kernels before 5.6, some container sandboxes, and paths longer than the system takes at once.
            Err(Errno::NOSYS | Errno::PERM | Errno::NAMETOOLONG | Errno::AGAIN) => {
                self.open_name_by_name(path, flags)
            }
            result => Ok(result?),
        }
    }

    fn open_name_by_name(&self, path: &Path, flags: OFlags) -> io::Result<OwnedFd> {
        let device = rustix::fs::fstat(self)?.st_dev;
        let mut names = path
            .components()
            .filter(|name| *name != Component::CurDir)
            .peekable();
        let mut at: Option<OwnedFd> = None;
        while let Some(name) = names.next() {
            let Component::Normal(name) = name else {
                return Err(Errno::XDEV.into());
            };
            let flags = if names.peek().is_some() {
                FOLDER | OFlags::NOFOLLOW
            } else {
                flags
            };
            let from = at.as_ref().map_or_else(|| self.as_fd(), AsFd::as_fd);
            let opened = rustix::fs::openat(from, name, flags, Mode::empty())?;
            if rustix::fs::fstat(&opened)?.st_dev != device {
                return Err(Errno::XDEV.into());
            }
            at = Some(opened);
        }
        at.map_or_else(
            || Ok(rustix::fs::openat(self, ".", flags, Mode::empty())?),
            Ok,
        )
    }
}

impl AsFd for Folder {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

impl From<FileType> for EntryKind {
    fn from(kind: FileType) -> Self {
        match kind {
            FileType::RegularFile => Self::File,
            FileType::Directory => Self::Folder,
            FileType::Symlink => Self::Link,
            _ => Self::Other,
        }
    }
}

impl Facts {
    /// What the system says of an opened file.
    pub fn of_file(file: &File) -> io::Result<Self> {
        Ok(Self::of(&rustix::fs::fstat(file)?))
    }

    fn of(stat: &Stat) -> Self {
        // Times outside the years 1678 to 2262 wrap: they are compared, never shown.
        let time = |seconds: i64, nanoseconds| {
            seconds
                .wrapping_mul(1_000_000_000)
                .wrapping_add(i64::try_from(nanoseconds).unwrap_or(0))
        };
        Self {
            kind: EntryKind::from(FileType::from_raw_mode(stat.st_mode)),
            size: u64::try_from(stat.st_size).unwrap_or(0),
            inode: stat.st_ino,
            modified: time(stat.st_mtime, stat.st_mtime_nsec),
            changed: time(stat.st_ctime, stat.st_ctime_nsec),
        }
    }
}

/// Whether an error of [`Folder::exchange`] means that the file system (or the kernel) has no such thing.
pub fn no_exchange(error: &io::Error) -> bool {
    let kind = error.raw_os_error().map(Errno::from_raw_os_error);
    matches!(kind, Some(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP))
}

/// Whether an error of renaming a folder means that this folder cannot be renamed at all: it is a mount point, or it comes from a lower
/// layer of a layered file system.
pub fn cannot_move(error: &io::Error) -> bool {
    matches!(
        error.raw_os_error().map(Errno::from_raw_os_error),
        Some(Errno::BUSY | Errno::XDEV)
    )
}

/// Whether an error of [`Folder::link`] means that there are no hard links here, or no more for this file.
pub fn no_links(error: &io::Error) -> bool {
    let kind = error.raw_os_error().map(Errno::from_raw_os_error);
    matches!(
        kind,
        Some(
            Errno::PERM | Errno::ACCESS | Errno::XDEV | Errno::MLINK | Errno::NOTSUP | Errno::NOSYS
        )
    )
}
