//! What a run came to: findings, counts, times.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use crate::check::Suppressed;
use crate::diagnostics::{Diagnostic, Severity};
use crate::model::Site;
use crate::publish::Published;
use crate::search::Statistics;
use crate::source::{ContentHash, FileId, Sources};

use super::asking::Asked;
use super::cache::MadePages;
use super::verifying::Sums;

/// Hears how far a run is. Called from several threads.
pub trait Progress: Sync {
    /// A phase begins that has `total` steps; 0 when that is not known.
    fn phase(&self, name: &'static str, total: usize);
    /// One step is done.
    fn step(&self);
    /// The last phase ended.
    fn done(&self);
}

/// Hears nothing.
#[derive(Clone, Copy, Debug)]
pub struct Silent;

impl Progress for Silent {
    fn phase(&self, _: &'static str, _: usize) {}
    fn step(&self) {}
    fn done(&self) {}
}

/// How long each phase took, in order.
#[derive(Clone, Debug, Default)]
pub struct Timings(pub Vec<(&'static str, Duration)>);

impl Timings {
    /// Does something and notes how long it took.
    pub(super) fn time<R>(&mut self, phase: &'static str, work: impl FnOnce() -> R) -> R {
        let start = Instant::now();
        let result = work();
        self.0.push((phase, start.elapsed()));
        result
    }

    /// Notes that a phase, in parts, took so long, which a phase around it does not count.
    pub(super) fn part(&mut self, phase: &'static str, took: Duration, around: &'static str) {
        if let Some((_, whole)) = self.0.iter_mut().rev().find(|(name, _)| *name == around) {
            *whole = whole.saturating_sub(took);
        }
        self.0.push((phase, took));
    }
}

/// The result of a run.
#[derive(Debug)]
pub struct Report {
    /// Everything found, sorted by file, place and rule; what belongs to no file comes last.
    pub diagnostics: Vec<Diagnostic>,
    /// What the baseline knows, in the same order.
    pub known: Vec<Diagnostic>,
    /// The paths of what the baseline knows and nothing finds any more; empty for the site as a whole.
    pub fixed: Vec<Box<str>>,
    /// The hashes of the files whose findings could be fixed, as they were judged; tables of contents have none.
    pub hashes: BTreeMap<FileId, ContentHash>,
    /// What its authors allow, in the same order.
    pub suppressed: Vec<Suppressed>,
    /// What other sites answered; empty unless they were asked.
    pub asked: Asked,
    /// The hash of every file, when these were asked for.
    pub sums: Sums,
    /// The files that diagnostics name.
    pub sources: Sources,
    /// Number of articles in all languages.
    pub articles: usize,
    /// Number of pages, those without an article included.
    pub pages: usize,
    /// Number of languages.
    pub locales: usize,
    /// Errors that other shares of the site tell.
    pub errors_elsewhere: usize,
    /// What was published; `None` for a check, and when `--strict` held it back.
    pub published: Option<Published>,
    /// The hash of the list of all published files, when the whole site stands in the output folder.
    pub site: Option<ContentHash>,
    /// Why files were written or kept that somebody asked about, line by line.
    pub explained: Vec<String>,
    /// What is known of the pages that were made, when it is to be remembered.
    pub known_pages: Vec<MadePages>,
    /// What is in the search indexes of the languages, together; the largest file and manifest are the largest of all.
    pub search: Option<Statistics>,
    /// How long it took.
    pub timings: Timings,
}

impl Report {
    /// How many findings have a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    }
}

/// The hashes of the articles whose findings could be fixed.
pub(super) fn hashes(site: &Site, found: &[Diagnostic]) -> BTreeMap<FileId, ContentHash> {
    let fixable = found.iter().filter(|finding| finding.fix.is_some());
    let fixable: BTreeSet<FileId> = fixable.filter_map(Diagnostic::file).collect();
    let articles = site.articles.iter();
    let articles = articles.map(|article| (article.file, &*article.document));
    articles
        .chain(site.included())
        .filter(|(file, _)| fixable.contains(file))
        .map(|(file, document)| (file, document.hash))
        .collect()
}
