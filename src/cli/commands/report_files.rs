//! Reports that go into files (`--report`), and the summary of a step on GitHub.

use std::collections::BTreeSet;
use std::path::Path;

use crate::diagnostics::format::{self, Format, Told};
use crate::failure::Failure;
use crate::fs::replace;

use super::super::args::Selection;
use super::super::terminal::Terminal;

/// A report, ready to be written somewhere.
#[derive(Debug)]
pub(super) struct Formatted {
    pub(super) text: String,
    /// How much of the findings is in it.
    pub(super) told: Told,
}

/// Looks whether the files can be written, before any work is done.
pub(super) fn ready(selection: &Selection) -> Result<(), Failure> {
    let mut files = BTreeSet::new();
    for report in &selection.reports {
        if !files.insert(&report.file) {
            let file = report.file.display();
            return Err(
                Failure::usage(format!("two reports are to be written into `{file}`"))
                    .hint("give each report a file of its own"),
            );
        }
        replace::may_replace(&report.file).map_err(|error| unwritable(&report.file, &error))?;
    }
    Ok(())
}

/// Writes all reports that were asked for.
pub(super) fn write(
    selection: &Selection,
    terminal: &Terminal,
    formatted: impl Fn(&Format) -> Formatted,
) -> Result<(), Failure> {
    for report in &selection.reports {
        let Formatted { text, told } = formatted(report.format);
        replace::replace(&report.file, text.as_bytes())
            .map_err(|error| unwritable(&report.file, &error))?;
        if let Told::Part(rest) = told {
            terminal.remark(&format!("{}: {rest}\n", report.file.display()));
        }
        let (name, file) = (report.format.name, report.file.display());
        terminal.whisper(&format!("report:   {file} ({name})"));
    }
    // Set by GitHub for each step; what is written there is shown on the page of the run.
    let summary = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|file| !file.is_empty());
    if let Some(file) = summary.filter(|_| selection.format.name == "github") {
        let markdown = format::named("markdown").expect("there is a format `markdown`");
        let text = formatted(markdown).text;
        if let Err(error) = replace::append(Path::new(&file), text.as_bytes()) {
            // The findings are in the log all the same.
            terminal.remark(&format!(
                "the summary of the step could not be written: {error}\n"
            ));
        }
    }
    Ok(())
}

fn unwritable(file: &Path, error: &std::io::Error) -> Failure {
    let failure =
        Failure::environment(format!("cannot write the report `{}`", file.display())).cause(error);
    match error.kind() {
        std::io::ErrorKind::NotFound => {
            failure.hint("make the folder first: reports make no folders")
        }
        _ => failure,
    }
}
