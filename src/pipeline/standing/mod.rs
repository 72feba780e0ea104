//! A site that stands in memory: steps 1 to 3 done, each file of the output made when somebody asks for it.
//!
//! It is never changed but for one thing: the text of an article, when nothing but its own page shows the change
//! ([`Standing::amend`]). Everything else needs a new one, for which the [`Memo`] remembers what it can. Whatever the way to it, a
//! file that it gives is byte for byte what [`super::run`] would publish.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::catalogue;
use crate::config::Settings;
use crate::discover;
use crate::failure::Failure;
use crate::fs::FileSystem;
use crate::model::{Article, Body, OutputPath, Reached, Site};
use crate::parse;
use crate::render::{Frame, PublishedFiles, Shared};
use crate::source::{FileId, SitePath, SourceKind, Sources};
use crate::theme::Theme;
use crate::translation::Translations;

use super::memo::{How, Memo};
use super::parallel::Threads;
use super::{Run, Silent, Timings, asking, looking, reading, surveying, theming, writing};
use making::Made;

mod findings;
mod making;

/// What somebody did to a file, as far as it is known.
#[derive(Clone, Debug)]
pub enum Touched {
    /// These paths, and nothing else.
    Paths(Vec<PathBuf>),
    /// Anything.
    Anything,
}

/// More articles than that at once are not sketched: nobody looks at so many.
const MOST_SKETCHES: usize = 32;

/// How much of what was touched a [`Standing`] could take in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Amended {
    /// It is as it was: nothing that it is made of changed.
    Nothing,
    /// All of it.
    Wholly,
    /// What the pages of the articles themselves show, as far as that is to be had without the rest.
    Sketched,
    /// Nothing, or not all.
    Not,
}

/// A site, ready to be looked at.
pub struct Standing {
    settings: Settings,
    sources: Sources,
    folders: Vec<PathBuf>,
    site: Site,
    theme: Theme,
    translations: Translations,
    /// What is known of other sites, for the page about them.
    reached: Reached,
    files: PublishedFiles,
    /// Files of the content by where they are published.
    copies: HashMap<OutputPath, PathBuf>,
    shared: Arc<Shared>,
    threads: Threads,
    made: Made,
}

impl std::fmt::Debug for Standing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Standing")
            .field("articles", &self.site.articles.len())
            .finish_non_exhaustive()
    }
}

impl Standing {
    /// Reads a whole site.
    ///
    /// # Errors
    /// When the surroundings are wrong: templates, messages, or the file system.
    pub fn new(
        fs: &dyn FileSystem,
        settings: Settings,
        memo: &mut Memo,
        touched: &Touched,
    ) -> Result<Self, Failure> {
        if let Touched::Paths(paths) = touched {
            for path in paths.iter().filter_map(|path| below(&settings, path)) {
                memo.forget(&path);
            }
        }
        let threads = Threads::start(settings.jobs)?;
        let found = discover::discover(fs, &settings)?;
        let theme = theming::load(fs, &settings, &found.locales)?;
        let run = Run {
            fs,
            settings: &settings,
            sources: &found.sources,
            threads: &threads,
            progress: &Silent,
        };
        let borrowed = theming::borrowed_words(&theme, &found.locales);
        let oddities = [found.oddities, borrowed].concat();
        let timings = &mut Timings::default();
        let site = looking::site_of(&run, found.locales, oddities, memo, timings);
        let translations = surveying::translations(&site, &settings);
        let reached = asking::ask(&run, &site, timings)?.shown().clone();
        let (files, copies) = writing::files_in_use(&run, &site, memo)?;
        let frame = Frame::new(
            &site,
            &settings,
            &theme,
            &translations,
            &reached,
            &files,
            &threads,
        )?;
        let shared = frame.shared().clone();
        memo.tidy(&found.sources.files);
        let copies = copies.into_iter().filter_map(|copy| match copy.body {
            Body::CopyOf(from, _) => Some((copy.path, from)),
            Body::Bytes(_) => None,
        });
        Ok(Self {
            copies: copies.collect(),
            made: Made::nothing(site.locales.len()),
            sources: found.sources,
            folders: found.folders,
            settings,
            site,
            theme,
            translations,
            reached,
            files,
            shared,
            threads,
        })
    }

    /// Takes in what was touched, when that is nothing but sentences of articles. `false`: a new site is needed. Files that are
    /// neither there nor were (an editor's own) are passed over. With `sketches`, an article whose change reaches further than its page
    /// is [sketched](catalogue::sketch) meanwhile.
    pub fn amend(&mut self, fs: &dyn FileSystem, touched: &Touched, sketches: bool) -> Amended {
        let Touched::Paths(paths) = touched else {
            return Amended::Not;
        };
        let mut changes = Vec::new();
        let mut whole = Amended::Nothing;
        for path in paths {
            let known = below(&self.settings, path).and_then(|below| self.article_at(&below));
            match known {
                Some(file) => changes.push(file),
                // Discovery passes over hidden files; editors keep theirs in them.
                None if is_hidden(path) => {}
                None if self.concerns(fs, path) && sketches => whole = Amended::Sketched,
                None if self.concerns(fs, path) => return Amended::Not,
                None => {}
            }
        }
        if sketches && changes.len() > MOST_SKETCHES {
            return Amended::Not;
        }
        for file in changes {
            let amended = self.amend_article(fs, file, sketches);
            if amended == Amended::Not && !sketches {
                return amended;
            }
            whole = whole.max(amended);
        }
        whole
    }

