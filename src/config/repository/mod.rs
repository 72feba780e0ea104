//! Repositories of a publishing system as they are: which docsets they hold, in which language, and what is published of them.
//!
//! In: folders on disk, and what `polydoc.yml` says of them. Out: a [`Layout`], which holds also what is wrong with their files.
//! Nothing is downloaded: a repository that another uses is a folder that somebody names, or it is missing, and that is told.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::fs::{EntryKind, FileSystem};
use crate::l10n::{LocaleId, Locales};
use crate::model::{RepositoryDefectKind, Value};

use super::layout::{Docset, Layout, Root, joined};
use files::Files;
use publish::{Dependent, Publish, Written, tidy};

mod definitions;
mod docfx;
mod files;
mod publish;
mod redirections;
mod rules;
mod text;

/// The language of a repository that names none, as docfx has it.
const USUAL: &str = "en-US";

/// A repository that belongs to the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Repository {
    /// Its folder.
    pub(super) folder: PathBuf,
    /// Its language, when somebody says so.
    pub(super) locale: Option<LocaleId>,
    /// The docset of it that is wanted; all without.
    pub(super) docset: Option<String>,
    /// Where it is published, when somebody says so.
    pub(super) base: Option<String>,
    /// Its path in the site, when its place in the content folder decides that.
    pub(super) at: Option<String>,
}

/// The main file of a repository.
pub(super) const MAIN: &str = publish::NAME;

/// Whether a folder is a repository: it holds the settings of one.
pub(super) fn is_repository(fs: &dyn FileSystem, folder: &Path) -> bool {
    let names = [publish::NAME, "docsets.yml"];
    names
        .iter()
        .chain(&docfx::NAMES)
        .any(|name| fs.exists(&folder.join(name)))
}

/// The repositories directly below a folder.
pub(super) fn below(fs: &dyn FileSystem, folder: &Path) -> Vec<PathBuf> {
    let entries = fs.walk(folder, &|_| false).unwrap_or_default();
    let folders = entries
        .into_iter()
        .flatten()
        .filter(|entry| entry.kind == EntryKind::Folder && is_repository(fs, &entry.path));
    folders.map(|entry| entry.path).collect()
}

/// A repository with what its settings say.
struct Clone {
    repository: Repository,
    publish: Publish,
    locale: LocaleId,
    at: String,
}

/// Lays the repositories of a site out. `shown` writes a path as the user would.
pub(super) fn layout(
    fs: &dyn FileSystem,
    repositories: Vec<Repository>,
    dependencies: &BTreeMap<String, PathBuf>,
    shown: &dyn Fn(&Path) -> PathBuf,
) -> Result<Layout, Failure> {
    let mut files = Files {
        fs,
        read: BTreeSet::new(),
        defects: Vec::new(),
    };
    let mut layout = Layout::default();
    let mut waiting = repositories;
    let mut source = None;
    let mut laid: Vec<PathBuf> = Vec::new();
    while !waiting.is_empty() {
        let named: Vec<Repository> = std::mem::take(&mut waiting);
        let clones = placed(fs, named, &laid)?;
        for clone in clones {
            laid.push(clone.repository.folder.clone());
            if clone.repository.at.is_none() {
                let (at, folder) = (clone.at.as_str().into(), shown(&clone.repository.folder));
                layout.roots.push(Root { at, folder });
            }
            layout.add_repository(&clone.at);
            let more = used(
                &mut files,
                &mut layout,
                &clone,
                dependencies,
                shown,
                &mut source,
            );
            for other in more {
                let is_there = |folder: &PathBuf| *folder == other.folder;
                if !laid.iter().any(is_there) && !waiting.iter().any(|it| it.folder == other.folder)
                {
                    waiting.push(other);
                }
            }
            let docsets = docsets(&mut files, &clone)?;
            let lists = &clone.publish.redirections;
            let found = redirections::read(
                &mut files,
                &clone.repository.folder,
                &clone.at,
                &docsets,
                lists,
            );
            layout.redirections.extend(found);
            for docset in docsets {
                layout.add(docset);
            }
        }
    }
    layout
        .roots
        .sort_by(|one, other| (other.at.len(), &one.at).cmp(&(one.at.len(), &other.at)));
    layout.files = files.read;
    layout.defects = files.defects;
    layout.source_locale = source;
    Ok(layout)
}

