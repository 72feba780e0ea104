//! Corpora and suites that lie beside the repository, never in it. Where they are absent their tests pass with a word
//! about it; in continuous integration (`CI=true`) they fail, so that nobody loses them unnoticed.

use std::path::{Path, PathBuf};

/// The path of something in the shared folder (`POLYDOC_SHARED`, else `../shared`); `None`, having said so, when it is absent.
pub(crate) fn shared(name: &str) -> Option<PathBuf> {
    let base = std::env::var_os("POLYDOC_SHARED").map(PathBuf::from);
    let base = base.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"));
    let path = base.join(name);
    if path.exists() {
        return Some(path);
    }
    assert!(
        std::env::var("CI").as_deref() != Ok("true"),
        "no corpus: `{name}` is absent from the shared folder"
    );
    println!("skipped: no corpus (`{name}`)");
    None
}
