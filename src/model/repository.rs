//! What is wrong with the files by which a repository tells its publishing system what to publish; `check` decides what to say of it.

use crate::source::{SitePath, TextRange};

/// Something in such a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepositoryDefect {
    /// The file.
    pub file: SitePath,
    /// The place in it.
    pub range: TextRange,
    /// What it is.
    pub kind: RepositoryDefectKind,
    /// In words: lower case, no full stop.
    pub message: Box<str>,
    /// What to do, in the imperative; may be empty.
    pub help: Box<str>,
}

/// What kind of defect it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepositoryDefectKind {
    /// The file, or a value in it, cannot be read.
    Malformed,
    /// A setting that has no effect here.
    NotUnderstood,
    /// Another repository that is named and lies nowhere.
    NoFolder,
    /// An entry of a list of redirections that cannot be.
    Redirection,
    /// A file that is redirected twice.
    Repeated,
    /// Redirections that lead in a circle.
    Circular,
    /// A file that is redirected and still there.
    NotRemoved,
    /// A redirection to an address where there is no page.
    Nowhere,
}
