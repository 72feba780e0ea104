//! The site that an `l10n` command looks at, and which of its languages are meant.

use std::path::{Path, PathBuf};

use crate::config::{self, Flags, Place, Settings};
use crate::failure::Failure;
use crate::fs::Disk;
use crate::pipeline::{self, Survey};
use crate::source::LocaleIndex;

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
