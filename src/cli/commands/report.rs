//! What `build` and `check` say at the end: findings, times, and one closing line.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use crate::config::{Selected, Settings};
use crate::diagnostics::format::{
    FORMATS, Files, Findings, Format, SetApart, SetApartBy, TextOptions, Told,
};
use crate::diagnostics::{Counts, Diagnostic, Severity};
use crate::failure::Failure;
use crate::fs::{Disk, FileSystem as _};
use crate::l10n::LocaleId;
use crate::parse;
use crate::pipeline::{Report, Timings};
use crate::search::Statistics;
use crate::source::{FileId, SitePath, SourceKind, Sources};

use super::super::Outcome;
use super::super::args::Selection;
use super::super::terminal::{Terminal, Voice};
use super::closing::{Closing, Known, closing, grouped};
use super::links;
use super::report_files::{self, Formatted};

/// When a command began.
#[derive(Clone, Copy, Debug)]
pub(super) struct Watch(Instant);

impl Watch {
    /// Now.
    pub(super) fn start() -> Self {
        Self(Instant::now())
    }
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Work {
    /// `build`.
    Built,
    /// `check`.
    Checked,
    /// `merge`, of so many shares.
    Merged(usize),
}

/// What a report depends on beside the findings.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    /// What was done.
    pub(super) work: Work,
    /// How to report.
    pub(super) selection: &'a Selection,
    /// The settings, and the files whose findings are wanted.
    pub(super) selected: &'a Selected,
    /// The revision since which findings are new, when that was asked for.
    pub(super) since: Option<&'a str>,
    /// When it began.
    pub(super) watch: Watch,
}

/// Says to those who asked for it what is about to be read and written.
pub(super) fn introduce(settings: &Settings, terminal: &Terminal) {
    let file = settings
        .file
        .as_ref()
        .map_or("none".to_owned(), |file| file.display().to_string());
    terminal.whisper(&format!("settings: {file}"));
    terminal.whisper(&format!("content:  {}", settings.content.display()));
    terminal.whisper(&format!("output:   {}", settings.output.display()));
    let address = settings
        .origin
        .as_ref()
        .map_or("none".to_owned(), |origin| {
            format!("{origin}{}/", settings.base_path)
        });
    terminal.whisper(&format!("address:  {address}"));
    terminal.whisper(&format!("threads:  {}", settings.jobs));
}

/// Shows findings and the closing line, and tells what the exit code will be.
pub(super) fn show(
    shown: &Shown<'_>,
    mut report: Report,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    let Shown {
        work,
        selection,
        selected,
        since,
        watch,
    } = shown;
    report
        .diagnostics
        .retain(|diagnostic| is_wanted(selected, &report.sources, diagnostic));
    report
        .suppressed
        .retain(|suppressed| is_wanted(selected, &report.sources, &suppressed.finding));
    report
        .known
        .retain(|diagnostic| is_wanted(selected, &report.sources, diagnostic));
    report.fixed.retain(|path| {
        let wants = || selected.wants(&SitePath::new(&**path));
        selected.filters.is_empty() || (!path.is_empty() && wants())
    });
    if !selected.filters.is_empty() {
        (report.articles, report.locales) = wanted_of(selected, &report.sources);
    }
    let most = most(selection, terminal);
    let plain = TextOptions {
        most,
        ..TextOptions::default()
    };
    report_files::write(selection, terminal, |format| {
        formatted(shown, &report, format, plain)
    })?;
    // What is not shown counts all the same.
    let counts = Counts::of(&report.diagnostics);
    let fixable = report.diagnostics.iter();
    let fixable = fixable.filter(|finding| finding.has_safe_fix()).count();
    if terminal.voice == Voice::Quiet {
        report
            .diagnostics
            .retain(|diagnostic| diagnostic.severity != Severity::Info);
    }
    let told = formatted(
        shown,
        &report,
        selection.format,
        TextOptions {
            color: terminal.color,
            width: terminal.width,
            most,
        },
    );
    terminal.result(&told.text)?;
    if let Told::Part(rest) = &told.told {
        terminal.remark(&format!("{rest}\n"));
    }
    if selection.timings {
        terminal.remark(&times(&report.timings));
    }
    if let Some(search) = &report.search {
        let told = searched(search);
        if selection.timings {
            terminal.remark(&format!("{told}\n"));
        } else {
            terminal.whisper(&told);
        }
    }
    for line in links::summary(&report.asked) {
        terminal.say(&line);
    }
    let line = closing(&Closing {
        work: *work,
        articles: report.articles,
        pages: report.pages,
        locales: report.locales,
        counts,
        suppressed: report.suppressed.len(),
        fixable,
        since: *since,
        known: selected.settings.baseline.as_ref().map(|_| Known {
            known: report.known.len(),
            fixed: report.fixed.len(),
        }),
        took: watch.0.elapsed(),
        output: report
            .published
            .as_ref()
            .map(|_| selected.settings.output.as_path()),
    });
    // Lines for programs are not mixed with lines for people.
    if selection.format.name == FORMATS[0].name && terminal.voice != Voice::Quiet {
        terminal.result(&format!("{line}\n"))?;
    } else {
        terminal.say(&line);
    }
    let failed = counts.errors > 0 && !selection.no_fail;
    Ok(if failed {
        Outcome::ContentErrors
    } else {
        Outcome::Clean
    })
}

