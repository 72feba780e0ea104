//! `polydoc fix`: makes the fixes that rules offer, or shows them as a diff.

use std::fmt::Write as _;

use crate::check;
use crate::config::{self, Asking, Flags, Place, Settings};
use crate::diagnostics::{Applicability, Counts, Diagnostic, Rule, patch};
use crate::failure::Failure;
use crate::fs::{Disk, FileSystem as _, replace};
use crate::pipeline::{self, FixedFile, Mended, Wishes};
use crate::source::Sources;

use super::super::args::Global;
use super::super::changing::FixArgs;
use super::super::progress::Bar;
use super::super::terminal::{Terminal, Voice};
use super::super::{Outcome, environment};
use super::closing::counted;
use super::explain;
use super::report;

/// Fixes a site.
pub(in crate::cli) fn run(
    global: &Global,
    args: &FixArgs,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    let rules = super::rules::names();
    let place = Place::Paths(args.paths.clone());
    let flags = Flags {
        reads_only: true,
        ..args.reading.flags(global)
    };
    let mut selected = config::settings(&Disk, &environment()?, &place, &flags, &rules)?;
    let external = &mut selected.settings.external;
    external.asking = match (args.external, Disk.exists(&external.cache)) {
        (true, _) => Asking::On,
        (false, true) => Asking::Offline,
        (false, false) => Asking::Off,
    };
    let only: Vec<&Rule> = args
        .rules
        .iter()
        .map(|name| explain::named(name))
        .collect::<Result<_, _>>()?;
    report::introduce(&selected.settings, terminal);
    let is_asked = |finding: &Diagnostic, sources: &Sources| {
        report::is_wanted(&selected, sources, finding)
            // Nobody asked for a judgement on other sites: only what can be put right is taken from the cache.
            && (args.external || finding.fix.is_some() || !check::is_about_other_sites(finding.rule))
            && (only.is_empty() || only.iter().any(|rule| rule.name == finding.rule.name))
    };
    let least = if args.unsafe_too {
        Applicability::Unsafe
    } else {
        Applicability::Safe
    };
    let wishes = Wishes {
        least,
        wants: &is_asked,
    };
    let mut mended = {
        let bar = Bar::new(terminal);
        pipeline::mend(&Disk, &selected.settings, &wishes, &bar)?
    };
    let sources = &mended.report.sources;
    let left = &mut mended.report.diagnostics;
    left.retain(|finding| is_asked(finding, sources));
    let counts = Counts::of(left);
    if args.dry_run {
        terminal.result(&diff(&mended, &selected.settings))?;
        terminal.say(&closing(&mended, "would fix", counts, least));
    } else {
        let written = write(&mended, &selected.settings, terminal);
        if written.is_ok() && terminal.voice != Voice::Quiet {
            terminal.result(&format!("{}\n", closing(&mended, "fixed", counts, least)))?;
        }
        written?;
    }
    if mended.is_unsettled {
        terminal.say("some fixes undo each other and were given up: fix them by hand");
    }
    Ok(if counts.errors > 0 {
        Outcome::ContentErrors
    } else {
        Outcome::Clean
    })
}

/// All changes, in the order of the files.
fn diff(mended: &Mended, settings: &Settings) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let files = mended.files.iter().map(|file| {
        let path = shown(file, settings);
        let path = path.trim_start_matches('/');
        patch::unified(
            path,
            path,
            Some(&text(&file.before)),
            Some(&text(&file.after)),
        )
    });
    files.collect()
}

/// Writes every file whole, or not at all when somebody has changed it meanwhile.
fn write(mended: &Mended, settings: &Settings, terminal: &Terminal) -> Result<(), Failure> {
    for file in &mended.files {
        replace::may_replace(&file.file)
            .map_err(|error| unwritable(file, settings, &error).hint("nothing was written"))?;
    }
    let mut changed = Vec::new();
    for file in &mended.files {
        let is_written = replace::replace_if(&file.file, &file.before, &file.after)
            .map_err(|error| unwritable(file, settings, &error))?;
        if !is_written {
            changed.push(format!("`{}`", shown(file, settings)));
            continue;
        }
        let rules = file.rules.iter();
        let rules: Vec<String> = rules
            .map(|(rule, number)| format!("{number} {rule}"))
            .collect();
        terminal.result(&format!(
            "{}: fixed {}\n",
            shown(file, settings),
            rules.join(", ")
        ))?;
    }
    if changed.is_empty() {
        return Ok(());
    }
    let files = changed.join(", ");
    Err(Failure::environment(format!(
        "changed while they were fixed, and left as they are: {files}"
    ))
    .hint("run `polydoc fix` again"))
}

fn unwritable(file: &FixedFile, settings: &Settings, error: &std::io::Error) -> Failure {
    Failure::environment(format!("cannot write `{}`", shown(file, settings))).cause(error)
}

/// The path as the user would write it.
fn shown(file: &FixedFile, settings: &Settings) -> String {
    settings.shown(file.path.as_str())
}

/// The last line: what was done, and what is left.
fn closing(mended: &Mended, done: &str, counts: Counts, least: Applicability) -> String {
    let fixed = mended
        .files
        .iter()
        .flat_map(|file| file.rules.values())
        .sum();
    let mut line = if fixed == 0 {
        "nothing to fix".to_owned()
    } else {
        let findings = counted(fixed, "finding", "findings");
        let files = counted(mended.files.len(), "file", "files");
        format!("{done} {findings} in {files}")
    };
    let left = [
        (counts.errors, "error", "errors"),
        (counts.warnings, "warning", "warnings"),
    ];
    let left = left.iter().filter(|(number, ..)| *number > 0);
    let left: Vec<String> = left
        .map(|&(number, one, many)| counted(number, one, many))
        .collect();
    if left.is_empty() {
        line.push_str(": nothing wrong is left");
    } else {
        let _ = write!(line, ": {} left", left.join(", "));
    }
    let more = mended.report.diagnostics.iter();
    let more = more.filter(|finding| finding.fix.is_some() && !finding.has_safe_fix());
    let more = more.count();
    if more > 0 && least == Applicability::Safe {
        let _ = write!(line, " ({more} more fixable with `--unsafe`)");
    }
    line
}
