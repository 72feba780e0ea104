//! Real content: the sample and our own manual, in 2, 3 and 8 shares.

use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use super::{Tree, build_shares, equal, merge, run, tree};
use crate::corpus::sample_folders;
use crate::support::root;

/// Where a finding is and what it says.
fn findings(report: &str) -> Vec<String> {
    let report: Value = serde_json::from_str(report).expect("the report is JSON");
    let findings = report["diagnostics"].as_array().expect("it lists findings");
    assert!(report["summary"].is_object());
    findings.iter().map(ToString::to_string).collect()
}

fn holds_for(project: &Path, whole: &Tree, report: &str, code: i32) {
    let mut wanted = findings(report);
    wanted.sort();
    for of in [2, 3, 8] {
        let place = TempDir::new().unwrap();
        let shares = build_shares(project, place.path(), of, &["--format", "json"]);
        let mut told: Vec<String> = Vec::new();
        for share in &shares {
            let own = findings(&share.out);
            let has_error = own
                .iter()
                .any(|finding| finding.contains(r#""severity":"error""#));
            assert_eq!(share.code, i32::from(has_error), "{}", share.errors);
            told.extend(own);
        }
        told.sort();
        assert!(told == wanted, "each finding is told by one of {of} shares");
        let merged = merge(place.path(), of, &[]);
        assert_eq!(
            (merged.code, merged.errors.as_str()),
            (code, ""),
            "{of} shares"
        );
        equal(&tree(&place.path().join("site")), whole);
    }
}

#[test]
fn the_sample_in_shares_is_the_sample() {
    let Some((content, output)) = sample_folders() else {
        return;
    };
    let project = content.parent().unwrap();
    let again = run(project, &["check", "--format", "json"]);
    holds_for(project, &tree(&output), &again.out, 1);
}

#[test]
fn our_manual_in_shares_is_our_manual() {
    let place = TempDir::new().unwrap();
    let site = place.path().join("whole");
    let site = site.to_str().unwrap();
    let whole = run(root(), &["build", "--output", site, "--format", "json"]);
    assert_eq!(whole.code, 0, "{}", whole.errors);
    holds_for(root(), &tree(Path::new(site)), &whole.out, 0);
}
