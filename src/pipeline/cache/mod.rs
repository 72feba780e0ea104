//! What is remembered on disk from run to run, so that nothing is done twice. Only this module and `pipeline` know of it.
//!
//! | file | in | what it holds |
//! |---|---|---|
//! | `answers` | | a file system that notes what a run was told |
//! | `inputs` | `site-….cache` | what a run was made of: settings, theme, sources, answers; and whether that still holds |
//! | `told` | `site-….cache` | what the run said |
//! | `pages` | `site-….cache` | what the pages of each language were made of, and which files they are |
//! | `explain` | | why a file was written or kept, in words |
//! | `coded`, `file` | | bytes; files with checksums |
//!
//! Laws: a value is used only when everything it was made of is as it was; times are trusted only where they prove that, and contents
//! otherwise; a file of another polydoc, or with a single byte changed, is as good as none. So a run with a cache tells and writes
//! what one without it does.

use std::path::PathBuf;

use crate::config::{Asking, Settings};
use crate::failure::Failure;
use crate::fs::FileSystem;
use crate::publish::{Published, StageOptions};
use crate::source::ContentHash;

use super::{Beginning, Goal, Progress, Report, begin, story};
use answers::Answers;
use coded::{decoded, encoded};
use file::{Store, Unusable};
use inputs::{Ground, Inputs};
use told::Told;

pub(super) use explain::Why;
pub use pages::MadePages;
pub(super) use pages::{KnownPages, Standing};

mod answers;
mod coded;
mod explain;
mod file;
mod inputs;
mod pages;
mod told;

/// How the names of files of whole runs end.
const ENDING: &str = ".cache";

/// Where results are remembered, if they are.
#[derive(Clone, Debug, Default)]
pub struct Cache {
    folder: Option<PathBuf>,
    reads_only: bool,
    explain: Vec<PathBuf>,
}

impl Cache {
    /// Nothing is remembered.
    pub fn none() -> Self {
        Self::default()
    }

    /// In a folder, which is made when its parent is there.
    pub fn at(folder: PathBuf) -> Self {
        Self {
            folder: Some(folder),
            ..Self::default()
        }
    }

    /// It is to be told why these files were written or kept: paths of the content or of the output.
    #[must_use]
    pub fn explaining(self, explain: Vec<PathBuf>) -> Self {
        Self { explain, ..self }
    }

    /// What is there is used, and nothing is written.
    #[must_use]
    pub fn reads_only(self) -> Self {
        Self {
            reads_only: true,
            ..self
        }
    }
}

/// An earlier run under the same settings.
struct Record {
    inputs: Inputs,
    told: Told,
    /// The hash of the manifest of the site that it published.
    site: Option<ContentHash>,
    /// What its pages were made of.
    pages: Vec<MadePages>,
}

/// The folder of the cache, for one run.
struct Open {
    store: Store,
    reads_only: bool,
    /// The time on the clock of its file system before anything was looked at.
    now: i64,
}

impl Cache {
    /// Opens the folder, if anything may be remembered of a run: not what other sites answer, nor what is counted from a revision.
    fn open(&self, settings: &Settings, goal: Goal) -> Option<Open> {
        let folder = self.folder.as_ref()?;
        if goal == Goal::Sum || settings.external.asking != Asking::Off || settings.before.is_some()
        {
            return None;
        }
        let reads_only = self.reads_only;
        let (store, now) = if reads_only {
            (Store::open(folder)?, 0)
        } else {
            let store = Store::make(folder).ok()?;
            let now = store.now().ok()?;
            (store, now)
        };
        Some(Open {
            store,
            reads_only,
            now,
        })
    }
}

impl Open {
    fn record(&self, name: &str) -> Result<Record, Unusable> {
        let parts = self.store.read(name)?;
        let [inputs, told, site, pages] = &parts[..] else {
            return Err(Unusable::Damaged);
        };
        let read = || {
            Some(Record {
                inputs: decoded(inputs)?,
                told: decoded(told)?,
                site: decoded(site)?,
                pages: decoded(pages)?,
            })
        };
        read().ok_or(Unusable::Damaged)
    }

    /// Remembers a run. What cannot be written is not remembered; the run is none the worse.
    fn keep(&self, settings: &Settings, record: &Record) {
        if self.reads_only {
            return;
        }
        let Record {
            inputs,
            told,
            site,
            pages,
        } = record;
        let parts = [
            encoded(inputs),
            encoded(told),
            encoded(site),
            encoded(pages),
        ];
        let parts = parts.each_ref().map(Vec::as_slice);
        let written = self.store.write(&name(settings), &parts);
        let _ = written.and_then(|()| self.store.tidy(ENDING, self.now));
    }
}

