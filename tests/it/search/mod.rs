//! The search as readers get it: what the theme's script finds is what `polydoc search` finds, in every language.

mod node;
mod parity;
mod phrases;
mod stability;
mod stems;

use std::collections::BTreeMap;

use polydoc::search::Asked;

/// A query from its first result on, without filters, with pages that stand in.
fn asked(query: &str, limit: usize) -> Asked<'_> {
    Asked {
        query,
        limit,
        offset: 0,
        filters: BTreeMap::new(),
        fallback: true,
    }
}
