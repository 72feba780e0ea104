//! The arguments of commands that change the content: `fix` and `mv`.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::args::Reading;

/// Arguments of `fix`.
#[derive(Args, Clone, Debug)]
pub struct FixArgs {
    /// Files and folders of one site [default: all of the current folder's]
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// Write nothing: show what would change as a unified diff
    #[arg(long)]
    pub dry_run: bool,
    /// Make the fixes too that somebody should look at
    #[arg(long = "unsafe")]
    pub unsafe_too: bool,
    /// Fix what this rule finds, and nothing else; may be given more than once
    #[arg(long = "rule", value_name = "RULE")]
    pub rules: Vec<String>,
    /// What is read, and with which rules.
    #[command(flatten)]
    pub reading: Reading,
}
