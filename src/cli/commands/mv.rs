//! `polydoc mv`: gives an article, a folder or a file another name in all languages, and rewrites what leads there.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::config::{self, Place, Settings};
use crate::diagnostics::patch;
use crate::failure::Failure;
use crate::fs::{self, Disk, FileSystem as _, relocate, replace};
use crate::pipeline::{self, Move, Rename};

use super::super::args::Global;
use super::super::changing::MvArgs;
use super::super::progress::Bar;
use super::super::terminal::{Terminal, Voice};
use super::super::{Outcome, environment};
use super::closing::counted;
use super::report;

/// Renames in a site.
pub(in crate::cli) fn run(
    global: &Global,
    args: &MvArgs,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    let environment = environment()?;
    let rules = super::rules::names();
    // A path that is there tells which site is meant; otherwise it is that of the current folder.
    let place = if Disk.exists(&args.old) {
        Place::Paths(vec![args.old.clone()])
    } else {
        Place::Folder(PathBuf::from("."))
    };
    let selected = config::settings(&Disk, &environment, &place, &args.flags(global), &rules)?;
    let settings = &selected.settings;
    report::introduce(settings, terminal);
    let named = |path: &Path| named(path, settings, &environment.current_dir);
    let (old, new) = (named(&args.old)?, named(&args.new)?);
    let plan = {
        let bar = Bar::new(terminal);
        pipeline::plan_move(&Disk, settings, &old, &new, &bar)?
    };
    for remark in &plan.remarks {
        terminal.say(&format!("{remark}; add it by hand"));
    }
    if args.dry_run {
        terminal.result(&diff(&plan, settings))?;
        terminal.say(&closing(&plan, "would rename"));
        return Ok(Outcome::Clean);
    }
    carry_out(&plan, settings)?;
    if terminal.voice != Voice::Quiet {
        let mut text = String::new();
        for Rename { old, new } in &plan.renames {
            let _ = writeln!(text, "{} → {}", shown(old, settings), shown(new, settings));
        }
        let _ = writeln!(text, "{}", closing(&plan, "renamed"));
        terminal.result(&text)?;
    }
    Ok(Outcome::Clean)
}

/// A path as the plan wants it: below the content folder when it lies there, else as it was written. A final slash stays.
fn named(path: &Path, settings: &Settings, current: &Path) -> Result<String, Failure> {
    let written = path
        .to_str()
        .ok_or_else(|| Failure::usage(format!("`{}` is no valid UTF-8", path.display())))?;
    let content = fs::clean(&current.join(&settings.content));
    let whole = fs::clean(&current.join(path));
    let slash = if written.ends_with('/') || (whole.starts_with(&content) && whole.is_dir()) {
        "/"
    } else {
        ""
    };
    match whole.strip_prefix(&content) {
        Ok(below) if below != Path::new("") => Ok(format!("{}{slash}", below.display())),
        _ => Ok(written.to_owned()),
    }
}

/// Renames, then rewrites. When a renaming fails, those before it are taken back.
fn carry_out(plan: &Move, settings: &Settings) -> Result<(), Failure> {
    let place = |path: &str| settings.place(path);
    for change in &plan.changes {
        let path = place(change.old.as_str());
        let now = Disk.read(&path, u64::MAX).ok();
        if now.as_deref() != Some(&*change.before) {
            let message = format!(
                "`{}` changed meanwhile, so nothing was renamed",
                path.display()
            );
            return Err(Failure::environment(message).hint("run polydoc again"));
        }
        replace::may_replace(&path).map_err(|error| {
            Failure::environment(format!(
                "cannot write `{}`, so nothing was renamed",
                path.display()
            ))
            .cause(&error)
        })?;
    }
    for (at, Rename { old, new }) in plan.renames.iter().enumerate() {
        if let Err(error) = relocate::rename(&place(old), &place(new)) {
            for Rename { old, new } in plan.renames[..at].iter().rev() {
                // The first error is the one to tell.
                let _ = relocate::rename(&place(new), &place(old));
            }
            let message = format!(
                "cannot rename `{}` to `{}`",
                shown(old, settings),
                shown(new, settings)
            );
            return Err(Failure::environment(message)
                .cause(&error)
                .hint("nothing was changed"));
        }
    }
    for change in &plan.changes {
        let path = place(change.new.as_str());
        let is_written =
            replace::replace_if(&path, &change.before, &change.after).map_err(|error| {
                let message = format!(
                    "everything has its new name, but `{}` could not be rewritten",
                    path.display()
                );
                Failure::environment(message)
                    .cause(&error)
                    .hint("what is missing is told by `polydoc check`")
            })?;
        if !is_written {
            let message = format!(
                "everything has its new name, but `{}` changed meanwhile and was left as it is",
                path.display()
            );
            return Err(
                Failure::environment(message).hint("what is missing is told by `polydoc check`")
            );
        }
    }
    for Rename { old, .. } in &plan.renames {
        if let Some(folder) = place(old).parent() {
            relocate::remove_empty(folder, &settings.content);
        }
    }
    Ok(())
}

/// All changes as `git apply` takes them.
fn diff(plan: &Move, settings: &Settings) -> String {
    let mut text = String::new();
    for (old, new) in &plan.files {
        let (old_shown, new_shown) = (shown(old.as_str(), settings), shown(new.as_str(), settings));
        let _ = writeln!(
            text,
            "diff --git a/{old_shown} b/{new_shown}\nrename from {old_shown}\nrename to {new_shown}"
        );
        let change = plan.changes.iter().find(|change| change.old == *old);
        text.extend(change.map(|change| contents(change, settings)));
    }
    let others = plan
        .changes
        .iter()
        .filter(|change| change.old == change.new);
    text.extend(others.map(|change| contents(change, settings)));
    text
}

fn contents(change: &pipeline::Change, settings: &Settings) -> String {
    let (before, after) = (
        String::from_utf8_lossy(&change.before),
        String::from_utf8_lossy(&change.after),
    );
    let (old, new) = (
        shown(change.old.as_str(), settings),
        shown(change.new.as_str(), settings),
    );
    patch::unified(
        old.trim_start_matches('/'),
        new.trim_start_matches('/'),
        Some(&before),
        Some(&after),
    )
}

/// The path as the user would write it.
fn shown(path: &str, settings: &Settings) -> String {
    settings.shown(path)
}

/// The last line: what was done.
fn closing(plan: &Move, done: &str) -> String {
    let files = counted(plan.files.len(), "file", "files");
    let locales = counted(plan.renames.len(), "language", "languages");
    let mut line = format!("{done} {files} in {locales}");
    let rest = [
        (plan.links, "link", "links", "rewritten"),
        (plan.redirects, "redirect", "redirects", "added"),
    ];
    for (number, one, many, what) in rest.iter().filter(|(number, ..)| *number > 0) {
        let _ = write!(line, ", {} {what}", counted(*number, one, many));
    }
    line
}
