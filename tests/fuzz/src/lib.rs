//! The targets of `tests/it/fuzzed`, for a fuzzer that follows the branches of the program.

#[path = "../../it/conformance/judge.rs"]
mod judge;
#[path = "../../it/fuzzed/targets/mod.rs"]
mod targets;

/// Where the targets look for the judge.
mod conformance {
    pub(crate) use crate::judge;
}

/// Feeds a target.
///
/// # Panics
/// When a promise does not hold.
pub fn feed(name: &str, bytes: &[u8]) {
    targets::feed(name, bytes);
}
