//! An article: a work ([`ArticleId`]) and its edition in one language ([`Article`]).

use std::fmt;
use std::sync::Arc;

use crate::source::{FileId, LocaleIndex};

use super::{
    Document, Entries, Fact, Heading, Included, Inclusion, Link, Metadata, Outline, OutlineHeading,
    Unfulfilled,
};

/// What an article is called in every language: its path below the locale folder, without `.md`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleId(pub Arc<str>);

impl ArticleId {
    /// The path, `/` between names.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder, without a final `/`; empty at the top.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last name.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The position of an article in [`super::Site::articles`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleKey(pub u32);

impl ArticleKey {
    /// The number as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// An article in one language.
#[derive(Debug)]
pub struct Article {
    /// Its name in all languages.
    pub id: ArticleId,
    /// The language it is written in.
    pub locale: LocaleIndex,
    /// The file it is written in.
    pub file: FileId,
    /// What was parsed.
    pub document: Arc<Document>,
    /// Metadata with defaults and overrides.
    pub metadata: Metadata,
    /// Headings and anchors with their ids.
    pub outline: Outline,
    /// The document's links and images with their meaning, in order.
    pub links: Box<[Link]>,
    /// Which files the document's inclusions mean, in order.
    pub inclusions: Box<[Inclusion]>,
    /// The files that stand on its page, in the order in which they are first met.
    pub includes: Box<[Included]>,
    /// Inclusions on its page that stay empty.
    pub unfulfilled: Box<[Unfulfilled]>,
}

impl Article {
    /// The keys and values that hold: front matter with defaults and overrides.
    pub fn entries(&self) -> &Entries {
        self.metadata
            .merged
            .as_deref()
            .unwrap_or(&self.document.front_matter.entries)
    }

    /// A heading of its page as it is written.
    pub fn heading(&self, heading: &OutlineHeading) -> Option<&Heading> {
        let document = if heading.file == self.file {
            &self.document
        } else {
            let included = self.includes.iter().find(|it| it.file == heading.file)?;
            &included.document
        };
        match document.facts.get(heading.fact as usize)? {
            Fact::Heading(heading) => Some(heading),
            _ => None,
        }
    }

    /// The texts of its page, its own first: file, document, links.
    pub fn texts(&self) -> impl Iterator<Item = (FileId, &Document, &[Link])> {
        let own = (self.file, &*self.document, &*self.links);
        let included = self.includes.iter();
        [own]
            .into_iter()
            .chain(included.map(|it| (it.file, &*it.document, &*it.links)))
    }
}
