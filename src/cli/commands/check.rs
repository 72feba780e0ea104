//! `polydoc check`: the same as `build` without writing, perhaps for some files only.

use std::path::Path;

use crate::config::{self, Place, Settings};
use crate::failure::Failure;
use crate::fs::{Disk, replace};
use crate::pipeline::{self, Goal, Report};
use crate::publish::StageOptions;

use super::super::args::{CheckArgs, Global};
use super::super::progress::Bar;
use super::super::terminal::Terminal;
use super::super::{Outcome, environment};
use super::closing;
use super::report::{self, Shown, Work};
use super::report_files;

/// Checks a site.
pub(in crate::cli) fn run(
    global: &Global,
    args: &CheckArgs,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    let watch = report::Watch::start();
    let rules = super::rules::names();
    let place = Place::Paths(args.paths.clone());
    let mut selected =
        config::settings(&Disk, &environment()?, &place, &args.flags(global), &rules)?;
    report_files::ready(&args.selection)?;
    if let Some(file) = &args.write_baseline {
        replace::may_replace(file).map_err(|error| unwritable(file, &error))?;
    }
    report::introduce(&selected.settings, terminal);
    if let Some(revision) = &args.since {
        let before = pipeline::before(&selected.settings, revision)?;
        selected.settings.before = Some(before.findings);
        selected.settings.external.known = before.addresses;
    }
    let found = {
        let bar = Bar::new(terminal);
        let cache = args.caching.cache(&selected.settings).reads_only();
        pipeline::run_with(
            &cache,
            &Disk,
            &selected.settings,
            Goal::Check,
            &bar,
            &StageOptions::default(),
        )?
    };
    if let Some(file) = &args.write_baseline {
        return accept(file, &selected.settings, &found, terminal);
    }
    let shown = Shown {
        work: Work::Checked,
        selection: &args.selection,
        selected: &selected,
        since: args.since.as_deref(),
        watch,
    };
    report::show(&shown, found, terminal)
}

/// Writes all findings into a file that later runs take as known.
fn accept(
    file: &Path,
    settings: &Settings,
    found: &Report,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    let baseline = pipeline::baseline(&Disk, settings, found)?;
    replace::replace(file, baseline.write().as_bytes())
        .map_err(|error| unwritable(file, &error))?;
    let findings = closing::counted(baseline.len(), "finding", "findings");
    terminal.say(&format!("accepted {findings}: {}", file.display()));
    Ok(Outcome::Clean)
}

fn unwritable(file: &Path, error: &std::io::Error) -> Failure {
    let message = format!("cannot write the baseline `{}`", file.display());
    let failure = Failure::environment(message).cause(error);
    match error.kind() {
        std::io::ErrorKind::NotFound => failure.hint("make its folder first"),
        _ => failure,
    }
}
