//! What settings were made of, so that whoever remembers results knows whether they still hold.
//!
//! Settings are a function of the files that were read for them, the flags and the environment. All three are noted while they are
//! made, by name and hash; nothing is listed by hand, so a new setting cannot be forgotten. Where the site lies, where it goes and
//! on how many threads it is made is no ingredient: a copy of the site elsewhere has the same.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::fs::{Entry, FileSystem, Unreadable, clean};
use crate::source::ContentHash;

use super::Settings;
use super::layers::{Environment, Flags};

/// Names with hashes, sorted by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ingredients(pub Vec<(Box<str>, ContentHash)>);

impl Ingredients {
    /// The hash of all.
    pub fn hash(&self) -> ContentHash {
        let mut all = Vec::new();
        for (name, hash) in &self.0 {
            all.extend(hash.0);
            all.extend(name.as_bytes());
            all.push(0);
        }
        ContentHash::of(&all)
    }
}

/// A file system that notes what it was asked and what it answered.
pub(super) struct Noting<'f> {
    below: &'f dyn FileSystem,
    answers: Mutex<BTreeMap<PathBuf, Answer>>,
}

/// What there was at a path.
enum Answer {
    Bytes(Vec<u8>),
    Names(Vec<PathBuf>),
    Something,
    Nothing,
}

impl<'f> Noting<'f> {
    pub(super) fn new(below: &'f dyn FileSystem) -> Self {
        Self {
            below,
            answers: Mutex::default(),
        }
    }

    fn note(&self, path: &Path, answer: Answer) {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        match answers.get(path) {
            // What was read says more than that it is there.
            Some(Answer::Bytes(_) | Answer::Names(_)) => {}
            _ => {
                answers.insert(path.to_owned(), answer);
            }
        }
    }

    /// All that was noted while `settings` were made.
    pub(super) fn ingredients(
        self,
        environment: &Environment,
        flags: &Flags,
        settings: &Settings,
    ) -> Ingredients {
        let from = &environment.current_dir;
        let absolute = |path: &Path| clean(&from.join(path));
        let project = absolute(&settings.project);
        let output = absolute(&settings.output);
        let file = settings.file.as_deref().map(absolute);
        let mut all: BTreeMap<String, ContentHash> = BTreeMap::new();
        let answers = self.answers.into_inner();
        for (path, answer) in answers.unwrap_or_else(PoisonError::into_inner) {
            let path = absolute(&path);
            let below = path.strip_prefix(&project).ok();
            let name = below.unwrap_or(&path).display().to_string();
            match answer {
                Answer::Bytes(bytes) if Some(&path) == file.as_ref() => {
                    for (key, hash) in keys(&bytes) {
                        all.insert(format!("{name}: {key}"), hash);
                    }
                }
                Answer::Bytes(bytes) => {
                    all.insert(name, ContentHash::of(&bytes));
                }
                // Of a plain site only the languages come from names, and these are seen again by discovery.
                Answer::Names(_) if settings.layout.is_plain() => {}
                Answer::Names(names) => {
                    // What a build makes is nothing that it is made of.
                    let is_ours = |name: &Path| {
                        path.join(name) == output
                            || name.as_os_str().as_encoded_bytes().starts_with(b".")
                    };
                    let names: Vec<_> = names.iter().filter(|name| !is_ours(name)).collect();
                    all.insert(format!("{name}/"), hash_of(&names));
                }
                // Above the project only what was read counts: how deep a site lies is its own affair.
                Answer::Something if below.is_some() => {
                    all.insert(name, ContentHash::of(b""));
                }
                Answer::Something | Answer::Nothing => {}
            }
        }
        let content = absolute(&settings.content);
        let content = content.strip_prefix(&project).unwrap_or(&content);
        all.insert("content folder".to_owned(), hash_of(&content));
        if !settings.schemas.is_empty() || !settings.layout.is_plain() {
            // Findings name files of settings as the user would write them.
            let shown = settings.project.as_os_str().as_encoded_bytes();
            all.insert("folder".to_owned(), ContentHash::of(shown));
        }
        let flags = Flags {
            config: None,
            output: None,
            jobs: None,
            // All shares of a site are of the same.
            shard: None,
            reads_only: false,
            ..flags.clone()
        };
        all.insert("flags".to_owned(), hash_of(&flags));
        let variables = environment
            .vars
            .iter()
            .filter(|(name, _)| !["POLYDOC_JOBS", "POLYDOC_OUTPUT"].contains(&name.as_str()));
        all.insert(
            "environment".to_owned(),
            hash_of(&variables.collect::<Vec<_>>()),
        );
        Ingredients(
            all.into_iter()
                .map(|(name, hash)| (name.into(), hash))
                .collect(),
        )
    }
}

