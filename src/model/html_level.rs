//! How much of the raw HTML in a file is published: decided by the project, never by the file itself.

/// A level of trust in the raw HTML of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HtmlLevel {
    /// Words and the structure of texts, without classes, pictures in addresses, and schemes beyond the common ones.
    Strict,
    /// What articles need and what can neither run a script nor pass for a part of the page around it.
    #[default]
    Standard,
    /// Raw HTML as written, as long as it cannot break the page around it.
    Trusted,
}

impl HtmlLevel {
    /// The words for the levels, from the strictest on.
    pub const WORDS: [&str; 3] = ["strict", "standard", "trusted"];

    /// All levels, from the strictest on.
    pub const ALL: [Self; 3] = [Self::Strict, Self::Standard, Self::Trusted];

    /// The word used in `polydoc.yml`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Standard => "standard",
            Self::Trusted => "trusted",
        }
    }

    /// The level with that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }
}