/// Whether a finding concerns what was asked for. What concerns the site as a whole is left out when files were named.
pub(super) fn is_wanted(selected: &Selected, sources: &Sources, diagnostic: &Diagnostic) -> bool {
    match diagnostic.primary.span {
        Some(span) => selected.wants(&sources.get(span.file).path),
        None => selected.filters.is_empty(),
    }
}

/// How many articles in how many languages were asked for.
fn wanted_of(selected: &Selected, sources: &Sources) -> (usize, usize) {
    let articles = sources
        .files
        .iter()
        .filter(|source| source.kind == SourceKind::Article && selected.wants(&source.path));
    let locales: Vec<_> = articles.map(|source| source.locale).collect();
    (locales.len(), locales.iter().collect::<BTreeSet<_>>().len())
}

/// How many findings of a rule in a file are shown in text.
fn most(selection: &Selection, terminal: &Terminal) -> usize {
    if selection.all || terminal.voice == Voice::Verbose {
        usize::MAX
    } else {
        TextOptions::default().most
    }
}

/// All findings in a format.
fn formatted(shown: &Shown<'_>, report: &Report, format: &Format, text: TextOptions) -> Formatted {
    let settings = &shown.selected.settings;
    let content = &settings.content;
    let shown_path = |path: &str| settings.shown(path);
    let read = |file: FileId| {
        let bytes = Disk
            .read(
                &settings.place(report.sources.get(file).path.as_str()),
                shown.selected.settings.limits.article_bytes,
            )
            .ok()?;
        Some(parse::decode(&bytes).into_owned())
    };
    let locales = locale_tags(&report.sources);
    let files = Files {
        sources: &report.sources,
        shown: &shown_path,
        locales: &locales,
        text: &read,
    };
    let home = settings.file.as_ref().unwrap_or(content);
    let day = settings.today.map(|day| day.to_string());
    let by_authors = report.suppressed.iter().map(|it| SetApart {
        finding: &it.finding,
        by: SetApartBy::Author(it.reason.as_deref()),
    });
    let by_baseline = report.known.iter().map(|finding| SetApart {
        finding,
        by: SetApartBy::Baseline,
    });
    let set_apart: Vec<SetApart<'_>> = by_authors.chain(by_baseline).collect();
    let findings = Findings {
        diagnostics: &report.diagnostics,
        set_apart: &set_apart,
        files: &files,
        articles: report.articles,
        home: &home.display().to_string(),
        day: day.as_deref(),
        text,
    };
    let mut text = String::new();
    let told = (format.write)(&mut text, &findings).expect("writing into a string does not fail");
    Formatted { text, told }
}

/// The tag of each locale, read from the folders of its files.
fn locale_tags(sources: &Sources) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for source in &sources.files {
        let Some(index) = source.locale else { continue };
        let folder = source.path.as_str().split('/').next().unwrap_or_default();
        if tags.len() <= index.index() {
            tags.resize(index.index() + 1, String::new());
        }
        if tags[index.index()].is_empty() {
            tags[index.index()] =
                LocaleId::parse(folder).map_or(folder.to_owned(), |tag| tag.as_str().to_owned());
        }
    }
    tags
}

/// What is in the search index.
pub(super) fn searched(search: &Statistics) -> String {
    format!(
        "search index: {} sections, {} words, {} different; {} files with {} bytes, the largest {}, the largest manifest {}",
        grouped(search.documents),
        grouped(usize::try_from(search.words).unwrap_or(usize::MAX)),
        grouped(search.forms),
        grouped(search.files),
        grouped(usize::try_from(search.bytes).unwrap_or(usize::MAX)),
        grouped(search.largest),
        grouped(search.manifest),
    )
}

/// How long each phase took, one line each.
fn times(timings: &Timings) -> String {
    let total: Duration = timings.0.iter().map(|(_, took)| *took).sum();
    let line = |(phase, took): &(&str, Duration)| {
        format!("{phase:>12} {:>9.1} ms\n", took.as_secs_f64() * 1000.0)
    };
    timings
        .0
        .iter()
        .chain([&("together", total)])
        .map(line)
        .collect()
}
