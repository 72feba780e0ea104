//! The files of the cache: a line that says which polydoc wrote it, then parts, each with its length and checksum.
//!
//! A file is replaced as a whole, so that two builds at once leave the result of one of them. What is damaged, cut, or of another
//! polydoc is as good as not there.

use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::fs::{Folder, outside};
use crate::source::ContentHash;

/// Which sources this program was made of.
const IDENTITY: &str = env!("POLYDOC_IDENTITY");
/// Told to programs that make backups.
const TAG: &str = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is polydoc's memory. It may be deleted at any time.\n";
/// How the names of files end that are being written.
const TEMPORARY: &str = ".new";
/// How many sets of settings are remembered.
const MOST_SETS: usize = 4;

/// A folder of the cache.
#[derive(Debug)]
pub(super) struct Store {
    folder: Folder,
}

/// Why a file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unusable {
    /// Nothing is remembered.
    Off,
    /// There is none.
    Missing,
    /// Another version of polydoc wrote it.
    OtherVersion,
    /// Its checksums are wrong.
    Damaged,
}

impl Store {
    /// Opens the folder, if it is there.
    pub(super) fn open(path: &Path) -> Option<Self> {
        let folder = Folder::open(path).ok()?;
        Some(Self { folder })
    }

    /// Opens the folder, which is made when it is missing.
    pub(super) fn make(path: &Path) -> io::Result<Self> {
        let is_new = outside::make_folder(path)?;
        let folder = Folder::open(path)?;
        if is_new {
            for (name, text) in [(".gitignore", "*\n"), ("CACHEDIR.TAG", TAG)] {
                folder.create(Path::new(name))?.write_all(text.as_bytes())?;
            }
        }
        Ok(Self { folder })
    }

    /// The time on the clock of the file system, in nanoseconds.
    pub(super) fn now(&self) -> io::Result<i64> {
        let name = temporary("clock");
        self.folder.remove_tree(&name)?;
        self.folder.create(&name)?;
        let facts = self.folder.facts(&name);
        self.folder.remove_file(&name)?;
        Ok(facts?.changed)
    }

    /// The parts of a file.
    pub(super) fn read(&self, name: &str) -> Result<Vec<Vec<u8>>, Unusable> {
        let read = || {
            let mut bytes = Vec::new();
            self.folder.read(Path::new(name))?.read_to_end(&mut bytes)?;
            io::Result::Ok(bytes)
        };
        let bytes = read().map_err(|_| Unusable::Missing)?;
        let header = header();
        let Some(mut rest) = bytes.strip_prefix(header.as_bytes()) else {
            let is_ours = bytes.starts_with(&header.as_bytes()[..HEADER.len()]);
            return Err(if is_ours {
                Unusable::OtherVersion
            } else {
                Unusable::Damaged
            });
        };
        let mut parts = Vec::new();
        while !rest.is_empty() {
            let (part, after) = split(rest).ok_or(Unusable::Damaged)?;
            parts.push(part.to_vec());
            rest = after;
        }
        Ok(parts)
    }

    /// Gives a file new parts.
    pub(super) fn write(&self, name: &str, parts: &[&[u8]]) -> io::Result<()> {
        let fresh = temporary(name);
        self.folder.remove_tree(&fresh)?;
        let written = || {
            let mut file = self.folder.create(&fresh)?;
            file.write_all(header().as_bytes())?;
            for part in parts {
                file.write_all(&(part.len() as u64).to_le_bytes())?;
                file.write_all(&ContentHash::of(part).0)?;
                file.write_all(part)?;
            }
            self.folder.rename(&fresh, &self.folder, Path::new(name))
        };
        written().inspect_err(|_| {
            // The first error is the one to tell.
            let _ = self.folder.remove_file(&fresh);
        })
    }

    /// The name of the newest file of a kind.
    pub(super) fn newest(&self, ending: &str) -> Option<String> {
        Some(self.files(ending).ok()?.pop()?.1)
    }

    /// The files of a kind with their times, oldest first.
    fn files(&self, ending: &str) -> io::Result<Vec<(i64, String)>> {
        let mut files = Vec::new();
        self.folder.visit(&mut |found| {
            let name = found.name.to_string_lossy().into_owned();
            let facts = found.folder.facts(found.name)?;
            if name.ends_with(ending) {
                files.push((facts.modified, name));
            }
            Ok(false)
        })?;
        files.sort_unstable();
        Ok(files)
    }

    /// Deletes the oldest files of a kind, and what a killed build left an hour ago or earlier; `now` is the time on the file system's
    /// clock, in nanoseconds.
    pub(super) fn tidy(&self, ending: &str, now: i64) -> io::Result<()> {
        const HOUR: i64 = 3_600_000_000_000;

        for (time, name) in self.files(TEMPORARY)? {
            if time < now - HOUR {
                self.folder.remove_file(Path::new(&name))?;
            }
        }
        let files = self.files(ending)?;
        let too_many = files.len().saturating_sub(MOST_SETS);
        for (_, name) in files.into_iter().take(too_many) {
            self.folder.remove_file(Path::new(&name))?;
        }
        Ok(())
    }
}

const HEADER: &str = "polydoc-cache ";

fn header() -> String {
    format!("{HEADER}1 {} {IDENTITY}\n", env!("CARGO_PKG_VERSION"))
}

fn temporary(name: &str) -> PathBuf {
    PathBuf::from(format!("{name}.{}{TEMPORARY}", std::process::id()))
}

fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_at_checked(8)?;
    let (checksum, rest) = rest.split_at_checked(32)?;
    let length = usize::try_from(u64::from_le_bytes(length.try_into().ok()?)).ok()?;
    let (part, rest) = rest.split_at_checked(length)?;
    (ContentHash::of(part).0 == checksum).then_some((part, rest))
}
