//! What `build` and `check` say at the end: findings, times, and one closing line.

use std::collections::BTreeSet;
use std::path::Path;
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
fn searched(search: &Statistics) -> String {
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

/// What the closing line tells.
#[derive(Debug)]
pub(super) struct Closing<'a> {
    pub(super) work: Work,
    pub(super) articles: usize,
    pub(super) pages: usize,
    pub(super) locales: usize,
    pub(super) counts: Counts,
    /// Findings that are not reported because their authors allow them.
    pub(super) suppressed: usize,
    /// Findings that `polydoc fix` does something about.
    pub(super) fixable: usize,
    /// The revision since which findings are new.
    pub(super) since: Option<&'a str>,
    /// What became of the baseline, when there is one.
    pub(super) known: Option<Known>,
    pub(super) took: Duration,
    /// Where the site was published, if it was.
    pub(super) output: Option<&'a Path>,
}

/// What became of the findings of a baseline.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// They are still there.
    pub(super) known: usize,
    /// They are gone.
    pub(super) fixed: usize,
}

/// The last line: what was done, and what came of it.
pub(super) fn closing(told: &Closing<'_>) -> String {
    let articles = counted(told.articles, "article", "articles");
    let locales = counted(told.locales, "locale", "locales");
    let done = match told.work {
        Work::Checked => format!("checked {articles} in {locales}"),
        Work::Built if told.output.is_none() => format!("read {articles} in {locales}"),
        Work::Built => format!(
            "built {articles} ({}) in {locales}",
            counted(told.pages, "page", "pages")
        ),
    };
    let mut wrong = Vec::new();
    if told.counts.errors > 0 {
        wrong.push(counted(told.counts.errors, "error", "errors"));
    }
    if told.counts.warnings > 0 {
        wrong.push(counted(told.counts.warnings, "warning", "warnings"));
    }
    let wrong = if wrong.is_empty() {
        let is_all = told.known.is_none() && told.since.is_none();
        (if is_all {
            "nothing wrong"
        } else {
            "nothing new"
        })
        .to_owned()
    } else {
        wrong.join(", ")
    };
    let since = told.since.map_or(String::new(), |revision| {
        format!(" since `{}`", revision.escape_debug())
    });
    let mut apart = Vec::new();
    if told.suppressed > 0 {
        apart.push(format!("{} suppressed", grouped(told.suppressed)));
    }
    if let Some(Known { known, fixed }) = told.known {
        apart.push(format!(
            "{} known, {} fixed",
            grouped(known),
            grouped(fixed)
        ));
    }
    if told.fixable > 0 {
        apart.push(format!("{} fixable: `polydoc fix`", grouped(told.fixable)));
    }
    let apart = if apart.is_empty() {
        String::new()
    } else {
        format!(" ({})", apart.join(", "))
    };
    let end = match (told.work, told.output) {
        (Work::Checked, _) => String::new(),
        (Work::Built, Some(output)) => {
            format!("; {}/", output.display().to_string().trim_end_matches('/'))
        }
        (Work::Built, None) => "; not published".to_owned(),
    };
    format!(
        "{done} in {}: {wrong}{since}{apart}{end}",
        duration(told.took)
    )
}

/// A number with its noun.
pub(super) fn counted(number: usize, one: &str, many: &str) -> String {
    format!(
        "{} {}",
        grouped(number),
        if number == 1 { one } else { many }
    )
}

/// A number, digits in groups of three.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A duration for people.
fn duration(took: Duration) -> String {
    match took.as_secs() {
        0..10 => format!("{:.1} s", took.as_secs_f64().max(0.05)),
        seconds @ 10..120 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_counts_rightly_and_groups_digits() {
        let told = Closing {
            work: Work::Built,
            articles: 986,
            pages: 1052,
            locales: 8,
            counts: Counts {
                errors: 8,
                warnings: 12,
                infos: 3,
            },
            suppressed: 0,
            fixable: 2,
            since: None,
            known: None,
            took: Duration::from_millis(214),
            output: Some(Path::new("public/")),
        };
        let wanted = "built 986 articles (1,052 pages) in 8 locales in 0.2 s: 8 errors, 12 warnings (2 fixable: `polydoc fix`); public/";
        assert_eq!(closing(&told), wanted);
        let told = Closing {
            articles: 1_234_567,
            locales: 1,
            fixable: 0,
            counts: Counts {
                errors: 1,
                ..Counts::default()
            },
            ..told
        };
        let told = Closing {
            work: Work::Checked,
            took: Duration::from_secs(125),
            suppressed: 1_203,
            known: Some(Known {
                known: 20,
                fixed: 1,
            }),
            ..told
        };
        assert_eq!(
            closing(&told),
            "checked 1,234,567 articles in 1 locale in 2 min 5 s: 1 error (1,203 suppressed, 20 known, 1 fixed)"
        );
        let told = Closing {
            work: Work::Built,
            articles: 1,
            output: None,
            suppressed: 0,
            known: None,
            took: Duration::from_secs(12),
            ..told
        };
        assert_eq!(
            closing(&told),
            "read 1 article in 1 locale in 12 s: 1 error; not published"
        );
        let told = Closing {
            counts: Counts::default(),
            took: Duration::ZERO,
            ..told
        };
        assert_eq!(
            closing(&told),
            "read 1 article in 1 locale in 0.1 s: nothing wrong; not published"
        );
    }
}
