//! What was seen beside the articles, left out or lent, as facts; `check` decides what to say of it.

/// Something in the content folder that is not built, or not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Oddity {
    /// What.
    pub kind: OddityKind,
    /// Its path below the content folder, `/`-separated; bytes that are no UTF-8 are shown as U+FFFD.
    pub path: Box<str>,
}

/// What kind of thing it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OddityKind {
    /// A top folder that holds Markdown files but is no locale: how many files.
    NoLocale(u32),
    /// A locale whose interface is in another language, wholly or in part: how many messages (`None`: all), and the tag of the
    /// language that most of them are taken from.
    BorrowedWords(Option<usize>, Box<str>),
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
