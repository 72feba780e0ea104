//! What tests share: sites in a string, literate pages, snapshots, and the corpora beside the repository.

// Modules of this binary use different parts.
#![allow(dead_code, reason = "each test module uses a part of this")]

use std::path::{Path, PathBuf};

pub(crate) mod limited;
pub(crate) mod literate;
pub(crate) mod project;
pub(crate) mod shared;
pub(crate) mod snapshot;

pub(crate) use project::Project;

/// The repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A page must hold a piece.
#[track_caller]
pub(crate) fn has(html: &str, piece: &str) {
    assert!(html.contains(piece), "no `{piece}` in\n{html}");
}

/// A page must not hold a piece.
#[track_caller]
pub(crate) fn lacks(html: &str, piece: &str) {
    assert!(!html.contains(piece), "`{piece}` in\n{html}");
}

/// Every file below a folder whose name ends so, sorted.
pub(crate) fn files_below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry.expect("a folder's entries can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_str().is_some_and(|name| name.ends_with(ending)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
