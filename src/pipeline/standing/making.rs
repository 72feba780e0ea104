//! Files of the output, made when they are asked for. Pages are made each time: that is as fast as keeping them. What is made of
//! many pages is kept until one of them changes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use crate::catalogue::{self, Mapper};
use crate::failure::Failure;
use crate::fs::FileSystem;
use crate::model::{ArticleKey, Artifact, Body, OutputPath, PageId, Shown, Site};
use crate::render::{self, Frame};
use crate::search;
use crate::source::LocaleIndex;

use super::super::writing;
use super::Standing;

/// Files by path.
type Files = BTreeMap<OutputPath, Body>;

/// Something that is made when it is first wanted, by one at a time.
#[derive(Debug)]
pub(super) struct Slot<T>(Mutex<Option<Arc<T>>>);

impl<T> Slot<T> {
    pub(super) fn empty() -> Self {
        Self(Mutex::new(None))
    }

    pub(super) fn get(&self, make: impl FnOnce() -> Result<T, Failure>) -> Result<Arc<T>, Failure> {
        let mut slot = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = &*slot {
            return Ok(made.clone());
        }
        let made = Arc::new(make()?);
        *slot = Some(made.clone());
        Ok(made)
    }
}

/// What was made of many pages.
#[derive(Debug)]
pub(super) struct Made {
    /// The outputs of each language.
    locales: Vec<Slot<Files>>,
    /// The search index of each language.
    indexes: Vec<Slot<Files>>,
    /// The outputs of the whole site.
    site: Slot<Files>,
    /// All findings.
    pub(super) findings: Slot<Vec<crate::diagnostics::Diagnostic>>,
}

impl Made {
    pub(super) fn nothing(locales: usize) -> Self {
        let slots = || (0..locales).map(|_| Slot::empty()).collect();
        Self {
            locales: slots(),
            indexes: slots(),
            site: Slot::empty(),
            findings: Slot::empty(),
        }
    }

    /// Forgets what the text of an article has gone into: the index of its own language, and of those that show it too.
    pub(super) fn forget(&mut self, site: &Site, key: ArticleKey) {
        let article = site.article(key);
        let shows = |locale: usize| {
            let locale = LocaleIndex(u16::try_from(locale).expect("fewer than 2^16 languages"));
            let stand_in = site.stand_in(&article.id, locale);
            article.locale == locale || stand_in.is_some_and(|stand_in| stand_in.shown == key)
        };
        for (at, slot) in self.indexes.iter_mut().enumerate() {
            if shows(at) {
                *slot = Slot::empty();
            }
        }
        for slot in &mut self.locales {
            *slot = Slot::empty();
        }
        self.site = Slot::empty();
        self.findings = Slot::empty();
    }
}

impl Standing {
    /// The page whose file that is.
    pub fn page_at(&self, path: &OutputPath) -> Option<PageId> {
        let url = catalogue::url_of(path);
        self.site.by_url.get(&url).copied()
    }

    /// A file of the output; `None` when there is none at that path.
    ///
    /// # Errors
    /// When a template fails, or a file is not what it was when the site was read.
    pub fn artifact(
        &self,
        fs: &dyn FileSystem,
        path: &OutputPath,
    ) -> Result<Option<Vec<u8>>, Failure> {
        let run = self.run(fs);
        let frame = self.frame();
        if let Some(page) = self.page_at(path)
            && let Some(rendered) = writing::render_page(&run, &frame, page)?
        {
            return self.bytes(fs, &rendered.page.body).map(Some);
        }
        // The Markdown of a page is made with it.
        if let Some(stem) = path.as_str().strip_suffix(".md")
            && let Some(beside) = OutputPath::new(&format!("{stem}.html"))
            && let Some(page) = self.page_at(&beside)
            && let Some(rendered) = writing::render_page(&run, &frame, page)?
            && let Some(markdown) = rendered.markdown.filter(|it| it.path == *path)
        {
            return self.bytes(fs, &markdown.body).map(Some);
        }
        let assets = self.theme.assets();
        if let Some(asset) = assets.iter().find(|asset| asset.path == *path) {
            return Ok(Some(asset.bytes.to_vec()));
        }
        if let Some(from) = self.copies.get(path) {
            return self.read(fs, from).map(Some);
        }
        for locale in self.locales_of(path) {
            if let Some(body) = self.outputs_of(&frame, locale)?.get(path) {
                return self.bytes(fs, body).map(Some);
            }
            if self.is_in_index(locale, path)
                && let Some(body) = self.index_of(fs, &frame, locale)?.get(path)
            {
                return self.bytes(fs, body).map(Some);
            }
        }
        match self.outputs_of_site(&frame)?.get(path) {
            Some(body) => self.bytes(fs, body).map(Some),
            None => Ok(None),
        }
    }

