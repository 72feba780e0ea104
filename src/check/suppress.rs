//! Sets findings apart that their authors allow, and says which allowances are not needed.
//!
//! In: findings, and the [`Allowance`]s that parsing found. Out: [`Judged`]. What is allowed is kept with its reason, so that
//! reports can tell it; nothing disappears.

use std::collections::BTreeMap;

use crate::config::Settings;
use crate::diagnostics::{Diagnostic, FileLevels, Level, Rule};
use crate::model::{Allowance, Site};
use crate::source::{FileId, Span};

use super::context::SuppressionContext;
use super::rules::Check;

/// A finding that its author allows.
#[derive(Clone, Debug)]
pub struct Suppressed {
    /// What was found.
    pub finding: Diagnostic,
    /// Why it is allowed, when that is said.
    pub reason: Option<Box<str>>,
    /// Where it is allowed.
    pub place: Span,
}

/// Findings, those that are allowed set apart. Both in the order of reports.
#[derive(Debug, Default)]
pub struct Judged {
    /// What is to be reported.
    pub found: Vec<Diagnostic>,
    /// What its authors allow.
    pub suppressed: Vec<Suppressed>,
}

/// The allowances of a file, and whether each met a finding.
struct Allowances<'s> {
    all: &'s [Allowance],
    used: Vec<bool>,
}

/// Sets apart what is allowed and adds what is wrong with allowances. All findings of the site are needed at once: an
/// allowance is unused only when no rule met it.
pub fn suppress(
    found: Vec<Diagnostic>,
    site: &Site,
    settings: &Settings,
    levels: &FileLevels,
) -> Judged {
    let mut by_file: BTreeMap<FileId, Allowances<'_>> = BTreeMap::new();
    for article in &site.articles {
        let all = &*article.document.allowances;
        if !all.is_empty() {
            let used = vec![false; all.len()];
            by_file.insert(article.file, Allowances { all, used });
        }
    }
    for (file, document) in site.included() {
        let all = &*document.allowances;
        if !all.is_empty() {
            let used = vec![false; all.len()];
            by_file.insert(file, Allowances { all, used });
        }
    }
    if by_file.is_empty() {
        return Judged {
            found,
            suppressed: Vec::new(),
        };
    }
    let mut judged = Judged::default();
    for finding in found {
        let span = finding.primary.span;
        let allowed = span.and_then(|span| by_file.get_mut(&span.file)?.meet(span, finding.rule));
        match (allowed, span) {
            (Some(allowance), Some(span)) => judged.suppressed.push(Suppressed {
                finding,
                reason: allowance.reason.clone(),
                place: Span {
                    file: span.file,
                    range: allowance.rule.range,
                },
            }),
            _ => judged.found.push(finding),
        }
    }
    for (file, Allowances { all, used }) in by_file {
        let unused = all.iter().zip(used).filter(|(_, used)| !used);
        let unused: Vec<&Allowance> = unused
            .map(|(allowance, _)| allowance)
            .filter(|allowance| looked_for(allowance, file, settings, levels))
            .collect();
        let context = SuppressionContext {
            file,
            unused: &unused,
        };
        let here = levels.in_file(file);
        let is_on = |rule: &Rule| here.of(rule).level != Level::Off;
        judged
            .found
            .extend(super::run(levels, is_on, |check, sink| {
                if let Check::Suppressions(check) = check {
                    check(&context, sink);
                }
            }));
    }
    super::sort(&mut judged.found);
    judged
}

/// Whether the rule of an allowance exists and was at work in the file: otherwise nobody knows what it would have found.
fn looked_for(
    allowance: &Allowance,
    file: FileId,
    settings: &Settings,
    levels: &FileLevels,
) -> bool {
    let name = &*allowance.rule.value;
    let is_on = |rule| levels.in_file(file).of(rule).level != Level::Off;
    super::rule(name).is_some_and(is_on) && (settings.judge_pages || !super::needs_pages(name))
}

impl<'s> Allowances<'s> {
    /// The allowance that a finding meets, one with a reason if there are several. All that it meets are used.
    fn meet(&mut self, span: Span, rule: &Rule) -> Option<&'s Allowance> {
        let at = span.range.start;
        let holds = |allowance: &Allowance| {
            let within = allowance.within;
            *allowance.rule.value == *rule.name
                && within.is_none_or(|range| (range.start..=range.end).contains(&at))
        };
        let mut best: Option<&Allowance> = None;
        for (allowance, used) in self.all.iter().zip(&mut self.used) {
            if holds(allowance) {
                *used = true;
                if best.is_none_or(|best| best.reason.is_none() && allowance.reason.is_some()) {
                    best = Some(allowance);
                }
            }
        }
        best
    }
}
