//! How files on disk become files of the site: which folders stand where, and which of their files are published as what.
//!
//! A plain content folder needs nothing of this: a path below it is a path of the site. Repositories of a publishing system do:
//! a clone stands in the site as the folder of its language, and its own settings say what is published under which name.
//! [`super::repository`] makes a layout; here it only answers. Nothing is read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use globset::GlobSet;

use crate::l10n::LocaleId;
use crate::model::{RepositoryDefect, Value};
use crate::source::{SitePath, Spanned, TextRange};

use super::LevelLayer;

/// The folders and docsets of a site. An empty layout is that of a plain content folder.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Folders that stand somewhere else in the site than on disk; the longest path of the site first.
    pub roots: Vec<Root>,
    /// Whether the content folder itself is not looked into: everything lies in `roots`.
    pub replaces_content: bool,
    /// What the repositories publish, by the name of the language folder.
    docsets: BTreeMap<Box<str>, Vec<Docset>>,
    /// Folders of the site that hold a repository.
    repositories: Vec<Box<str>>,
    /// Files of settings that were read, so that findings have a place.
    pub files: BTreeSet<SitePath>,
    /// Files beside the content, by the names that findings have for them, and where they lie.
    pub beside: BTreeMap<SitePath, PathBuf>,
    /// What is wrong with them.
    pub defects: Vec<RepositoryDefect>,
    /// Old files and where their readers are sent.
    pub redirections: Vec<Redirection>,
    /// The language that the repositories translate from, when it is among them.
    pub source_locale: Option<LocaleId>,
}

/// A folder that stands somewhere in the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    /// Its path in the site: `fr-FR`, or `fr-FR/samples` for a folder that a repository uses.
    pub at: Box<str>,
    /// Where it lies on disk.
    pub folder: PathBuf,
}

/// Files that a docset publishes, and where.
#[derive(Clone, Debug)]
pub struct Group {
    /// The folder that its globs count from, a path of the site.
    pub folder: Box<str>,
    /// Globs of which one must match.
    pub files: GlobSet,
    /// Globs of which none may match.
    pub exclude: GlobSet,
    /// Where they are published below the docset's base: no `/` at the ends.
    pub dest: Box<str>,
    /// The versions that its pages are for (`moniker_range`).
    pub moniker_range: Option<Box<str>>,
}

/// What a docset is: a folder of a repository that is published below one path.
#[derive(Clone, Debug)]
pub struct Docset {
    /// Its name in the publishing system, or that of its folder.
    pub name: Box<str>,
    /// Its folder, a path of the site: `fr-FR/articles`. `~/` means this folder.
    pub root: Box<str>,
    /// What its repository calls its folder, where only that folder is there.
    pub called: Box<str>,
    /// Where it is published below its language: `azure/data-explorer`; may be empty.
    pub base: Box<str>,
    /// Pages and tables of contents.
    pub content: Vec<Group>,
    /// Images and other files.
    pub resource: Vec<Group>,
    /// Whether the repository says nothing of what it publishes: then what is left out everywhere is left out.
    pub is_unspecific: bool,
    /// Metadata of all its files.
    pub global_metadata: Vec<(Box<str>, Value)>,
    /// Metadata of some of its files, later entries stronger; `null` takes a key away.
    pub file_metadata: Vec<(GlobSet, Box<str>, Value)>,
    /// The versions that it knows, in their order.
    pub monikers: Vec<Moniker>,
    /// Groups of pivots that its zones may name.
    pub pivot_groups: Vec<PivotGroup>,
    /// Uids of other sites and their addresses.
    pub uids: Vec<ListedUid>,
    /// Files of schemas that its metadata must fit.
    pub schemas: Vec<SchemaFile>,
    /// Levels of rules in its files.
    pub levels: Vec<LevelLayer>,
    /// Files that describe the way to a page, paths of the site without ending.
    pub breadcrumbs: Vec<Box<str>>,
}

/// A file that holds a schema of metadata.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaFile {
    /// Where it lies on disk.
    pub place: PathBuf,
    /// The file that names it.
    pub named_in: SitePath,
    /// The place of its name there.
    pub range: TextRange,
}

/// A uid of another site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedUid {
    /// The uid.
    pub uid: Box<str>,
    /// Where it leads.
    pub address: Box<str>,
    /// Texts to show, by the name of the property; `name` is the first.
    pub properties: Box<[(Box<str>, Box<str>)]>,
}

