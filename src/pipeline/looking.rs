//! Steps 1 to 3 for those who only want to look at a site.

use crate::catalogue::{self, Parsed};
use crate::config::Settings;
use crate::discover;
use crate::failure::Failure;
use crate::fs::FileSystem;
use crate::model::Site;
use crate::source::Sources;

use super::parallel::Threads;
use super::{Progress, Run, reading};

/// A site that was read.
#[derive(Debug)]
pub struct Look {
    /// Every file.
    pub sources: Sources,
    /// The site.
    pub site: Site,
}

/// Reads a whole site without judging or writing anything.
///
/// # Errors
/// When the surroundings are wrong.
pub fn look(
    fs: &dyn FileSystem,
    settings: &Settings,
    progress: &dyn Progress,
) -> Result<Look, Failure> {
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
    progress.phase("catalogue", 0);
    let site = catalogue::assemble(parsed, settings, threads);
    progress.done();
    Ok(Look {
        sources: found.sources,
        site,
    })
}
