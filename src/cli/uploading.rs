//! The arguments of commands about sites that are built: `merge` and `changes`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueHint};

use crate::publish::STEPS;

/// Arguments of `merge`.
#[derive(Args, Clone, Debug)]
pub struct MergeArgs {
    /// The folders of all shares, in any order
    #[arg(value_name = "SHARE", required = true, value_hint = ValueHint::DirPath)]
    pub shares: Vec<PathBuf>,
    /// The folder to publish into [default: public]
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub output: Option<PathBuf>,
    /// Number of threads [default: all cores]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    /// Take over an output folder that polydoc did not make: what is in it and not in `keep:` is removed
    #[arg(long)]
    pub adopt: bool,
    /// Exit with 0 although there are errors in the content
    #[arg(long)]
    pub no_fail: bool,
}

/// Arguments of `changes`.
#[derive(Args, Clone, Debug)]
pub struct ChangesArgs {
    /// What is published now: an output folder, or the `.polydoc-manifest` that was saved of it
    #[arg(value_name = "OLD", value_hint = ValueHint::AnyPath)]
    pub old: PathBuf,
    /// What is to be published: an output folder
    #[arg(value_name = "NEW", value_hint = ValueHint::AnyPath)]
    pub new: PathBuf,
    /// Write JSON
    #[arg(long, conflicts_with = "step")]
    pub json: bool,
    /// Write the paths of one step only, one on each line
    #[arg(long, value_name = "STEP", value_parser = steps())]
    pub step: Option<String>,
}

fn steps() -> PossibleValuesParser {
    PossibleValuesParser::new(STEPS.map(|(name, _)| name))
}
