//! Step 1: find the sources. A folder goes in; every file that matters comes out, sorted, with its kind and locale.
//!
//! Nothing is read here but names, sizes and times. What is left out is returned as [`Oddity`] facts, so that nothing
//! disappears silently.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crate::config::Settings;
use crate::failure::Failure;
use crate::fs::{EntryKind, FileSystem};
use crate::l10n::{LocaleId, LocaleOptions, Locales, Pseudo};
use crate::model::{Oddity, OddityKind};
use crate::source::{SitePath, Source, Sources, Stamp};

mod classify;

/// What was found below the content folder.
#[derive(Debug)]
pub struct Discovery {
    /// Every file that may be read or published, sorted by path.
    pub sources: Sources,
    /// Every folder that was looked into, those that everything lies in included.
    pub folders: Vec<PathBuf>,
    /// The languages, sorted by tag.
    pub locales: Locales,
    /// What was left out and why.
    pub oddities: Vec<Oddity>,
}

/// Walks the content folder.
///
/// # Errors
/// When the content folder cannot be read, or a locale that was asked for does not exist.
pub fn discover(fs: &dyn FileSystem, settings: &Settings) -> Result<Discovery, Failure> {
    let root = settings.content.as_path();
    let mut walk = Walk::default();
    if !settings.layout.replaces_content {
        walk.folder(fs, settings, "", root)?;
    }
    for root in &settings.layout.roots {
        walk.folder(fs, settings, &root.at, &root.folder)?;
    }
    walk.beside(fs, settings);
    let Walk {
        mut found,
        folders: looked_into,
        mut oddities,
    } = walk;
    found.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    // What lies in a folder and stands there by another name too is one file.
    found.dedup_by(|a, b| a.0 == b.0);

    let folders = locale_folders(found.iter().map(|(path, _)| path.as_str()), settings);
    let wanted = folders
        .iter()
        .filter(|(_, tag)| settings.only.is_empty() || settings.only.contains(tag));
    let wanted: Vec<&str> = wanted.map(|(folder, _)| *folder).collect();
    let locales = Locales::build(wanted.iter().copied(), &options(settings, &folders));
    reject_missing(settings, &folders, root)?;

    let mut outside: BTreeMap<&str, u32> = BTreeMap::new();
    let mut files = Vec::with_capacity(found.len());
    for (path, stamp) in &found {
        let top = path.split_once('/').map(|(top, _)| top);
        let tag = top.and_then(|top| folders.get(top));
        let locale = tag.and_then(|tag| locales.position(tag));
        if tag.is_some() && locale.is_none() {
            continue; // a locale that was not asked for
        }
        match classify::kind(path, locale.is_some(), settings) {
            Some(kind) => files.push(Source {
                path: SitePath::new(path.as_str()),
                kind,
                locale,
                stamp: *stamp,
            }),
            None if locale.is_none() && classify::is_markdown(path) => {
                if let Some(top) = top {
                    *outside.entry(top).or_default() += 1;
                }
            }
            None => {}
        }
    }
    oddities.extend(outside.into_iter().map(|(top, count)| Oddity {
        kind: OddityKind::NoLocale(count),
        path: top.into(),
    }));
    oddities.sort();
    Ok(Discovery {
        sources: Sources { files },
        folders: looked_into,
        locales,
        oddities,
    })
}

/// What walking found.
#[derive(Default)]
struct Walk {
    found: Vec<(String, Stamp)>,
    folders: Vec<PathBuf>,
    oddities: Vec<Oddity>,
}

impl Walk {
    /// Everything below a folder, which stands in the site at a path: empty for the content folder.
    fn folder(
        &mut self,
        fs: &dyn FileSystem,
        settings: &Settings,
        at: &str,
        root: &Path,
    ) -> Result<(), Failure> {
        let is_own = |folder: &Path| {
            let same = |other: &Path| bare(other) == bare(folder);
            same(&settings.output) || settings.layout.roots.iter().any(|root| same(&root.folder))
        };
        let enter = |folder: &Path| !is_own(folder) && !classify::is_ignored_folder(folder);
        let walked = fs.walk(root, &enter).map_err(|error| {
            Failure::environment(format!(
                "cannot read the content folder `{}`",
                root.display()
            ))
            .cause(&error)
            .hint("name the folder that holds the locale folders: `polydoc build DIR`")
        })?;
        let below = |path: &Path| {
            let standing = |path: String| {
                if at.is_empty() {
                    path
                } else {
                    format!("{at}/{path}")
                }
            };
            match below(root, path) {
                Ok(path) => Ok(standing(path)),
                Err(path) => Err(standing(path.into()).into_boxed_str()),
            }
        };
        self.folders.push(root.to_owned());
        for item in walked {
            let (kind, path) = match item {
                Ok(entry) => match (below(&entry.path), entry.kind) {
                    (_, EntryKind::Folder) => {
                        if enter(&entry.path) {
                            self.folders.push(entry.path);
                        }
                        continue;
                    }
                    (Ok(path), EntryKind::File) => {
                        self.found.push((path, entry.stamp));
                        continue;
                    }
                    (Ok(path), EntryKind::Link) => (OddityKind::Link, path.into()),
                    (Ok(path), EntryKind::Other) => (OddityKind::Special, path.into()),
                    (Err(path), _) => (OddityKind::NotUtf8, path),
                },
                Err(unreadable) => {
                    let kind = OddityKind::Unreadable(unreadable.error.to_string().into());
                    (
                        kind,
                        below(&unreadable.path).map_or_else(|path| path, Into::into),
                    )
                }
            };
            self.oddities.push(Oddity { kind, path });
        }
        Ok(())
    }
}

