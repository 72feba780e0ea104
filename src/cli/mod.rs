//! The command line: arguments in, printed results and an exit code out. The only module that prints.
//!
//! | exit code | meaning |
//! |---|---|
//! | 0 | done; there may be warnings |
//! | 1 | there are errors in the content; the site is published all the same, unless `--strict` held it back |
//! | 2 | the command line, the settings or the machine is in the way; what was published before is untouched |
//!
//! Nothing is decided here: a command reads its arguments, calls the library and shows what it gave.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ColorChoice, CommandFactory as _, FromArgMatches as _};

use crate::config::{self, Environment};
use crate::failure::Failure;

use args::{Cli, Color, Command};
use terminal::Terminal;

pub mod args;
pub mod changing;
mod commands;
mod progress;
pub mod telling;
mod terminal;
pub mod uploading;

/// How a command that did not fail ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing is wrong with the content, as far as the exit code is concerned.
    Clean,
    /// The content has errors.
    ContentErrors,
}

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let parsed = args::command()
        .color(color_of_help(&arguments))
        .try_get_matches_from(arguments);
    let cli = match parsed.and_then(|matches| {
        Cli::from_arg_matches(&matches).map_err(|error| error.format(&mut Cli::command()))
    }) {
        Ok(cli) => cli,
        Err(error) => {
            // `--help` and `--version` arrive here too, with the code 0. A closed pipe is no reason to say more.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let terminal = Terminal::new(&cli.global);
    match dispatch(&cli, &terminal) {
        Ok(Outcome::Clean) => ExitCode::from(0),
        Ok(Outcome::ContentErrors) => ExitCode::from(1),
        Err(failure) => {
            terminal.failure(&failure);
            ExitCode::from(2)
        }
    }
}

fn dispatch(cli: &Cli, terminal: &Terminal) -> Result<Outcome, Failure> {
    let global = &cli.global;
    match &cli.command {
        Command::Build(args) => commands::build::run(global, args, terminal),
        Command::Changes(args) => commands::changes::run(args, terminal),
        Command::Check(args) => commands::check::run(global, args, terminal),
        Command::Fix(args) => commands::fix::run(global, args, terminal),
        Command::Merge(args) => commands::merge::run(args, terminal),
        Command::Mv(args) => commands::mv::run(global, args, terminal),
        Command::L10n(args) => commands::l10n::run(global, args, terminal),
        Command::Links(args) => commands::links::run(global, args, terminal),
        Command::Import(args) => commands::import::run(args, terminal),
        Command::New(args) => commands::new::run(args, terminal),
        Command::Rules(args) => commands::rules::run(args, terminal),
        Command::Search(args) => commands::search::run(global, args, terminal),
        Command::Serve(args) => commands::serve::run(global, args, terminal),
        Command::Explain(args) => commands::explain::run(args, terminal),
        Command::ExplainPage(args) => commands::explain_page::run(global, args, terminal),
        Command::Schema(args) => commands::schema::run(global, args, terminal),
        Command::Theme(args) => commands::theme::run(global, args, terminal),
        Command::Completions(args) => commands::completions::run(args, terminal),
        Command::Man(args) => commands::man::run(args, terminal),
    }
}

/// Colour of help and usage errors, which are written before all arguments are understood.
fn color_of_help(arguments: &[OsString]) -> ColorChoice {
    let texts: Vec<&str> = arguments
        .iter()
        .filter_map(|argument| argument.to_str())
        .collect();
    let after = texts
        .iter()
        .position(|text| *text == "--color")
        .and_then(|at| texts.get(at + 1).copied());
    match texts
        .iter()
        .find_map(|text| text.strip_prefix("--color="))
        .or(after)
    {
        Some("always") => ColorChoice::Always,
        Some("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    }
}

/// What settings may depend on, as it is now.
fn environment() -> Result<Environment, Failure> {
    let current_dir = std::env::current_dir().map_err(|error| {
        Failure::environment("cannot tell the current folder")
            .cause(&error)
            .hint("change to a folder that exists")
    })?;
    let variable = |name: &str| {
        Some((
            name.to_owned(),
            std::env::var_os(name)?.to_string_lossy().into_owned(),
        ))
    };
    let vars: BTreeMap<String, String> = config::VARIABLES
        .iter()
        .filter_map(|(name, _)| variable(name))
        .collect();
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    Ok(Environment {
        current_dir,
        vars,
        cores,
    })
}

impl Color {
    /// Whether to write escape sequences to a stream of which it is known whether it is a terminal.
    fn applies(self, is_terminal: bool) -> bool {
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto if set("NO_COLOR") => false,
            Self::Auto
                if std::env::var_os("CLICOLOR_FORCE")
                    .is_some_and(|value| value != "0" && !value.is_empty()) =>
            {
                true
            }
            Self::Auto => is_terminal && std::env::var_os("TERM").is_none_or(|term| term != "dumb"),
        }
    }
}

#[cfg(test)]
mod tests;
