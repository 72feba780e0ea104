//! Sets apart the findings that are known already: those of the baseline, and those of the revision that changes are counted
//! from. The texts are read again, only those of files about which something is said.

use crate::catalogue::Mapper;
use crate::check;
use crate::config::Settings;
use crate::diagnostics::{Baseline, Diagnostic, Fingerprint, Fingerprints};
use crate::failure::Failure;
use crate::fs::FileSystem;
use crate::l10n::LocaleId;
use crate::parse;
use crate::source::{LineIndex, Sources};

use super::Report;
use super::parallel::Threads;

/// Findings, those that are known set apart.
#[derive(Debug, Default)]
pub(super) struct Sifted {
    /// What is new.
    pub(super) found: Vec<Diagnostic>,
    /// What the baseline knows.
    pub(super) known: Vec<Diagnostic>,
    /// The paths of what the baseline knows and nothing finds any more.
    pub(super) fixed: Vec<Box<str>>,
}

/// Sets apart what the settings know; `found` is in the order of reports.
pub(super) fn sift(
    fs: &dyn FileSystem,
    settings: &Settings,
    sources: &Sources,
    threads: &Threads,
    found: Vec<Diagnostic>,
) -> Sifted {
    let (baseline, before) = (&settings.baseline, &settings.before);
    let mut sifted = Sifted::default();
    if baseline.is_none() && before.is_none() {
        sifted.found = found;
        return sifted;
    }
    let fingerprints = fingerprints(fs, settings, sources, threads, &found);
    let knows = |baseline: &Option<Baseline>, fingerprint: &Fingerprint| {
        let baseline = baseline.as_ref();
        baseline.is_some_and(|baseline| baseline.knows(fingerprint))
    };
    if let Some(baseline) = baseline {
        let met: std::collections::BTreeSet<&Fingerprint> = fingerprints.iter().collect();
        let gone = baseline.iter().filter(|(fingerprint, accepted)| {
            !met.contains(fingerprint)
                && was_read(settings, &accepted.path)
                && (settings.judge_pages || !check::needs_pages(&accepted.rule))
        });
        sifted.fixed = gone.map(|(_, accepted)| accepted.path.clone()).collect();
    }
    for (finding, fingerprint) in found.into_iter().zip(&fingerprints) {
        if knows(baseline, fingerprint) {
            sifted.known.push(finding);
        } else if !knows(before, fingerprint) {
            sifted.found.push(finding);
        }
    }
    sifted
}

/// All findings of a report as a baseline.
///
/// # Errors
/// When threads cannot be started.
pub fn baseline(
    fs: &dyn FileSystem,
    settings: &Settings,
    report: &Report,
) -> Result<Baseline, Failure> {
    let threads = Threads::start(settings.jobs)?;
    let found = &report.diagnostics;
    let fingerprints = fingerprints(fs, settings, &report.sources, &threads, found);
    let mut baseline = Baseline::default();
    for (finding, fingerprint) in found.iter().zip(fingerprints) {
        baseline.accept(fingerprint, finding, &report.sources);
    }
    Ok(baseline)
}

/// The fingerprints of findings in the order of reports.
fn fingerprints(
    fs: &dyn FileSystem,
    settings: &Settings,
    sources: &Sources,
    threads: &Threads,
    found: &[Diagnostic],
) -> Vec<Fingerprint> {
    // Equals are numbered within one file: files need not know of each other.
    let groups: Vec<&[Diagnostic]> = found.chunk_by(|a, b| a.file() == b.file()).collect();
    let of_group = |at: usize| {
        let group = groups[at];
        let bytes = group[0].file().and_then(|file| {
            let path = settings.place(sources.get(file).path.as_str());
            fs.read(&path, settings.limits.article_bytes).ok()
        });
        let text = bytes.as_deref().map(parse::decode);
        let lines = text.as_deref().map(LineIndex::new);
        let mut fingerprints = Fingerprints::new();
        let mut of = |finding| fingerprints.next(finding, sources, lines.as_ref());
        group.iter().map(&mut of).collect::<Vec<_>>()
    };
    let all = threads.map(groups.len(), of_group);
    all.into_iter().flatten().collect()
}

/// Whether a run under these settings looks at a path at all.
fn was_read(settings: &Settings, path: &str) -> bool {
    let locale = || LocaleId::parse(path.split_once('/')?.0);
    settings.only.is_empty() || locale().is_some_and(|locale| settings.only.contains(&locale))
}
