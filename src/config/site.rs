//! The site that is meant, found and with its `polydoc.yml` read.
//!
//! In: a folder, or files of one site. Out: a [`Site`] with absolute paths, or the failure that says what was looked for.
//! What flags and the environment set is left to `layers`.

use std::io;
use std::path::{Component, Path, PathBuf};

use crate::failure::Failure;
use crate::fs::{FileSystem, clean};
use crate::l10n::LocaleId;
use crate::source::SitePath;

use super::file::{self, ProjectFile};
use super::layers::{Environment, Flags, Place};
use super::layout::Layout;
use super::locate::{self, Located};
use super::repository::{self, Repository};

/// Largest `polydoc.yml`, in bytes.
const LARGEST_FILE: u64 = 1 << 20;

/// A site with its file read. All paths are absolute.
pub(super) struct Site {
    /// Where it lies.
    pub(super) located: Located,
    /// What its file says.
    pub(super) file: ProjectFile,
    /// The content folder.
    pub(super) content: PathBuf,
    /// How files on disk become files of the site.
    pub(super) layout: Layout,
    /// What of it was asked for, below the content folder; none means all.
    pub(super) filters: Vec<SitePath>,
}

/// What finding and reading needs.
pub(super) struct Reader<'a> {
    /// Where files are read.
    pub(super) fs: &'a dyn FileSystem,
    /// What relative paths count from.
    pub(super) environment: &'a Environment,
    /// The names of all rules.
    pub(super) rules: &'a [&'a str],
}

/// How a path lies to the content folder.
enum Lies {
    /// It is the content folder, or holds it.
    Around,
    /// Below it.
    Below(SitePath),
    /// Elsewhere.
    Outside,
}

