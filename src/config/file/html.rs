//! `html:` and `policy:` as written. What their texts must look like was compared with the table of keys before.

use serde::Deserialize;

use super::super::FileFilter;
use super::super::html::{HtmlSettings, PolicySettings};
use super::super::values::network;
use super::written::WrittenFiles;
use crate::model::HtmlLevel;

/// The shape that `serde_yaml` reads.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct WrittenPolicy {
    scripts: Vec<String>,
    styles: Vec<String>,
    frames: Vec<String>,
    connections: Vec<String>,
    forms: Vec<String>,
}

/// What is set about raw HTML.
pub(super) fn settings(
    level: Option<&String>,
    policy: WrittenPolicy,
    files: &[WrittenFiles],
    filters: &[FileFilter],
) -> HtmlSettings {
    let read = |word: &String| HtmlLevel::from_word(word);
    let layers = files.iter().zip(filters);
    let layers = layers.filter_map(|(written, filter)| {
        let level = written.html.as_ref().and_then(read)?;
        Some((filter.clone(), level))
    });
    let sources = |written: Vec<String>| {
        let sources = written.iter().filter_map(|text| network::source(text).ok());
        sources.collect()
    };
    HtmlSettings {
        level: level.and_then(read).unwrap_or_default(),
        layers: layers.collect(),
        policy: PolicySettings {
            scripts: sources(policy.scripts),
            styles: sources(policy.styles),
            frames: sources(policy.frames),
            connections: sources(policy.connections),
            forms: sources(policy.forms),
        },
    }
}