/// Reads the main file of each repository and gives each its place: its language, and below that a folder of its own where a
/// language has several.
fn placed(
    fs: &dyn FileSystem,
    repositories: Vec<Repository>,
    laid: &[PathBuf],
) -> Result<Vec<Clone>, Failure> {
    let mut clones = Vec::new();
    for repository in repositories {
        // What is wrong is told when the file is read in its place.
        let mut quiet = Files {
            fs,
            read: BTreeSet::new(),
            defects: Vec::new(),
        };
        let publish = publish::read(&mut quiet, &repository.folder, "x").unwrap_or_default();
        let locale = locale(&mut quiet, &repository, &publish)?;
        let at = repository
            .at
            .clone()
            .unwrap_or_else(|| locale.as_str().to_owned());
        clones.push(Clone {
            repository,
            publish,
            locale,
            at,
        });
    }
    let mut by_place: BTreeMap<String, usize> = BTreeMap::new();
    for clone in &clones {
        *by_place.entry(clone.at.clone()).or_default() += 1;
    }
    let is_shared = by_place.values().any(|&count| count > 1) || !laid.is_empty();
    let mut taken = BTreeSet::new();
    for clone in &mut clones {
        if clone.repository.at.is_none()
            && is_shared
            && by_place.get(&clone.at).is_some_and(|&count| count > 1)
        {
            let own = clone.repository.docset.clone();
            let own = own.or_else(|| {
                clone
                    .publish
                    .docsets
                    .first()
                    .map(|docset| docset.name.clone())
            });
            let folder = clone.repository.folder.file_name();
            let folder = folder.map(|name| name.to_string_lossy().into_owned());
            let own = own
                .filter(|name| !name.is_empty())
                .or(folder)
                .unwrap_or_default();
            clone.at = joined(&[&clone.at, &tidy(&own)]);
        }
        if !taken.insert(clone.at.to_lowercase()) {
            let folder = clone.repository.folder.display();
            return Err(Failure::configuration(format!(
                "`{folder}` holds the same docset in the same language as another repository"
            ))
            .hint("give each entry of `sources:` its own `docset:` or `locale:`"));
        }
    }
    Ok(clones)
}

/// The language of a repository: told, written in its settings, at the end of its name, or the usual one.
fn locale(
    files: &mut Files<'_>,
    repository: &Repository,
    publish: &Publish,
) -> Result<LocaleId, Failure> {
    if let Some(locale) = &repository.locale {
        return Ok(locale.clone());
    }
    let wanted = |docset: &&Written| {
        let name = repository.docset.as_ref();
        name.is_none_or(|name| name.eq_ignore_ascii_case(&docset.name))
    };
    let mut written = publish
        .docsets
        .iter()
        .filter(wanted)
        .filter_map(|docset| docset.locale.clone());
    if let Some(locale) = written.next() {
        if let Some(other) = written.find(|other| *other != locale) {
            let folder = repository.folder.display();
            return Err(Failure::configuration(format!(
                "the docsets of `{folder}` are in several languages: `{locale}` and `{other}`"
            ))
            .hint("name each docset with its `locale:` in an entry of `sources:` of its own"));
        }
        return Ok(locale);
    }
    let name = repository
        .folder
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let ending = name.rsplit_once('.').map_or(name, |(_, ending)| ending);
    if let Some(locale) = Locales::names_locale(ending, |_| false).filter(|_| ending.contains('-'))
    {
        return Ok(locale);
    }
    let own = docfx::NAMES.iter().find_map(|name| {
        let file = files.read(&repository.folder.join(name), name)?;
        let tag = files.text(&file.path, &file.root, "defaultLocale")?;
        LocaleId::parse(tag)
    });
    Ok(own.unwrap_or_else(|| LocaleId::parse(USUAL).expect("a tag")))
}

