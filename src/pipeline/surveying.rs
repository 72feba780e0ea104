//! The site, and what is known about its translations, for those who only want to look.

use crate::config::Settings;
use crate::failure::Failure;
use crate::fs::FileSystem;
use crate::model::Site;
use crate::source::Sources;
use crate::translation::{self, Translations};

use super::source_tree::SourceTree;
use super::{Look, Progress, look};

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
    let Look { sources, site } = look(fs, settings, progress)?;
    let mut translations = translations(&site, settings);
    let source_tree = SourceTree::open(settings, &site, translations.source)?;
    if let Some(tree) = &source_tree {
        if let Some(names) = tree.ids_outside(settings) {
            translations.know_source(names);
        }
        let behind = tree.behind(fs, settings, &site, &sources, &translations)?;
        translations.know_behind(behind);
    }
    Ok(Survey {
        sources,
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
