//! Clones of a publishing system's repositories are built as they are.

mod built;
mod clones;
mod places;
mod suite;
mod tables;
