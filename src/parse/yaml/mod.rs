//! YAML with places: front matter and tables of contents.
//!
//! Two parsers read every block: `saphyr-parser` decides what is YAML 1.2 and where everything stands, `serde_yaml` what
//! type a value has. What either refuses is a problem.

use crate::model::{Value, YamlProblem};
use crate::source::TextRange;

pub(super) use tree::{Kind, Node, Tree, read};

mod tree;
mod values;

/// The entries of a block that should be a mapping, and what is wrong with it. `base` is where the block begins.
pub(super) fn mapping(block: &str, base: usize) -> (Vec<(Box<str>, Value)>, Vec<YamlProblem>) {
    let tree = match tree::read(block, base) {
        Ok(tree) => tree,
        Err(problem) => return (Vec::new(), vec![problem]),
    };
    let Some(root) = tree.root() else {
        return (Vec::new(), Vec::new());
    };
    let kind = match root.kind {
        Kind::Map(_) => return values::entries(block, base, &tree),
        Kind::List(_) => "a list",
        _ if root.is_null() => return (Vec::new(), Vec::new()),
        _ => "text",
    };
    (Vec::new(), vec![YamlProblem::NotAMapping(kind, root.range)])
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
