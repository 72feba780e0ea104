//! The story: discover → parse → catalogue → check → render → publish, in this order, on one screen.
//!
//! The phases are plain functions over one item (a file, an article, a page); only this module maps them over many, reads
//! the texts they work on, and knows threads. No phase keeps the text or the HTML of the whole site.

use crate::check;
use crate::config::Settings;
use crate::diagnostics::{Counts, Severity};
use crate::discover::{self, Discovery};
use crate::failure::{Failure, FailureKind};
use crate::fs::FileSystem;
use crate::publish::{Stage, StageOptions};
use crate::source::Sources;
use crate::theme::ProjectTheme;

pub use asking::Asked;
pub use cache::{Cache, MadePages};
use cache::{KnownPages, Why};
pub use dashboard::dashboard;
pub use fixing::{FixedFile, Mended, Wishes, mend};
use gathered::Gathered;
use judging::Beyond;
pub use known::baseline;
pub use looking::{Look, look};
pub use memo::Memo;
pub use moving::{Change, Move, Rename, plan_move};
use parallel::Threads;
pub use report::{Progress, Report, Silent, Timings};
pub use sharding::{Amounts, Merged, merge};
use sharding::{Shares, Written};
pub use since::{Before, before};
pub use source_tree::{SourceChange, SourceTree};
pub use standing::{Amended, Standing, Touched};
pub use surveying::{Survey, survey};
pub use theming::words;
use verifying::Summed;
pub use verifying::{Sums, Verified, verify};
use writing::{Facts, Takers};

mod asking;
mod cache;
mod dashboard;
mod fixing;
mod gathered;
mod judging;
mod known;
mod looking;
mod memo;
mod moving;
mod parallel;
mod reading;
mod report;
mod sharding;
mod since;
mod source_tree;
mod standing;
mod surveying;
mod terms;
mod theming;
mod verifying;
mod writing;

/// What a run is to do beside what the settings say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Judge the content and write nothing.
    Check,
    /// Publish the site, whatever is wrong with the content.
    Publish,
    /// Publish the site unless there is an error.
    PublishIfClean,
    /// Make every file, write none, and tell its hash.
    Sum,
}

/// What every phase of one run works with.
#[derive(Clone, Copy)]
struct Run<'r> {
    fs: &'r dyn FileSystem,
    settings: &'r Settings,
    sources: &'r Sources,
    threads: &'r Threads,
    progress: &'r dyn Progress,
}

/// Builds or checks a site without remembering anything.
///
/// # Errors
/// Those of [`run_with`].
pub fn run(
    fs: &dyn FileSystem,
    settings: &Settings,
    goal: Goal,
    progress: &dyn Progress,
    stage_options: &StageOptions<'_>,
) -> Result<Report, Failure> {
    run_with(&Cache::none(), fs, settings, goal, progress, stage_options)
}

/// Builds or checks a site. When somebody changes the content meanwhile, everything begins anew, so that a site never
/// shows two states of it.
///
/// # Errors
/// When the surroundings are wrong: settings, templates, messages, or the file system. What is wrong with content is in the
/// report.
pub fn run_with(
    cache: &Cache,
    fs: &dyn FileSystem,
    settings: &Settings,
    goal: Goal,
    progress: &dyn Progress,
    stage_options: &StageOptions<'_>,
) -> Result<Report, Failure> {
    /// Somebody who saves a file once or twice is waited for; a program that writes without end is not.
    const ATTEMPTS: usize = 4;

    // What is remembered is remembered of whole sites.
    let none = Cache::none();
    let cache = settings.shard.map_or(cache, |_| &none);
    let mut attempt = 1;
    loop {
        match cache::recall(cache, fs, settings, goal, progress, stage_options) {
            Err(failure) if failure.kind == FailureKind::Changed && attempt < ATTEMPTS => {
                attempt += 1;
            }
            result => return result,
        }
    }
}

/// What a story begins with: step 1 done, and the project's own part of the theme read.
struct Beginning {
    threads: Threads,
    found: Discovery,
    theme: ProjectTheme,
    /// The output folder, when it was looked at already.
    stage: Option<Stage>,
    /// What an earlier run knew of the pages it made, and what this one finds out of its own.
    known: Option<KnownPages>,
    why: Why,
    timings: Timings,
}

/// Step 1.
///
/// With `stage_options` the output folder is looked at meanwhile.
fn begin(
    fs: &dyn FileSystem,
    settings: &Settings,
    progress: &dyn Progress,
    stage_options: Option<&StageOptions<'_>>,
) -> Result<Beginning, Failure> {
    let threads = Threads::start(settings.jobs)?;
    let mut timings = Timings::default();
    progress.phase("discover", 0);
    let open = |options| Stage::open_with(&settings.output, options, &threads);
    let (found, stage) = timings.time("discover", || {
        threads.both(
            || discover::discover(fs, settings),
            || stage_options.map(open).transpose(),
        )
    });
    Ok(Beginning {
        found: found?,
        theme: theming::project(fs, settings)?,
        stage: stage?,
        threads,
        known: None,
        why: Why::default(),
        timings,
    })
}

