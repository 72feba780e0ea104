//! `polydoc theme`: the built-in theme's files, and copies of them to change.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use crate::config::{self, Flags, Place};
use crate::failure::{Failure, FailureKind};
use crate::fs::Disk;
use crate::theme;

use super::super::args::Global;
use super::super::terminal::Terminal;
use super::super::{Outcome, environment};
use super::new::{Made, make};

/// Arguments of `theme`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "Examples:\n  \
    polydoc theme list                     Name all files of the theme\n  \
    polydoc theme eject parts/footer.html  Copy one into the project, to change it there")]
pub struct ThemeArgs {
    #[command(subcommand)]
    command: ThemeCommand,
}

#[derive(Clone, Debug, Subcommand)]
enum ThemeCommand {
    /// Name all files of the built-in theme
    #[command(after_help = "Examples:\n  \
        polydoc theme list                     Name all files of the theme")]
    List,
    /// Copy files of the built-in theme into the project, where they take the place of ours
    #[command(after_help = "Examples:\n  \
        polydoc theme eject parts/footer.html  Copy one into the project, to change it there\n  \
        polydoc theme eject page.html parts/header.html")]
    Eject {
        /// A file as `polydoc theme list` names it
        #[arg(value_name = "PART", required = true)]
        parts: Vec<String>,
    },
}

/// Lists or copies.
pub(in crate::cli) fn run(
    global: &Global,
    args: &ThemeArgs,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    match &args.command {
        ThemeCommand::List => {
            terminal.result(&format!("{}\n", theme::built_in_paths().join("\n")))?;
        }
        ThemeCommand::Eject { parts } => eject(global, parts, terminal)?,
    }
    Ok(Outcome::Clean)
}

fn eject(global: &Global, parts: &[String], terminal: &Terminal) -> Result<(), Failure> {
    let mut files: Vec<(PathBuf, &[u8])> = Vec::new();
    for part in parts {
        let name = part.strip_prefix("templates/").unwrap_or(part);
        let bytes = theme::built_in_file(name).ok_or_else(|| unknown(part))?;
        files.push((place(name), bytes));
    }
    let project = project(global)?;
    let borrowed: Vec<(&Path, &[u8])> = files
        .iter()
        .map(|(path, bytes)| (path.as_path(), *bytes))
        .collect();
    make(&project, &borrowed, Made::Added)?;
    for (path, _) in &files {
        terminal.say(&format!("made `{}`", project.join(path).display()));
    }
    Ok(())
}

/// Where a file lies in a project.
fn place(name: &str) -> PathBuf {
    if name.starts_with("locales/") {
        PathBuf::from(name)
    } else {
        Path::new("templates").join(name)
    }
}

fn unknown(part: &str) -> Failure {
    let failure = Failure::usage(format!("the theme has no file `{part}`"));
    let last = part.rsplit('/').next().unwrap_or(part);
    let paths = theme::built_in_paths();
    let near = paths.iter().find(|path| {
        let name = path.rsplit('/').next().unwrap_or(path);
        name == last || name.rsplit_once('.').is_some_and(|(stem, _)| stem == last)
    });
    match near {
        Some(near) => failure.hint(format!("did you mean `{near}`?")),
        None => failure.hint("`polydoc theme list` names them all"),
    }
}

/// The project's folder; the current one where there is no project yet.
fn project(global: &Global) -> Result<PathBuf, Failure> {
    let flags = Flags {
        config: global.config.clone(),
        without_baseline: true,
        reads_only: true,
        ..Flags::default()
    };
    let place = Place::Folder(PathBuf::from("."));
    let rules = super::rules::names();
    match config::settings(&Disk, &environment()?, &place, &flags, &rules) {
        Ok(selected) => Ok(selected.settings.project),
        Err(failure) if failure.kind == FailureKind::Usage && global.config.is_none() => {
            Ok(PathBuf::from("."))
        }
        Err(failure) => Err(failure),
    }
}
