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
    /// The places of keys, values and items, as [`crate::model::FrontMatter::ranges`] has them.
    pub(super) ranges: Vec<TextRange>,
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
        Err(problem) => return failed(at_tab(block, base, problem)),
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

/// A problem that a tab in front of a line, or behind a colon, is the reason of, at the tab.
fn at_tab(block: &str, base: usize, problem: YamlProblem) -> YamlProblem {
    let YamlProblem::Syntax(_, range) = &problem else {
        return problem;
    };
    let told = range.start as usize - base;
    let line = block[..told].rfind('\n').map_or(0, |end| end + 1);
    let mut at = line;
    for text in block[line..].split_inclusive('\n') {
        let indent = text.len() - text.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = text[..indent]
            .find('\t')
            .filter(|_| !text.trim().is_empty())
        {
            let tab = base + at + tab;
            let message = "a tab stands in front of the line, and YAML indents with blanks only";
            return YamlProblem::Syntax(message.into(), TextRange::new(tab, tab + 1));
        }
        // What is told of a line is the fault of this line or of the one below.
        if at > told {
            break;
        }
        at += text.len();
    }
    problem
}