/// The file of the runs under some settings.
fn name(settings: &Settings) -> String {
    format!("site-{}{ENDING}", settings.ingredients.hash().short())
}

/// The report of a run: that of an earlier one where everything is as it was, else of one more telling of the story, which is then
/// remembered.
pub(super) fn recall(
    cache: &Cache,
    fs: &dyn FileSystem,
    settings: &Settings,
    goal: Goal,
    progress: &dyn Progress,
    stage_options: &StageOptions<'_>,
) -> Result<Report, Failure> {
    let opened = cache.open(settings, goal);
    let record = opened.as_ref().map(|opened| opened.record(&name(settings)));
    let stands = match &record {
        Some(Ok(record)) => record.site.is_some() && publishes(record, goal),
        _ => false,
    };
    let mut beginning = begin(fs, settings, progress, stands.then_some(stage_options))?;
    beginning.why.asked.clone_from(&cache.explain);
    let (Some(opened), Some(record)) = (opened, record) else {
        beginning.why.unusable = Some(Unusable::Off);
        return story(fs, settings, goal, progress, stage_options, beginning);
    };
    let mut known = KnownPages::new(inputs::hash_of_theme(&beginning.theme));
    match record {
        Ok(mut record) => {
            let ground = beginning.ground(fs, settings, opened.now);
            let compared = record.inputs.compare(ground, &beginning.threads);
            if compared.is_same()
                && let Some(stood) = stand(&record, settings, goal, &mut beginning)?
            {
                if compared.is_stale {
                    opened.keep(settings, &record);
                }
                progress.done();
                let explained = beginning.why.explain_nothing(fs, settings);
                return Ok(record.told.again(goal, stood, beginning, explained));
            }
            beginning.why.compared = compared;
            known.remember(record.site, record.pages);
        }
        Err(Unusable::Missing) if !cache.explain.is_empty() => {
            // What is different from the run before, under other settings.
            let newest = opened.store.newest(ENDING);
            match newest.and_then(|name| opened.record(&name).ok()) {
                Some(mut record) => {
                    let ground = beginning.ground(fs, settings, opened.now);
                    beginning.why.compared = record.inputs.compare(ground, &beginning.threads);
                }
                None => beginning.why.unusable = Some(Unusable::Missing),
            }
        }
        Err(unusable) => beginning.why.unusable = Some(unusable),
    }
    if opened.reads_only {
        return story(fs, settings, goal, progress, stage_options, beginning);
    }
    beginning.known = Some(known);
    let inputs = Inputs::of(beginning.ground(fs, settings, opened.now));
    let answers = Answers::new(fs);
    let mut report = story(&answers, settings, goal, progress, stage_options, beginning)?;
    if let Some(inputs) = inputs.told(answers, settings) {
        let record = Record {
            inputs,
            told: Told::of(&report),
            site: report.site,
            pages: std::mem::take(&mut report.known_pages),
        };
        opened.keep(settings, &record);
    }
    Ok(report)
}

impl Beginning {
    fn ground<'g>(
        &'g self,
        fs: &'g dyn FileSystem,
        settings: &'g Settings,
        now: i64,
    ) -> Ground<'g> {
        Ground {
            fs,
            settings,
            found: &self.found,
            theme: &self.theme,
            now,
        }
    }
}

/// What became of the output folder.
#[derive(Clone, Copy)]
enum Stood {
    /// Nothing was to be published.
    Unpublished,
    /// It holds the site.
    Published(Published),
}

/// Whether a run with these findings publishes.
fn publishes(record: &Record, goal: Goal) -> bool {
    match goal {
        Goal::Publish => true,
        Goal::PublishIfClean => !record.told.has_errors(),
        Goal::Check | Goal::Sum => false,
    }
}

/// Looks whether the output folder holds the site of an earlier run. `None`: it must be made.
fn stand(
    record: &Record,
    settings: &Settings,
    goal: Goal,
    beginning: &mut Beginning,
) -> Result<Option<Stood>, Failure> {
    if !publishes(record, goal) {
        // What is in the index of a site that is rendered, and then held back, was counted by such a run alone.
        let is_counted = goal == Goal::PublishIfClean && settings.judge_pages;
        let is_known = !is_counted || record.told.search.is_some();
        return Ok(is_known.then_some(Stood::Unpublished));
    }
    let Some(site) = record.site else {
        return Ok(None);
    };
    let Beginning {
        threads,
        stage,
        timings,
        ..
    } = beginning;
    let Some(opened) = stage.take() else {
        return Ok(None);
    };
    if !timings.time("compare", || opened.stands(site, threads)) {
        *stage = Some(opened);
        return Ok(None);
    }
    let published = timings.time("publish", || opened.finish())?;
    Ok(Some(Stood::Published(published)))
}
