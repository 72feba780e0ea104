//! Literate corner cases below `tests/cases`, by feature, in the format of the manual's rule pages.

use crate::pages::run;
use crate::support::{files_below, root};

#[test]
fn every_case_does_what_its_page_says() {
    let pages = files_below(&root().join("tests/cases"), ".md");
    assert!(!pages.is_empty(), "there are cases");
    run(&pages);
}
