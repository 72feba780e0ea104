//! The arguments of commands that make or change content: `fix`, `mv` and `new`.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::args::{Global, Reading};
use crate::config::Flags;

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
    /// Ask other sites first whether links to them have moved; without it the cache says what is known
    #[arg(long)]
    pub external: bool,
    /// What is read, and with which rules.
    #[command(flatten)]
    pub reading: Reading,
}

/// Arguments of `mv`.
#[derive(Args, Clone, Debug)]
pub struct MvArgs {
    /// What is to be renamed, in all languages: an article, a folder or a file
    #[arg(value_name = "OLD", value_hint = ValueHint::AnyPath)]
    pub old: PathBuf,
    /// Its new path; a folder that exists takes it in
    #[arg(value_name = "NEW", value_hint = ValueHint::AnyPath)]
    pub new: PathBuf,
    /// Write nothing: show what would change as a diff
    #[arg(long)]
    pub dry_run: bool,
    /// Number of threads [default: all cores]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    /// Where the site will be found, such as `https://example.org/docs`
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url)]
    pub base_url: Option<String>,
}

impl MvArgs {
    /// What the flags set.
    pub fn flags(&self, global: &Global) -> Flags {
        Flags {
            config: global.config.clone(),
            jobs: self.jobs.map(usize::from),
            base_url: self.base_url.clone(),
            // All findings count, accepted or not.
            without_baseline: true,
            reads_only: true,
            ..Flags::default()
        }
    }
}