/// The folders that a repository uses: those of other repositories stand below it; that of the language it is translated from
/// is a repository of the site itself.
fn used(
    files: &mut Files<'_>,
    layout: &mut Layout,
    clone: &Clone,
    dependencies: &BTreeMap<String, PathBuf>,
    shown: &dyn Fn(&Path) -> PathBuf,
    source: &mut Option<LocaleId>,
) -> Vec<Repository> {
    let mut more = Vec::new();
    let folder = &clone.repository.folder;
    // Read again in its place, so that what is wrong with it is told there.
    let publish = publish::read(files, folder, &clone.at);
    let path = crate::source::SitePath::new(joined(&[&clone.at, publish::NAME]));
    for dependent in publish.iter().flat_map(|publish| &publish.dependent) {
        let Dependent { at, url } = dependent;
        let name = &*at.value;
        let inside = folder.join(name);
        let place = dependencies.get(name).cloned();
        let place = place.or_else(|| files.fs.exists(&inside).then_some(inside));
        let original = name.strip_prefix("_repo.").and_then(LocaleId::parse);
        // A repository is not translated from its own language.
        let original = original.filter(|locale| *locale != clone.locale);
        match (place, original) {
            (Some(place), Some(locale)) => {
                source.get_or_insert_with(|| locale.clone());
                more.push(Repository {
                    folder: place,
                    locale: Some(locale),
                    docset: clone.repository.docset.clone(),
                    base: clone.repository.base.clone(),
                    at: None,
                });
            }
            (Some(place), None) => layout.roots.push(Root {
                at: joined(&[&clone.at, name]).into(),
                folder: shown(&place),
            }),
            (None, original) => {
                let is_theme = name.starts_with("_themes");
                if let Some(locale) = &original {
                    source.get_or_insert_with(|| locale.clone());
                }
                if !is_theme {
                    let from = if url.is_empty() {
                        String::new()
                    } else {
                        format!(" ({url})")
                    };
                    let message = format!(
                        "the repository `{name}`{from} lies in no folder that is known, so nothing is taken from it"
                    );
                    let help = format!(
                        "get it, and name its folder in `polydoc.yml`: `dependencies: {{{name}: ../folder}}`"
                    );
                    files.add(
                        &path,
                        at.range,
                        RepositoryDefectKind::NoFolder,
                        message,
                        help,
                    );
                }
            }
        }
    }
    let usual = LocaleId::parse(USUAL).expect("a tag");
    let fallback = folder.join(".fallback");
    if clone.locale != usual && files.fs.exists(&fallback) {
        source.get_or_insert_with(|| usual.clone());
        more.push(Repository {
            folder: fallback,
            locale: Some(usual),
            ..Repository::default()
        });
    }
    more
}

