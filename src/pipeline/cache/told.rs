//! The report of a run in the cache's own shape: all that is said, nothing of what is true of one run alone (times, what became of
//! the output folder).

use crate::check::{self, Suppressed};
use crate::diagnostics::{
    Applicability, Diagnostic, Edit, Fix, Label, Note, Preset, Rule, SetBy, Severity,
};
use crate::search::Statistics;
use crate::source::{ContentHash, FileId, Span, TextRange};

use super::super::{Asked, Beginning, Goal, Report, Sums};
use super::Stood;
use super::coded::{Coded, Reader, choice, record};

/// What a run found.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) known: Vec<Diagnostic>,
    pub(super) fixed: Vec<Box<str>>,
    pub(super) hashes: Vec<(FileId, ContentHash)>,
    pub(super) suppressed: Vec<Suppressed>,
    pub(super) articles: usize,
    pub(super) pages: usize,
    pub(super) locales: usize,
    pub(super) search: Option<Statistics>,
}

impl Told {
    /// What a report says.
    pub(super) fn of(report: &Report) -> Self {
        Self {
            diagnostics: report.diagnostics.clone(),
            known: report.known.clone(),
            fixed: report.fixed.clone(),
            hashes: report
                .hashes
                .iter()
                .map(|(file, hash)| (*file, *hash))
                .collect(),
            suppressed: report.suppressed.clone(),
            articles: report.articles,
            pages: report.pages,
            locales: report.locales,
            search: report.search,
        }
    }

    /// The report of a run that came to the same.
    pub(super) fn again(
        self,
        goal: Goal,
        stood: Stood,
        beginning: Beginning,
        explained: Vec<String>,
    ) -> Report {
        let published = match stood {
            Stood::Unpublished => None,
            Stood::Published(published) => Some(published),
        };
        // A check makes no index.
        let search = self.search.filter(|_| goal != Goal::Check);
        Report {
            // Only shares leave some to others, and nothing is remembered of them.
            errors_elsewhere: 0,
            hashes: self.hashes.into_iter().collect(),
            diagnostics: self.diagnostics,
            known: self.known,
            fixed: self.fixed,
            suppressed: self.suppressed,
            articles: self.articles,
            pages: self.pages,
            locales: self.locales,
            sources: beginning.found.sources,
            asked: Asked::default(),
            published,
            site: None,
            known_pages: Vec::new(),
            explained,
            sums: Sums::new(),
            search,
            timings: beginning.timings,
        }
    }

    /// Whether something is wrong that holds a strict build back.
    pub(super) fn has_errors(&self) -> bool {
        let mut found = self.diagnostics.iter();
        found.any(|finding| finding.severity == Severity::Error)
    }
}

record!(Told {
    diagnostics,
    known,
    fixed,
    hashes,
    suppressed,
    articles,
    pages,
    locales,
    search
});
record!(Diagnostic {
    rule,
    severity,
    set_by,
    message,
    primary,
    related,
    notes,
    fix
});
record!(Label { span, path, text });
record!(Suppressed {
    finding,
    reason,
    place
});
record!(Fix {
    applicability,
    what,
    edits
});
record!(Edit { range, old, new });
record!(Span { file, range });
record!(TextRange { start, end });
record!(Statistics {
    documents,
    words,
    forms,
    files,
    bytes,
    largest,
    manifest
});
choice!(Severity { 0 = Error, 1 = Warning, 2 = Info });
choice!(Applicability { 0 = Safe, 1 = Unsafe });
choice!(Note { 0 = Help(text), 1 = Note(text) });
choice!(Preset { 0 = Recommended, 1 = Strict, 2 = Learn });
choice!(SetBy { 0 = Rule, 1 = Preset(preset), 2 = File, 3 = Schema, 4 = Flag, 5 = Deny });

impl Coded for FileId {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        u32::read(from).map(Self)
    }
}

impl Coded for &'static Rule {
    fn write(&self, out: &mut Vec<u8>) {
        self.name.to_owned().write(out);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        check::rule(&String::read(from)?)
    }
}