impl Reader<'_> {
    /// The site that is meant.
    pub(super) fn site(&self, place: &Place, flags: &Flags) -> Result<Site, Failure> {
        let configured = match &flags.config {
            Some(file) => Some(self.load(locate::with_file(&self.absolute(file)))?),
            None => None,
        };
        match (place, configured) {
            (Place::Folder(_), Some(site)) => Ok(site),
            (Place::Folder(folder), None) => self.site_in(folder),
            (Place::Paths(paths), configured) => self.site_of(paths, configured),
        }
    }

    /// The site that a folder is or holds; the content folder of a project means the project.
    fn site_in(&self, shown: &Path) -> Result<Site, Failure> {
        let folder = self.absolute(shown);
        let located = locate::folder(self.fs, &folder, shown)?;
        if let (None, Some(above)) = (&located.file, folder.parent())
            && let Some(project) = locate::project(self.fs, above)?
        {
            let site = self.load(project)?;
            if site.content == located.content {
                return Ok(site);
            }
        }
        self.load(located)
    }

    /// The one site that all paths belong to.
    fn site_of(&self, paths: &[PathBuf], configured: Option<Site>) -> Result<Site, Failure> {
        let mut chosen = configured;
        let mut whole = false;
        for shown in paths {
            let path = self.absolute(shown);
            if !self.fs.exists(&path) {
                let failure =
                    Failure::usage(format!("there is no file or folder `{}`", shown.display()));
                return Err(failure.hint("check the spelling of the path"));
            }
            let mut site = match chosen.take() {
                Some(site) => site,
                None => self.site_around(&path, shown)?,
            };
            match self.lies(&site, &path)? {
                Lies::Below(filter) => site.filters.push(filter),
                Lies::Around => whole = true,
                Lies::Outside => {
                    let content = self.shown(&site.content);
                    let message = format!(
                        "`{}` lies outside the content folder `{}`",
                        shown.display(),
                        content.display()
                    );
                    return Err(
                        Failure::usage(message).hint("name files and folders of one site only")
                    );
                }
            }
            chosen = Some(site);
        }
        let mut site = match chosen {
            Some(site) => site,
            None => self.load(locate::folder(
                self.fs,
                &self.environment.current_dir,
                Path::new("."),
            )?)?,
        };
        if whole {
            site.filters.clear();
        }
        Ok(site)
    }

    fn site_around(&self, path: &Path, shown: &Path) -> Result<Site, Failure> {
        for located in locate::around(self.fs, path)? {
            let site = self.load(located)?;
            if !matches!(self.lies(&site, path)?, Lies::Outside) {
                return Ok(site);
            }
        }
        self.load(locate::folder(self.fs, path, shown)?)
    }

    /// Reads the file of a site, when it has one.
    fn load(&self, located: Located) -> Result<Site, Failure> {
        let file = match &located.file {
            None => ProjectFile::default(),
            Some(path) => {
                let name = self.shown(path).display().to_string();
                let text = self.text(path, &name)?;
                file::read(&name, &text, self.rules)?
            }
        };
        let mut content = match &file.content {
            Some(content) => clean(&located.project.join(content)),
            None => located.content.clone(),
        };
        let is_said = file.content.is_some() || located.file.is_none();
        if !is_said && !self.fs.exists(&content) {
            content.clone_from(&located.project);
        }
        let repositories = self.repositories(&located, &file, &content)?;
        let is_plain = repositories
            .iter()
            .all(|repository| repository.at.is_some());
        if is_plain {
            if file.content.is_none() {
                content.clone_from(&located.content);
            }
            if located.file.is_some() {
                self.content_holds_locales(&located, &file, &content)?;
            }
        }
        let dependencies = file.dependencies.iter();
        let dependencies =
            dependencies.map(|(name, folder)| (name.clone(), clean(&located.project.join(folder))));
        let shown = |path: &Path| self.shown(path);
        let mut layout =
            repository::layout(self.fs, repositories, &dependencies.collect(), &shown)?;
        layout.replaces_content = !is_plain && (file.sources.is_empty() || file.content.is_none());
        Ok(Site {
            located,
            file,
            content,
            layout,
            filters: Vec::new(),
        })
    }

    /// The repositories of a site: those that its file lists; the content folder, or what lies in it; or language folders that are
    /// clones.
    fn repositories(
        &self,
        located: &Located,
        file: &ProjectFile,
        content: &Path,
    ) -> Result<Vec<Repository>, Failure> {
        if !file.sources.is_empty() {
            let source = |source: &file::SourceEntry| {
                let folder = clean(&located.project.join(&source.path));
                if !self.fs.exists(&folder) {
                    let shown = self.shown(&folder);
                    return Err(Failure::configuration(format!(
                        "there is no folder `{}`",
                        shown.display()
                    ))
                    .hint("correct its `path` below `sources` in `polydoc.yml`"));
                }
                Ok(Repository {
                    folder,
                    locale: source.locale.clone(),
                    docset: source.docset.clone(),
                    base: source.base_path.clone(),
                    at: None,
                })
            };
            return file.sources.iter().map(source).collect();
        }
        let alone = |folder: PathBuf| Repository {
            folder,
            ..Repository::default()
        };
        if repository::is_repository(self.fs, content) {
            return Ok(vec![alone(content.to_owned())]);
        }
        let configured = |tag: &LocaleId| {
            file.locales.contains_key(tag) || file.source_locale.as_ref() == Some(tag)
        };
        let locales = if self.fs.exists(content) {
            locate::locale_folders(self.fs, content, configured)?
        } else {
            Vec::new()
        };
        if locales.is_empty() {
            return Ok(repository::below(self.fs, content)
                .into_iter()
                .map(alone)
                .collect());
        }
        let repositories = locales.into_iter().filter_map(|name| {
            let folder = content.join(&name);
            let locale = LocaleId::parse(&name);
            repository::is_repository(self.fs, &folder).then(|| Repository {
                locale,
                at: Some(name),
                ..alone(folder)
            })
        });
        Ok(repositories.collect())
    }

    /// How a path lies to what a site is made of.
    fn lies(&self, site: &Site, path: &Path) -> Result<Lies, Failure> {
        let mut nearest: Option<(usize, SitePath)> = None;
        for root in &site.layout.roots {
            match lies(&self.absolute(&root.folder), path)? {
                Lies::Around => return Ok(Lies::Around),
                Lies::Below(below) => {
                    let depth = root.folder.components().count();
                    if nearest.as_ref().is_none_or(|(deepest, _)| depth > *deepest) {
                        nearest = Some((depth, SitePath::new(format!("{}/{below}", root.at))));
                    }
                }
                Lies::Outside => {}
            }
        }
        match nearest {
            Some((_, path)) => Ok(Lies::Below(path)),
            None => lies(&site.content, path),
        }
    }

    fn text(&self, path: &Path, name: &str) -> Result<String, Failure> {
        let bytes = self
            .fs
            .read(path, LARGEST_FILE)
            .map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => Failure::usage(format!("there is no file `{name}`")),
                io::ErrorKind::FileTooLarge => {
                    Failure::configuration(format!("`{name}` is larger than 1 MiB"))
                }
                _ => Failure::environment(format!("cannot read `{name}`")).cause(&error),
            })?;
        String::from_utf8(bytes).map_err(|error| {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = 1 + memchr::memchr_iter(b'\n', valid).count();
            Failure::configuration(format!("{name}:{line}: the text is not UTF-8"))
                .hint("save the file as UTF-8")
        })
    }

    fn content_holds_locales(
        &self,
        located: &Located,
        file: &ProjectFile,
        content: &Path,
    ) -> Result<(), Failure> {
        let shown = self.shown(content);
        let configured = |tag: &LocaleId| {
            file.locales.contains_key(tag) || file.source_locale.as_ref() == Some(tag)
        };
        let there = self.fs.exists(content);
        if there && !locate::locale_folders(self.fs, content, configured)?.is_empty() {
            return Ok(());
        }
        let message = if there {
            format!(
                "the content folder `{}` holds no folder named after a language",
                shown.display()
            )
        } else {
            format!("there is no content folder `{}`", shown.display())
        };
        let failure = Failure::configuration(message);
        let beside =
            locate::locale_folders(self.fs, &located.project, configured).unwrap_or_default();
        Err(match beside.first() {
            Some(locale) if *content != located.project => failure.hint(format!(
                "set `content: .` in `polydoc.yml` to build `{locale}`, which lies beside it"
            )),
            _ => failure.hint(format!(
                "put articles into a folder such as `{}`",
                shown.join("en").display()
            )),
        })
    }

    /// The path from the root.
    pub(super) fn absolute(&self, path: &Path) -> PathBuf {
        clean(&self.environment.current_dir.join(path))
    }

    /// The path as it leads there from the current folder, when it is not far.
    pub(super) fn shown(&self, path: &Path) -> PathBuf {
        for (up, folder) in self.environment.current_dir.ancestors().take(4).enumerate() {
            // The root is common to all paths: to say so helps nobody.
            if folder.parent().is_none() && up > 0 {
                break;
            }
            if let Ok(below) = path.strip_prefix(folder) {
                let shown: PathBuf = std::iter::repeat_n(Component::ParentDir, up)
                    .chain(below.components())
                    .collect();
                return if shown.as_os_str().is_empty() {
                    PathBuf::from(".")
                } else {
                    shown
                };
            }
        }
        path.to_owned()
    }
}

fn lies(content: &Path, path: &Path) -> Result<Lies, Failure> {
    if content.starts_with(path) {
        return Ok(Lies::Around);
    }
    let Ok(below) = path.strip_prefix(content) else {
        return Ok(Lies::Outside);
    };
    let names: Option<Vec<&str>> = below
        .components()
        .map(|name| name.as_os_str().to_str())
        .collect();
    match names {
        Some(names) => Ok(Lies::Below(SitePath::new(names.join("/")))),
        None => Err(Failure::usage(format!(
            "the name `{}` is not UTF-8",
            path.display()
        ))),
    }
}