/// The docsets of a repository.
fn docsets(files: &mut Files<'_>, clone: &Clone) -> Result<Vec<Docset>, Failure> {
    let Repository {
        folder,
        docset,
        base,
        ..
    } = &clone.repository;
    let mut written: Vec<(String, String, Vec<String>)> = clone
        .publish
        .docsets
        .iter()
        .map(|docset| {
            (
                docset.name.clone(),
                docset.folder.clone(),
                docset.moniker_ranges.clone(),
            )
        })
        .collect();
    if written.is_empty() {
        written = found(files, &clone.at, folder);
    }
    if let Some(wanted) = docset {
        let names: Vec<String> = written
            .iter()
            .map(|(name, ..)| format!("`{name}`"))
            .collect();
        written.retain(|(name, inner, _)| {
            name.eq_ignore_ascii_case(wanted) || inner.eq_ignore_ascii_case(wanted)
        });
        // A name that nothing in the repository has is a name for the site.
        if written.is_empty() && names.len() > 1 {
            let message = format!("`{}` has no docset `{wanted}`", folder.display());
            return Err(
                Failure::configuration(message).hint(format!("there are {}", names.join(", ")))
            );
        }
        if written.is_empty() {
            written = vec![(wanted.clone(), String::new(), Vec::new())];
        }
    }
    let is_only = written.len() == 1;
    let mut docsets = Vec::new();
    for (name, inner, ranges) in written {
        let mut inner = inner;
        let fallback_base = inner.clone();
        let mut called = String::new();
        let has_settings = |folder: &Path| {
            docfx::NAMES
                .iter()
                .any(|name| files.fs.exists(&folder.join(name)))
        };
        if !files.fs.exists(&folder.join(&inner)) && has_settings(folder) {
            // A part of a repository: the docset's folder alone, with the settings of the whole beside its own.
            called = std::mem::take(&mut inner);
        }
        let place = docfx::Place {
            folder: &folder.join(&inner),
            root: &joined(&[&clone.at, &inner]),
            name: &name,
            base: base.as_deref().filter(|_| is_only),
            fallback_base: &fallback_base,
        };
        let (mut docset, _) = docfx::read(files, &place);
        docset.called = called.into();
        for group in &mut docset.content {
            if let (None, [range]) = (&group.moniker_range, &ranges[..]) {
                group.moniker_range = Some(range.as_str().into());
            }
        }
        let ranges: Vec<_> = docset
            .content
            .iter()
            .filter_map(|group| group.moniker_range.clone())
            .collect();
        if let Some(range) = ranges.first()
            && ranges.len() == docset.content.len()
            && ranges.iter().all(|other| other == range)
        {
            let pair = ("monikerRange".into(), Value::String(range.clone()));
            docset.global_metadata.insert(0, pair);
        }
        docsets.push(docset);
    }
    Ok(docsets)
}

/// The docsets of a repository without a file that lists them: the repository itself, what `docsets.yml` names, or the folders
/// that hold settings.
fn found(files: &mut Files<'_>, at: &str, folder: &Path) -> Vec<(String, String, Vec<String>)> {
    let own = |inner: &str| {
        (
            inner.rsplit('/').next().unwrap_or_default().to_owned(),
            inner.to_owned(),
            Vec::new(),
        )
    };
    let listed = files.read(&folder.join("docsets.yml"), &joined(&[at, "docsets.yml"]));
    if docfx::NAMES
        .iter()
        .any(|name| files.fs.exists(&folder.join(name)))
        && listed.is_none()
    {
        return vec![own("")];
    }
    let globs = listed.as_ref().map(|file| {
        let node = file.root.get("docsets").cloned();
        files.globs(&file.path, node.as_ref(), &["**"])
    });
    let enter = |folder: &Path| {
        let name = folder
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        !name.starts_with('.') && name != "node_modules"
    };
    let entries = files.fs.walk(folder, &enter).unwrap_or_default();
    let mut inner: Vec<String> = entries
        .into_iter()
        .flatten()
        .filter(|entry| entry.kind == EntryKind::File)
        .filter_map(|entry| {
            let name = entry.path.file_name()?.to_str()?;
            let below = entry.path.parent()?.strip_prefix(folder).ok()?.to_str()?;
            docfx::NAMES
                .contains(&name)
                .then(|| below.replace('\\', "/"))
        })
        .filter(|inner| globs.as_ref().is_none_or(|globs| globs.is_match(inner)))
        .collect();
    inner.sort();
    inner.dedup();
    if inner.is_empty() {
        return vec![own("")];
    }
    inner.iter().map(|inner| own(inner)).collect()
}
