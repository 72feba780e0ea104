//! The arguments of `polydoc links`.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use crate::config::Flags;

use super::{Global, asking};

/// Arguments of `links`.
#[derive(Args, Clone, Debug)]
pub struct LinksArgs {
    /// The folder of the site [default: .]
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "config")]
    pub folder: Option<PathBuf>,
    /// Take this language only; may be given more than once
    #[arg(short, long = "locale", value_name = "TAG")]
    pub locales: Vec<String>,
    /// Use the cache alone
    #[arg(long)]
    pub offline: bool,
    /// Exit with 1 when more addresses than this fail in passing
    #[arg(long, value_name = "N")]
    pub max_flaky: Option<usize>,
    /// Exit with 0 although addresses are broken
    #[arg(long)]
    pub no_fail: bool,
    /// How to show it
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = LinksFormat::Table)]
    pub format: LinksFormat,
}

/// How what other sites said is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LinksFormat {
    /// For people
    Table,
    /// For programs, one object
    Json,
    /// A table of all addresses (RFC 4180)
    Csv,
}

impl LinksArgs {
    /// What the flags set.
    pub fn flags(&self, global: &Global) -> Flags {
        Flags {
            config: global.config.clone(),
            locales: self.locales.clone(),
            asking: asking(true, self.offline),
            reads_only: true,
            most_flaky: self.max_flaky,
            ..Flags::default()
        }
    }
}
