//! The site that an `l10n` command looks at, and which of its languages are meant.

use std::path::{Path, PathBuf};

use crate::config::{self, Flags, Place, Settings};
use crate::failure::Failure;
use crate::fs::{Disk, FileSystem as _};
use crate::model::Article;
use crate::pipeline::{self, Survey};
use crate::source::{LineIndex, LocaleIndex, TextRange};
use crate::translation::Work;

use super::super::super::args::Global;
use super::super::super::environment;
use super::super::super::progress::Bar;
use super::super::super::terminal::Terminal;
use super::super::rules;

/// A site with its settings.
pub(super) struct Surveyed {
    pub(super) settings: Settings,
    pub(super) survey: Survey,
}

impl Surveyed {
    /// Reads the site in a folder.
    pub(super) fn read(
        global: &Global,
        folder: Option<&Path>,
        today: Option<crate::model::Date>,
        terminal: &Terminal,
    ) -> Result<Self, Failure> {
        let place = Place::Folder(folder.map_or_else(|| PathBuf::from("."), Path::to_owned));
        let flags = Flags {
            config: global.config.clone(),
            today,
            reads_only: true,
            ..Flags::default()
        };
        let selected = config::settings(&Disk, &environment()?, &place, &flags, &rules::names())?;
        let bar = Bar::new(terminal);
        let survey = pipeline::survey(&Disk, &selected.settings, &bar)?;
        Ok(Self {
            settings: selected.settings,
            survey,
        })
    }

    /// The language of a tag.
    pub(super) fn locale(&self, tag: &str) -> Result<LocaleIndex, Failure> {
        let locales = &self.survey.site.locales;
        locales.find(tag).ok_or_else(|| {
            let tags: Vec<&str> = locales.0.iter().map(|locale| locale.id.as_str()).collect();
            let failure = Failure::usage(format!("the site has no language `{tag}`"));
            match crate::check::nearest(tag, tags.iter().copied()) {
                Some(near) => failure.hint(format!("did you mean `{near}`?")),
                None => failure.hint(format!("it has {}", tags.join(", "))),
            }
        })
    }

    /// The work that a path means in a language: below its folder or with it, with or without `.md`, under the name that it
    /// has there or elsewhere.
    pub(super) fn work(&self, locale: LocaleIndex, path: &str) -> Result<&Work, Failure> {
        let Survey {
            site, translations, ..
        } = &self.survey;
        let folder = &*site.locales.get(locale).folder;
        let path = path.replace('\\', "/");
        let content = self.settings.content.display().to_string();
        let path = path.strip_prefix("./").unwrap_or(&path);
        let path = path
            .strip_prefix(&content)
            .map_or(path, |rest| rest.trim_start_matches('/'));
        let name = path.strip_suffix(".md").unwrap_or(path);
        let below = name
            .strip_prefix(folder)
            .and_then(|rest| rest.strip_prefix('/'))
            .unwrap_or(name);
        let own = |work: &&Work| {
            let edition = work.edition(locale);
            edition.is_some_and(|edition| site.article(edition.article).id.as_str() == below)
        };
        let works = || translations.works.iter();
        // A name in this language is stronger than the same name elsewhere; a last name alone is enough when only one has it.
        let mut ending = works().filter(|work| work.id.name() == below);
        let found = works()
            .find(own)
            .or_else(|| works().find(|work| work.id.as_str() == below))
            .or_else(|| ending.next().filter(|_| ending.next().is_none()));
        found.ok_or_else(|| {
            let names = translations.works.iter().map(|work| work.id.as_str());
            let failure = Failure::usage(format!("no language has an article `{below}`"));
            match crate::check::nearest(below, names) {
                Some(near) => failure.hint(format!("did you mean `{near}`?")),
                None => failure.hint(format!(
                    "give its path below the folder `{folder}`, for example `guide/start`"
                )),
            }
        })
    }

    /// The path of an article's file as one would type it, with line and column of a place in it.
    pub(super) fn place(&self, article: &Article, range: TextRange) -> String {
        let path = &self.survey.sources.get(article.file).path;
        let path = self.settings.place(path.as_str());
        let text = std::path::Path::new(&path);
        let bytes = Disk
            .read(text, self.settings.limits.article_bytes)
            .unwrap_or_default();
        let decoded = crate::parse::decode(&bytes);
        let at = LineIndex::new(&decoded).position(range.start as usize);
        format!("{}:{}:{}", path.display(), at.line, at.column)
    }

    /// The languages of some tags; all of them without any.
    pub(super) fn locales(&self, tags: &[String]) -> Result<Vec<LocaleIndex>, Failure> {
        if tags.is_empty() {
            let all = self.survey.site.locales.iter();
            return Ok(all.map(|(locale, _)| locale).collect());
        }
        let mut locales = tags
            .iter()
            .map(|tag| self.locale(tag))
            .collect::<Result<Vec<_>, _>>()?;
        locales.sort_unstable();
        locales.dedup();
        Ok(locales)
    }

    /// The tag of a language.
    pub(super) fn tag(&self, locale: LocaleIndex) -> &str {
        self.survey.site.locales.get(locale).id.as_str()
    }
}
