//! Reads the files of repositories and keeps what is wrong with them.

use std::collections::BTreeSet;
use std::path::Path;

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

use crate::config::yaml::{Entry, Node, NodeKind};
use crate::fs::FileSystem;
use crate::model::{RepositoryDefect, RepositoryDefectKind, Value};
use crate::source::{SitePath, TextRange};

use super::text;

/// Largest file, in bytes; lists of redirections are long.
const LARGEST: u64 = 64 << 20;

/// What reading needs, and what it found.
pub(super) struct Files<'a> {
    pub(super) fs: &'a dyn FileSystem,
    pub(super) read: BTreeSet<SitePath>,
    pub(super) defects: Vec<RepositoryDefect>,
}

/// A file that was read.
pub(super) struct File {
    pub(super) path: SitePath,
    pub(super) root: Node,
}

impl Files<'_> {
    /// Reads a file, when it is there. One that cannot be read is a defect.
    pub(super) fn read(&mut self, place: &Path, path: &str) -> Option<File> {
        if !self.fs.exists(place) {
            return None;
        }
        let path = SitePath::new(path);
        self.read.insert(path.clone());
        let bytes = match self.fs.read(place, LARGEST) {
            Ok(bytes) => bytes,
            Err(error) => {
                let message = format!("the file cannot be read: {error}");
                self.malformed(&path, TextRange::default(), message, "");
                return None;
            }
        };
        match text::read(path.name(), &bytes) {
            Ok(root) => Some(File { path, root }),
            Err(problem) => {
                let (range, message, help) = problem.into_parts();
                self.malformed(&path, range, message, help);
                None
            }
        }
    }

    /// Says that a file, or a value in it, cannot be read.
    pub(super) fn malformed(
        &mut self,
        file: &SitePath,
        range: TextRange,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.add(file, range, RepositoryDefectKind::Malformed, message, help);
    }

    /// Says that a setting has no effect.
    pub(super) fn unknown(
        &mut self,
        file: &SitePath,
        range: TextRange,
        message: impl Into<String>,
    ) {
        let help = "remove it if nothing else reads it; what it asks for does not happen here";
        self.add(
            file,
            range,
            RepositoryDefectKind::NotUnderstood,
            message,
            help,
        );
    }

    pub(super) fn add(
        &mut self,
        file: &SitePath,
        range: TextRange,
        kind: RepositoryDefectKind,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.defects.push(RepositoryDefect {
            file: file.clone(),
            range,
            kind,
            message: message.into().into(),
            help: help.into().into(),
        });
    }

    /// Says which keys of a map are neither understood nor known to be about something else.
    pub(super) fn keys(
        &mut self,
        file: &SitePath,
        node: &Node,
        read: &[&str],
        about_else: &[&str],
    ) {
        for entry in node.entries() {
            let key = &*entry.key;
            if !read.contains(&key) && !about_else.contains(&key) && key != "$schema" {
                self.unknown(
                    file,
                    entry.key_range,
                    format!("the setting `{key}` is not understood"),
                );
            }
        }
    }

    /// The text of a value; anything else is a defect, but for nothing.
    pub(super) fn text<'n>(
        &mut self,
        file: &SitePath,
        map: &'n Node,
        key: &str,
    ) -> Option<&'n str> {
        let entry = map.entry(key)?;
        match &entry.value.kind {
            NodeKind::Scalar { text, plain: false } => Some(text),
            NodeKind::Scalar { text, plain: true } => {
                (entry.value.value() != Value::Null).then_some(text)
            }
            _ => {
                self.not_text(file, entry);
                None
            }
        }
    }

    fn not_text(&mut self, file: &SitePath, entry: &Entry) {
        let message = format!(
            "`{}` must be text, not {}",
            entry.key,
            entry.value.describe()
        );
        self.malformed(file, entry.value.range, message, "write one text in quotes");
    }

    /// Texts, one or many, with their places.
    pub(super) fn texts<'n>(
        &mut self,
        file: &SitePath,
        node: &'n Node,
    ) -> Vec<(&'n str, TextRange)> {
        let items = match &node.kind {
            NodeKind::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        let mut texts = Vec::new();
        for item in items {
            match &item.kind {
                NodeKind::Scalar { text, .. } if item.value() != Value::Null => {
                    texts.push((text.as_str(), item.range));
                }
                NodeKind::Scalar { .. } => {}
                _ => self.malformed(
                    file,
                    item.range,
                    format!("a text is expected here, not {}", item.describe()),
                    "write one text in quotes, or a list of such texts",
                ),
            }
        }
        texts
    }

    /// Globs as docfx reads them, one or many.
    pub(super) fn globs(
        &mut self,
        file: &SitePath,
        node: Option<&Node>,
        default: &[&str],
    ) -> GlobSet {
        let Some(node) = node else {
            return set(
                default.iter().map(|text| (*text, TextRange::default())),
                |_, _| {},
            );
        };
        let texts = self.texts(file, node);
        let mut wrong = Vec::new();
        let globs = set(texts.into_iter(), |range, message| {
            wrong.push((range, message));
        });
        for (range, message) in wrong {
            self.malformed(file, range, message, "write a pattern such as `**/*.md`");
        }
        globs
    }

    /// One glob.
    pub(super) fn glob(&mut self, file: &SitePath, text: &str, range: TextRange) -> GlobSet {
        let mut wrong = None;
        let globs = set([(text, range)].into_iter(), |_, message| {
            wrong = Some(message);
        });
        if let Some(message) = wrong {
            self.malformed(file, range, message, "write a pattern such as `**/*.md`");
        }
        globs
    }
}

