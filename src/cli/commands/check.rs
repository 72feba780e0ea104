//! `polydoc check`: the same as `build` without writing, perhaps for some files only.

use crate::config::{self, Place};
use crate::failure::Failure;
use crate::fs::Disk;
use crate::pipeline::{self, Goal};
use crate::publish::StageOptions;

use super::super::args::{CheckArgs, Global};
use super::super::progress::Bar;
use super::super::terminal::Terminal;
use super::super::{Outcome, environment};
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
    let selected = config::settings(
        &Disk,
        &environment()?,
        &place,
        &args.selection.flags(global),
        &rules,
    )?;
    report_files::ready(&args.selection)?;
    report::introduce(&selected.settings, terminal);
    let found = {
        let bar = Bar::new(terminal);
        pipeline::run(
            &Disk,
            &selected.settings,
            Goal::Check,
            &bar,
            &StageOptions::default(),
        )?
    };
    let shown = Shown {
        work: Work::Checked,
        selection: &args.selection,
        selected: &selected,
        watch,
    };
    report::show(&shown, found, terminal)
}