/// A version of a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moniker {
    /// Its name in ranges: `aspnetcore-8.0`.
    pub name: Box<str>,
    /// What readers see.
    pub display: Box<str>,
    /// The product, within which versions are compared.
    pub product: Box<str>,
    /// Its place among the versions of the product.
    pub order: i64,
}

/// Pivots that exclude each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PivotGroup {
    /// Its name.
    pub id: Box<str>,
    /// What readers see above the choice.
    pub title: Box<str>,
    /// What readers are asked.
    pub prompt: Box<str>,
    /// The choices.
    pub pivots: Vec<Pivot>,
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pivot {
    /// Its name.
    pub id: Box<str>,
    /// What readers see.
    pub title: Box<str>,
}

/// An old file and where its readers are sent.
#[derive(Clone, Debug)]
pub struct Redirection {
    /// The file that says it.
    pub file: SitePath,
    /// The old file, a path of the site.
    pub from: SitePath,
    /// The new address, as written, with its place.
    pub to: Spanned<Box<str>>,
}

/// What a file is to the repository that it lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It lies in no repository: names decide.
    Free,
    /// It is a page or table of contents if its name says so.
    Content {
        /// Whether names may still leave it out.
        left_out: bool,
    },
    /// It is published when something uses it.
    Resource,
    /// It describes the way to pages.
    Breadcrumb,
    /// It is not published.
    Nothing,
}

impl Layout {
    /// Adds a docset.
    pub(super) fn add(&mut self, docset: Docset) {
        let top = docset.root.split('/').next().unwrap_or_default();
        let docsets = self.docsets.entry(top.into()).or_default();
        docsets.push(docset);
        docsets.sort_by_key(|docset| std::cmp::Reverse(docset.root.len()));
    }

    /// Adds a folder of the site that holds a repository.
    pub(super) fn add_repository(&mut self, at: &str) {
        self.repositories.push(at.into());
    }

    /// The folders of the site that hold a repository.
    pub fn repositories(&self) -> impl Iterator<Item = &str> {
        self.repositories.iter().map(|at| &**at)
    }

    /// All docsets.
    pub fn docsets(&self) -> impl Iterator<Item = &Docset> {
        self.docsets.values().flatten()
    }

    /// Whether there is any repository.
    pub fn is_plain(&self) -> bool {
        self.repositories.is_empty()
    }

    /// The docset that a file belongs to: one that publishes it, else one in whose folder it lies.
    pub fn docset_of(&self, path: &str) -> Option<&Docset> {
        let docsets = self.docsets.get(path.split('/').next()?)?;
        let publishes = |docset: &&Docset| docset.group_of(path).is_some();
        let holds = |docset: &&Docset| below(&docset.root, path).is_some();
        match &docsets[..] {
            [only] => Some(only).filter(|docset| holds(docset) || publishes(docset)),
            _ => docsets
                .iter()
                .find(publishes)
                .or_else(|| docsets.iter().find(holds)),
        }
    }

    /// The folder that `~/` means in a file: that of its docset, else the first folder below its language.
    pub fn root_of<'p>(&'p self, path: &'p str) -> &'p str {
        if let Some(docset) = self.docset_of(path) {
            return &docset.root;
        }
        let mut slashes = path.match_indices('/').map(|(at, _)| at);
        let (language, folder) = (slashes.next(), slashes.next());
        &path[..folder.or(language).unwrap_or(0)]
    }

