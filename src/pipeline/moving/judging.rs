//! Whether a site is as sound after a renaming as before: both are judged, one of them in memory.

use std::collections::BTreeMap;

use crate::config::Settings;
use crate::diagnostics::Diagnostic;
use crate::failure::Failure;
use crate::fs::{FileSystem, Overlay};
use crate::publish::StageOptions;

use super::super::{Goal, Progress, Report, Silent, run};
use super::targets::Renaming;

/// Refuses a plan after which the site has a finding that it does not have now.
pub(super) fn judge(
    fs: &dyn FileSystem,
    overlay: &Overlay<'_>,
    settings: &Settings,
    renaming: &Renaming<'_>,
    progress: &dyn Progress,
) -> Result<(), Failure> {
    /// So many are told.
    const MOST: usize = 5;

    let stage = StageOptions::default();
    let mut known: BTreeMap<(&str, String), usize> = BTreeMap::new();
    let before = run(fs, settings, Goal::Check, &Silent, &stage)?;
    for finding in &before.diagnostics {
        let path = path_of(finding, &before);
        let path = renaming.moved(&path).unwrap_or(path);
        *known.entry((finding.rule.name, path)).or_default() += 1;
    }
    let after = run(overlay, settings, Goal::Check, progress, &stage)?;
    let new = after.diagnostics.iter().filter(|finding| {
        let key = (finding.rule.name, path_of(finding, &after));
        match known.get_mut(&key) {
            Some(count @ 1..) => {
                *count -= 1;
                false
            }
            _ => true,
        }
    });
    let new: Vec<String> = new
        .map(|finding| {
            format!(
                "{}: {}[{}]: {}",
                path_of(finding, &after),
                finding.severity.word(),
                finding.rule.name,
                finding.message
            )
        })
        .collect();
    if new.is_empty() {
        return Ok(());
    }
    let mut failure = Failure::usage(format!(
        "the site would have new findings, so nothing was changed:\n  {}",
        new[..new.len().min(MOST)].join("\n  ")
    ));
    if new.len() > MOST {
        failure = failure.hint(format!("there are {} more", new.len() - MOST));
    }
    Err(failure.hint("choose another name, or put right what stands in its way"))
}

/// The path that a finding is about; empty for the site as a whole.
fn path_of(finding: &Diagnostic, report: &Report) -> String {
    match (finding.file(), &finding.primary.path) {
        (Some(file), _) => report.sources.get(file).path.to_string(),
        (None, Some(path)) => path.to_string(),
        (None, None) => String::new(),
    }
}
