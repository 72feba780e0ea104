//! What is written: a path below the output folder and bytes.

use std::fmt;
use std::path::PathBuf;

use crate::source::ContentHash;

/// A path below the output folder: relative, `/` between names, no empty name, no `.` or `..`, no NUL, no backslash.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OutputPath(Box<str>);

impl OutputPath {
    /// Takes a path, if it can never leave the output folder, even where a host decodes it once more than it should.
    pub fn new(path: &str) -> Option<Self> {
        let fine =
            |name: &str| !name.is_empty() && !name.contains(['\0', '\\']) && Self::stays(name);
        path.split('/').all(fine).then(|| Self(path.into()))
    }

    /// Whether a name leads to no other folder, as it stands or with dots and slashes decoded.
    pub fn stays(name: &str) -> bool {
        let decoded = name.to_ascii_lowercase().replace("%2e", ".");
        let decoded = decoded.replace("%2f", "/").replace("%5c", "/");
        !decoded.split('/').any(|part| matches!(part, "." | ".."))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The contents of an output file.
#[derive(Debug)]
pub enum Body {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The bytes of a file on disk, whose hash is known.
    CopyOf(PathBuf, ContentHash),
}

/// One output file.
#[derive(Debug)]
pub struct Artifact {
    /// Where it goes.
    pub path: OutputPath,
    /// What it holds.
    pub body: Body,
}

impl Artifact {
    /// A file of text that polydoc gives its name.
    ///
    /// # Panics
    /// If the path could leave the output folder.
    pub fn of_text(path: &str, text: impl Into<String>) -> Self {
        Self {
            path: OutputPath::new(path).expect("names of locales and of our files are plain"),
            body: Body::Bytes(text.into().into_bytes()),
        }
    }
}
