//! Pages in YAML: `YamlMime:Landing`, `Hub` and `FAQ` become the Markdown that says the same, with the places of every text kept.
//!
//! Takes a text, gives a [`YamlPage`]. What a key is for is decided by its name alone: words, links, pictures, or nothing that
//! readers see. From there on the page is an article like others; [`crate::model::Origins`] lead back to the YAML.

use std::fmt::Write as _;

use super::yaml::{self, Kind, Node, Tree};
use super::{BYTE_ORDER_MARK, ParseOptions, decode, parse};
use crate::model::{Document, Origins};
use crate::source::ContentHash;

/// What a YAML file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum YamlFile {
    /// A page.
    Page,
    /// Something that is read elsewhere or has no page.
    Silent,
    /// A kind of page that is not known, by its name; empty when the file names none.
    Unknown(Box<str>),
}

/// The mimes that are pages.
const PAGES: [&str; 4] = ["Landing", "LandingData", "Hub", "FAQ"];

/// The mimes that tell the publishing system something.
const SILENT: [&str; 5] = [
    "ContextObject",
    "ZonePivotGroups",
    "XRefMap",
    "TableOfContent",
    "TOC",
];

/// Keys whose text stands as a heading.
const TITLES: [&str; 3] = ["title", "name", "question"];

/// Keys whose text stands as Markdown.
const TEXTS: [&str; 5] = ["summary", "answer", "description", "intro", "note"];

/// Keys whose text is an address.
const ADDRESSES: [&str; 2] = ["url", "href"];

/// What a YAML file is, by its first line.
pub fn yaml_file(bytes: &[u8]) -> YamlFile {
    let text = decode(bytes);
    let first = text
        .trim_start_matches(BYTE_ORDER_MARK)
        .lines()
        .next()
        .unwrap_or_default();
    let mime = first
        .split_once("YamlMime:")
        .filter(|(before, _)| before.trim_start().starts_with('#'));
    let Some((_, mime)) = mime else {
        return YamlFile::Unknown("".into());
    };
    let mime = mime.trim();
    let is = |known: &&str| known.eq_ignore_ascii_case(mime);
    if PAGES.iter().any(&is) {
        YamlFile::Page
    } else if SILENT.iter().any(is) {
        YamlFile::Silent
    } else {
        YamlFile::Unknown(mime.into())
    }
}

/// Parses a page in YAML.
pub fn yaml_page(bytes: &[u8], options: ParseOptions) -> Document {
    let (markdown, origins) = yaml_markdown(bytes);
    let mut document = parse(markdown.as_bytes(), options);
    document.hash = ContentHash::of(bytes);
    document.origins = Some(origins);
    document
}

/// The Markdown that says what a page in YAML says, and where each piece of it comes from.
pub fn yaml_markdown(bytes: &[u8]) -> (String, Origins) {
    let text = decode(bytes);
    let body = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&text);
    let mut writer = Writer {
        yaml: &text,
        markdown: String::new(),
        origins: Origins::default(),
    };
    match yaml::read(body, text.len() - body.len()) {
        Ok(tree) => {
            if let Some(root) = tree.root() {
                writer.front_matter(&tree, root);
                writer.node(&tree, root, 1);
            }
        }
        Err(problem) => {
            // What cannot be read is shown as front matter that cannot be read is told: by its place.
            let at = problem.range().start as usize;
            let line = text[at..].lines().next().unwrap_or_default();
            let _ = writeln!(writer.markdown, "---");
            writer.piece(line, at);
            let _ = write!(writer.markdown, "\n: [\n---\n");
        }
    }
    (writer.markdown, writer.origins)
}

struct Writer<'t> {
    yaml: &'t str,
    markdown: String,
    origins: Origins,
}

