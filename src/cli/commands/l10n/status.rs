//! `polydoc l10n status`: counts of every language as a table, JSON, CSV or a page; a badge; an exit code.

use std::fmt::Write as _;

use serde::Serialize;

use crate::failure::Failure;
use crate::fs::{Disk, replace};
use crate::pipeline;
use crate::source::LocaleIndex;
use crate::translation::{Tally, tally};

use super::super::super::Outcome;
use super::super::super::args::Global;
use super::super::super::terminal::Terminal;
use super::args::{StatusArgs, StatusFormat};
use super::columns::{csv_line, table};
use super::lists::{Item, items};
use super::surveyed::Surveyed;
use super::{badge, lists};

/// Shows how the articles stand.
pub(super) fn run(
    global: &Global,
    args: &StatusArgs,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    if let Some(file) = &args.badge {
        replace::may_replace(file).map_err(|error| unwritable(file, &error))?;
    }
    let surveyed = Surveyed::read(global, args.site.folder.as_deref(), args.today, terminal)?;
    let shown = surveyed.locales(&args.locales)?;
    let all = tally(
        &surveyed.survey.translations,
        &surveyed.survey.site,
        &surveyed.settings.localization,
        surveyed.settings.today,
    );
    let rows: Vec<(LocaleIndex, &Tally)> = shown
        .iter()
        .map(|&locale| (locale, &all[locale.index()]))
        .collect();
    let mut sum = Tally::default();
    for (_, tally) in &rows {
        sum.add(tally);
    }
    let report = Report {
        surveyed: &surveyed,
        rows: &rows,
        sum: &sum,
        names: args.names,
    };
    terminal.result(&match args.format {
        StatusFormat::Table => report.table(),
        StatusFormat::Json => report.json()?,
        StatusFormat::Csv => report.csv(),
        StatusFormat::Html => report.html()?,
    })?;
    if let Some(file) = &args.badge {
        let label = match &rows[..] {
            [(locale, _)] => surveyed.tag(*locale),
            _ => "translations",
        };
        replace::replace(file, badge::svg(label, &sum).as_bytes())
            .map_err(|error| unwritable(file, &error))?;
        terminal.say(&format!("badge: {}", file.display()));
    }
    let mut outcome = Outcome::Clean;
    for (locale, tally) in &rows {
        for limit in &args.fail_over {
            if let Some(complaint) = limit.complaint(surveyed.tag(*locale), tally) {
                terminal.remark(&format!("{complaint}\n"));
                outcome = Outcome::ContentErrors;
            }
        }
    }
    Ok(outcome)
}

/// A share as per cent with one digit, rounded down: only what is whole is called 100.
pub(super) fn percent(share: f64) -> String {
    format!("{:.1}", (share * 1000.0 + 1e-9).floor() / 10.0)
}

struct Report<'r> {
    surveyed: &'r Surveyed,
    rows: &'r [(LocaleIndex, &'r Tally)],
    sum: &'r Tally,
    names: bool,
}

