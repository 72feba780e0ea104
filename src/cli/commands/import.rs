//! `polydoc import`: writes down what is inferred of repositories, so that it can be read, kept and changed. Nothing is moved.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use crate::config::{self, Docset, Flags, Place, Settings};
use crate::diagnostics::Severity;
use crate::failure::Failure;
use crate::fs::Disk;
use crate::model::RepositoryDefectKind;

use super::super::terminal::Terminal;
use super::super::{Outcome, environment};
use super::new::{Made, make, quoted};
use super::rules;

/// What follows the help.
pub(in crate::cli) const EXAMPLES: &str = "Examples:\n  \
    polydoc import docs.fr-fr            Write `docs.fr-fr/polydoc.yml` for one clone\n  \
    polydoc import clones --dry-run      Show what would be written for all clones in a folder";

/// The file that is written.
const FILE: &str = "polydoc.yml";

/// Arguments of `import`.
#[derive(Args, Clone, Debug)]
pub struct ImportArgs {
    /// A clone of a repository, or a folder that holds clones [default: .]
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub folder: Option<PathBuf>,
    /// Show the file, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Writes the file.
pub(in crate::cli) fn run(args: &ImportArgs, terminal: &Terminal) -> Result<Outcome, Failure> {
    let folder = args.folder.clone().unwrap_or_else(|| PathBuf::from("."));
    let flags = Flags {
        reads_only: true,
        ..Flags::default()
    };
    let place = Place::Folder(folder.clone());
    let selected = config::settings(&Disk, &environment()?, &place, &flags, &rules::names())?;
    let settings = selected.settings;
    let shown = folder.join(FILE);
    if settings.layout.is_plain() {
        let message = format!(
            "`{}` holds no repository of a publishing system",
            folder.display()
        );
        return Err(Failure::usage(message).hint(
            "looked for `.openpublishing.publish.config.json`, `docfx.json` and `docfx.yml`",
        ));
    }
    if settings.file.is_some() {
        let message = format!("`{}` is there already", shown.display());
        return Err(Failure::usage(message).hint("rename it first, and compare the two afterwards"));
    }
    let text = written(&settings, &folder);
    if args.dry_run {
        terminal.result(&text)?;
        return Ok(Outcome::Clean);
    }
    make(&folder, &[(Path::new(FILE), text.as_bytes())], Made::Added)?;
    terminal.say(&format!(
        "wrote `{}`; nothing else was touched",
        shown.display()
    ));
    Ok(Outcome::Clean)
}

/// The text of the file.
fn written(settings: &Settings, folder: &Path) -> String {
    let layout = &settings.layout;
    let mut text = String::from(
        "# What polydoc infers of the settings of these repositories, written down by `polydoc import`.\n\
         # The repositories keep their own settings: what they publish, their metadata and their redirections are read from them.\n\
         version: 1\n",
    );
    if let Some(source) = &settings.source_locale {
        let _ = writeln!(
            text,
            "\n# Translated from: the name of the repository that they use, `_repo.{}`.",
            source.as_str().to_lowercase()
        );
        let _ = writeln!(text, "source_locale: {source}");
    }
    let mut of_repository: BTreeMap<&str, Vec<&Docset>> = BTreeMap::new();
    for at in layout.repositories() {
        of_repository.entry(at).or_default();
    }
    for docset in layout.docsets() {
        let at = layout
            .repositories()
            .filter(|at| holds(at, &docset.root))
            .max_by_key(|at| at.len());
        of_repository
            .entry(at.unwrap_or(&docset.root))
            .or_default()
            .push(docset);
    }
    text.push_str("\nsources:\n");
    for (at, docsets) in &of_repository {
        let place = settings.place(at);
        let path = place.strip_prefix(folder).unwrap_or(&place);
        let path = match path.display().to_string() {
            here if here.is_empty() => ".".to_owned(),
            path => path,
        };
        let locale = at.split('/').next().unwrap_or_default();
        let _ = writeln!(text, "- path: {}\n  locale: {locale}", quoted(&path));
        if let [docset] = docsets[..] {
            if !docset.name.is_empty() {
                let _ = writeln!(text, "  docset: {}", quoted(&docset.name));
            }
            let _ = writeln!(
                text,
                "  base_path: {}",
                quoted(&format!("/{}", docset.base))
            );
        } else {
            for docset in docsets {
                let _ = writeln!(
                    text,
                    "  # the docset `{}` is published at `/{}`",
                    docset.name, docset.base
                );
            }
        }
    }
    dependencies(settings, &mut text);
    let malformed = layout
        .defects
        .iter()
        .filter(|defect| defect.kind == RepositoryDefectKind::Malformed);
    let malformed = malformed.count();
    if malformed > 0 {
        let word = Severity::Error.word();
        let _ = writeln!(
            text,
            "\n# {malformed} places in the settings could not be read; `polydoc check` names each as {word}."
        );
    }
    text
}

/// The folders that repositories use, and those that are missing.
fn dependencies(settings: &Settings, text: &mut String) {
    let layout = &settings.layout;
    let missing: Vec<&str> = layout
        .defects
        .iter()
        .filter(|defect| defect.kind == RepositoryDefectKind::NoFolder)
        .filter_map(|defect| defect.message.split('`').nth(1))
        .collect();
    if missing.is_empty() {
        return;
    }
    text.push_str("\n# These repositories are used and lie nowhere. Get them, say where, and take the `#` away.\n# dependencies:\n");
    let mut names = missing;
    names.sort_unstable();
    names.dedup();
    for name in names {
        let _ = writeln!(text, "#   {name}: ../{name}");
    }
}

/// Whether a path lies in a folder of the site.
fn holds(folder: &str, path: &str) -> bool {
    path.strip_prefix(folder)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
