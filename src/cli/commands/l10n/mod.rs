//! `polydoc l10n`: how the translations stand. One file per subcommand.

use crate::failure::Failure;

use super::super::Outcome;
use super::super::args::Global;
use super::super::terminal::Terminal;

use args::{L10nArgs, L10nCommand};

pub(in crate::cli) mod args;
mod badge;
mod columns;
mod diff;
mod limits;
mod lists;
mod show;
mod status;
mod strings;
mod surveyed;
mod todo;
mod views;

/// Runs the subcommand that was asked for.
pub(in crate::cli) fn run(
    global: &Global,
    args: &L10nArgs,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    match &args.command {
        L10nCommand::Diff(args) => diff::run(global, args, terminal),
        L10nCommand::Show(args) => show::run(global, args, terminal),
        L10nCommand::Status(args) => status::run(global, args, terminal),
        L10nCommand::Strings(args) => strings::run(global, args, terminal),
        L10nCommand::Todo(args) => todo::run(global, args, terminal),
    }
}