impl Report<'_> {
    fn table(&self) -> String {
        let with_age = self.surveyed.settings.today.is_some();
        let mut captions = vec![
            "language", "articles", "missing", "extra", "stale", "renamed", "machine", "human",
            "words", "here", "current",
        ];
        if with_age {
            captions.push("median age");
        }
        let row = |name: &str, tally: &Tally| {
            let mut cells = vec![
                name.to_owned(),
                tally.articles.to_string(),
                tally.missing.to_string(),
                tally.extra.to_string(),
                tally.stale.to_string(),
                tally.renamed.to_string(),
                tally.machine.to_string(),
                tally.human.to_string(),
                tally.words.to_string(),
                format!("{} %", percent(tally.share())),
                format!("{} %", percent(tally.current_share())),
            ];
            if with_age {
                let age = tally.median_age();
                cells.push(age.map_or_else(|| "–".to_owned(), |days| format!("{days} d")));
            }
            cells
        };
        let mut rows: Vec<Vec<String>> = self
            .rows
            .iter()
            .map(|(locale, tally)| row(self.surveyed.tag(*locale), tally))
            .collect();
        if self.rows.len() > 1 {
            rows.push(row("all", self.sum));
        }
        let mut text = table(&captions, &rows, &[]);
        self.remarks(&mut text);
        if self.names {
            for (locale, _) in self.rows {
                self.name(&mut text, *locale);
            }
        }
        text
    }

    /// What the numbers do not say.
    fn remarks(&self, text: &mut String) {
        let works = self.surveyed.survey.translations.works.len();
        let source = self.surveyed.survey.translations.source;
        let compared = match source {
            Some(source) => format!("compared with {}", self.surveyed.tag(source)),
            None => "compared with each other: no source language is set, or it has no articles"
                .to_owned(),
        };
        let _ = writeln!(text, "\n{works} different articles, {compared}");
        let sum = self.sum;
        for (count, one, many) in [
            (
                sum.unversioned,
                "article names no version of its source",
                "articles name no version of their source",
            ),
            (
                sum.unclear,
                "article has a version, and no date says which one is the newest",
                "articles have versions of which no date says which one is the newest",
            ),
            (
                sum.swapped_dates,
                "date has day and month swapped; it was read so",
                "dates have day and month swapped; they were read so",
            ),
            (
                sum.unreadable_dates,
                "date cannot be read, and was not used",
                "dates cannot be read, and were not used",
            ),
        ] {
            if count > 0 {
                let _ = writeln!(text, "{count} {}", if count == 1 { one } else { many });
            }
        }
    }

    fn name(&self, text: &mut String, locale: LocaleIndex) {
        let items = items(self.surveyed, locale);
        if items.is_empty() {
            return;
        }
        let _ = writeln!(text, "\n{}:", self.surveyed.tag(locale));
        for item in items {
            let _ = writeln!(
                text,
                "  {:8} {}{}",
                item.what.word(),
                item.path,
                self.reason(&item)
            );
        }
    }

    /// Why an article is named, in brackets.
    fn reason(&self, item: &Item) -> String {
        let tags = |locales: &[LocaleIndex]| {
            let named: Vec<&str> = locales
                .iter()
                .take(3)
                .map(|&it| self.surveyed.tag(it))
                .collect();
            match locales.len().saturating_sub(named.len()) {
                0 => named.join(", "),
                more => format!("{} and {more} more", named.join(", ")),
            }
        };
        match item.what {
            lists::What::Stale => {
                let newest = item
                    .newest
                    .map_or(String::new(), |day| format!(" of {day}"));
                let own = item
                    .handed_off
                    .map_or(String::new(), |day| format!(", this one is of {day}"));
                format!(" (newer version{newest} in {}{own})", tags(&item.newest_in))
            }
            lists::What::Renamed => match &item.elsewhere {
                Some(name) => format!(" (elsewhere `{name}`)"),
                None => String::new(),
            },
            _ => String::new(),
        }
    }

    fn csv(&self) -> String {
        if self.names {
            let mut text = csv_line(&[
                "language",
                "what",
                "path",
                "elsewhere",
                "handed_off",
                "newest",
            ]);
            for (locale, _) in self.rows {
                for item in items(self.surveyed, *locale) {
                    let day = |day: Option<crate::model::Date>| {
                        day.map_or(String::new(), |day| day.to_string())
                    };
                    text.push_str(&csv_line(&[
                        self.surveyed.tag(*locale),
                        item.what.word(),
                        &item.path,
                        item.elsewhere.as_deref().unwrap_or_default(),
                        &day(item.handed_off),
                        &day(item.newest),
                    ]));
                }
            }
            return text;
        }
        let mut text = csv_line(&[
            "language",
            "articles",
            "missing",
            "extra",
            "current",
            "stale",
            "unclear",
            "unversioned",
            "renamed",
            "machine",
            "human",
            "words",
            "machine_words",
            "human_words",
            "share",
            "current_share",
            "median_age",
        ]);
        let sum = (self.rows.len() > 1).then_some(("all", self.sum));
        let rows = self
            .rows
            .iter()
            .map(|(locale, tally)| (self.surveyed.tag(*locale), *tally));
        for (name, tally) in rows.chain(sum) {
            let numbers = [
                u64::from(tally.articles),
                u64::from(tally.missing),
                u64::from(tally.extra),
                u64::from(tally.current),
                u64::from(tally.stale),
                u64::from(tally.unclear),
                u64::from(tally.unversioned),
                u64::from(tally.renamed),
                u64::from(tally.machine),
                u64::from(tally.human),
                tally.words,
                tally.machine_words,
                tally.human_words,
            ];
            let mut cells = vec![name.to_owned()];
            cells.extend(numbers.iter().map(u64::to_string));
            cells.push(format!("{:.4}", tally.share()));
            cells.push(format!("{:.4}", tally.current_share()));
            cells.push(
                tally
                    .median_age()
                    .map_or(String::new(), |days| days.to_string()),
            );
            text.push_str(&csv_line(
                &cells.iter().map(String::as_str).collect::<Vec<_>>(),
            ));
        }
        text
    }

    fn html(&self) -> Result<String, Failure> {
        let shown: Vec<LocaleIndex> = self.rows.iter().map(|(locale, _)| *locale).collect();
        let Surveyed { settings, survey } = self.surveyed;
        let page = pipeline::dashboard(&Disk, settings, survey, &shown)?;
        Ok(String::from_utf8_lossy(&page).into_owned())
    }

    fn json(&self) -> Result<String, Failure> {
        let translations = &self.surveyed.survey.translations;
        let told = Told {
            version: 1,
            source: translations.source.map(|source| self.surveyed.tag(source)),
            works: translations.works.len(),
            today: self.surveyed.settings.today.map(|day| day.to_string()),
            languages: self
                .rows
                .iter()
                .map(|(locale, tally)| Language {
                    tag: self.surveyed.tag(*locale),
                    counts: Counts::of(tally),
                    articles: items(self.surveyed, *locale)
                        .iter()
                        .map(|item| Named::of(self.surveyed, item))
                        .collect(),
                })
                .collect(),
            all: Counts::of(self.sum),
        };
        let text = serde_json::to_string_pretty(&told)
            .map_err(|error| Failure::environment("cannot write JSON").cause(&error))?;
        Ok(text + "\n")
    }
}

