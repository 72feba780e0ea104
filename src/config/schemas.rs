//! Schemas of metadata: read with all files that they name, and compiled.
//!
//! In: what `schema` in `polydoc.yml` says. Out: a [`SchemaLayer`] for each, or the failure that tells all that is wrong with
//! the first file that has anything wrong, at its places. What a schema means is `crate::schema`'s business.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value as Json;

use crate::failure::Failure;
use crate::fs::clean;
use crate::model::{Date, RepositoryDefect, RepositoryDefectKind};
use crate::schema::{self, Part, Schema, Surroundings, Wrong};
use crate::source::TextRange;

use super::file::{SchemaSource, WrittenSchema, WrittenSchemas};
use super::problem::{self, Problem};
use super::site::{Reader, Site};
use super::yaml::{self, Entry, Node, NodeKind};
use super::{FileFilter, json, values};

/// Largest file of a schema or of values, in bytes.
const LARGEST: u64 = 4 << 20;

/// A schema and the articles that it holds for.
#[derive(Clone, Debug)]
pub struct SchemaLayer {
    /// Files it holds for.
    pub filter: FileFilter,
    /// Types of pages it holds for, in lower case; none means all.
    pub page_types: Vec<String>,
    /// The schema.
    pub schema: Arc<Schema>,
}

/// All files below a folder of the site.
fn below(folder: &str) -> FileFilter {
    let mut globs = globset::GlobSetBuilder::new();
    if let Ok(glob) = values::glob(&format!("{folder}/**")) {
        globs.add(glob);
    }
    FileFilter {
        globs: globs.build().ok(),
        locales: Vec::new(),
    }
}

/// `docsetUnique` of docfx names keys whose values no two articles may share: `uniqueIn` of each says the same.
fn unique_in_docset(root: &mut Node) {
    let NodeKind::Map(entries) = &mut root.kind else {
        return;
    };
    let Some(at) = entries.iter().position(|it| it.key == "docsetUnique") else {
        return;
    };
    let Entry {
        value, key_range, ..
    } = entries.remove(at);
    let entry = |key: &str, kind: NodeKind| Entry {
        key: key.to_owned(),
        key_range,
        value: Node {
            range: value.range,
            kind,
        },
    };
    for name in value.items().iter().filter_map(Node::text) {
        let inner = inner_map(entries, entry("properties", NodeKind::Map(Vec::new())));
        let inner = inner.and_then(|it| inner_map(it, entry(name, NodeKind::Map(Vec::new()))));
        if let Some(keywords) = inner.filter(|it| it.iter().all(|one| one.key != "uniqueIn")) {
            let scope = NodeKind::Scalar {
                text: "locale".to_owned(),
                plain: false,
            };
            keywords.push(entry("uniqueIn", scope));
        }
    }
}

/// The map under a key; a new one when there is none.
fn inner_map(entries: &mut Vec<Entry>, new: Entry) -> Option<&mut Vec<Entry>> {
    let at = entries.iter().position(|it| it.key == new.key);
    let at = at.unwrap_or_else(|| {
        entries.push(new);
        entries.len() - 1
    });
    match &mut entries[at].value.kind {
        NodeKind::Map(inner) => Some(inner),
        _ => None,
    }
}

/// A text that holds a schema.
struct Written {
    /// How messages call its file.
    name: String,
    text: String,
    root: Node,
    /// The folder that its paths count from; absolute.
    folder: PathBuf,
    /// The folder of the project, from which messages count the paths of values: the same wherever the program is run.
    project: PathBuf,
}