fn set<'t>(
    texts: impl Iterator<Item = (&'t str, TextRange)>,
    mut wrong: impl FnMut(TextRange, String),
) -> GlobSet {
    let mut builder = GlobSetBuilder::new();
    for (text, range) in texts {
        let built = GlobBuilder::new(&pattern(text))
            .literal_separator(true)
            .case_insensitive(true)
            .backslash_escape(false)
            .build();
        match built {
            Ok(glob) => {
                builder.add(glob);
            }
            Err(error) => wrong(
                range,
                format!("the glob `{text}` cannot be read: {}", error.kind()),
            ),
        }
    }
    builder.build().unwrap_or_default()
}

/// A glob of docfx in the spelling of ours: both slashes, `./` in front, a folder for all that is in it, and any number of stars
/// alone for any number of folders.
fn pattern(text: &str) -> String {
    let text = text.trim().replace('\\', "/");
    let text = text.trim_start_matches("./").trim_start_matches('/');
    let names = text.split('/').map(|name| {
        let only_stars = name.len() > 2 && name.bytes().all(|byte| byte == b'*');
        if only_stars { "**" } else { name }
    });
    let pattern = names.collect::<Vec<_>>().join("/");
    if pattern.is_empty() || pattern.ends_with('/') {
        format!("{pattern}**")
    } else {
        pattern
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(glob: &str, path: &str) -> bool {
        set([(glob, TextRange::default())].into_iter(), |_, why| {
            panic!("{why}")
        })
        .is_match(path)
    }

    #[test]
    fn globs_mean_what_they_mean_to_docfx() {
        assert!(fits("**/*.md", "a.md") && fits("**/*.md", "b/c/a.MD"));
        assert!(fits("grpc/**/**.md", "grpc/a.md") && fits("grpc/**/**.md", "grpc/x/a.md"));
        assert!(fits("***/readme.md", "x/y/README.md"));
        assert!(fits("*", "a.md") && !fits("*", "docs/a.md"));
        assert!(fits("docs/", "docs/a/b.md") && fits("docs\\**", "docs/a/b.md"));
        assert!(fits("**/*.{md,yml}", "a/b.yml") && !fits("**/includes/**", "a/b.md"));
    }
}
