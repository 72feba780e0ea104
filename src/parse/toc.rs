//! Tables of contents: `TOC.yml` as documentation teams write it.
//!
//! Takes bytes, gives entries with their targets' places and what could not be read. It resolves no target.

use std::collections::HashMap;

use super::yaml::{self, Kind, Node, Tree};
use super::{BYTE_ORDER_MARK, decode};
use crate::model::{RawToc, RawTocEntry, TocProblem};
use crate::source::Spanned;

/// Keys that entries have, here and in other programs that read such files.
const KEYS: [&str; 11] = [
    "name",
    "displayName",
    "href",
    "topicHref",
    "tocHref",
    "items",
    "expanded",
    "homepage",
    "maintainContext",
    "uid",
    "topicUid",
];

/// Parses a table of contents: a list of entries, or a mapping that has them under `items`.
pub fn toc(bytes: &[u8]) -> RawToc {
    let text = decode(bytes);
    let body = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&text);
    let tree = match yaml::read(body, text.len() - body.len()) {
        Ok(tree) => tree,
        Err(problem) => {
            return RawToc {
                entries: Vec::new(),
                problems: vec![TocProblem::Yaml(problem)],
            };
        }
    };
    let mut reader = Reader {
        tree: &tree,
        problems: Vec::new(),
    };
    let entries = match tree.root() {
        Some(root) if matches!(root.kind, Kind::Map(_)) => {
            reader.keys(root);
            if let Some(items) = reader.field(root, "items") {
                reader.entries(items)
            } else {
                let what = "a mapping without `items`";
                let problem = TocProblem::NotAList(what, root.range);
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
    problems: Vec<TocProblem>,
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
                    .push(TocProblem::NotAList(kind(node), node.range));
                Vec::new()
            }
        }
    }

    fn entry(&mut self, node: &'t Node) -> Option<RawTocEntry> {
        let entry = self.tree.resolved(node);
        if entry.is_null() {
            self.problems.push(TocProblem::EmptyEntry(node.range));
            return None;
        }
        if !matches!(entry.kind, Kind::Map(_)) {
            self.problems
                .push(TocProblem::NotAnEntry(kind(entry), node.range));
            return None;
        }
        let before = self.problems.len();
        self.keys(entry);
        let topic = self.text(entry, &["topicHref", "homepage"]);
        let plain = self.text(entry, &["href"]);
        let toc = self.text(entry, &["tocHref"]);
        let uid = self.text(entry, &["topicUid", "uid"]);
        let shown = self.text(entry, &["displayName"]);
        let name = self.text(entry, &["name"]).or(shown);
        let terms = shown.filter(|shown| name.is_some_and(|name| name.text() != shown.text()));
        let name = name.or(topic).or(plain).or(toc);
        let expanded = self.field(entry, "expanded");
        let expanded = expanded.and_then(|node| self.tree.resolved(node).text());
        let items = self.field(entry, "items");
        let is_named_elsewhere = ["uid", "topicUid"]
            .iter()
            .any(|key| self.field(entry, key).is_some());
        if name.is_none() && self.problems.len() == before && !is_named_elsewhere {
            // The line of the entry says enough; all that is below it would not.
            let place = self.first_key(entry).unwrap_or(node).range;
            let below = items.map(|items| self.tree.resolved(items));
            let problem = match below.map(|items| &items.kind) {
                Some(Kind::List(items)) if !items.is_empty() => TocProblem::Nameless(place),
                _ => TocProblem::EmptyEntry(place),
            };
            self.problems.push(problem);
        }
        let items = items.map_or(Vec::new(), |items| self.entries(items));
        if name.is_none() && items.is_empty() && uid.is_none() {
            return None;
        }
        let spanned = |node: &Node| Spanned {
            value: node.text().unwrap_or_default().into(),
            range: node.range,
        };
        let mut entry = RawTocEntry {
            name: name.and_then(Node::text).unwrap_or_default().into(),
            uid: uid.map(spanned),
            covers: toc.or(topic).or(plain).and_then(Node::text).map(Into::into),
            terms: terms.and_then(Node::text).unwrap_or_default().into(),
            expanded: expanded.is_some_and(|text| text.eq_ignore_ascii_case("true")),
            items,
            ..RawTocEntry::default()
        };
        let (topic, plain, toc) = (topic.map(spanned), plain.map(spanned), toc.map(spanned));
        target_of(&mut entry, topic, plain, toc, &mut self.problems);
        Some(entry)
    }

    /// Looks at the keys of an entry: each is there once, and none is a slip of the pen.
    fn keys(&mut self, entry: &'t Node) {
        let Kind::Map(entries) = &entry.kind else {
            return;
        };
        let mut seen: HashMap<&str, &Node> = HashMap::new();
        for &(key, _) in entries {
            let node = self.tree.node(key);
            let Some(name) = self.tree.resolved(node).text() else {
                continue;
            };
            if let Some(first) = seen.get(name) {
                self.problems.push(TocProblem::DuplicateKey(
                    name.into(),
                    node.range,
                    first.range,
                ));
            } else {
                seen.insert(name, node);
            }
            if let Some(known) = similar(name) {
                self.problems
                    .push(TocProblem::SimilarKey(name.into(), known, node.range));
            }
        }
    }

    fn first_key(&self, entry: &'t Node) -> Option<&'t Node> {
        match &entry.kind {
            Kind::Map(entries) => entries.first().map(|&(key, _)| self.tree.node(key)),
            _ => None,
        }
    }

    /// The value of the first of some keys that holds text.
    fn text(&mut self, entry: &'t Node, keys: &[&'static str]) -> Option<&'t Node> {
        let mut found = None;
        for key in keys {
            let Some(written) = self.field(entry, key) else {
                continue;
            };
            let node = self.tree.resolved(written);
            match node.text() {
                Some(text) if !text.trim().is_empty() && !node.is_null() => {
                    found = found.or(Some(node));
                }
                Some(_) => {}
                None => self
                    .problems
                    .push(TocProblem::NoText(key, kind(node), written.range)),
            }
        }
        found
    }

    /// The value of a key.
    fn field(&self, entry: &'t Node, key: &str) -> Option<&'t Node> {
        let Kind::Map(entries) = &entry.kind else {
            return None;
        };
        let named = |&&(name, _): &&(usize, usize)| {
            self.tree.resolved(self.tree.node(name)).text() == Some(key)
        };
        let value = entries.iter().find(named).map(|&(_, value)| value)?;
        Some(self.tree.node(value))
    }
}