    /// Every path of the output.
    ///
    /// # Errors
    /// As [`Standing::artifact`].
    pub fn paths(&self, fs: &dyn FileSystem) -> Result<BTreeSet<OutputPath>, Failure> {
        let frame = self.frame();
        let mut paths: BTreeSet<OutputPath> = self.copies.keys().cloned().collect();
        paths.extend(self.theme.assets().iter().map(|asset| asset.path.clone()));
        let drawn = self.site.pages.iter().filter(|page| {
            matches!(
                page.shown,
                Shown::Article(_) | Shown::Fallback(_) | Shown::Folder(_)
            )
        });
        for page in drawn {
            let path = catalogue::output_path(&page.url);
            let markdown = path.as_str().strip_suffix(".html");
            let markdown = markdown.and_then(|stem| OutputPath::new(&format!("{stem}.md")));
            if self.settings.has_output("markdown", false)
                && page.own_article().is_some()
                && let Some(markdown) = markdown
            {
                paths.insert(markdown);
            }
            paths.insert(path);
        }
        for (locale, _) in self.site.locales.iter() {
            paths.extend(self.outputs_of(&frame, locale)?.keys().cloned());
            paths.extend(self.index_of(fs, &frame, locale)?.keys().cloned());
        }
        paths.extend(self.outputs_of_site(&frame)?.keys().cloned());
        Ok(paths)
    }

    /// The languages whose outputs a path may belong to: the one whose folder it lies in; or the
    /// one whose search it belongs to.
    fn locales_of(&self, path: &OutputPath) -> Vec<LocaleIndex> {
        let first = path.as_str().split('/').next().unwrap_or_default();
        let is_it = |index: LocaleIndex, url: &str| first == url || self.is_in_index(index, path);
        let locales = self.site.locales.iter();
        locales
            .filter(|(index, locale)| is_it(*index, &locale.url))
            .map(|(index, _)| index)
            .collect()
    }

    fn is_in_index(&self, locale: LocaleIndex, path: &OutputPath) -> bool {
        let folder = search::folder(&self.site.locales.get(locale).url);
        let below = path.as_str().strip_prefix(&folder);
        below.is_some_and(|rest| rest.starts_with('/'))
    }

    fn outputs_of(&self, frame: &Frame<'_>, locale: LocaleIndex) -> Result<Arc<Files>, Failure> {
        self.made.locales[locale.index()].get(|| render::of_locale(frame, locale).map(by_path))
    }

    fn outputs_of_site(&self, frame: &Frame<'_>) -> Result<Arc<Files>, Failure> {
        self.made.site.get(|| render::of_site(frame).map(by_path))
    }

    /// The search index of a language, for which all its pages are looked at.
    fn index_of(
        &self,
        fs: &dyn FileSystem,
        frame: &Frame<'_>,
        locale: LocaleIndex,
    ) -> Result<Arc<Files>, Failure> {
        self.made.indexes[locale.index()].get(|| {
            if !self.settings.has_output("search", true) {
                return Ok(Files::new());
            }
            let run = self.run(fs);
            let pages = &frame.pages[locale.index()];
            let found = self.threads.map(pages.len(), |at| {
                let rendered = writing::render_page(&run, frame, pages[at])?;
                Ok(rendered.and_then(|rendered| rendered.found))
            });
            let found = found.into_iter().filter_map(Result::transpose);
            let found: Vec<search::Page> = found.collect::<Result<_, Failure>>()?;
            Ok(by_path(render::index(frame, locale, &found).artifacts))
        })
    }

    fn bytes(&self, fs: &dyn FileSystem, body: &Body) -> Result<Vec<u8>, Failure> {
        match body {
            Body::Bytes(bytes) => Ok(bytes.clone()),
            Body::CopyOf(from, _) => self.read(fs, from),
        }
    }

    #[expect(clippy::unused_self, reason = "reading is the site's business")]
    fn read(&self, fs: &dyn FileSystem, from: &std::path::Path) -> Result<Vec<u8>, Failure> {
        let read = fs.read(from, u64::MAX);
        read.map_err(|error| {
            Failure::changed(format!("cannot read `{}`", from.display())).cause(&error)
        })
    }
}

fn by_path(artifacts: Vec<Artifact>) -> Files {
    let files = artifacts.into_iter();
    files
        .map(|artifact| (artifact.path, artifact.body))
        .collect()
}
