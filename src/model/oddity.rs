//! What discovery met and could not take: oddities of the content folder, as facts.
//!
//! These things never become a `Source`, so they carry their own path. `check` decides what to say of them.

/// Something in the content folder that is no part of the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Oddity {
    /// What it is.
    pub kind: OddityKind,
    /// Its path below the content folder, `/` between names; bytes that are no UTF-8 replaced by U+FFFD.
    pub path: Box<str>,
}

/// What can be odd.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OddityKind {
    /// A top folder that is named by no locale.
    UnknownFolder,
    /// A file or folder that the system did not let us read: why.
    Unreadable(Box<str>),
    /// A symbolic link, which is not followed.
    SymbolicLink,
    /// A name that is no valid UTF-8, so no address can be made of it.
    UnplaceableName,
}
