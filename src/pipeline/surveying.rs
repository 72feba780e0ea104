//! Steps 1 to 3 for those who only want to look: the site, and what is known about its translations.

use crate::catalogue::{self, Parsed};
use crate::config::Settings;
use crate::discover;
use crate::failure::Failure;
use crate::fs::FileSystem;
use crate::model::Site;
use crate::source::Sources;
use crate::translation::{self, Translations};

use super::parallel::Threads;
use super::source_tree::SourceTree;
use super::{Progress, Run, reading};

/// A site that was looked at.
#[derive(Debug)]
pub struct Survey {
    /// Every file.
    pub sources: Sources,
    /// The site.
    pub site: Site,
    /// What is known about its translations.
    pub translations: Translations,
    /// The history of the source, when it is in git.
    pub source_tree: Option<SourceTree>,
}

/// Reads a whole site without judging or writing anything.
///
/// # Errors
/// When the surroundings are wrong.
pub fn survey(
    fs: &dyn FileSystem,
    settings: &Settings,
    progress: &dyn Progress,
) -> Result<Survey, Failure> {
    let threads = &Threads::start(settings.jobs)?;
    progress.phase("discover", 0);
    let found = discover::discover(fs, settings)?;
    let read = reading::parse_all(
        &Run {
            fs,
            settings,
            sources: &found.sources,
            threads,
            progress,
        },
        &found.locales,
    );
    let parsed = Parsed {
        sources: &found.sources,
        locales: found.locales,
        documents: read.documents,
        tocs: read.tocs,
        oddities: found.oddities.into_iter().chain(read.oddities).collect(),
    };
    let site = catalogue::assemble(parsed, settings, threads);
    progress.done();
    let mut translations = translations(&site, settings);
    let source_tree = SourceTree::open(settings, &site, translations.source)?;
    if let Some(tree) = &source_tree {
        if let Some(names) = tree.ids_outside(settings) {
            translations.know_source(names);
        }
        let behind = tree.behind(fs, settings, &site, &found.sources, &translations)?;
        translations.know_behind(behind);
    }
    Ok(Survey {
        sources: found.sources,
        site,
        translations,
        source_tree,
    })
}

/// What is known about the translations of a site.
pub(super) fn translations(site: &Site, settings: &Settings) -> Translations {
    let source = settings.source_locale.as_ref();
    let source = source.and_then(|locale| site.locales.position(locale));
    translation::survey(site, source, &settings.localization)
}
