//! The translation status as one HTML file, without building the site.

use crate::config::Settings;
use crate::failure::Failure;
use crate::fs::FileSystem;
use crate::model::{Body, Reached};
use crate::render::{self, Frame, PublishedFiles};
use crate::source::LocaleIndex;

use super::parallel::Threads;
use super::surveying::Survey;
use super::theming;

/// The page of some languages of a site that was looked at; of all in the site's first language, else in the first of them.
///
/// # Errors
/// When the surroundings are wrong, or a template fails.
pub fn dashboard(
    fs: &dyn FileSystem,
    settings: &Settings,
    survey: &Survey,
    shown: &[LocaleIndex],
) -> Result<Vec<u8>, Failure> {
    let threads = &Threads::start(settings.jobs)?;
    let Survey {
        site, translations, ..
    } = survey;
    let theme = theming::load(fs, settings, &site.locales)?;
    let files = PublishedFiles::new();
    let reached = Reached::default();
    let frame = Frame::new(
        site,
        settings,
        &theme,
        translations,
        &reached,
        &files,
        threads,
    )?;
    Ok(
        match render::status_alone(&frame, shown)?.map(|page| page.body) {
            Some(Body::Bytes(bytes)) => bytes,
            _ => Vec::new(),
        },
    )
}
