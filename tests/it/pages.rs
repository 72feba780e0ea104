//! Every example of the manual's reference does what its page says. `UPDATE=1 cargo test` writes expected blocks anew.

use std::fs;
use std::path::{Path, PathBuf};

use polydoc::check;

use crate::support::literate::{self, Case, Expected};
use crate::support::{Project, files_below, root, snapshot};

#[test]
fn every_example_of_the_reference_does_what_its_page_says() {
    run(&files_below(&root().join("content/en-US/reference"), ".md"));
}

#[test]
fn every_rule_is_found_by_the_example_of_its_own_page() {
    for rule in check::rules() {
        let cases = literate::cases(rule.page);
        let texts = cases
            .iter()
            .flat_map(|case| &case.expectations)
            .map(|it| &rule.page[it.range.clone()]);
        let marker = format!("[{}]", rule.name);
        assert!(
            texts.into_iter().any(|text| text.contains(&marker)),
            "the page of `{}` does not show it",
            rule.name
        );
    }
}

/// Runs all cases of some pages, and says of all failures at once.
pub(crate) fn run(pages: &[PathBuf]) {
    let failures: Vec<String> = pages
        .iter()
        .filter_map(|page| run_page(page).err())
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

fn run_page(path: &Path) -> Result<(), String> {
    let page = fs::read_to_string(path).unwrap();
    let mut current = page.clone();
    let cases = literate::cases(&page);
    // From the end, so that ranges in front stay true.
    for case in cases.iter().rev() {
        for expectation in case.expectations.iter().rev() {
            let actual = actual(case, &expectation.of);
            current.replace_range(expectation.range.clone(), &actual);
        }
    }
    snapshot::check(path, &current)
}

fn actual(case: &Case, expected: &Expected) -> String {
    let project = Project::of_case(case);
    let mut actual = match expected {
        Expected::Diagnostics => project.check(),
        Expected::Rendered => project.check_rendered(),
        Expected::Fixed(path, least) => project.fixed(path, *least),
        Expected::Page(page) => project.main_of(page),
    };
    if !actual.is_empty() && !actual.ends_with('\n') {
        actual.push('\n');
    }
    actual
}
