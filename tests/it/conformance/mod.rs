//! The suites of others: `CommonMark`, GitHub's extensions, and what attackers write.

pub(crate) mod judge;
mod manual;
mod properties;
mod safety;
mod spec;

pub(crate) use judge::objection;