impl Walk {
    /// The files beside the content that findings may lie in; one that is gone is passed over.
    fn beside(&mut self, fs: &dyn FileSystem, settings: &Settings) {
        for (path, place) in &settings.layout.beside {
            let folder = place
                .parent()
                .filter(|folder| !folder.as_os_str().is_empty());
            let folder = folder.unwrap_or(Path::new("."));
            let entries = fs.walk(folder, &|_| false).unwrap_or_default();
            let mut entries = entries.into_iter().flatten();
            let found = entries.find(|entry| bare(&entry.path) == bare(place));
            if let Some(entry) = found.filter(|entry| entry.kind == EntryKind::File) {
                self.found.push((path.to_string(), entry.stamp));
            }
        }
    }
}

/// A path without `./` in front.
fn bare(path: &Path) -> &Path {
    path.strip_prefix(".").unwrap_or(path)
}

/// The path below the content folder, `/`-separated; `Err` holds what can be shown of a name that is no UTF-8.
fn below(root: &Path, path: &Path) -> Result<String, Box<str>> {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let names = relative
        .components()
        .filter_map(|component| match component {
            Component::Normal(name) => Some(name),
            _ => None,
        });
    let mut text = String::new();
    let mut valid = true;
    for name in names {
        if !text.is_empty() {
            text.push('/');
        }
        valid &= name.to_str().is_some();
        text.push_str(&name.to_string_lossy());
    }
    if valid { Ok(text) } else { Err(text.into()) }
}

/// Top folders that are locales, with their tags.
fn locale_folders<'p>(
    paths: impl Iterator<Item = &'p str>,
    settings: &Settings,
) -> BTreeMap<&'p str, LocaleId> {
    let mut tops: Vec<&str> = paths
        .filter_map(|path| path.split_once('/').map(|(top, _)| top))
        .collect();
    tops.dedup();
    let known = |top: &'p str| Some((top, classify::locale_of(top, settings)?));
    let mut folders: BTreeMap<&str, LocaleId> = tops.into_iter().filter_map(known).collect();
    for pseudo in Pseudo::ALL.into_iter().filter(|_| settings.pseudo) {
        let id = LocaleId::parse(pseudo.tag()).expect("pseudo-languages have tags");
        if !folders.values().any(|there| *there == id) {
            folders.insert(pseudo.folder(), id);
        }
    }
    folders
}

/// What is set for each locale. A pseudo-language without a chain of its own shows the articles of the source language and, for
/// what is not there, those of any other.
fn options(
    settings: &Settings,
    folders: &BTreeMap<&str, LocaleId>,
) -> BTreeMap<LocaleId, LocaleOptions> {
    let mut options = settings.locales.clone();
    let is_pseudo = |id: &&LocaleId| Pseudo::of(id.as_str()).is_some();
    let others = folders.values().filter(|id| !is_pseudo(id));
    let chain: Vec<LocaleId> = settings
        .source_locale
        .iter()
        .chain(others)
        .cloned()
        .collect();
    for id in folders.values().filter(is_pseudo) {
        let own = options.entry(id.clone()).or_default();
        if own.fallback.is_empty() {
            own.fallback.clone_from(&chain);
        }
    }
    options
}

fn reject_missing(
    settings: &Settings,
    folders: &BTreeMap<&str, LocaleId>,
    root: &Path,
) -> Result<(), Failure> {
    let is_there = |tag: &LocaleId| folders.values().any(|there| there == tag);
    let Some(missing) = settings.only.iter().find(|tag| !is_there(tag)) else {
        return Ok(());
    };
    let mut there: Vec<&str> = folders.values().map(LocaleId::as_str).collect();
    there.dedup();
    let failure = Failure::usage(format!("no locale `{missing}` in `{}`", root.display()));
    Err(if there.is_empty() {
        failure
    } else {
        failure.hint(format!("these are there: {}", there.join(", ")))
    })
}
