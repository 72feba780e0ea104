//! `polydoc man`: the manual pages, made from the help texts.

use std::io;
use std::path::Path;

use clap_mangen::Man;

use crate::failure::Failure;

use super::super::Outcome;
use super::super::args;
use super::super::telling::ManArgs;
use super::super::terminal::Terminal;
use super::new::{Made, make};

/// Writes one page to standard output, or all pages into a folder.
pub(in crate::cli) fn run(args: &ManArgs, terminal: &Terminal) -> Result<Outcome, Failure> {
    let pages = pages()
        .map_err(|error| Failure::environment("cannot make the manual pages").cause(&error))?;
    match &args.folder {
        None => terminal.result(pages.first().map_or("", |(_, text)| text))?,
        Some(folder) => {
            let files: Vec<(&Path, &[u8])> = pages
                .iter()
                .map(|(name, text)| (Path::new(name.as_str()), text.as_bytes()))
                .collect();
            make(folder, &files, Made::Replaced)?;
            terminal.say(&format!(
                "wrote {} manual pages into `{}`",
                files.len(),
                folder.display()
            ));
        }
    }
    Ok(Outcome::Clean)
}

/// File names and texts: polydoc itself first, then its commands.
fn pages() -> io::Result<Vec<(String, String)>> {
    let mut command = args::command();
    command.build();
    let subcommands = command.get_subcommands().cloned();
    let commands = std::iter::once(command.clone()).chain(subcommands);
    commands
        .map(|command| {
            let page = Man::new(command);
            let mut text = Vec::new();
            page.render(&mut text)?;
            // `polydoc-build.1`, found by `man polydoc build`.
            Ok((
                page.get_filename(),
                String::from_utf8_lossy(&text).into_owned(),
            ))
        })
        .collect()
}
