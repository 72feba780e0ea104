//! Remembered results of pure functions, for whoever builds one site again and again.
//!
//! The laws: a value never changes once it is here (`Arc`); a document depends on its text and on the options it was parsed with
//! and on nothing else, so that a text that comes back, under whatever name, is the document it was; what is looked up by path
//! counts only as long as size and time are those of then, and not at all once somebody said that the file was touched.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::model::Document;
use crate::parse::{Expected, ParseOptions};
use crate::source::{ContentHash, SitePath, Source, Stamp};

/// How a document was made of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct How {
    /// The options.
    pub(super) options: ParseOptions,
    /// The language that was expected.
    pub(super) expected: Option<Expected>,
}

/// What is known of a file that articles use.
#[derive(Clone, Copy, Debug)]
pub(super) struct KnownFile {
    /// Hash of its bytes.
    pub(super) hash: ContentHash,
    /// Width and height of an image.
    pub(super) size: Option<(u32, u32)>,
}

/// Documents and files of earlier runs.
#[derive(Debug, Default)]
pub struct Memo {
    keeps: bool,
    documents: HashMap<ContentHash, (How, Arc<Document>)>,
    texts: HashMap<SitePath, (Stamp, ContentHash)>,
    files: HashMap<SitePath, (Stamp, KnownFile)>,
}

impl Memo {
    /// Remembers.
    pub fn new() -> Self {
        Self {
            keeps: true,
            ..Self::default()
        }
    }

    /// Remembers nothing: for a single run.
    pub fn none() -> Self {
        Self::default()
    }

    /// Forgets what was read at a path: it is read again, whatever its size and time.
    pub(super) fn forget(&mut self, path: &SitePath) {
        self.texts.remove(path);
        self.files.remove(path);
    }

    /// The document of an article that was not touched.
    pub(super) fn untouched(&self, source: &Source, how: How) -> Option<Arc<Document>> {
        let (stamp, hash) = self.texts.get(&source.path)?;
        (*stamp == source.stamp).then(|| self.document(*hash, how))?
    }

    /// The document of a text.
    pub(super) fn document(&self, hash: ContentHash, how: How) -> Option<Arc<Document>> {
        let (then, document) = self.documents.get(&hash)?;
        (*then == how).then(|| document.clone())
    }

    /// Keeps an article's document.
    pub(super) fn keep(&mut self, source: &Source, how: How, document: &Arc<Document>) {
        if !self.keeps {
            return;
        }
        let text = (source.stamp, document.hash);
        self.texts.insert(source.path.clone(), text);
        let known = (how, document.clone());
        self.documents.insert(document.hash, known);
    }

    /// What is known of a file that was not touched.
    pub(super) fn file(&self, source: &Source) -> Option<KnownFile> {
        let (stamp, known) = self.files.get(&source.path)?;
        (*stamp == source.stamp).then_some(*known)
    }

    /// Keeps what is known of a file.
    pub(super) fn keep_file(&mut self, source: &Source, known: KnownFile) {
        if self.keeps {
            self.files
                .insert(source.path.clone(), (source.stamp, known));
        }
    }

    /// Drops what belongs to no file of a site any more.
    pub(super) fn tidy(&mut self, sources: &[Source]) {
        let paths: BTreeSet<&SitePath> = sources.iter().map(|source| &source.path).collect();
        self.texts.retain(|path, _| paths.contains(path));
        self.files.retain(|path, _| paths.contains(path));
        let used: BTreeSet<ContentHash> = self.texts.values().map(|(_, hash)| *hash).collect();
        self.documents.retain(|hash, _| used.contains(hash));
    }
}
