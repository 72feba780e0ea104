//! What polydoc wrote, and what it looked like on this machine.
//!
//! The *manifest* is a text file at the top of the output folder: path, size and hash of every file, the same bytes for the same site,
//! so that a copied or restored folder is still known as ours. The *stamps* lie in the work folder: file numbers and times of the same
//! files, which hold on this machine only and save reading the files again. A damaged manifest means that nothing is known of the files,
//! damaged stamps that they are read and compared; neither is ever trusted half.

use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;

use crate::fs::{Facts, Folder, MANIFEST_NAME};
use crate::model::OutputPath;
use crate::source::ContentHash;

const HEADER: &str = "polydoc-manifest 1";
const HEADER_OF_ANY_VERSION: &str = "polydoc-manifest ";
const STAMPS_HEADER: &[u8; 16] = b"polydoc-stamps 1";

/// One file that polydoc wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its path below the output folder.
    pub(super) path: OutputPath,
    /// Its size in bytes.
    pub(super) size: u64,
    /// The hash of its bytes.
    pub(super) hash: ContentHash,
}

/// What polydoc wrote into a folder.
#[derive(Debug)]
pub(super) struct Manifest {
    /// The files, sorted by the bytes of their paths, no path twice.
    pub(super) lines: Vec<Line>,
    /// The hash of the manifest itself, which ties the stamps to it.
    pub(super) hash: ContentHash,
}

impl Default for Manifest {
    fn default() -> Self {
        Self {
            lines: Vec::new(),
            hash: ContentHash([0; 32]),
        }
    }
}

/// What a file looked like when its contents were known to be right; all zero when that is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    /// Its number on the file system.
    pub(super) inode: u64,
    /// Last change of its contents, in nanoseconds.
    pub(super) modified: i64,
    /// Last change of anything about it, in nanoseconds.
    pub(super) changed: i64,
}

impl From<Facts> for Seen {
    fn from(facts: Facts) -> Self {
        Self {
            inode: facts.inode,
            modified: facts.modified,
            changed: facts.changed,
        }
    }
}

/// Reads the manifest of a folder. `None`: polydoc did not make this folder. A manifest that is damaged, or of another version, still
/// says that polydoc made the folder, but names no file.
pub(super) fn read(folder: &Folder) -> io::Result<Option<Manifest>> {
    let name = Path::new(MANIFEST_NAME);
    let file = match folder.read(name) {
        Ok(file) => file,
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::InvalidInput
            ) =>
        {
            return Ok(None);
        }
        Err(error) => return Err(error),
    };
    read_file(file)
}

/// Reads a manifest that may lie anywhere; the result is that of [`read`].
pub(super) fn read_file(file: impl Read) -> io::Result<Option<Manifest>> {
    let mut reader = BufReader::with_capacity(64 << 10, file);
    let mut line = Vec::new();
    (&mut reader).take(64).read_until(b'\n', &mut line)?;
    if !line.starts_with(HEADER_OF_ANY_VERSION.as_bytes()) {
        return Ok(None);
    }
    let known = line == format!("{HEADER}\n").as_bytes();
    let lines = if known {
        read_lines(&mut reader, &line)?
    } else {
        None
    };
    Ok(Some(lines.unwrap_or_default()))
}

fn read_lines(reader: &mut impl BufRead, header: &[u8]) -> io::Result<Option<Manifest>> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(header);
    let mut lines: Vec<Line> = Vec::new();
    let mut line = Vec::new();
    loop {
        line.clear();
        reader.read_until(b'\n', &mut line)?;
        let Some(text) = line
            .strip_suffix(b"\n")
            .and_then(|line| std::str::from_utf8(line).ok())
        else {
            return Ok(None);
        };
        if let Some(end) = text.strip_prefix("end ") {
            let hash = ContentHash(*hasher.finalize().as_bytes());
            let whole = parse_hash(end) == Some(hash) && reader.fill_buf()?.is_empty();
            return Ok(whole.then_some(Manifest { lines, hash }));
        }
        hasher.update(&line);
        let Some(read) = parse_line(text) else {
            return Ok(None);
        };
        if lines.last().is_some_and(|last| last.path >= read.path) {
            return Ok(None);
        }
        lines.push(read);
    }
}