/// A content folder that lost its articles (a checkout that failed, a folder that was not mounted) must not take the published
/// site with it.
fn stays_published(settings: &Settings, stage: &Stage) -> Result<(), Failure> {
    let pages = stage.pages_to_remove();
    if pages == 0 {
        return Ok(());
    }
    let pages = if pages == 1 {
        "1 page that would be removed".to_owned()
    } else {
        format!("{pages} pages that would be removed")
    };
    let (content, output) = (settings.content.display(), settings.output.display());
    Err(Failure::environment(format!(
        "there is no article in `{content}`, but the site in `{output}` has {pages}"
    ))
    .hint("see whether the content is where it should be; the published site is as it was")
    .hint(format!(
        "if the site is to be empty, remove `{output}` first"
    )))
}

/// The six steps, once, from the first on.
#[expect(
    clippy::too_many_lines,
    reason = "the whole build is to be seen in one place"
)]
fn story(
    fs: &dyn FileSystem,
    settings: &Settings,
    goal: Goal,
    progress: &dyn Progress,
    stage_options: &StageOptions<'_>,
    beginning: Beginning,
) -> Result<Report, Failure> {
    let Beginning {
        threads,
        found,
        theme,
        mut stage,
        known: known_pages,
        why,
        mut timings,
    } = beginning;
    let threads = &threads;
    let theme = timings.time("theme", || theming::complete(theme, &found.locales))?;
    let run = Run {
        fs,
        settings,
        sources: &found.sources,
        threads,
        progress,
    };

    let borrowed = theming::borrowed_words(&theme, &found.locales);
    let oddities = [found.oddities, borrowed].concat();
    let site = looking::site_of(
        &run,
        found.locales,
        oddities,
        &mut Memo::none(),
        &mut timings,
    );

    let translations = timings.time("translations", || {
        let mut translations = surveying::translations(&site, settings);
        terms::look(&run, &site, &mut translations)?;
        Ok(translations)
    })?;

    let elsewhere = asking::ask(&run, &site, &mut timings)?;

    let facts = Facts {
        translations: &translations,
        reached: elsewhere.shown(),
    };

    let share = settings.shard.map(|_| Written::default());
    let takers = Takers {
        shares: Shares::of(settings),
        share: share.as_ref(),
        ..Takers::default()
    };

    // Pages that are judged are rendered before the judgement; the stage waits for it.
    let mut open = || match stage.take() {
        Some(stage) => Ok(stage),
        None => Stage::open_with(&settings.output, stage_options, threads),
    };
    let mut stage = None;
    let mut rendered = None;
    let mut search = None;
    if settings.judge_pages {
        stage = matches!(goal, Goal::Publish | Goal::PublishIfClean)
            .then(&mut open)
            .transpose()?;
        let gathered = Gathered::new(settings);
        let takers = Takers {
            stage: stage.as_ref(),
            pages: Some(&gathered),
            known: known_pages.as_ref(),
            ..takers
        };
        search = writing::write(&run, &site, &theme, facts, takers, &mut timings)?;
        rendered = Some(gathered.finish());
    }

    progress.phase("check", 0);
    let beyond = Beyond {
        translations: &translations,
        elsewhere: &elsewhere,
        rendered: rendered.as_ref(),
    };
    let mut judged = timings.time("check", || judging::judge(&run, &site, beyond));
    let has_docset = |path: &str| path.rsplit('/').next() == Some("docfx.json");
    let mut files = found.sources.files.iter();
    if !settings.layout.is_plain() || files.any(|source| has_docset(source.path.as_str())) {
        judged.found = check::once_per_target(judged.found, &found.sources);
    }

    let mut known = timings.time("known", || {
        known::sift(fs, settings, &found.sources, threads, judged.found)
    });

    let has_errors = known
        .found
        .iter()
        .any(|diagnostic| diagnostic.severity == Severity::Error);
    let errors_elsewhere = sharding::sift(&run, &site, &mut known, &mut judged.suppressed);
    let summed = Summed::default();
    let mut explained = Vec::new();
    let published = match goal {
        Goal::Check => None,
        Goal::PublishIfClean if has_errors => None,
        Goal::Sum => {
            let takers = Takers {
                sums: Some(&summed),
                ..takers
            };
            writing::write(&run, &site, &theme, facts, takers, &mut timings)?;
            None
        }
        Goal::Publish | Goal::PublishIfClean => {
            let stage = if let Some(stage) = stage {
                stage
            } else {
                let stage = open()?;
                let takers = Takers {
                    stage: Some(&stage),
                    known: known_pages.as_ref(),
                    ..takers
                };
                search = writing::write(&run, &site, &theme, facts, takers, &mut timings)?;
                stage
            };
            if site.articles.is_empty() {
                stays_published(settings, &stage)?;
            }
            if let Some(share) = share {
                share.close(&stage, settings, &theme, &site, Counts::of(&known.found))?;
            }
            let kept = known_pages
                .as_ref()
                .map(KnownPages::kept)
                .unwrap_or_default();
            explained = why.explain(settings, &found.sources, &site, &stage, &kept);
            progress.phase("publish", 0);
            Some(timings.time("publish", || stage.complete())?)
        }
    };
    progress.done();
    let (articles, pages) = sharding::amounts(settings, &site);
    let hashes = report::hashes(&site, &known.found);
    Ok(Report {
        hashes,
        diagnostics: known.found,
        known: known.known,
        fixed: known.fixed,
        suppressed: judged.suppressed,
        articles,
        pages,
        locales: site.locales.len(),
        errors_elsewhere,
        sources: found.sources,
        asked: elsewhere.asked,
        published: published.map(|finished| finished.published),
        site: published.and_then(|finished| finished.site),
        sums: summed.finish(),
        explained,
        known_pages: known_pages.map(KnownPages::finish).unwrap_or_default(),
        search,
        timings,
    })
}
