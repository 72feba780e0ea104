//! Front matter as written: every key and value unchanged, in order.

use crate::source::TextRange;

/// A YAML value. Numbers keep their spelling, so that `01` or `1e3` reach templates as the author wrote them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`, `~` or nothing.
    Null,
    /// `true` or `false` (YAML 1.2: not `yes`, `no`, `on`, `off`).
    Bool(bool),
    /// A number in YAML's core schema, as written.
    Number(Box<str>),
    /// Anything else that is scalar.
    String(Box<str>),
    /// A sequence.
    List(Box<[Value]>),
    /// A mapping; keys that are no strings are written as YAML would.
    Map(Box<[(Box<str>, Value)]>),
}

impl Value {
    /// The text of a scalar, however it was typed.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Bool(true) => Some("true"),
            Self::Bool(false) => Some("false"),
            Self::Number(text) | Self::String(text) => Some(text),
            Self::Null | Self::List(_) | Self::Map(_) => None,
        }
    }
}

/// Keys and values in order.
pub type Entries = [(Box<str>, Value)];

/// The block between the `---` fences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// Keys and values in the order written; empty when there is no block or it is malformed.
    pub entries: Box<Entries>,
    /// Where each key of `entries` is written, in the same order.
    pub key_ranges: Box<[TextRange]>,
    /// The whole block with its fences; empty at offset 0 when there is none.
    pub range: TextRange,
    /// Why the block, or a part of it, could not be read.
    pub problems: Box<[YamlProblem]>,
}

impl FrontMatter {
    /// The value of a key, exactly as spelt.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.entries
            .iter()
            .find(|(name, _)| &**name == key)
            .map(|(_, value)| value)
    }

    /// Where a key is written; the opening fence when that is not known.
    pub fn key_range(&self, key: &str) -> TextRange {
        let at = self.entries.iter().position(|(name, _)| &**name == key);
        at.and_then(|at| self.key_ranges.get(at).copied())
            .unwrap_or(TextRange::at(self.range.start as usize))
    }

    /// Whether the text has a block at all.
    pub fn is_present(&self) -> bool {
        !self.range.is_empty()
    }
}

/// What is wrong with a front-matter block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum YamlProblem {
    /// The YAML parser refuses it: its message, and the place.
    Syntax(Box<str>, TextRange),
    /// It is YAML, but no mapping: what it is.
    NotAMapping(&'static str, TextRange),
    /// A key that stands there twice: the key, the second and the first place.
    DuplicateKey(Box<str>, TextRange, TextRange),
    /// The opening fence has no closing one.
    Unclosed(TextRange),
    /// Larger than the limit in bytes.
    TooLarge(TextRange),
}

impl YamlProblem {
    /// Where the problem is.
    pub fn range(&self) -> TextRange {
        match self {
            Self::Syntax(_, range)
            | Self::NotAMapping(_, range)
            | Self::DuplicateKey(_, range, _)
            | Self::Unclosed(range)
            | Self::TooLarge(range) => *range,
        }
    }
}
