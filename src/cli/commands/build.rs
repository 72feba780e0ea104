//! `polydoc build`: reads the settings, runs the pipeline, shows what it found and what it wrote.

use globset::GlobSet;

use crate::config;
use crate::failure::Failure;
use crate::fs::Disk;
use crate::pipeline::{self, Goal};
use crate::publish::StageOptions;

use super::super::args::{BuildArgs, Global};
use super::super::progress::Bar;
use super::super::terminal::Terminal;
use super::super::{Outcome, environment};
use super::closing;
use super::report::{self, Shown, Work};
use super::report_files;

/// Builds a site.
pub(in crate::cli) fn run(
    global: &Global,
    args: &BuildArgs,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    let watch = report::Watch::start();
    let rules = super::rules::names();
    let selected = config::settings(
        &Disk,
        &environment()?,
        &args.place(),
        &args.flags(global),
        &rules,
    )?;
    report_files::ready(&args.selection)?;
    report::introduce(&selected.settings, terminal);
    if args.verify {
        let bar = Bar::new(terminal);
        let verified = pipeline::verify(&Disk, &selected.settings, &bar)?;
        drop(bar);
        terminal.say(&format!(
            "verified: builds on 1 and on {} threads give the same {}",
            verified.threads,
            closing::counted(verified.files, "file", "files")
        ));
    }
    let goal = if args.strict {
        Goal::PublishIfClean
    } else {
        Goal::Publish
    };
    let waiting = |process: Option<u32>| wait(terminal, process);
    let protected = vec![
        selected.settings.project.clone(),
        selected.settings.content.clone(),
    ];
    let keep = match selected.settings.shard {
        None => selected.settings.keep.clone(),
        // What it names stands in the folder of the whole site.
        Some(_) => GlobSet::empty(),
    };
    let options = StageOptions {
        adopt: args.adopt,
        keep,
        protected,
        waiting: &waiting,
        ..StageOptions::default()
    };
    let found = {
        let bar = Bar::new(terminal);
        let cache = args.caching.cache(&selected.settings);
        let cache = cache.explaining(args.explain.clone());
        pipeline::run_with(&cache, &Disk, &selected.settings, goal, &bar, &options)?
    };
    let shown = Shown {
        work: Work::Built,
        selection: &args.selection,
        selected: &selected,
        since: None,
        watch,
    };
    let held_back = found.published.is_none() && found.errors_elsewhere > 0;
    let elsewhere = found.errors_elsewhere;
    let explained = found.explained.clone();
    let outcome = report::show(&shown, found, terminal)?;
    for line in explained {
        terminal.say(&line);
    }
    if held_back && outcome == Outcome::Clean && !args.selection.no_fail {
        let errors = closing::counted(elsewhere, "error", "errors");
        terminal.say(&format!("not published: other shares tell {errors}"));
        return Ok(Outcome::ContentErrors);
    }
    Ok(outcome)
}

/// Says that another build is waited for.
pub(super) fn wait(terminal: &Terminal, process: Option<u32>) {
    let who = process.map_or(String::new(), |process| format!(" (process {process})"));
    terminal.say(&format!(
        "waiting for another build into the same folder{who}"
    ));
}
