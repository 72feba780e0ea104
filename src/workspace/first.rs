//! A large site while it is read for the first time: whoever asks for a page gets it as soon as its own language is read.
//!
//! A part holds a language with the source language beside it. Its pages are right in all that lies within; they do not know the
//! other languages yet.

use std::collections::HashMap;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use crate::config::Settings;
use crate::discover;
use crate::failure::Failure;
use crate::l10n::Locales;
use crate::pipeline::{Memo, Standing, Touched};
use crate::source::{LocaleIndex, SourceKind};

use super::{Files, State, lock};

/// What answers for an address: the site, or the part that is read of it.
#[derive(Debug)]
pub enum Stood<'s> {
    /// The whole site.
    Whole(&'s Standing),
    /// A part of it.
    Part(Arc<Standing>),
}

impl Deref for Stood<'_> {
    type Target = Standing;

    fn deref(&self) -> &Standing {
        match self {
            Self::Whole(standing) => standing,
            Self::Part(standing) => standing,
        }
    }
}

impl State {
    /// What answers for a path of the output; `None` when nothing can be made.
    ///
    /// # Errors
    /// Those of [`Standing::new`].
    pub fn standing_for(&self, fs: &Files, path: &str) -> Result<Option<Stood<'_>>, Failure> {
        match (&self.standing, &self.first) {
            (Some(standing), _) => Ok(Some(Stood::Whole(standing))),
            (None, Some(first)) => first.part(fs, path).map(Stood::Part).map(Some),
            (None, None) => Ok(None),
        }
    }

    /// The languages of the site, as far as they are known.
    pub fn locales(&self) -> Option<&Locales> {
        let standing = self.standing.as_ref().map(|it| &it.site().locales);
        standing.or_else(|| Some(&self.first.as_ref()?.locales))
    }
}

/// What is known of a site before it is read.
#[derive(Debug)]
pub struct First {
    settings: Settings,
    locales: Locales,
    folders: Vec<PathBuf>,
    articles: usize,
    parts: Mutex<HashMap<LocaleIndex, Arc<Standing>>>,
}

impl First {
    /// Looks which files there are; `None` when they are fewer than `large`.
    pub(super) fn look(
        fs: &Files,
        settings: Settings,
        large: usize,
    ) -> Result<Option<Self>, Failure> {
        let found = discover::discover(fs, &settings)?;
        let files = found.sources.files.iter();
        let articles = files.filter(|it| it.kind == SourceKind::Article).count();
        if articles < large || found.locales.is_empty() {
            return Ok(None);
        }
        Ok(Some(Self {
            settings,
            locales: found.locales,
            folders: found.folders,
            articles,
            parts: Mutex::default(),
        }))
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The languages.
    pub fn locales(&self) -> &Locales {
        &self.locales
    }

    /// How many files of articles there are.
    pub fn articles(&self) -> usize {
        self.articles
    }

    pub(super) fn folders(&self) -> impl Iterator<Item = &Path> {
        self.folders.iter().map(PathBuf::as_path)
    }

    /// The part of the site that a path of the output belongs to: that of the language in it, else one that is there, else that of
    /// the source language or the first.
    ///
    /// # Errors
    /// Those of [`Standing::new`].
    fn part(&self, fs: &Files, path: &str) -> Result<Arc<Standing>, Failure> {
        let mut parts = lock(&self.parts);
        // The language is in `/fr-fr/…` and in `/assets/search/fr-fr/…`.
        let mut names = path.split('/');
        let named = names.find_map(|name| self.locales.find(name));
        let some = || parts.keys().min().copied();
        let source = || self.locales.position(self.settings.source_locale.as_ref()?);
        let locale = named.or_else(some).or_else(source);
        let locale = locale.unwrap_or(LocaleIndex(0));
        if let Some(part) = parts.get(&locale) {
            return Ok(part.clone());
        }
        let mut settings = self.settings.clone();
        let with_source = [Some(locale), source()];
        settings.only = with_source
            .into_iter()
            .flatten()
            .map(|locale| self.locales.get(locale).id.clone())
            .collect();
        let part = Standing::new(fs, settings, &mut Memo::none(), &Touched::Anything)?;
        let part = Arc::new(part);
        parts.insert(locale, part.clone());
        Ok(part)
    }

    /// Forgets the parts, which are made again when they are asked for.
    pub(super) fn forget(&self) {
        lock(&self.parts).clear();
    }
}
