//! What discovery saw and left out, as facts; `check` decides what to say of it.

/// Something in the content folder that is not built.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Oddity {
    /// What.
    pub kind: OddityKind,
    /// Its path below the content folder, `/`-separated; bytes that are no UTF-8 are shown as U+FFFD.
    pub path: Box<str>,
}

/// What kind of thing was left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OddityKind {
    /// A top folder that holds Markdown files but is no locale: how many files.
    NoLocale(u32),
    /// A name that is no valid UTF-8, so no address can be made of it.
    NotUtf8,
    /// A symbolic link: links are not followed, because they may lead out of the content.
    Link,
    /// A socket, FIFO or device.
    Special,
    /// A file or folder that could not be read: why.
    Unreadable(Box<str>),
    /// A YAML file of a repository that is no page that is known: what its first line calls it; empty for nothing.
    UnknownYaml(Box<str>),
    /// A file larger than the limit (in bytes) that the settings give.
    TooLarge(u64),
}
