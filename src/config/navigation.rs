//! What the project says of the order of its articles and of addresses that are no more: `nav` and `redirects`.

use std::collections::BTreeMap;

use crate::source::{SitePath, Spanned};

/// The navigation of the project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Navigation {
    /// The file that says it, as the sources know it; `None` when it is not set.
    pub file: Option<SitePath>,
    /// Its entries.
    pub entries: Vec<NavEntry>,
}

/// One entry of `nav`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NavEntry {
    /// The words by tag; the empty tag holds for all languages. Empty: the title of what it leads to.
    pub names: BTreeMap<String, String>,
    /// A file below the language folders, a rooted path, or a web address.
    pub href: Option<Spanned<Box<str>>>,
    /// Entries below.
    pub items: Vec<NavEntry>,
}

/// An address that pages had earlier, and where its readers are sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldAddress {
    /// The file that says it, as the sources know it.
    pub file: SitePath,
    /// The old address, rooted, with its place.
    pub from: Spanned<Box<str>>,
    /// The new one, as written, with its place.
    pub to: Spanned<Box<str>>,
}
