//! The two folders inside the binary, `templates/` and `locales/`, and the project's own laid over them file by file.
//!
//! There is no list of files anywhere: what lies in a folder is in the theme. (Cargo notices a new folder only when this file
//! changes or is touched.)

use std::borrow::Cow;
use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

pub(super) use crate::l10n::messages::Maker;

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// A file of the project's own theme.
#[derive(Clone, Debug)]
pub struct ThemeFile {
    /// The path below `templates/` or `locales/`, `/` between names.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A file of the theme, wherever it comes from.
#[derive(Clone, Debug)]
pub(super) struct File {
    pub maker: Maker,
    pub bytes: Cow<'static, [u8]>,
}

/// The built-in templates and assets with the project's over them, by path.
pub(super) fn templates(project: Vec<ThemeFile>) -> BTreeMap<String, File> {
    let mut files: BTreeMap<String, File> = built_in(&TEMPLATES).collect();
    files.extend(project.into_iter().map(own));
    files
}

/// All message files, the built-in ones first: the project's lie over them message by message, so that a project can
/// change one word and still gets the words of later versions.
pub(super) fn messages(project: Vec<ThemeFile>) -> Vec<(String, File)> {
    let mut project: Vec<_> = project.into_iter().map(own).collect();
    project.sort_by(|(left, _), (right, _)| left.cmp(right));
    let mut files: Vec<_> = built_in(&LOCALES).collect();
    files.sort_by(|(left, _), (right, _)| left.cmp(right));
    files.into_iter().chain(project).collect()
}

/// The paths of all built-in files: those of templates as pages know them (`parts/footer.html`), those of words below
/// `locales/`.
pub fn built_in_paths() -> Vec<String> {
    let words = built_in(&LOCALES).map(|(path, _)| format!("locales/{path}"));
    let mut paths: Vec<String> = built_in(&TEMPLATES)
        .map(|(path, _)| path)
        .chain(words)
        .collect();
    paths.sort();
    paths
}

/// What a built-in file holds, by one of [`built_in_paths`].
pub fn built_in_file(path: &str) -> Option<&'static [u8]> {
    let file = match path.strip_prefix("locales/") {
        Some(words) => LOCALES.get_file(words),
        None => TEMPLATES.get_file(path),
    };
    file.map(include_dir::File::contents)
}

fn own(file: ThemeFile) -> (String, File) {
    (
        file.path,
        File {
            maker: Maker::Project,
            bytes: Cow::Owned(file.bytes),
        },
    )
}

fn built_in(folder: &'static Dir<'static>) -> Box<dyn Iterator<Item = (String, File)>> {
    let files = folder.files().filter_map(|file| {
        let path = file.path().to_str()?.replace('\\', "/");
        Some((
            path,
            File {
                maker: Maker::BuiltIn,
                bytes: Cow::Borrowed(file.contents()),
            },
        ))
    });
    Box::new(files.chain(folder.dirs().flat_map(built_in)))
}
