//! `rules:` of docfx: the levels that a repository gives to what docfx finds, for the rules here that say the same.

use crate::config::layout::joined;
use crate::config::levels::LevelLayer;
use crate::config::yaml::{Node, NodeKind};
use crate::config::{FileFilter, values};
use crate::diagnostics::{Level, docfx};
use crate::source::TextRange;

use super::docfx::Place;
use super::files::{File, Files};

/// Reads the levels. A code that no rule here stands for alone is told.
pub(super) fn read(
    files: &mut Files<'_>,
    file: &File,
    build: &Node,
    place: &Place<'_>,
) -> Vec<LevelLayer> {
    let mut layers = Vec::new();
    for entry in build.get("rules").map_or(&[][..], Node::entries) {
        let code = entry.key.as_str();
        let meant = docfx::rules(code).filter(|rule| docfx::codes(rule).first() == Some(&code));
        let meant: Vec<&str> = meant.collect();
        if meant.is_empty() {
            let message = format!("no rule stands for `{code}` alone, so its level is not set");
            files.unknown(&file.path, entry.key_range, message);
            continue;
        }
        let is_map = matches!(entry.value.kind, NodeKind::Map(_));
        let word = if is_map {
            files.keys(
                &file.path,
                &entry.value,
                &["severity", "exclude"],
                &["name", "description", "contentTypes"],
            );
            entry.value.get("severity")
        } else {
            Some(&entry.value)
        };
        let excluded = entry.value.get("exclude").filter(|_| is_map);
        let excluded = excluded
            .map(|node| files.texts(&file.path, node))
            .unwrap_or_default();
        if let Some(node) = word {
            match level(node) {
                Some(level) => layers.push(layer(&[joined(&[place.root, "**"])], &meant, level)),
                None => files.malformed(
                    &file.path,
                    node.range,
                    format!("`{code}` has no level that is known"),
                    "write `error`, `warning`, `suggestion`, `info` or `off`",
                ),
            }
        }
        if !excluded.is_empty() {
            let globs: Vec<String> = excluded
                .iter()
                .map(|(glob, _): &(&str, TextRange)| {
                    joined(&[place.root, glob.trim_start_matches("./")])
                })
                .collect();
            layers.push(layer(&globs, &meant, Level::Off));
        }
    }
    layers
}

fn layer(globs: &[String], rules: &[&str], level: Level) -> LevelLayer {
    let mut set = globset::GlobSetBuilder::new();
    for glob in globs.iter().filter_map(|glob| values::glob(glob).ok()) {
        set.add(glob);
    }
    LevelLayer {
        filter: FileFilter {
            globs: set.build().ok(),
            locales: Vec::new(),
        },
        rules: rules
            .iter()
            .map(|rule| ((*rule).to_owned(), level))
            .collect(),
    }
}

fn level(node: &Node) -> Option<Level> {
    let NodeKind::Scalar { text, .. } = &node.kind else {
        return None;
    };
    match text.to_ascii_lowercase().as_str() {
        "error" => Some(Level::Error),
        "warning" => Some(Level::Warning),
        "suggestion" | "info" => Some(Level::Info),
        "off" | "hidden" | "false" => Some(Level::Off),
        _ => None,
    }
}
