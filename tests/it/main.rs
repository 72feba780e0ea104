//! All integration tests in one binary, so that they link once.
//!
//! - `architecture`: the layers and the house's laws, read from the table in `src/lib.rs`
//! - `cases`: literate corner cases below `tests/cases`
//! - `cli`: the program as people run it
//! - `config`: the page about settings is current and right
//! - `generated`: pages that are made from code are current
//! - `l10n`: languages of real teams, and the words of the built-in theme
//! - `pages`: every example in the manual's reference does what the page says
//! - `theme`: the built-in theme's pages, and the laws its files keep

mod architecture;
mod cases;
mod cli;
mod config;
mod generated;
mod l10n;
mod pages;
mod support;
mod theme;