impl Reader<'_> {
    /// All schemas of the project, ready to judge.
    pub(super) fn schemas(
        &self,
        site: &Site,
        today: Option<Date>,
    ) -> Result<Vec<SchemaLayer>, Failure> {
        let written = &site.file.schemas;
        let layer = |entry: &WrittenSchema| {
            let text = self.schema_text(&site.located.project, written, &entry.source)?;
            Ok(SchemaLayer {
                filter: entry.filter.clone(),
                page_types: entry.page_types.clone(),
                schema: Arc::new(self.compile(&text, entry.formats, today)?),
            })
        };
        written.entries.iter().map(layer).collect()
    }

    /// The schemas that repositories name. One that cannot be used is told like anything else in their settings.
    pub(super) fn schemas_of_docsets(
        &self,
        site: &mut Site,
        today: Option<Date>,
    ) -> Vec<SchemaLayer> {
        let mut layers = Vec::new();
        let mut defects = Vec::new();
        for docset in site.layout.docsets() {
            for file in &docset.schemas {
                let bytes = self.fs.read(&file.place, LARGEST);
                let read = bytes.map_err(|error| error.to_string()).and_then(|bytes| {
                    let text = self.tree(&site.located.project, &file.place, bytes);
                    let schema = text.and_then(|mut text| {
                        unique_in_docset(&mut text.root);
                        self.compile(&text, false, today)
                    });
                    schema.map_err(|failure| failure.message)
                });
                match read {
                    Ok(schema) => layers.push(SchemaLayer {
                        filter: below(&docset.root),
                        page_types: Vec::new(),
                        schema: Arc::new(schema),
                    }),
                    Err(why) => defects.push(RepositoryDefect {
                        file: file.named_in.clone(),
                        range: file.range,
                        kind: RepositoryDefectKind::Malformed,
                        message: format!(
                            "the schema cannot be used: {}",
                            why.lines().next().unwrap_or_default()
                        )
                        .into(),
                        help: "correct the file, or its path, which counts from this folder".into(),
                    }),
                }
            }
        }
        site.layout.defects.extend(defects);
        layers
    }

    /// The text that an entry means.
    fn schema_text(
        &self,
        project: &Path,
        written: &WrittenSchemas,
        source: &SchemaSource,
    ) -> Result<Written, Failure> {
        match source {
            SchemaSource::Inline(node) => Ok(Written {
                name: written.name.clone(),
                text: written.text.clone(),
                root: node.clone(),
                folder: project.to_owned(),
                project: project.to_owned(),
            }),
            SchemaSource::File(path, range) => {
                let missing = |why: String, help: &str| {
                    let mut problem = Problem::new(*range, why);
                    problem.help(help);
                    written.failure(vec![problem])
                };
                let file = clean(&project.join(path));
                match self.fs.read(&file, LARGEST) {
                    Ok(bytes) => self.tree(project, &file, bytes),
                    Err(error) if error.kind() == io::ErrorKind::NotFound => Err(missing(
                        format!("there is no file `{path}`"),
                        "write its path relative to this file",
                    )),
                    Err(error) => Err(missing(
                        format!("the file `{path}` cannot be read: {error}"),
                        "name a file that holds a schema, no larger than 4 MiB",
                    )),
                }
            }
        }
    }

    /// The tree of a file that holds a schema or values.
    fn tree(&self, project: &Path, file: &Path, bytes: Vec<u8>) -> Result<Written, Failure> {
        let name = self.shown(file).display().to_string();
        let text = String::from_utf8(bytes).map_err(|_| {
            Failure::configuration(format!("{name}: the text is not UTF-8"))
                .hint("save the file as UTF-8")
        })?;
        let mut problems = Vec::new();
        let is_json = file
            .extension()
            .is_some_and(|it| it.eq_ignore_ascii_case("json"));
        let read = if is_json {
            json::read(&text).map(Some)
        } else {
            yaml::read(&text, &mut problems)
        };
        let root = match read {
            Ok(root) => root.unwrap_or(Node {
                range: TextRange::default(),
                kind: NodeKind::Map(Vec::new()),
            }),
            Err(problem) => {
                problems.push(problem);
                return Err(problem::failure(&name, &text, problems));
            }
        };
        if !problems.is_empty() {
            return Err(problem::failure(&name, &text, problems));
        }
        let folder = file.parent().unwrap_or(Path::new("")).to_owned();
        Ok(Written {
            name,
            text,
            root,
            folder,
            project: project.to_owned(),
        })
    }

    /// Compiles a schema with all files that it names, and those that these name.
    fn compile(
        &self,
        text: &Written,
        formats: bool,
        today: Option<Date>,
    ) -> Result<Schema, Failure> {
        let mut around = Surroundings {
            formats,
            today,
            ..Surroundings::default()
        };
        let home = text.folder.clone();
        let root = self.inspected(text, &mut around)?;
        let mut waiting: Vec<PathBuf> = files_of(text, &root);
        while let Some(file) = waiting.pop() {
            let path = relative(&home, &file);
            if around.schemas.contains_key(&path) {
                continue;
            }
            // What is not there is told with the place of the reference, unless the schema itself has that address.
            let Ok(bytes) = self.fs.read(&file, LARGEST) else {
                continue;
            };
            let other = self.tree(&text.project, &file, bytes)?;
            let schema = self.inspected(&other, &mut around)?;
            waiting.extend(files_of(&other, &schema));
            around.schemas.insert(path, Arc::new(schema));
        }
        Schema::compile(&root, &around).map_err(|wrong| failure(text, wrong))
    }

    /// The schema in a text, when nothing is wrong with it; its lists of values are added to what surrounds it.
    fn inspected(&self, text: &Written, around: &mut Surroundings) -> Result<Json, Failure> {
        let mut schema = schema::json(&text.root.value());
        if !schema.is_object() && !schema.is_boolean() {
            let mut problem = Problem::new(
                text.root.range,
                format!(
                    "a schema is a map of keywords, not {}",
                    text.root.describe()
                ),
            );
            problem.help("write keywords of JSON Schema, such as `required: [title]`");
            return Err(problem::failure(&text.name, &text.text, vec![problem]));
        }
        let wrong = schema::inspect(&schema);
        if !wrong.is_empty() {
            return Err(failure(text, wrong));
        }
        for (place, path) in schema::named(&schema).lists {
            let file = clean(&text.folder.join(&path));
            let name = relative(&text.project, &file);
            match self.values(&file) {
                Ok(values) => drop(around.lists.insert(name, values)),
                Err(why) => {
                    let mut problem = Problem::new(
                        range(&text.root, &place, Part::Value),
                        format!("no values can be read from `{path}`: {why}"),
                    );
                    problem.help("name a file with one value on each line, relative to this file");
                    return Err(problem::failure(&text.name, &text.text, vec![problem]));
                }
            }
        }
        schema::rename_lists(&mut schema, &|path| {
            let file = clean(&text.folder.join(path));
            relative(&text.project, &file)
        });
        Ok(schema)
    }

    /// The values in a file: one on each line, or a list in YAML or JSON.
    fn values(&self, file: &Path) -> Result<Arc<[Box<str>]>, String> {
        let bytes = self
            .fs
            .read(file, LARGEST)
            .map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => "there is no such file".to_owned(),
                _ => error.to_string(),
            })?;
        let is_tree = file.extension().is_some_and(|it| {
            ["yml", "yaml", "json"]
                .iter()
                .any(|known| it.eq_ignore_ascii_case(known))
        });
        if is_tree {
            let tree = self
                .tree(Path::new(""), file, bytes)
                .map_err(|failure| failure.message)?;
            let NodeKind::List(items) = &tree.root.kind else {
                return Err(format!("it holds {}, not a list", tree.root.describe()));
            };
            let text = |item: &Node| match &item.kind {
                NodeKind::Scalar { text, .. } => Some(text.trim().into()),
                _ => None,
            };
            return Ok(items.iter().filter_map(text).collect());
        }
        let text = String::from_utf8(bytes).map_err(|_| "the text is not UTF-8".to_owned())?;
        let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
        Ok(lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(Into::into)
            .collect())
    }
}

