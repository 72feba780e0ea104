//! `nav` and `redirects` as written. Their shape was compared with the table of keys before.

use crate::source::{Spanned, TextRange};

use super::super::navigation::NavEntry;
use super::super::problem::Problem;
use super::super::values;
use super::super::yaml::{Node, NodeKind};
use super::Reader;

/// Old addresses with what they lead to.
pub(in crate::config) type Pairs = Vec<(Spanned<Box<str>>, Spanned<Box<str>>)>;

/// What `redirects` says.
#[derive(Clone, Debug, Default)]
pub(in crate::config) enum WrittenRedirects {
    /// None.
    #[default]
    Nothing,
    /// Among the settings: the old address and the new one.
    Inline(Pairs),
    /// In a file, named here.
    File(String, TextRange),
}

/// The pairs of a map.
pub(in crate::config) fn pairs(node: &Node) -> Pairs {
    let pair = |entry: &super::super::yaml::Entry| {
        let from = Spanned {
            value: entry.key.as_str().into(),
            range: entry.key_range,
        };
        Some((from, spanned(&entry.value)?))
    };
    node.entries().iter().filter_map(pair).collect()
}

fn spanned(node: &Node) -> Option<Spanned<Box<str>>> {
    let value = node.text()?.into();
    let range = node.range;
    Some(Spanned { value, range })
}

impl Reader<'_> {
    pub(super) fn redirects(&self) -> WrittenRedirects {
        match self.root.get("redirects") {
            None => WrittenRedirects::Nothing,
            Some(node) => match node.text() {
                Some(file) => WrittenRedirects::File(file.to_owned(), node.range),
                None => WrittenRedirects::Inline(pairs(node)),
            },
        }
    }

    pub(super) fn nav(&mut self) -> Vec<NavEntry> {
        let items = self.root.get("nav").map(Node::items).unwrap_or_default();
        let mut problems = Vec::new();
        let entries = entries(items, &mut problems);
        self.problems.extend(problems);
        entries
    }
}

fn entries(items: &[Node], problems: &mut Vec<Problem>) -> Vec<NavEntry> {
    let mut entry = |node: &Node| {
        if node.text().is_some() {
            return NavEntry {
                href: spanned(node),
                ..NavEntry::default()
            };
        }
        let mut entry = NavEntry {
            href: node.get("href").and_then(spanned),
            items: node
                .get("items")
                .map(|items| self::entries(items.items(), problems))
                .unwrap_or_default(),
            ..NavEntry::default()
        };
        match node.get("name") {
            Some(name) if matches!(name.kind, NodeKind::Map(_)) => {
                for named in name.entries() {
                    let (tag, text) = (&named.key, named.value.text().unwrap_or_default());
                    let Ok(locale) = values::locale(tag) else {
                        continue; // told by the table of keys
                    };
                    let before = entry.names.insert(locale.to_string(), text.to_owned());
                    if before.is_some() {
                        let why =
                            format!("the language `{locale}` stands here twice, in two spellings");
                        let mut problem = Problem::new(named.key_range, why);
                        problem.help("keep one of the two");
                        problems.push(problem);
                    }
                }
            }
            Some(name) => {
                let text = name.text().unwrap_or_default();
                entry.names.insert(String::new(), text.to_owned());
            }
            None => {}
        }
        entry
    };
    items.iter().map(&mut entry).collect()
}
