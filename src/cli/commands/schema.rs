//! `polydoc schema`: what editors need to know of our files.

use crate::config;
use crate::failure::Failure;

use super::super::Outcome;
use super::super::telling::{SchemaArgs, SchemaOf};
use super::super::terminal::Terminal;

/// Writes a JSON Schema.
pub(in crate::cli) fn run(args: &SchemaArgs, terminal: &Terminal) -> Result<Outcome, Failure> {
    let schema = match args.what {
        SchemaOf::Config => config::schema::json_schema(&super::rules::names()),
    };
    terminal.result(&format!("{schema:#}\n"))?;
    Ok(Outcome::Clean)
}
