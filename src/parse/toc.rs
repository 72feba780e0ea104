//! Tables of contents: `TOC.yml` as documentation teams write it.
//!
//! Takes bytes, gives entries with their targets' places and what could not be read. It resolves no target.

use super::yaml::{self, Kind, Node, Tree};
use super::{BYTE_ORDER_MARK, decode};
use crate::model::{RawToc, RawTocEntry, YamlProblem};
use crate::source::Spanned;

/// Parses a table of contents: a list of entries, or a mapping that has them under `items`.
pub fn toc(bytes: &[u8]) -> RawToc {
    let text = decode(bytes);
    let body = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&text);
    let tree = match yaml::read(body, text.len() - body.len()) {
        Ok(tree) => tree,
        Err(problem) => {
            return RawToc {
                entries: Vec::new(),
                problems: vec![problem],
            };
        }
    };
    let mut reader = Reader {
        tree: &tree,
        problems: Vec::new(),
    };
    let entries = match tree.root() {
        Some(root) if matches!(root.kind, Kind::Map(_)) => {
            if let Some(items) = reader.field(root, &["items"]) {
                reader.entries(items)
            } else {
                let what = "a mapping without `items`";
                let problem = YamlProblem::NotAMapping(what, root.range);
                reader.problems.push(problem);
                Vec::new()
            }
        }
        Some(root) => reader.entries(root),
        None => Vec::new(),
    };
    RawToc {
        entries,
        problems: reader.problems,
    }
}

struct Reader<'t> {
    tree: &'t Tree,
    problems: Vec<YamlProblem>,
}

impl<'t> Reader<'t> {
    fn entries(&mut self, node: &'t Node) -> Vec<RawTocEntry> {
        match &self.tree.resolved(node).kind {
            Kind::List(items) => items
                .iter()
                .filter_map(|&item| self.entry(self.tree.node(item)))
                .collect(),
            _ if node.is_null() => Vec::new(),
            _ => {
                self.problems
                    .push(YamlProblem::NotAMapping(kind(node), node.range));
                Vec::new()
            }
        }
    }

    fn entry(&mut self, node: &'t Node) -> Option<RawTocEntry> {
        let entry = self.tree.resolved(node);
        if !matches!(entry.kind, Kind::Map(_)) {
            self.problems
                .push(YamlProblem::NotAMapping(kind(entry), node.range));
            return None;
        }
        // `href` may lead to another table of contents; then `topicHref` is the page.
        let href = self.text(entry, &["topicHref", "href", "tocHref"]);
        let name = self.text(entry, &["name", "displayName"]).or(href);
        let items = self.field(entry, &["items"]);
        Some(RawTocEntry {
            name: name.and_then(Node::text).unwrap_or_default().into(),
            href: href.map(|node| Spanned {
                value: node.text().unwrap_or_default().into(),
                range: node.range,
            }),
            items: items.map_or(Vec::new(), |items| self.entries(items)),
        })
    }

    /// The value of the first of some keys that holds text.
    fn text(&self, entry: &'t Node, keys: &[&str]) -> Option<&'t Node> {
        let field = keys.iter().find_map(|key| {
            let node = self.tree.resolved(self.field(entry, &[key])?);
            node.text()
                .is_some_and(|text| !text.trim().is_empty())
                .then_some(node)
        });
        field.filter(|node| !node.is_null())
    }

    /// The value of the first of some keys that is there.
    fn field(&self, entry: &'t Node, keys: &[&str]) -> Option<&'t Node> {
        let Kind::Map(entries) = &entry.kind else {
            return None;
        };
        keys.iter().find_map(|key| {
            let named = |&&(name, _): &&(usize, usize)| self.tree.node(name).text() == Some(key);
            entries
                .iter()
                .find(named)
                .map(|&(_, value)| self.tree.node(value))
        })
    }
}

/// What stands where a mapping should stand.
fn kind(node: &Node) -> &'static str {
    match node.kind {
        Kind::List(_) => "a list",
        Kind::Map(_) => "a mapping",
        Kind::Scalar { .. } | Kind::Alias(_) => "text",
    }
}
