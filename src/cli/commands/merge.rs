//! `polydoc merge`: joins the shares of a site that several machines built, and publishes it.

use std::path::PathBuf;
use std::time::Instant;

use crate::config::Environment;
use crate::failure::Failure;
use crate::pipeline;
use crate::publish::StageOptions;

use super::super::progress::Bar;
use super::super::terminal::{Terminal, Voice};
use super::super::uploading::MergeArgs;
use super::super::{Outcome, environment};
use super::closing::{Closing, closing};
use super::report::{Work, searched};

/// Joins shares.
pub(in crate::cli) fn run(args: &MergeArgs, terminal: &Terminal) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let environment = environment()?;
    let output = output(args, &environment);
    let waiting = |process: Option<u32>| super::build::wait(terminal, process);
    let options = StageOptions {
        adopt: args.adopt,
        protected: args.shares.clone(),
        waiting: &waiting,
        ..StageOptions::default()
    };
    let jobs = args.jobs.map_or(environment.cores, usize::from);
    let merged = {
        let bar = Bar::new(terminal);
        pipeline::merge(&args.shares, &output, jobs, options, &bar)?
    };
    if let Some(search) = &merged.search {
        terminal.whisper(&searched(search));
    }
    let amounts = merged.amounts;
    let line = closing(&Closing {
        work: Work::Merged(merged.shards),
        articles: amounts.articles,
        pages: amounts.pages,
        locales: merged.locales,
        counts: amounts.counts,
        suppressed: 0,
        fixable: 0,
        since: None,
        known: None,
        took: start.elapsed(),
        output: Some(&output),
    });
    if terminal.voice == Voice::Quiet {
        terminal.say(&line);
    } else {
        terminal.result(&format!("{line}\n"))?;
    }
    let failed = amounts.counts.errors > 0 && !args.no_fail;
    Ok(if failed {
        Outcome::ContentErrors
    } else {
        Outcome::Clean
    })
}

/// Where the site goes.
fn output(args: &MergeArgs, environment: &Environment) -> PathBuf {
    let variable = environment.vars.get("POLYDOC_OUTPUT");
    let variable = variable.filter(|text| !text.trim().is_empty());
    let set = args.output.clone().or_else(|| variable.map(PathBuf::from));
    set.unwrap_or_else(|| PathBuf::from("public"))
}
