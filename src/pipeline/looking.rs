//! From the files that were found to the site: steps 2 and 3 of the story, and all three for those who only want to look.

use crate::catalogue::{self, Parsed};
use crate::config::Settings;
use crate::discover;
use crate::failure::Failure;
use crate::fs::FileSystem;
use crate::l10n::Locales;
use crate::model::{Oddity, Site};
use crate::source::Sources;

use super::memo::Memo;
use super::parallel::Threads;
use super::{Progress, Run, Timings, reading};

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
    let mut timings = Timings::default();
    progress.phase("discover", 0);
    let found = discover::discover(fs, settings)?;
    let run = Run {
        fs,
        settings,
        sources: &found.sources,
        threads,
        progress,
    };
    let site = site_of(
        &run,
        found.locales,
        found.oddities,
        &mut Memo::none(),
        &mut timings,
    );
    progress.done();
    Ok(Look {
        sources: found.sources,
        site,
    })
}

/// Steps 2 and 3: parses every file that was found, and puts the documents together.
pub(super) fn site_of(
    run: &Run<'_>,
    locales: Locales,
    oddities: Vec<Oddity>,
    memo: &mut Memo,
    timings: &mut Timings,
) -> Site {
    let read = timings.time("parse", || reading::parse_all(run, &locales, memo));
    let parsed = Parsed {
        sources: run.sources,
        locales,
        documents: read.documents,
        tocs: read.tocs,
        oddities: oddities.into_iter().chain(read.oddities).collect(),
    };
    run.progress.phase("catalogue", 0);
    timings.time("catalogue", || {
        catalogue::assemble(parsed, run.settings, run.threads)
    })
}