impl Writer<'_> {
    /// Adds text that stands at a place of the YAML.
    fn piece(&mut self, text: &str, from: usize) {
        self.origins.add(self.markdown.len(), text.len(), from);
        self.markdown.push_str(text);
    }

    /// Adds the text of a scalar, line by line; each is looked for where the scalar stands.
    fn scalar(&mut self, node: &Node, is_one_line: bool) {
        let text = node.text().unwrap_or_default();
        let mut at = node.range.start as usize;
        let end = node.range.end as usize;
        for (number, line) in text.trim_end().lines().enumerate() {
            if number > 0 {
                self.markdown.push(if is_one_line { ' ' } else { '\n' });
            }
            let bare = line.trim();
            let found = self.yaml.get(at..end).and_then(|rest| rest.find(bare));
            let from = found.map_or(at, |found| at + found);
            let indent = line.len() - line.trim_start().len();
            self.markdown.push_str(&line[..indent]);
            self.piece(bare, from);
            at = from + if found.is_some() { bare.len() } else { 0 };
        }
    }

    /// Title and metadata.
    fn front_matter(&mut self, tree: &Tree, root: &Node) {
        self.markdown.push_str("---\n");
        let mut names = Vec::new();
        let metadata = field(tree, root, "metadata");
        let entries = metadata.map(|node| pairs(tree, node)).unwrap_or_default();
        let own = ["title", "uid", "monikerRange"];
        let own = own
            .into_iter()
            .filter_map(|key| Some((key, field(tree, root, key)?)));
        for (key, node) in entries.into_iter().chain(own) {
            if names.contains(&key) {
                continue;
            }
            names.push(key);
            let value = match &node.kind {
                Kind::Scalar { .. } => written(node),
                Kind::List(items) => {
                    let items = items
                        .iter()
                        .map(|&item| written(tree.resolved(tree.node(item))));
                    format!("[{}]", items.collect::<Vec<_>>().join(", "))
                }
                _ => continue,
            };
            let _ = write!(self.markdown, "{}: ", serde_json::Value::from(key));
            self.piece(&value, node.range.start as usize);
            self.markdown.push('\n');
        }
        self.markdown.push_str("---\n");
    }

    fn node(&mut self, tree: &Tree, node: &Node, level: usize) {
        match &node.kind {
            Kind::List(items) => {
                for &item in items {
                    self.node(tree, tree.resolved(tree.node(item)), level);
                }
            }
            Kind::Map(_) => self.map(tree, node, level),
            Kind::Scalar { .. } | Kind::Alias(_) => {}
        }
    }

    fn map(&mut self, tree: &Tree, node: &Node, level: usize) {
        let address = ADDRESSES.iter().find_map(|key| field(tree, node, key));
        let title = TITLES.iter().find_map(|key| field(tree, node, key));
        let words = field(tree, node, "text").filter(|words| words.text().is_some());
        let has_title = title.is_some_and(|title| title.text().is_some());
        if let Some(title) = title.filter(|_| has_title) {
            let _ = write!(self.markdown, "\n{} ", "#".repeat(level.min(6)));
            self.linked(title, address);
            self.markdown.push('\n');
        } else if let Some(words) = words {
            self.markdown.push_str("- ");
            self.linked(words, address);
            self.markdown.push('\n');
        }
        for picture in ["imageSrc", "image"] {
            if let Some(picture) =
                field(tree, node, picture).filter(|picture| picture.text().is_some())
            {
                // They adorn the words beside them.
                self.markdown.push_str("\n:::image type=\"icon\" source=\"");
                self.source(picture);
                self.markdown.push_str("\":::\n");
            }
        }
        for text in TEXTS {
            if let Some(text) = field(tree, node, text).filter(|text| text.text().is_some()) {
                self.markdown.push('\n');
                self.scalar(text, false);
                self.markdown.push_str("\n\n");
            }
        }
        let below = if has_title { level + 1 } else { level };
        for (key, inner) in pairs(tree, node) {
            if key != "metadata" {
                self.node(tree, inner, below);
            }
        }
        if has_title {
            self.markdown.push('\n');
        }
    }

    /// Words, as a link when they lead somewhere.
    fn linked(&mut self, words: &Node, address: Option<&Node>) {
        match address.filter(|address| address.text().is_some_and(|text| !text.trim().is_empty())) {
            Some(address) => {
                self.markdown.push('[');
                self.scalar(words, true);
                self.markdown.push_str("](");
                self.address(address);
                self.markdown.push(')');
            }
            None => self.scalar(words, true),
        }
    }

    /// An address as the value of an attribute.
    fn source(&mut self, node: &Node) {
        let text = node.text().unwrap_or_default().trim();
        let quote = usize::from(self.yaml[node.range.bytes()].starts_with(['"', '\'']));
        let text = text.replace('\n', " ").replace('"', "%22");
        self.piece(&text, node.range.start as usize + quote);
    }

    /// An address as the target of a link.
    fn address(&mut self, node: &Node) {
        let text = node.text().unwrap_or_default().trim();
        let is_plain = !text.contains([' ', '(', ')', '<', '>', '\n']);
        if !is_plain {
            self.markdown.push('<');
        }
        let quote = usize::from(self.yaml[node.range.bytes()].starts_with(['"', '\'']));
        self.piece(&text.replace('\n', " "), node.range.start as usize + quote);
        if !is_plain {
            self.markdown.push('>');
        }
    }
}

