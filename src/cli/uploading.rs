//! The arguments of commands about sites that are built: `merge` and `changes`.

use std::path::PathBuf;

use clap::{Args, ValueHint};

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
