//! All integration tests in one binary, so that they link once.
//!
//! - `architecture`: the layers and the house's laws, read from the table in `src/lib.rs`
//! - `cases`: literate corner cases below `tests/cases`
//! - `generated`: pages that are made from code are current
//! - `pages`: every example in the manual's reference does what the page says

mod architecture;
mod cases;
mod generated;
mod pages;
mod support;