/// A scalar in the spelling that YAML reads as the same value.
fn written(node: &Node) -> String {
    match &node.kind {
        Kind::Scalar { text, plain: true } if !text.contains('\n') => text.to_string(),
        _ => serde_json::Value::from(node.text().unwrap_or_default()).to_string(),
    }
}

/// The entries of a map whose keys are texts.
fn pairs<'t>(tree: &'t Tree, node: &'t Node) -> Vec<(&'t str, &'t Node)> {
    let Kind::Map(entries) = &node.kind else {
        return Vec::new();
    };
    let pair = |&(key, value): &(usize, usize)| {
        let key = tree.resolved(tree.node(key)).text()?;
        Some((key, tree.resolved(tree.node(value))))
    };
    entries.iter().filter_map(pair).collect()
}

fn field<'t>(tree: &'t Tree, node: &'t Node, key: &str) -> Option<&'t Node> {
    let found = pairs(tree, node).into_iter().find(|(name, _)| *name == key);
    found
        .map(|(_, value)| value)
        .filter(|value| !value.is_null())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAQ: &str = "### YamlMime:FAQ\nmetadata:\n  title: Questions\n  ms.topic: faq\ntitle: Frequent questions\nsummary: |\n  Short.\nsections:\n- name: Start\n  questions:\n  - question: Where is it?\n    answer: |\n      See [the guide](guide.md).\n\n      - one\n";

    #[test]
    fn a_page_of_questions_becomes_headings_and_text() {
        let (markdown, _) = yaml_markdown(FAQ.as_bytes());
        assert!(markdown.contains("\"title\": Questions\n"), "{markdown}");
        assert!(markdown.contains("\n# Frequent questions\n"), "{markdown}");
        assert!(markdown.contains("\n## Start\n") && markdown.contains("\n### Where is it?\n"));
        assert!(
            markdown.contains("See [the guide](guide.md).\n\n- one\n"),
            "{markdown}"
        );
    }

    #[test]
    fn every_place_leads_back_to_the_yaml() {
        let (markdown, origins) = yaml_markdown(FAQ.as_bytes());
        let at = markdown.find("guide.md").unwrap();
        let range = origins.of(crate::source::TextRange::new(at, at + 8));
        assert_eq!(range.slice(FAQ), "guide.md");
    }

    #[test]
    fn the_first_line_says_what_a_file_is() {
        assert_eq!(yaml_file(b"### YamlMime:Landing\n"), YamlFile::Page);
        assert_eq!(yaml_file(b"## YamlMime:ContextObject\n"), YamlFile::Silent);
        assert_eq!(
            yaml_file(b"### YamlMime:Module\n"),
            YamlFile::Unknown("Module".into())
        );
        assert_eq!(yaml_file(b"a: b\n"), YamlFile::Unknown("".into()));
        for odd in [
            &b"### YamlMime:Hub\n: ["[..],
            b"### YamlMime:Hub",
            b"\xff",
            b"### YamlMime:FAQ\n- [a, {title: b}]\n",
        ] {
            let _ = yaml_markdown(odd);
        }
    }
}
