//! The arguments of commands that tell something: of polydoc itself `rules`, `explain`, `schema`, `completions` and `man`, of a page
//! `explain-page`.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

/// Arguments of `rules`.
#[derive(Args, Clone, Debug)]
pub struct RulesArgs {
    /// How to list them
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = RulesFormat::Table)]
    pub format: RulesFormat,
}

/// How rules are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RulesFormat {
    /// For people: name, level, concern, kind of fix, what it finds
    Table,
    /// For programs
    Json,
}

/// Arguments of `explain`.
#[derive(Args, Clone, Debug)]
pub struct ExplainArgs {
    /// The name of the rule, as findings show it
    #[arg(value_name = "RULE")]
    pub rule: String,
}

/// Arguments of `explain-page`.
#[derive(Args, Clone, Debug)]
pub struct ExplainPageArgs {
    /// The reader's language
    #[arg(value_name = "LOCALE")]
    pub locale: String,
    /// An address of the site, or the path of an article below a language folder
    #[arg(value_name = "PATH")]
    pub path: String,
    /// The folder of the site: it holds `polydoc.yml`, language folders, or `content` [default: .]
    #[arg(long = "dir", value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "config")]
    pub folder: Option<PathBuf>,
}

/// Arguments of `completions`.
#[derive(Args, Clone, Debug)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

/// Arguments of `man`.
#[derive(Args, Clone, Debug)]
pub struct ManArgs {
    /// The folder to write into; without it, the page of polydoc itself goes to standard output
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub folder: Option<PathBuf>,
}
