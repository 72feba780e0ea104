//! Any sequence of changes: after each, a build that remembers gives the very bytes and findings of one that does not.

use super::is_as_clean;
use super::site::{Chance, Site};

/// So many changes in the ordinary run, and with `POLYDOC_FULL` set.
const CHANGES: (usize, usize) = (24, 200);

#[test]
fn after_any_changes_the_site_is_that_of_a_clean_build() {
    let is_full = std::env::var_os("POLYDOC_FULL").is_some();
    let count = if is_full { CHANGES.1 } else { CHANGES.0 };
    let site = Site::new();
    let mut chance = Chance::new(7);
    is_as_clean(site.root(), "at first");
    let mut done = Vec::new();
    for number in 0..count {
        done.push(site.change(&mut chance, number));
        // Sometimes several changes come at once.
        if chance.below(4) > 0 {
            let from = done.len().saturating_sub(4);
            is_as_clean(
                site.root(),
                &format!("change {number}, after {:?}", &done[from..]),
            );
        }
    }
}
