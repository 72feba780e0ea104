//! The files that this build has written so far, out of sight of readers.
//!
//! The first build into a folder writes the tree as it will be published. Later builds write few files, and number them: they are moved
//! to their places when it is known what else changes.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use super::manifest::Seen;
use crate::fs::{Facts, Folder, Tree, outside};
use crate::model::{Body, OutputPath};
use crate::source::ContentHash;

/// Numbered files lie in so many folders, so that threads rarely wait for each other.
const SHELVES: u32 = 16;

/// Where files are written.
#[derive(Debug)]
pub(super) enum Fresh {
    /// At their own paths.
    Tree(Tree),
    /// Under numbers.
    Numbered {
        top: Folder,
        shelves: [OnceLock<Folder>; SHELVES as usize],
        next: AtomicU32,
    },
}

/// A file that was written.
#[derive(Debug)]
pub(super) struct Written {
    /// Its number; meaningless in a tree.
    pub(super) number: u32,
    /// Its size in bytes.
    pub(super) size: u64,
    /// The hash of its bytes.
    pub(super) hash: ContentHash,
    /// What it looked like.
    pub(super) seen: Seen,
}

/// Why a file could not be written.
#[derive(Debug)]
pub(super) enum Trouble {
    /// Another file, or a folder, is at its path already.
    Taken,
    /// The file to copy could not be read.
    Source(PathBuf, io::Error),
    /// It could not be written.
    Target(io::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Target(error)
    }
}

impl Fresh {
    /// A place for files that are written at their own paths.
    pub(super) fn tree(folder: Folder) -> Self {
        Self::Tree(Tree::new(folder))
    }

    /// A place for files that are numbered.
    pub(super) fn numbered(top: Folder) -> Self {
        Self::Numbered {
            top,
            shelves: Default::default(),
            next: AtomicU32::new(0),
        }
    }

    /// Writes one file; `hash` is the hash of its body.
    pub(super) fn write(
        &self,
        path: &OutputPath,
        body: &Body,
        hash: ContentHash,
    ) -> Result<Written, Trouble> {
        let (number, mut file) = match self {
            Self::Tree(tree) => {
                let file =
                    tree.create(Path::new(path.as_str()))
                        .map_err(|error| match error.kind() {
                            io::ErrorKind::AlreadyExists
                            | io::ErrorKind::NotADirectory
                            | io::ErrorKind::IsADirectory => Trouble::Taken,
                            _ => Trouble::Target(error),
                        })?;
                (0, file)
            }
            Self::Numbered { top, shelves, next } => {
                let number = next.fetch_add(1, Ordering::Relaxed);
                let shelf = opened(top, &shelves[(number % SHELVES) as usize], number % SHELVES)?;
                (number, shelf.create(Path::new(&number.to_string()))?)
            }
        };
        let (size, hash) = match body {
            Body::Bytes(bytes) => {
                file.write_all(bytes)?;
                (bytes.len() as u64, hash)
            }
            // The file may have changed since it was hashed: what counts is what is written.
            Body::CopyOf(source, _) => copy(source, &mut file)?,
        };
        Ok(Written {
            number,
            size,
            hash,
            seen: Facts::of_file(&file)?.into(),
        })
    }
}

/// Where the file with a number lies, below the folder of fresh files.
pub(super) fn numbered_path(number: u32) -> PathBuf {
    PathBuf::from((number % SHELVES).to_string()).join(number.to_string())
}

fn opened<'a>(top: &Folder, shelf: &'a OnceLock<Folder>, number: u32) -> io::Result<&'a Folder> {
    if shelf.get().is_none() {
        let name = number.to_string();
        match top.make_folder(Path::new(&name)) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
        // Another thread may have been faster: then its handle stays.
        let _ = shelf.set(top.folder(Path::new(&name))?);
    }
    Ok(shelf.get().expect("the shelf was set above"))
}

fn copy(source: &Path, target: &mut dyn Write) -> Result<(u64, ContentHash), Trouble> {
    let unreadable = |error| Trouble::Source(source.to_owned(), error);
    let mut file = outside::open(source).map_err(unreadable)?;
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0; 128 << 10];
    let mut size = 0;
    loop {
        let count = file.read(&mut buffer).map_err(unreadable)?;
        if count == 0 {
            return Ok((size, ContentHash(*hasher.finalize().as_bytes())));
        }
        hasher.update(&buffer[..count]);
        target.write_all(&buffer[..count])?;
        size += count as u64;
    }
}

/// The hash of what can be read.
pub(super) fn hash_of(mut source: impl Read) -> io::Result<ContentHash> {
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0; 64 << 10];
    loop {
        match source.read(&mut buffer)? {
            0 => return Ok(ContentHash(*hasher.finalize().as_bytes())),
            count => hasher.update(&buffer[..count]),
        };
    }
}
