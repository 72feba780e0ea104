//! Once per target: what many places of a repository name and is not there is told at the first of them, with the others beside it.
//!
//! A clone is often a part of what is published: an include, an image or a uid that is missing is missing for all who name it.
//! In: findings in the order of reports. Out: the same findings, those of one target as one.

use std::collections::{BTreeMap, HashMap};

use crate::diagnostics::{Diagnostic, Note};
use crate::source::Sources;

/// The rules whose findings are about a target that is not there.
const ABOUT_TARGETS: [&str; 4] = [
    "broken-image",
    "broken-include",
    "broken-link",
    "unknown-uid",
];

/// After so many other places the rest is counted.
const MOST_PLACES: usize = 10;

/// Joins the findings that are about the same target.
pub fn once_per_target(found: Vec<Diagnostic>, sources: &Sources) -> Vec<Diagnostic> {
    let mut first: HashMap<(&'static str, String, String), usize> = HashMap::new();
    let mut joined: Vec<Diagnostic> = Vec::with_capacity(found.len());
    let mut more: BTreeMap<usize, usize> = BTreeMap::new();
    for finding in found {
        // What can be mended is mended at each place.
        let is_meant = ABOUT_TARGETS.contains(&finding.rule.name) && finding.fix.is_none();
        let file = finding.file().filter(|_| is_meant);
        let Some(file) = file else {
            joined.push(finding);
            continue;
        };
        // A relative path means the same in one folder only; others say what they mean by themselves.
        let path = &sources.get(file).path;
        let is_whole = finding.rule.name == "unknown-uid" || finding.message.contains("`~/");
        let folder = if is_whole {
            path.as_str().split('/').next().unwrap_or_default()
        } else {
            path.folder()
        };
        let key = (
            finding.rule.name,
            finding.message.clone(),
            folder.to_owned(),
        );
        let Some(&at) = first.get(&key) else {
            first.insert(key, joined.len());
            joined.push(finding);
            continue;
        };
        *more.entry(at).or_default() += 1;
        let related = &mut joined[at].related;
        if related.len() < MOST_PLACES {
            let mut label = finding.primary;
            "named here too".clone_into(&mut label.text);
            related.push(label);
        }
    }
    for (at, count) in more {
        let places = if count == 1 { "place" } else { "places" };
        joined[at]
            .notes
            .push(Note::Note(format!("{count} more {places} name it")));
    }
    joined
}
