//! Reads the project's own `templates/` and `locales/` and lays them over the built-in theme.

use std::collections::BTreeSet;
use std::path::Path;

use crate::config::Settings;
use crate::discover;
use crate::failure::Failure;
use crate::fs::{EntryKind, FileSystem};
use crate::l10n::messages::{Audit, Wanted};
use crate::l10n::{LocaleId, Locales, Pseudo};
use crate::model::{Oddity, OddityKind};
use crate::render;
use crate::theme::{self, ProjectTheme, Theme, ThemeFile};

/// Largest file of a theme, in bytes.
const LARGEST: u64 = 32 << 20;

/// The theme of a project.
pub(super) fn load(
    fs: &dyn FileSystem,
    settings: &Settings,
    locales: &Locales,
) -> Result<Theme, Failure> {
    complete(project(fs, settings)?, locales)
}

/// The theme with a project's own files.
pub(super) fn complete(project: ProjectTheme, locales: &Locales) -> Result<Theme, Failure> {
    Theme::load(project, locales, |tera, messages| {
        render::register(tera, messages, locales);
    })
}

/// The locales whose interface is in another language.
pub(super) fn borrowed_words(theme: &Theme, locales: &Locales) -> Vec<Oddity> {
    let gaps = theme.messages().gaps().into_iter();
    gaps.map(|gap| Oddity {
        kind: OddityKind::BorrowedWords(
            (!gap.is_whole).then_some(gap.missing),
            gap.stand_in.as_str().into(),
        ),
        path: locales.get(gap.locale).folder.as_ref().into(),
    })
    .collect()
}

/// How the words stand in some languages, or in all of the site's and of the project's own `locales/`.
///
/// # Errors
/// When the theme's files or the content folder cannot be read, or a file of the theme cannot be judged.
pub fn words(
    fs: &dyn FileSystem,
    settings: &Settings,
    only: &[LocaleId],
) -> Result<Audit, Failure> {
    let project = project(fs, settings)?;
    let mut ids: BTreeSet<LocaleId> = only.iter().cloned().collect();
    if ids.is_empty() {
        let found = discover::discover(fs, settings)?;
        ids.extend(found.locales.0.into_iter().map(|locale| locale.id));
        let folders = project.locales.iter();
        ids.extend(folders.filter_map(|file| LocaleId::parse(file.path.split_once('/')?.0)));
    }
    // Pseudo-languages are made of the English words whenever they are needed.
    ids.retain(|id| Pseudo::of(id.as_str()).is_none());
    let wanted = ids.into_iter().map(|id| Wanted {
        fallback: settings
            .locales
            .get(&id)
            .map_or_else(Vec::new, |options| options.fallback.clone()),
        id,
    });
    theme::audit(project, &wanted.collect::<Vec<_>>())
}

/// The project's own files.
pub(super) fn project(fs: &dyn FileSystem, settings: &Settings) -> Result<ProjectTheme, Failure> {
    let mut templates = files_below(fs, &settings.project.join("templates"))?;
    let appearance = &settings.appearance;
    for (name, image) in [
        (theme::LOGO, &appearance.logo),
        (theme::FAVICON, &appearance.favicon),
    ] {
        templates.extend(
            image
                .as_ref()
                .map(|image| own_image(fs, settings, name, image))
                .transpose()?,
        );
    }
    Ok(ProjectTheme {
        templates,
        locales: files_below(fs, &settings.project.join("locales"))?,
        style: appearance.style(),
    })
}

/// An image that the configuration names, as an asset of the theme.
fn own_image(
    fs: &dyn FileSystem,
    settings: &Settings,
    name: &str,
    image: &Path,
) -> Result<ThemeFile, Failure> {
    let path = settings.project.join(image);
    let bytes = fs.read(&path, LARGEST).map_err(|error| {
        Failure::configuration(format!("cannot read the image `{}`", path.display()))
            .cause(&error)
            .hint("see `logo` and `favicon` below `theme:` in `polydoc.yml`")
    })?;
    let extension = image.extension().and_then(|extension| extension.to_str());
    let extension = extension.unwrap_or("png").to_ascii_lowercase();
    Ok(ThemeFile {
        path: format!("assets/{name}{extension}"),
        bytes,
    })
}

/// Every file below a folder; none when there is no such folder. Hidden files and folders are no part of a theme.
fn files_below(fs: &dyn FileSystem, root: &Path) -> Result<Vec<ThemeFile>, Failure> {
    if !fs.exists(root) {
        return Ok(Vec::new());
    }
    let is_hidden = |path: &Path| {
        path.file_name()
            .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
    };
    let unreadable = |path: &Path, error: &dyn std::fmt::Display| {
        Failure::environment(format!("cannot read `{}`", path.display())).cause(error)
    };
    let mut files = Vec::new();
    for entry in fs
        .walk(root, &|folder| !is_hidden(folder))
        .map_err(|error| unreadable(root, &error))?
    {
        let entry = entry.map_err(|item| unreadable(&item.path, &item.error))?;
        if entry.kind != EntryKind::File || is_hidden(&entry.path) {
            continue;
        }
        let names = entry.path.strip_prefix(root).unwrap_or(&entry.path).iter();
        let names: Option<Vec<&str>> = names.map(|name| name.to_str()).collect();
        let path = names
            .ok_or_else(|| unreadable(&entry.path, &"its name is no valid UTF-8"))?
            .join("/");
        let bytes = fs
            .read(&entry.path, LARGEST)
            .map_err(|error| unreadable(&entry.path, &error))?;
        files.push(ThemeFile { path, bytes });
    }
    Ok(files)
}
