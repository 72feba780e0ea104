//! The levels of rules as written.

use std::collections::BTreeMap;

use super::super::{FileFilter, LevelLayer};
use super::written::WrittenFiles;
use crate::diagnostics::Level;

/// The levels of rules; their names were checked before.
pub(super) fn levels(written: BTreeMap<String, String>) -> BTreeMap<String, Level> {
    let level = |(name, word): (String, String)| Level::from_word(&word).map(|level| (name, level));
    written.into_iter().filter_map(level).collect()
}

/// The levels of the entries of `files:` that set some.
pub(super) fn level_layers(
    written: Vec<WrittenFiles>,
    filters: Vec<FileFilter>,
) -> Vec<LevelLayer> {
    let layers = written.into_iter().zip(filters);
    let layers = layers.map(|(written, filter)| LevelLayer {
        filter,
        rules: levels(written.rules),
    });
    layers.filter(|layer| !layer.rules.is_empty()).collect()
}
