//! Makes fixes until nothing is left to be made: the content is judged, fixed in memory, and judged again as it would then be.
//!
//! Nothing is written here; the caller gets what each file is to become, and what it was, so that it can tell whether somebody
//! else has changed it meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::config::{Asking, Settings};
use crate::diagnostics::fix::{self, Fate};
use crate::diagnostics::{Applicability, Diagnostic, Fix};
use crate::failure::Failure;
use crate::fs::{FileSystem, Overlay};
use crate::publish::StageOptions;
use crate::source::{ContentHash, FileId, SitePath, Sources};

use super::{Goal, Progress, Report, run};

/// Most times that the content is judged. Fixes that wait for others need a few; a number without end would mean that two rules
/// contradict each other.
const MOST_ROUNDS: usize = 12;

/// Which fixes are made.
pub struct Wishes<'w> {
    /// The least certain ones that are made.
    pub least: Applicability,
    /// Whether the fix of a finding is wanted.
    pub wants: &'w dyn Fn(&Diagnostic, &Sources) -> bool,
}

/// A file that fixes change.
#[derive(Debug)]
pub struct FixedFile {
    /// Where it lies on disk.
    pub file: PathBuf,
    /// Where it lies below the content folder.
    pub path: SitePath,
    /// Its bytes as they were.
    pub before: Vec<u8>,
    /// Its bytes as they are to be.
    pub after: Vec<u8>,
    /// How many findings of each rule were fixed.
    pub rules: BTreeMap<&'static str, usize>,
}

/// What fixes come to.
#[derive(Debug)]
pub struct Mended {
    /// The files that change, in the order of their paths.
    pub files: Vec<FixedFile>,
    /// What is found once they have changed.
    pub report: Report,
    /// Whether rules would go on changing each other's work.
    pub is_unsettled: bool,
}

/// Works out what fixes make of the content.
///
/// # Errors
/// When the surroundings are wrong, or a file changes while it is looked at.
pub fn mend(
    fs: &dyn FileSystem,
    settings: &Settings,
    wishes: &Wishes<'_>,
    progress: &dyn Progress,
) -> Result<Mended, Failure> {
    let mut overlay = Overlay::new(fs);
    let mut files: BTreeMap<SitePath, FixedFile> = BTreeMap::new();
    // Texts that files have had: one that comes back is left as it is.
    let mut seen: BTreeSet<(SitePath, ContentHash)> = BTreeSet::new();
    let mut rounds = 0;
    let stage = StageOptions::default();
    let mut settings = settings.clone();
    loop {
        let report = run(&overlay, &settings, Goal::Check, progress, &stage)?;
        rounds += 1;
        // Other sites were asked; whatever the fixes make of the links, they are not asked again.
        if settings.external.asking == Asking::On {
            settings.external.asking = Asking::Offline;
        }
        let wanted = wanted(&report, wishes);
        let mut is_changed = false;
        for (file, found) in &wanted {
            if rounds == MOST_ROUNDS {
                break;
            }
            let path = &report.sources.get(*file).path;
            let place = settings.place(path.as_str());
            let bytes = overlay.read(&place, settings.limits.article_bytes);
            let bytes = bytes.map_err(|error| {
                let message = format!("cannot read `{}`", place.display());
                Failure::environment(message).cause(&error)
            })?;
            let hash = ContentHash::of(&bytes);
            if report
                .hashes
                .get(file)
                .is_some_and(|judged| *judged != hash)
            {
                let message = format!("`{path}` changed while it was looked at");
                return Err(
                    Failure::changed(message).hint("nothing was written; run polydoc again")
                );
            }
            // Places count in a text in which broken bytes are replaced.
            let Ok(text) = std::str::from_utf8(&bytes) else {
                continue;
            };
            let fixes: Vec<&Fix> = found.iter().map(|(_, fix)| *fix).collect();
            let fixed = fix::apply(text, &fixes);
            seen.insert((path.clone(), hash));
            let new = (path.clone(), ContentHash::of(fixed.text.as_bytes()));
            if fixed.text == text || seen.contains(&new) {
                continue;
            }
            is_changed = true;
            let after = fixed.text.into_bytes();
            overlay.put(&place, after.clone());
            let entry = files.entry(path.clone()).or_insert_with(|| FixedFile {
                file: place,
                path: path.clone(),
                before: bytes,
                after: Vec::new(),
                rules: BTreeMap::new(),
            });
            entry.after = after;
            for ((rule, _), fate) in found.iter().zip(fixed.fates) {
                if fate == Fate::Done {
                    *entry.rules.entry(rule).or_default() += 1;
                }
            }
        }
        if !is_changed {
            let is_unsettled = rounds == MOST_ROUNDS && !wanted.is_empty();
            let files = files.into_values().filter(|file| file.before != file.after);
            return Ok(Mended {
                files: files.collect(),
                report,
                is_unsettled,
            });
        }
    }
}

/// The fixes to be made, by file, with the rules that offer them.
fn wanted<'r>(
    report: &'r Report,
    wishes: &Wishes<'_>,
) -> BTreeMap<FileId, Vec<(&'static str, &'r Fix)>> {
    let mut wanted: BTreeMap<FileId, Vec<_>> = BTreeMap::new();
    for finding in &report.diagnostics {
        if let (Some(file), Some(fix)) = (finding.file(), &finding.fix)
            && fix.applicability <= wishes.least
            && (wishes.wants)(finding, &report.sources)
        {
            wanted
                .entry(file)
                .or_default()
                .push((finding.rule.name, fix));
        }
    }
    wanted
}
