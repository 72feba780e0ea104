//! Where the site lies that somebody means by a folder, or by files in it.
//!
//! In: absolute paths and a file system. Out: the folder of the project, its `polydoc.yml` if there is one, and the content
//! folder where no file names it. Settings are not read here.

use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::fs::{EntryKind, FileSystem};
use crate::l10n::{LocaleId, Locales};

use super::repository;

/// The names of the file of settings, in the order they are looked for.
const FILE_NAMES: [&str; 2] = ["polydoc.yml", "polydoc.yaml"];

/// A site that was found. All paths are absolute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Located {
    /// The folder that stands for the project.
    pub(super) project: PathBuf,
    /// Its file of settings.
    pub(super) file: Option<PathBuf>,
    /// The content folder, where no file can name it.
    pub(super) content: PathBuf,
}

/// The site that a folder is or holds.
pub(super) fn folder(fs: &dyn FileSystem, folder: &Path, shown: &Path) -> Result<Located, Failure> {
    if let Some(located) = project(fs, folder)? {
        return Ok(located);
    }
    let own = || Located {
        project: folder.to_owned(),
        file: None,
        content: folder.to_owned(),
    };
    if repository::is_repository(fs, folder) {
        return Ok(own());
    }
    let shown = shown.display();
    if !fs.exists(folder) {
        return Err(Failure::usage(format!("there is no folder `{shown}`"))
            .hint("check the spelling of the path"));
    }
    let unknown = |_: &LocaleId| false;
    let content = folder.join("content");
    for content in [folder.to_owned(), content] {
        if fs.exists(&content) && !locale_folders(fs, &content, unknown)?.is_empty() {
            return Ok(Located {
                project: folder.to_owned(),
                file: None,
                content,
            });
        }
    }
    if !repository::below(fs, folder).is_empty() {
        return Ok(own());
    }
    Err(Failure::usage(format!("`{shown}` holds no site"))
        .hint("looked there for `polydoc.yml`, for folders named after languages (`en`, `fr-FR`), for such folders in `content`, and for clones of repositories with a `docfx.json`")
        .hint("make a new site with `polydoc new NAME`"))
}

/// The project whose settings lie directly in a folder.
pub(super) fn project(fs: &dyn FileSystem, folder: &Path) -> Result<Option<Located>, Failure> {
    let files: Vec<PathBuf> = FILE_NAMES
        .iter()
        .map(|name| folder.join(name))
        .filter(|file| fs.exists(file))
        .collect();
    match &files[..] {
        [] => Ok(None),
        [file] => Ok(Some(with_file(file))),
        _ => Err(Failure::configuration(format!(
            "`{}` holds both `polydoc.yml` and `polydoc.yaml`",
            folder.display()
        ))
        .hint("keep one of the two")),
    }
}

/// The project of a file of settings.
pub(super) fn with_file(file: &Path) -> Located {
    let project = file.parent().unwrap_or(Path::new("/")).to_owned();
    Located {
        content: project.join("content"),
        project,
        file: Some(file.to_owned()),
    }
}

/// The sites that a path may belong to, the likeliest first: that of the nearest `polydoc.yml` above, then the one whose
/// language folder lies on the path.
pub(super) fn around(fs: &dyn FileSystem, path: &Path) -> Result<Vec<Located>, Failure> {
    let mut sites = Vec::new();
    for folder in path.ancestors() {
        if let Some(located) = project(fs, folder)? {
            sites.push(located);
            break;
        }
    }
    // A user called `de` or a chapter called `it` look like languages too: the folder with most languages in it wins.
    let mut best: Option<(usize, &Path)> = None;
    for folder in path.ancestors() {
        let name = folder.file_name().and_then(|name| name.to_str());
        let (Some(name), Some(parent)) = (name, folder.parent()) else {
            continue;
        };
        if Locales::names_locale(name, |_| false).is_some() {
            let languages =
                locale_folders(fs, parent, |_| false).map_or(0, |folders| folders.len());
            if best.is_none_or(|(most, _)| languages > most) {
                best = Some((languages, parent));
            }
        }
    }
    let repository = repository_around(fs, path);
    if let Some(folder) = &repository
        && folder
            .file_name()
            .and_then(|name| Locales::names_locale(name.to_str()?, |_| false))
            .is_none()
    {
        sites.push(Located {
            project: folder.clone(),
            file: None,
            content: folder.clone(),
        });
    }
    if let Some((1.., content)) = best {
        sites.push(Located {
            project: content.to_owned(),
            file: None,
            content: content.to_owned(),
        });
    }
    Ok(sites)
}

/// The repository that a path lies in: the folder with its main file, else the outermost with settings of a docset.
fn repository_around(fs: &dyn FileSystem, path: &Path) -> Option<PathBuf> {
    let folders = || {
        path.ancestors()
            .skip(1)
            .take_while(|folder| folder.parent().is_some())
    };
    let main = folders().find(|folder| fs.exists(&folder.join(repository::MAIN)));
    let found = main.or_else(|| {
        folders()
            .filter(|folder| repository::is_repository(fs, folder))
            .last()
    });
    found.map(Path::to_owned)
}

/// The names of the folders directly below `folder` that stand for languages.
pub(super) fn locale_folders(
    fs: &dyn FileSystem,
    folder: &Path,
    configured: impl Fn(&LocaleId) -> bool,
) -> Result<Vec<String>, Failure> {
    let entries = fs.walk(folder, &|_| false).map_err(|error| {
        Failure::environment(format!("cannot read the folder `{}`", folder.display())).cause(&error)
    })?;
    let folders = entries
        .into_iter()
        .flatten()
        .filter(|entry| entry.kind == EntryKind::Folder);
    let names = folders.filter_map(|entry| entry.path.file_name()?.to_str().map(str::to_owned));
    Ok(names
        .filter(|name| Locales::names_locale(name, &configured).is_some())
        .collect())
}
