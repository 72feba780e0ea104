//! What makes a message unusable: names that lead nowhere, in circles, or to variables that nobody gives.

use std::ops::Range;

use super::MessageFile;
use super::finding::{Finding, Kind};
use super::problem::Problem;
use super::read::{self, Entries};

/// Names that lead nowhere, in circles, or to variables that nobody gives.
pub(super) fn judge(
    files: &[MessageFile],
    entries: &Entries<'_>,
    reference: Option<&Entries<'_>>,
    findings: &mut Vec<Finding>,
) {
    for (name, named) in entries {
        let file = &files[named.file];
        let mut report = |kind, place: &Range<usize>, message: String, hint: Option<String>| {
            let mut problem = Problem::new(&file.path, &file.text, place.clone(), message);
            problem.hint = hint;
            findings.push(Finding::new(kind, &file.locale, problem).about(name));
        };
        for (target, place) in &named.references {
            if !entries.contains_key(target) {
                let kind = if target.starts_with('-') {
                    "term"
                } else {
                    "message"
                };
                report(
                    Kind::Reference,
                    place,
                    format!("no {kind} `{target}` in {}", file.locale),
                    None,
                );
            }
        }
        if read::is_circular(entries, name) {
            let message = format!("`{name}` shows itself");
            report(Kind::Reference, &named.place, message, None);
        }
        let Some(reference) = reference.filter(|reference| reference.contains_key(name)) else {
            continue;
        };
        let known = read::variables(reference, name);
        for (variable, place) in &named.variables {
            if !known.contains(variable) {
                let given: Vec<String> = known.iter().map(|name| format!("`${name}`")).collect();
                let hint = match &given[..] {
                    [] => "write the words alone: this message gets no variable".to_owned(),
                    _ => format!("use {}", given.join(" or ")),
                };
                let message = format!("unknown variable `${variable}`");
                report(Kind::Variables, place, message, Some(hint));
            }
        }
    }
}