fn parse_line(text: &str) -> Option<Line> {
    let mut parts = text.splitn(3, ' ');
    let hash = parse_hash(parts.next()?)?;
    let size = parts.next()?.parse().ok()?;
    let path = parts.next()?;
    // A backslash is never part of an output path.
    let path = if path.contains('\\') {
        OutputPath::new(&path.replace("\\n", "\n"))
    } else {
        OutputPath::new(path)
    };
    Some(Line {
        path: path?,
        size,
        hash,
    })
}

fn parse_hash(text: &str) -> Option<ContentHash> {
    let digits = text.as_bytes();
    let digit = |at: usize| {
        char::from(digits[at])
            .to_digit(16)
            .and_then(|digit| u8::try_from(digit).ok())
    };
    let mut hash = [0; 32];
    if digits.len() != 64 {
        return None;
    }
    for (at, byte) in hash.iter_mut().enumerate() {
        *byte = digit(2 * at)? << 4 | digit(2 * at + 1)?;
    }
    Some(ContentHash(hash))
}

/// Writes a manifest; `lines` are sorted by path. Gives its hash.
pub(super) fn write<'a>(
    folder: &Folder,
    name: &Path,
    lines: impl Iterator<Item = (&'a OutputPath, u64, ContentHash)>,
) -> io::Result<ContentHash> {
    let mut file = BufWriter::with_capacity(64 << 10, folder.create(name)?);
    let mut hasher = blake3::Hasher::new();
    let mut text = format!("{HEADER}\n");
    for (path, size, hash) in lines {
        for byte in hash.0 {
            let _ = write!(text, "{byte:02x}");
        }
        let _ = writeln!(text, " {size} {}", path.as_str().replace('\n', "\\n"));
        if text.len() > 32 << 10 {
            hasher.update(text.as_bytes());
            file.write_all(text.as_bytes())?;
            text.clear();
        }
    }
    hasher.update(text.as_bytes());
    file.write_all(text.as_bytes())?;
    let hash = hasher.finalize();
    writeln!(file, "end {}", hash.to_hex())?;
    file.flush()?;
    Ok(ContentHash(*hash.as_bytes()))
}

/// Reads the stamps that belong to a manifest; all zero where they are missing, damaged or of another manifest.
pub(super) fn read_stamps(folder: &Folder, name: &Path, manifest: &Manifest) -> Vec<Seen> {
    let count = manifest.lines.len();
    let length = 16 + 32 + 24 * count;
    let mut bytes = Vec::with_capacity(length + 33);
    let read = folder
        .read(name)
        .and_then(|file| file.take(length as u64 + 33).read_to_end(&mut bytes));
    let unknown = || vec![Seen::default(); count];
    if read.is_err() || bytes.len() != length + 32 {
        return unknown();
    }
    let (content, checksum) = bytes.split_at(length);
    let right = content.starts_with(STAMPS_HEADER) && content[16..48] == manifest.hash.0;
    if !right || ContentHash::of(content).0 != checksum {
        return unknown();
    }
    let number = |bytes: &[u8]| bytes.try_into().map(u64::from_le_bytes).unwrap_or_default();
    let seen = |bytes: &[u8]| Seen {
        inode: number(&bytes[..8]),
        modified: number(&bytes[8..16]).cast_signed(),
        changed: number(&bytes[16..]).cast_signed(),
    };
    content[48..].chunks_exact(24).map(seen).collect()
}

/// Writes the stamps of a manifest's files, in its order.
pub(super) fn write_stamps(
    folder: &Folder,
    name: &Path,
    manifest: ContentHash,
    stamps: impl Iterator<Item = Seen>,
) -> io::Result<()> {
    let mut bytes = STAMPS_HEADER.to_vec();
    bytes.extend(manifest.0);
    for seen in stamps {
        bytes.extend(seen.inode.to_le_bytes());
        bytes.extend(seen.modified.to_le_bytes());
        bytes.extend(seen.changed.to_le_bytes());
    }
    bytes.extend(ContentHash::of(&bytes).0);
    let temporary = name.with_extension("new");
    folder.remove_tree(&temporary)?;
    folder.create(&temporary)?.write_all(&bytes)?;
    folder.rename(&temporary, folder, name)
}
