//! YAML with places: front matter and tables of contents.
//!
//! Two parsers read every block: `saphyr-parser` decides what is YAML 1.2 and where everything stands, `serde_yaml` what
//! type a value has. What either refuses is a problem.

use crate::model::{Value, YamlProblem};
use crate::source::TextRange;

pub(super) use tree::{Kind, Node, Tree, read};

mod tree;
mod values;

/// What a block that should be a mapping holds.
#[derive(Debug, Default)]
pub(super) struct Mapping {
    /// Keys and values.
    pub(super) entries: Vec<(Box<str>, Value)>,
    /// The places of the keys, in the same order.
    pub(super) key_ranges: Vec<TextRange>,
    /// What is wrong with it.
    pub(super) problems: Vec<YamlProblem>,
}

/// Reads a block that should be a mapping. `base` is where the block begins.
pub(super) fn mapping(block: &str, base: usize) -> Mapping {
    let failed = |problem| Mapping {
        problems: vec![problem],
        ..Mapping::default()
    };
    let tree = match tree::read(block, base) {
        Ok(tree) => tree,
        Err(problem) => return failed(problem),
    };
    let Some(root) = tree.root() else {
        return Mapping::default();
    };
    let kind = match &root.kind {
        Kind::Map(nodes) => {
            let (entries, problems) = values::entries(block, base, &tree);
            let key_ranges = key_ranges(&tree, nodes, &entries);
            return Mapping {
                entries,
                key_ranges,
                problems,
            };
        }
        Kind::List(_) => "a list",
        _ if root.is_null() => return Mapping::default(),
        _ => "text",
    };
    failed(YamlProblem::NotAMapping(kind, root.range))
}

/// The places of the keys. Entries are in the order of the nodes; what stands there twice is one entry.
fn key_ranges(
    tree: &Tree,
    nodes: &[(usize, usize)],
    entries: &[(Box<str>, Value)],
) -> Vec<TextRange> {
    let mut keys = nodes.iter().map(|&(key, _)| tree.node(key));
    let root = tree.root().map_or(TextRange::default(), |root| root.range);
    let mut place = |name: &str| {
        keys.find(|key| key.text() == Some(name))
            .map_or(root, |key| key.range)
    };
    entries.iter().map(|(name, _)| place(name)).collect()
}

/// Where a key and its value stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The key; for an item of a list the item.
    pub key: TextRange,
    /// The value.
    pub value: TextRange,
}

/// Where everything in a front matter stands.
#[derive(Debug, Default)]
pub struct Places {
    tree: Tree,
}

impl Places {
    /// The place of what a path leads to: keys from the outermost on, items of lists by their number from 0.
    pub fn get(&self, path: &[&str]) -> Option<Place> {
        let mut node = self.tree.root()?;
        let mut place = None;
        for step in path {
            let (key, value) = match &node.kind {
                Kind::Map(entries) => {
                    let mut entries = entries
                        .iter()
                        .map(|&(key, value)| (self.tree.node(key), self.tree.node(value)));
                    entries.find(|(key, _)| key.text() == Some(step))?
                }
                Kind::List(items) => {
                    let item = self.tree.node(*items.get(step.parse::<usize>().ok()?)?);
                    (item, item)
                }
                Kind::Scalar { .. } | Kind::Alias(_) => return None,
            };
            place = Some(Place {
                key: key.range,
                value: value.range,
            });
            node = self.tree.resolved(value);
        }
        place
    }
}

/// Finds the places in a front matter, `block` being its range in the text. Empty if it is no YAML.
pub fn places(text: &str, block: TextRange) -> Places {
    let start = block.start as usize;
    let inside = &text[block.bytes()];
    let from = inside
        .find(['\n', '\r'])
        .map_or(inside.len(), |end| end + 1);
    let to = inside
        .rfind(['\n', '\r'])
        .map_or(from, |end| end + 1)
        .max(from);
    Places {
        tree: tree::read(&inside[from..to], start + from).unwrap_or_default(),
    }
}