    /// The path below the language under which a file is published, with its ending: `azure/data-explorer/start.md` for
    /// `fr-FR/data-explorer/start.md`. It need not exist.
    pub fn public<'p>(&self, path: &'p str) -> std::borrow::Cow<'p, str> {
        let plain = path.split_once('/').map_or(path, |(_, below)| below);
        let Some(docset) = self.docset_of(path) else {
            return plain.into();
        };
        let group = docset.group_of(path);
        let (folder, dest) =
            group.map_or((&*docset.root, ""), |group| (&*group.folder, &*group.dest));
        let Some(inner) = below(folder, path) else {
            return plain.into();
        };
        let public = joined(&[&docset.base, dest, inner]);
        if public == plain {
            plain.into()
        } else {
            public.into()
        }
    }

    /// What a file is to its repository.
    pub fn role(&self, path: &str) -> Role {
        if self.repositories.iter().all(|at| below(at, path).is_none()) {
            return Role::Free;
        }
        if self.is_used_by_others(path) {
            let is_shown = !is_text(path);
            return if is_shown {
                Role::Resource
            } else {
                Role::Nothing
            };
        }
        let Some(docset) = self.docset_of(path) else {
            return Role::Nothing;
        };
        let bare = path.rsplit_once('.').map_or(path, |(bare, _)| bare);
        if docset
            .breadcrumbs
            .iter()
            .any(|crumb| crumb.eq_ignore_ascii_case(bare))
        {
            return Role::Breadcrumb;
        }
        let has = |groups: &[Group]| groups.iter().any(|group| group.holds(path));
        let is_text = is_text(path);
        if is_text && has(&docset.content) {
            return Role::Content {
                left_out: docset.is_unspecific,
            };
        }
        if !is_text && (has(&docset.resource) || has(&docset.content)) {
            return Role::Resource;
        }
        Role::Nothing
    }

    /// Whether a file lies in a repository that others use: its pictures may stand on their pages.
    fn is_used_by_others(&self, path: &str) -> bool {
        let root = self.root(path).filter(|(_, inner)| !inner.is_empty());
        root.is_some_and(|(root, _)| self.repositories.iter().all(|at| *at != root.at))
    }

    /// Where a file lies on disk.
    pub fn place(&self, content: &Path, path: &str) -> PathBuf {
        if !self.beside.is_empty()
            && let Some(place) = self.beside.get(&SitePath::new(path))
        {
            return place.clone();
        }
        match self.root(path) {
            Some((root, "")) => root.folder.clone(),
            Some((root, inner)) => root.folder.join(inner),
            None => content.join(path),
        }
    }

    /// The root that holds a path of the site, and the path below it.
    pub fn root<'p>(&self, path: &'p str) -> Option<(&Root, &'p str)> {
        self.roots
            .iter()
            .find_map(|root| Some((root, below(&root.at, path)?)))
    }

    /// The path in the site of a file on disk. Both paths are written alike: from the same folder, or from the root.
    pub fn site_path(&self, place: &Path) -> Option<String> {
        let inner = |root: &Root| {
            let inner = place.strip_prefix(&root.folder).ok()?;
            let names: Option<Vec<&str>> = inner
                .components()
                .map(|name| name.as_os_str().to_str())
                .collect();
            Some((
                root.folder.components().count(),
                joined(&[&root.at, &names?.join("/")]),
            ))
        };
        self.roots
            .iter()
            .filter_map(inner)
            .max()
            .map(|(_, path)| path)
    }
}

impl Docset {
    /// The group that publishes a file.
    pub fn group_of(&self, path: &str) -> Option<&Group> {
        let groups = self.content.iter().chain(&self.resource);
        groups.into_iter().find(|group| group.holds(path))
    }

    /// The path of a file as the globs of `fileMetadata` see it: below the docset's folder.
    pub fn inner<'p>(&self, path: &'p str) -> &'p str {
        below(&self.root, path).unwrap_or(path)
    }

    /// The metadata that the repository gives a file: what holds for all, below what holds for some.
    pub fn metadata(&self, path: &str) -> Vec<(&str, &Value)> {
        let mut entries: Vec<(&str, &Value)> = self
            .global_metadata
            .iter()
            .map(|(key, value)| (&**key, value))
            .collect();
        let inner = self.inner(path);
        for (globs, key, value) in &self.file_metadata {
            if globs.is_match(inner) {
                entries.retain(|(name, _)| *name != &**key);
                entries.push((key, value));
            }
        }
        entries.retain(|(_, value)| **value != Value::Null);
        entries
    }
}

impl Group {
    /// Whether a file belongs to it.
    pub fn holds(&self, path: &str) -> bool {
        below(&self.folder, path)
            .is_some_and(|inner| self.files.is_match(inner) && !self.exclude.is_match(inner))
    }
}

/// Whether a file may be a page or a table of contents, by its ending.
fn is_text(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["md", "yml", "yaml"]
        .iter()
        .any(|text| ending.eq_ignore_ascii_case(text))
}

/// The part of a path below a folder; the empty folder holds all.
fn below<'p>(folder: &str, path: &'p str) -> Option<&'p str> {
    if folder.is_empty() {
        return Some(path);
    }
    let rest = path.strip_prefix(folder)?;
    if rest.is_empty() {
        return Some(rest);
    }
    rest.strip_prefix('/')
}

/// Paths one below the other; empty ones are left out.
pub(super) fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join("/")
}
