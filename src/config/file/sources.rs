//! `sources:` of `polydoc.yml`: the repositories that a site is made of.

use std::path::PathBuf;

use crate::config::values;
use crate::l10n::LocaleId;

use super::Reader;
use super::written::WrittenSource;

/// One repository of the site, as the file names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::config) struct SourceEntry {
    /// Its folder, relative to the file.
    pub(in crate::config) path: PathBuf,
    /// Its language, when it is told.
    pub(in crate::config) locale: Option<LocaleId>,
    /// The docset of it that is wanted.
    pub(in crate::config) docset: Option<String>,
    /// Where it is published below its language.
    pub(in crate::config) base_path: Option<String>,
}

impl Reader<'_> {
    /// The entries with their values read.
    pub(super) fn sources(&mut self, written: Vec<WrittenSource>) -> Vec<SourceEntry> {
        let read = |source: WrittenSource| SourceEntry {
            path: source.path,
            locale: source
                .locale
                .and_then(|tag| self.accept(&["sources"], values::locale(&tag))),
            docset: source.docset,
            base_path: source
                .base_path
                .and_then(|path| self.accept(&["sources"], values::url_path(&path))),
        };
        written.into_iter().map(read).collect()
    }
}
