//! Values with types, from `serde_yaml`, joined with places and spellings from the tree.

use std::fmt;

use serde::de::{
    Deserialize, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::Mapping;
use super::tree::{Kind, Node, Offsets, Tree};
use crate::model::{Value, YamlProblem};
use crate::source::TextRange;

/// The entries of a block whose tree is a mapping, with the types that `serde_yaml` gives them.
pub(super) fn entries(block: &str, base: usize, tree: &Tree) -> Mapping {
    let typed = match serde_yaml::from_str::<Typed>(block) {
        Ok(typed) => typed,
        Err(error) => {
            let offsets = Offsets::new(block, base);
            let forbidden = || {
                block
                    .chars()
                    .position(|sign| sign.is_control() && !matches!(sign, '\t' | '\n' | '\r'))
            };
            let at = error
                .location()
                .map(|location| location.index())
                .or_else(forbidden)
                .unwrap_or(0);
            let problem = YamlProblem::Syntax(message(&error).into(), offsets.at_character(at));
            return Mapping {
                problems: vec![problem],
                ..Mapping::default()
            };
        }
    };
    joined(typed, block, base, tree)
}

fn joined(typed: Typed, block: &str, base: usize, tree: &Tree) -> Mapping {
    let mut joiner = Joiner {
        block,
        base,
        tree,
        ranges: Vec::new(),
        problems: Vec::new(),
    };
    let entries = match joiner.join(typed, tree.root()) {
        Value::Map(entries) => entries.into_vec(),
        _ => Vec::new(),
    };
    Mapping {
        entries,
        ranges: joiner.ranges,
        problems: joiner.problems,
    }
}

/// What the parser says, without the positions that it counts from the start of the block.
fn message(error: &serde_yaml::Error) -> String {
    let text = error.to_string();
    let mut parts = text.split(" at line ");
    let first = parts.next().unwrap_or_default().to_owned();
    let message = parts.fold(first, |text, part| {
        let rest = part
            .trim_start_matches(|sign: char| sign.is_ascii_digit())
            .trim_start_matches(" column ");
        text + rest.trim_start_matches(|sign: char| sign.is_ascii_digit())
    });
    message
        .split(" at position ")
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// A value as `serde_yaml` understands it.
enum Typed {
    Null,
    Bool(bool),
    /// A number, in the spelling of this program: used only where the author's is not to be found.
    Number(Number),
    String(Box<str>),
    List(Vec<Typed>),
    Map(Vec<(Typed, Typed)>),
}

enum Number {
    Signed(i128),
    Unsigned(u128),
    Float(f64),
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Signed(number) => write!(f, "{number}"),
            Self::Unsigned(number) => write!(f, "{number}"),
            Self::Float(number) => write!(f, "{number}"),
        }
    }
}

struct Joiner<'b> {
    block: &'b str,
    base: usize,
    tree: &'b Tree,
    /// The places of all keys, values and items so far.
    ranges: Vec<TextRange>,
    problems: Vec<YamlProblem>,
}

impl<'b> Joiner<'b> {
    /// Joins a typed value with its node. Both parsers saw the same text; where they differ, types win.
    fn join(&mut self, typed: Typed, node: Option<&'b Node>) -> Value {
        let node = node.map(|node| self.tree.resolved(node));
        match typed {
            Typed::Null => Value::Null,
            Typed::Bool(value) => Value::Bool(value),
            Typed::String(text) => Value::String(text),
            Typed::Number(number) => {
                let written = node.and_then(Node::text);
                Value::Number(written.map_or_else(|| number.to_string().into(), Into::into))
            }
            Typed::List(items) => {
                let nodes = match node.map(|node| &node.kind) {
                    Some(Kind::List(nodes)) => nodes.as_slice(),
                    _ => &[],
                };
                let items = items.into_iter().enumerate().map(|(at, item)| {
                    let written = nodes.get(at).map(|&node| self.tree.node(node));
                    self.ranges.push(range_of(written.or(node)));
                    self.join(item, written)
                });
                Value::List(items.collect())
            }
            Typed::Map(entries) => {
                let nodes = match node.map(|node| &node.kind) {
                    Some(Kind::Map(nodes)) => nodes.as_slice(),
                    _ => &[],
                };
                let mut joined: Vec<(Box<str>, Value)> = Vec::with_capacity(entries.len());
                let mut seen: std::collections::HashMap<Box<str>, usize> =
                    std::collections::HashMap::new();
                for (at, (key, value)) in entries.into_iter().enumerate() {
                    let place = nodes
                        .get(at)
                        .map(|&(key, value)| (self.tree.node(key), self.tree.node(value)));
                    let key = self.key(key, place.map(|(key, _)| key));
                    let before = self.ranges.len();
                    self.ranges
                        .push(range_of(place.map(|(key, _)| key).or(node)));
                    self.ranges
                        .push(range_of(place.map(|(_, value)| value).or(node)));
                    let value = self.join(value, place.map(|(_, value)| value));
                    if let Some(&first) = seen.get(&key) {
                        if let (Some(second), Some(&(first, _))) = (place, nodes.get(first)) {
                            let first = self.tree.node(first).range;
                            self.problems.push(YamlProblem::DuplicateKey(
                                key,
                                second.0.range,
                                first,
                            ));
                        }
                        self.ranges.truncate(before);
                        continue;
                    }
                    seen.insert(key.clone(), at);
                    joined.push((key, value));
                }
                Value::Map(joined.into())
            }
        }
    }

    /// A key as text: a scalar's text, anything else as it is written.
    fn key(&self, typed: Typed, node: Option<&Node>) -> Box<str> {
        let written = node.map(|node| self.tree.resolved(node));
        if let Some(text) = written.and_then(Node::text) {
            return text.into();
        }
        match (typed, written) {
            (Typed::String(text), _) => text,
            (_, Some(node)) => {
                let range = node.range.bytes();
                self.block[range.start - self.base..range.end - self.base].into()
            }
            (Typed::Bool(value), None) => value.to_string().into(),
            (Typed::Number(number), None) => number.to_string().into(),
            (Typed::Null | Typed::List(_) | Typed::Map(_), None) => Box::default(),
        }
    }
}

/// Where a node stands; nowhere when there is none.
fn range_of(node: Option<&Node>) -> TextRange {
    node.map(|node| node.range).unwrap_or_default()
}

impl<'de> Deserialize<'de> for Typed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TypedVisitor)
    }
}

struct TypedVisitor;

impl<'de> Visitor<'de> for TypedVisitor {
    type Value = Typed;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Typed, E> {
        Ok(Typed::Null)
    }

    fn visit_none<E>(self) -> Result<Typed, E> {
        Ok(Typed::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Typed, E> {
        Ok(Typed::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Typed, E> {
        Ok(Typed::Number(Number::Signed(value.into())))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Typed, E> {
        Ok(Typed::Number(Number::Unsigned(value.into())))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Typed, E> {
        Ok(Typed::Number(Number::Signed(value)))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Typed, E> {
        Ok(Typed::Number(Number::Unsigned(value)))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Typed, E> {
        Ok(Typed::Number(Number::Float(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Typed, E> {
        Ok(Typed::String(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Typed, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Typed::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Typed, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = access.next_entry()? {
            entries.push(entry);
        }
        Ok(Typed::Map(entries))
    }

    /// A value with a tag of the author's own is the value: polydoc knows no such types and makes nothing of them.
    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Typed, A::Error> {
        let (IgnoredAny, content) = access.variant()?;
        content.newtype_variant()
    }
}
