//! Front matter as written: every key and value unchanged, in order.

use crate::source::TextRange;

/// A YAML value. Numbers keep their spelling, so that `01` or `1e3` reach templates as the author wrote them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
    /// Where everything in `entries` stands, one after the other: of an entry its key, its value and what is in the value;
    /// of an item of a list itself and what is in it. See [`FrontMatter::place`].
    pub ranges: Box<[TextRange]>,
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

    /// What a path leads to: keys from the outermost on, items of lists by their number from 0.
    pub fn at(&self, path: &[&str]) -> Option<&Value> {
        let (first, inner) = path.split_first()?;
        inner
            .iter()
            .try_fold(self.get(first)?, |value, step| match value {
                Value::List(items) => items.get(step.parse::<usize>().ok()?),
                Value::Map(entries) => {
                    let mut entries = entries.iter();
                    let found = entries.find(|(name, _)| &**name == *step);
                    found.map(|(_, value)| value)
                }
                _ => None,
            })
    }

    /// Where a key is written; the opening fence when that is not known.
    pub fn key_range(&self, key: &str) -> TextRange {
        self.place(&[key])
            .map_or_else(|| self.opening(), |place| place.key)
    }

    /// Where the value of a key is written, its quotes included; the key when it has none, the opening fence when neither is
    /// known.
    pub fn value_range(&self, key: &str) -> TextRange {
        self.place(&[key]).map_or_else(
            || self.opening(),
            |Place { key, value }| if value.is_empty() { key } else { value },
        )
    }

    /// The place of what a path leads to: keys from the outermost on, items of lists by their number from 0.
    pub fn place(&self, path: &[&str]) -> Option<Place> {
        let (first, inner) = path.split_first()?;
        place_in_map(&self.entries, &self.ranges, first, inner)
    }

    /// Where a text stands that is the value of a key or an item of it, without blanks around it; the key when it is neither.
    pub fn text_range(&self, key: &str, text: &str) -> TextRange {
        let is_it = |value: &Value| value.as_text().is_some_and(|it| it.trim() == text);
        if let Some(Value::List(items)) = self.get(key)
            && let Some(at) = items.iter().position(is_it)
            && let Some(place) = self.place(&[key, &at.to_string()])
        {
            return place.value;
        }
        match self.get(key) {
            Some(value) if is_it(value) => self.value_range(key),
            _ => self.key_range(key),
        }
    }

    /// The opening fence.
    fn opening(&self) -> TextRange {
        TextRange::at(self.range.start as usize)
    }

    /// Whether the text has a block at all.
    pub fn is_present(&self) -> bool {
        !self.range.is_empty()
    }
}

/// Where a key and its value stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The key; for an item of a list the item.
    pub key: TextRange,
    /// The value.
    pub value: TextRange,
}

/// The place of an entry of a map, or of something in it; `ranges` begin with those of the map's first entry.
fn place_in_map(
    entries: &Entries,
    mut ranges: &[TextRange],
    key: &str,
    inner: &[&str],
) -> Option<Place> {
    for (name, value) in entries {
        let [place, value_range, rest @ ..] = ranges else {
            return None;
        };
        if &**name == key {
            let place = Place {
                key: *place,
                value: *value_range,
            };
            return place_in(value, rest, place, inner);
        }
        ranges = rest.get(ranges_in(value)..)?;
    }
    None
}

/// The place of something in a value that stands at `place`.
fn place_in(value: &Value, mut ranges: &[TextRange], place: Place, path: &[&str]) -> Option<Place> {
    let Some((step, inner)) = path.split_first() else {
        return Some(place);
    };
    match value {
        Value::Map(entries) => place_in_map(entries, ranges, step, inner),
        Value::List(items) => {
            let wanted: usize = step.parse().ok()?;
            for (at, item) in items.iter().enumerate() {
                let (range, rest) = ranges.split_first()?;
                if at == wanted {
                    let place = Place {
                        key: *range,
                        value: *range,
                    };
                    return place_in(item, rest, place, inner);
                }
                ranges = rest.get(ranges_in(item)..)?;
            }
            None
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

/// How many ranges belong to what is in a value.
fn ranges_in(value: &Value) -> usize {
    match value {
        Value::Map(entries) => entries.iter().map(|(_, value)| 2 + ranges_in(value)).sum(),
        Value::List(items) => items.iter().map(|item| 1 + ranges_in(item)).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
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
    /// The opening fence does not stand at the start of the text, or is none: where the line is.
    Misplaced(TextRange),
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
            | Self::Misplaced(range)
            | Self::TooLarge(range) => *range,
        }
    }
}