/// Tells the page of an entry from the table of contents that it opens: `topicHref` is the page and `tocHref` the table;
/// `href` is whichever it names.
pub(super) fn target_of(
    entry: &mut RawTocEntry,
    topic: Option<Spanned<Box<str>>>,
    plain: Option<Spanned<Box<str>>>,
    toc: Option<Spanned<Box<str>>>,
    problems: &mut Vec<TocProblem>,
) {
    let mut topic = topic;
    if let Some(wrong) =
        topic.take_if(|topic| names_toc(&topic.value) || names_folder(&topic.value))
    {
        problems.push(TocProblem::TopicIsToc(wrong.range));
    }
    let (opened, page) = match plain {
        Some(plain) if names_toc(&plain.value) => (Some(plain), None),
        plain => (None, plain),
    };
    let mut toc = toc;
    // An address from the root is that of a table elsewhere; it is the page when there is no other.
    let elsewhere = toc.take_if(|toc| !names_toc(&toc.value));
    if let Some(elsewhere) = &elsewhere
        && !is_rooted(&elsewhere.value)
        && !names_folder(&elsewhere.value)
    {
        problems.push(TocProblem::TocIsTopic(elsewhere.range));
    }
    entry.toc = toc.or(opened);
    entry.href = topic.or(page);
    if entry.href.is_none() && entry.toc.is_none() {
        entry.href = elsewhere;
    }
}

/// Whether a target is a table of contents of the site.
fn names_toc(target: &str) -> bool {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    !is_rooted(path)
        && ["toc.yml", "toc.yaml", "toc.md", "toc.json"]
            .iter()
            .any(|toc| name.eq_ignore_ascii_case(toc))
}

fn names_folder(target: &str) -> bool {
    !is_rooted(target) && target.ends_with('/')
}

fn is_rooted(target: &str) -> bool {
    target.starts_with('/') || target.contains("://")
}

/// The key that was very probably meant by a word that is none.
fn similar(word: &str) -> Option<&'static str> {
    if KEYS.contains(&word) {
        return None;
    }
    let lower = word.to_lowercase();
    KEYS.into_iter().find(|key| {
        let key = key.to_lowercase();
        key == lower || (key.len() > 3 && strsim::osa_distance(&key, &lower) == 1)
    })
}

/// What stands where a mapping should stand.
fn kind(node: &Node) -> &'static str {
    match node.kind {
        Kind::List(_) => "a list",
        Kind::Map(_) => "a mapping",
        Kind::Scalar { .. } | Kind::Alias(_) => "text",
    }
}