/// The whole report for programs.
#[derive(Serialize)]
struct Told<'r> {
    version: u32,
    source: Option<&'r str>,
    works: usize,
    today: Option<String>,
    languages: Vec<Language<'r>>,
    all: Counts,
}

#[derive(Serialize)]
struct Language<'r> {
    #[serde(rename = "language")]
    tag: &'r str,
    counts: Counts,
    articles: Vec<Named<'r>>,
}

#[derive(Serialize)]
struct Counts {
    articles: u32,
    missing: u32,
    extra: u32,
    current: u32,
    stale: u32,
    unclear: u32,
    unversioned: u32,
    renamed: u32,
    machine: u32,
    human: u32,
    words: u64,
    machine_words: u64,
    human_words: u64,
    share: f64,
    current_share: f64,
    median_age: Option<i64>,
    swapped_dates: u32,
    unreadable_dates: u32,
}

impl Counts {
    fn of(tally: &Tally) -> Self {
        let round = |share: f64| (share * 10_000.0).floor() / 10_000.0;
        Self {
            articles: tally.articles,
            missing: tally.missing,
            extra: tally.extra,
            current: tally.current,
            stale: tally.stale,
            unclear: tally.unclear,
            unversioned: tally.unversioned,
            renamed: tally.renamed,
            machine: tally.machine,
            human: tally.human,
            words: tally.words,
            machine_words: tally.machine_words,
            human_words: tally.human_words,
            share: round(tally.share()),
            current_share: round(tally.current_share()),
            median_age: tally.median_age(),
            swapped_dates: tally.swapped_dates,
            unreadable_dates: tally.unreadable_dates,
        }
    }
}

/// One article that is missing, extra, out of date or renamed.
#[derive(Serialize)]
struct Named<'r> {
    what: &'static str,
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    elsewhere: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    handed_off: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    newest: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    newest_in: Vec<&'r str>,
    versions_behind: usize,
}

impl<'r> Named<'r> {
    fn of(surveyed: &'r Surveyed, item: &Item) -> Self {
        let is_stale = item.what == lists::What::Stale;
        Self {
            what: item.what.word(),
            path: item.path.clone(),
            elsewhere: item.elsewhere.clone(),
            handed_off: item.handed_off.map(|day| day.to_string()),
            newest: item.newest.filter(|_| is_stale).map(|day| day.to_string()),
            newest_in: item
                .newest_in
                .iter()
                .filter(|_| is_stale)
                .map(|&locale| surveyed.tag(locale))
                .collect(),
            versions_behind: item.versions_behind,
        }
    }
}

fn unwritable(file: &std::path::Path, error: &std::io::Error) -> Failure {
    let message = format!("cannot write the badge `{}`", file.display());
    let failure = Failure::environment(message).cause(error);
    match error.kind() {
        std::io::ErrorKind::NotFound => failure.hint("make its folder first"),
        _ => failure,
    }
}
