//! The key `schema`: which schemas hold for the metadata of which files, as written. Their files are read elsewhere.

use globset::GlobSetBuilder;

use crate::source::TextRange;

use super::super::problem::Problem;
use super::super::values::{self, Wrong};
use super::super::yaml::{Node, NodeKind};
use super::super::{FileFilter, problem};
use super::Reader;
use crate::failure::Failure;

/// A schema and where it holds.
#[derive(Clone, Debug)]
pub(in crate::config) struct WrittenSchema {
    /// The files.
    pub(in crate::config) filter: FileFilter,
    /// Types of pages, in lower case; none means all.
    pub(in crate::config) page_types: Vec<String>,
    /// Whether `format` is checked.
    pub(in crate::config) formats: bool,
    /// The schema.
    pub(in crate::config) source: SchemaSource,
}

/// Where a schema is written.
#[derive(Clone, Debug)]
pub(in crate::config) enum SchemaSource {
    /// Among the settings.
    Inline(Node),
    /// In a file, named here.
    File(String, TextRange),
}

/// All schemas, with the text that they, or the names of their files, stand in.
#[derive(Clone, Debug, Default)]
pub(in crate::config) struct WrittenSchemas {
    /// In their order.
    pub(in crate::config) entries: Vec<WrittenSchema>,
    /// How messages call the file of the settings.
    pub(in crate::config) name: String,
    /// Its text.
    pub(in crate::config) text: String,
}

impl WrittenSchemas {
    /// The failure that tells problems in the file of the settings.
    pub(in crate::config) fn failure(&self, problems: Vec<Problem>) -> Failure {
        problem::failure(&self.name, &self.text, problems)
    }
}

impl Reader<'_> {
    /// What the key `schema` says. Its shape was compared with the table of keys before.
    pub(super) fn schemas(&mut self) -> Vec<WrittenSchema> {
        let Some(node) = self.root.get("schema") else {
            return Vec::new();
        };
        let everywhere = |source| WrittenSchema {
            filter: FileFilter::default(),
            page_types: Vec::new(),
            formats: false,
            source,
        };
        match &node.kind {
            NodeKind::Scalar { text, .. } => {
                vec![everywhere(SchemaSource::File(text.clone(), node.range))]
            }
            NodeKind::Map(_) => vec![everywhere(SchemaSource::Inline(node.clone()))],
            NodeKind::List(items) => {
                let items = items.clone();
                items.iter().filter_map(|item| self.schema(item)).collect()
            }
        }
    }

    fn schema(&mut self, node: &Node) -> Option<WrittenSchema> {
        let (file, inline) = (node.entry("file"), node.entry("schema"));
        let source = match (file, inline) {
            (Some(file), Some(inline)) => {
                let mut problem = Problem::new(
                    inline.key_range,
                    "`file` and `schema` stand in one entry, and it has one schema",
                );
                problem
                    .also(file.key_range, "the other is here")
                    .help("make two entries of it, or remove one of the two");
                self.problems.push(problem);
                return None;
            }
            (Some(file), None) => {
                let path = file.value.text().unwrap_or_default();
                SchemaSource::File(path.to_owned(), file.value.range)
            }
            (None, inline) => SchemaSource::Inline(inline?.value.clone()),
        };
        let page_types = texts(node.get("page_type"));
        let formats = node.get("formats").map(Node::value);
        Some(WrittenSchema {
            filter: self.filter_at(node),
            page_types: page_types
                .map(|(text, _)| text.trim().to_lowercase())
                .collect(),
            formats: formats == Some(crate::model::Value::Bool(true)),
            source,
        })
    }

    /// The files that `match` and `locale` of an entry mean.
    fn filter_at(&mut self, node: &Node) -> FileFilter {
        let mut problems = Vec::new();
        let mut refuse = |wrong: Wrong, range| {
            let mut problem = Problem::new(range, wrong.why);
            problem.help(wrong.help);
            problems.push(problem);
        };
        let mut globs = GlobSetBuilder::new();
        for (text, range) in texts(node.get("match")) {
            match values::glob(text) {
                Ok(glob) => drop(globs.add(glob)),
                Err(wrong) => refuse(wrong, range),
            }
        }
        let mut locales = Vec::new();
        for (text, range) in texts(node.get("locale")) {
            match values::locale(text) {
                Ok(locale) => locales.push(locale),
                Err(wrong) => refuse(wrong, range),
            }
        }
        self.problems.extend(problems);
        FileFilter {
            globs: node.get("match").map(|_| globs.build().unwrap_or_default()),
            locales,
        }
    }
}

/// The texts of a value that is one or a list of them, with their places.
fn texts(node: Option<&Node>) -> impl Iterator<Item = (&str, TextRange)> {
    let items = match node.map(|node| &node.kind) {
        Some(NodeKind::List(items)) => items.as_slice(),
        Some(_) => node.map_or(&[][..], std::slice::from_ref),
        None => &[],
    };
    items
        .iter()
        .filter_map(|item| Some((item.text()?, item.range)))
}