/// The files that the references of a schema mean.
fn files_of(text: &Written, schema: &Json) -> Vec<PathBuf> {
    let named = schema::named(schema).schemas;
    let file = |(_, path): (_, String)| {
        let path = percent_encoding::percent_decode_str(&path).decode_utf8_lossy();
        clean(&text.folder.join(&*path))
    };
    named.into_iter().map(file).collect()
}

/// The way from a folder to a file, with `/` between its names.
fn relative(folder: &Path, file: &Path) -> String {
    let (mut from, mut to) = (folder.components().peekable(), file.components().peekable());
    while from.peek().is_some() && from.peek() == to.peek() {
        from.next();
        to.next();
    }
    let up = from.map(|_| "..".to_owned());
    let down = to.map(|name| name.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// What is wrong with a schema, at its places.
fn failure(text: &Written, wrong: Vec<Wrong>) -> Failure {
    let problem = |wrong: Wrong| {
        let place = range(&text.root, &wrong.place, wrong.part);
        let mut problem = Problem::new(place, wrong.message);
        if let Some(help) = wrong.help {
            problem.help(help);
        }
        problem
    };
    let problems = wrong.into_iter().map(problem).collect();
    problem::failure(&text.name, &text.text, problems)
}

/// Where something stands; what is not there is in the innermost that is.
fn range(root: &Node, place: &[String], part: Part) -> TextRange {
    let mut node = root;
    let mut found = root.range;
    for (at, step) in place.iter().enumerate() {
        let (key, value) = match &node.kind {
            NodeKind::Map(_) => match node.entry(step) {
                Some(entry) => (entry.key_range, &entry.value),
                None => break,
            },
            NodeKind::List(items) => {
                match step.parse::<usize>().ok().and_then(|at| items.get(at)) {
                    Some(item) => (item.range, item),
                    None => break,
                }
            }
            NodeKind::Scalar { .. } => break,
        };
        let is_last = at + 1 == place.len();
        found = match (part, value.range.is_empty()) {
            (Part::Key, _) | (_, true) if is_last => key,
            _ => value.range,
        };
        node = value;
    }
    found
}
