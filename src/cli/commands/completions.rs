//! `polydoc completions`: what a shell needs to complete our command line.

use crate::failure::Failure;

use super::super::Outcome;
use super::super::args;
use super::super::telling::CompletionsArgs;
use super::super::terminal::Terminal;

/// Writes completions for a shell.
pub(in crate::cli) fn run(args: &CompletionsArgs, terminal: &Terminal) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut args::command(), "polydoc", &mut script);
    terminal.result(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Clean)
}
