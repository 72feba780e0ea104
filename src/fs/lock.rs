//! A lock that the kernel gives back when its holder dies.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::Path;

use rustix::fs::{FlockOperation, Mode, OFlags};

use super::{Facts, Folder};

/// A lock that is held until this is dropped.
#[derive(Debug)]
pub struct FileLock {
    file: File,
}

/// What came of asking for a lock.
#[derive(Debug)]
pub enum Attempt {
    /// It is ours.
    Held(FileLock),
    /// Another process holds it: this one, where it said who it is.
    Busy(Option<u32>),
}

/// Asks once for the lock that is the file `name` in `folder`, making the file when there is none. The holder writes its process number
/// into it.
///
/// # Errors
/// As the system says. `NotFound` when the folder was deleted meanwhile.
pub fn try_lock(folder: &Folder, name: &Path) -> io::Result<Attempt> {
    loop {
        let flags =
            OFlags::CREATE | OFlags::RDWR | OFlags::NOFOLLOW | OFlags::CLOEXEC | OFlags::NONBLOCK;
        let fd = rustix::fs::openat(folder, name, flags, Mode::from_raw_mode(0o666))?;
        let mut file = File::from(fd);
        match rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {}
            Err(rustix::io::Errno::WOULDBLOCK) => {
                let mut text = String::new();
                let _ = file.take(20).read_to_string(&mut text);
                return Ok(Attempt::Busy(text.trim().parse().ok()));
            }
            Err(error) => return Err(error.into()),
        }
        // Whoever held it may have deleted the file: then this lock protects nothing.
        if folder.holds(name)? && folder.facts(name)?.inode == Facts::of_file(&file)?.inode {
            file.rewind()?;
            file.set_len(0)?;
            writeln!(file, "{}", std::process::id())?;
            return Ok(Attempt::Held(FileLock { file }));
        }
    }
}

impl FileLock {
    /// Deletes the lock's file, then lets go.
    pub fn remove(self, folder: &Folder, name: &Path) -> io::Result<()> {
        let removed = folder.remove_file(name);
        drop(self.file);
        removed
    }
}
