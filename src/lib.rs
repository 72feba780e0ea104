//! polydoc
pub mod failure;
pub mod source;
pub mod fs;
pub mod l10n;
pub mod diagnostics;
pub mod config;
pub mod model;
pub mod markup;
pub mod parse;
pub mod catalogue;
pub mod render;