    /// Puts the present text of an article in the place of the one that is known.
    fn amend_article(&mut self, fs: &dyn FileSystem, file: FileId, sketches: bool) -> Amended {
        let limit = self.settings.limits.article_bytes;
        let path = self.settings.place(self.sources.get(file).path.as_str());
        // What is not read as a whole is none of the sentences.
        let (Ok(bytes), Some(key)) = (fs.read(&path, limit), self.article_of(file)) else {
            return Amended::Not;
        };
        let how = How {
            options: reading::parse_options(&self.settings, self.sources.get(file).path.as_str()),
            expected: self.expected(file),
        };
        let document = Arc::new(parse::parse_in(&bytes, how.options, how.expected));
        if self.site.article(key).document.hash == document.hash {
            return Amended::Nothing;
        }
        let amended = if catalogue::amend(&mut self.site, key, document.clone()) {
            Amended::Wholly
        } else if sketches
            && catalogue::sketch(&mut self.site, &self.sources, &self.settings, key, document)
        {
            Amended::Sketched
        } else {
            return Amended::Not;
        };
        self.made.forget(&self.site, key);
        amended
    }

    fn expected(&self, file: FileId) -> Option<parse::Expected> {
        let levels = &self
            .settings
            .levels
            .resolve(&self.sources, std::iter::empty());
        let is_judged = crate::check::judges_language(levels, file);
        is_judged
            .then(|| reading::expected(&self.settings, self.sources.get(file)))
            .flatten()
    }

    /// The settings that hold.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The site.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The file of the content that an article is written in.
    pub fn path_of(&self, article: &Article) -> PathBuf {
        let path = &self.sources.get(article.file).path;
        self.settings.place(path.as_str())
    }

    /// The folders of the content, without the content folder itself.
    pub fn folders(&self) -> impl Iterator<Item = &Path> {
        self.folders.iter().map(PathBuf::as_path)
    }

    /// The article that is at a path below the content folder.
    fn article_at(&self, path: &SitePath) -> Option<FileId> {
        let files = &self.sources.files;
        let at = files
            .binary_search_by(|source| source.path.cmp(path))
            .ok()?;
        let is_article = files[at].kind == SourceKind::Article;
        is_article.then(|| FileId(u32::try_from(at).expect("fewer than 2^32 files")))
    }

    fn article_of(&self, file: FileId) -> Option<crate::model::ArticleKey> {
        let is_it = |(_, article): &(_, &Article)| article.file == file;
        self.site.iter().find(is_it).map(|(key, _)| key)
    }

    /// Whether a path that is no article matters: it is, or becomes, something that the site is made of, or lies above it. Others
    /// lie beside it, as `package.json` does.
    fn concerns(&self, fs: &dyn FileSystem, path: &Path) -> bool {
        let Settings {
            project, content, ..
        } = &self.settings;
        let theme = ["templates", "locales"].map(|name| project.join(name));
        if theme.iter().any(|folder| path.starts_with(folder))
            || [project, content].iter().any(|own| own.starts_with(path))
            || self.settings.file.as_deref() == Some(path)
        {
            return true;
        }
        let roots = &self.settings.layout.roots;
        if roots.iter().any(|root| root.folder.starts_with(path)) {
            return true;
        }
        let Some(below) = below(&self.settings, path) else {
            return false;
        };
        let below = Path::new(below.as_str());
        let mut files = self.sources.files.iter();
        fs.exists(path) || files.any(|it| Path::new(it.path.as_str()).starts_with(below))
    }

    fn run<'s>(&'s self, fs: &'s dyn FileSystem) -> Run<'s> {
        Run {
            fs,
            settings: &self.settings,
            sources: &self.sources,
            threads: &self.threads,
            progress: &Silent,
        }
    }

    fn frame(&self) -> Frame<'_> {
        Frame::again(
            &self.site,
            &self.settings,
            &self.theme,
            &self.translations,
            &self.reached,
            &self.files,
            self.shared.clone(),
        )
    }
}

fn is_hidden(path: &Path) -> bool {
    let name = path.file_name();
    name.is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// The path in the site of a file on disk: below the content folder, or below a folder that stands elsewhere in the site.
fn below(settings: &Settings, path: &Path) -> Option<SitePath> {
    let named = |root: &Path, at: &str| {
        let relative = path.strip_prefix(root).ok()?.to_str()?;
        let slash = if at.is_empty() || relative.is_empty() {
            ""
        } else {
            "/"
        };
        let path = format!("{at}{slash}{relative}");
        (!path.is_empty()).then(|| SitePath::new(path))
    };
    let roots = settings.layout.roots.iter();
    let mut roots = roots.filter_map(|root| named(&root.folder, &root.at));
    roots.next().or_else(|| named(&settings.content, ""))
}
