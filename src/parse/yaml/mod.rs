//! YAML with places: front matter and tables of contents.
//!
//! Two parsers read a block: `saphyr-parser` decides what is YAML 1.2 and where everything stands, `serde_yaml` what type a
//! value has. What either refuses is a problem. Blocks that certainly hold nothing but texts, as nearly all do, are read by neither.

use crate::model::{Value, YamlProblem};
use crate::source::TextRange;

pub(super) use tree::{Kind, Node, Tree, read};

mod plain;
mod reasons;
mod tree;
mod values;

/// What a block that should be a mapping holds.
#[derive(Debug, Default)]
pub(super) struct Mapping {
    /// Keys and values.
    pub(super) entries: Vec<(Box<str>, Value)>,
    /// The places of keys, values and items, as [`crate::model::FrontMatter::ranges`] has them.
    pub(super) ranges: Vec<TextRange>,
    /// What is wrong with it.
    pub(super) problems: Vec<YamlProblem>,
}

/// Reads a block that should be a mapping. `base` is where the block begins.
pub(super) fn mapping(block: &str, base: usize) -> Mapping {
    if let Some(mapping) = plain::read(block, base) {
        return mapping;
    }
    let failed = |problem| Mapping {
        problems: vec![problem],
        ..Mapping::default()
    };
    let tree = match tree::read(block, base) {
        Ok(tree) => tree,
        Err(problem) => return failed(reasons::told(block, base, problem)),
    };
    let Some(root) = tree.root() else {
        return Mapping::default();
    };
    let kind = match &root.kind {
        Kind::Map(_) => return values::entries(block, base, &tree),
        Kind::List(_) => "a list",
        _ if root.is_null() => return Mapping::default(),
        _ => "text",
    };
    failed(YamlProblem::NotAMapping(kind, root.range))
}