/// The keys at the top of a YAML file, each with the hash of its lines; what stands in front of the first belongs to it.
fn keys(bytes: &[u8]) -> Vec<(String, ContentHash)> {
    let text = String::from_utf8_lossy(bytes);
    let mut keys: Vec<(String, String)> = vec![("version".to_owned(), String::new())];
    for line in text.split_inclusive('\n') {
        let is_key = line.starts_with(|c: char| c.is_alphabetic() || c == '"' || c == '\'');
        if is_key && let Some((key, _)) = line.split_once(':') {
            keys.push((key.trim_matches(['"', '\'']).to_owned(), String::new()));
        }
        if let Some((_, lines)) = keys.last_mut() {
            lines.push_str(line);
        }
    }
    let hashed = |(key, lines): (String, String)| (key, ContentHash::of(lines.as_bytes()));
    let mut hashed: Vec<_> = keys.into_iter().map(hashed).collect();
    // A key that stands there twice is refused elsewhere; here both count.
    hashed.sort();
    hashed.dedup_by(|later, earlier| {
        let is_same = later.0 == earlier.0;
        if is_same {
            earlier.1 = ContentHash::of(&[earlier.1.0, later.1.0].concat());
        }
        is_same
    });
    hashed
}

fn hash_of(value: &impl std::fmt::Debug) -> ContentHash {
    ContentHash::of(format!("{value:?}").as_bytes())
}

impl FileSystem for Noting<'_> {
    fn walk(
        &self,
        root: &Path,
        enter: &dyn Fn(&Path) -> bool,
    ) -> io::Result<Vec<Result<Entry, Unreadable>>> {
        let found = self.below.walk(root, enter);
        let named = |item: &Result<Entry, Unreadable>| {
            let path = match item {
                Ok(entry) => &entry.path,
                Err(unreadable) => &unreadable.path,
            };
            path.strip_prefix(root).unwrap_or(path).to_owned()
        };
        let names = found.iter().flatten().map(named).collect();
        self.note(root, Answer::Names(names));
        found
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let read = self.below.read(path, limit);
        match &read {
            Ok(bytes) => self.note(path, Answer::Bytes(bytes.clone())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.note(path, Answer::Nothing);
            }
            Err(_) => self.note(path, Answer::Something),
        }
        read
    }

    fn exists(&self, path: &Path) -> bool {
        let exists = self.below.exists(path);
        self.note(
            path,
            if exists {
                Answer::Something
            } else {
                Answer::Nothing
            },
        );
        exists
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_key_is_told_by_its_name() {
        let one = keys(b"# ours\nversion: 1\ntitle: A\noutputs:\n  search: true\n");
        let other = keys(b"# ours\nversion: 1\ntitle: A\noutputs:\n  search: false\n");
        let changed: Vec<&str> = one
            .iter()
            .zip(&other)
            .filter(|(one, other)| one != other)
            .map(|((name, _), _)| name.as_str())
            .collect();
        assert_eq!(changed, ["outputs"]);
        assert_ne!(keys(b"a: 1\na: 2\n"), keys(b"a: 1\na: 3\n"));
    }
}
