//! `polydoc l10n show`: all that is known of one article in one language.

use std::fmt::Write as _;

use serde::Serialize;

use crate::failure::Failure;
use crate::fs::Disk;
use crate::model::{Article, TranslationType};
use crate::source::LocaleIndex;
use crate::translation::{Basis, Behind, HandOff, Line, Work, compare_lines};

use super::super::super::Outcome;
use super::super::super::args::Global;
use super::super::super::terminal::Terminal;
use super::args::{EditionArgs, Shape};
use super::surveyed::Surveyed;

/// Keys that say who looks after an article.
const OWNERS: [&str; 4] = ["ms.author", "author", "manager", "ms.reviewer"];

/// Unchanged lines around a change.
const AROUND: usize = 2;

/// Shows one article.
pub(super) fn run(
    global: &Global,
    args: &EditionArgs,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    let surveyed = Surveyed::read(global, args.site.folder.as_deref(), None, terminal)?;
    let locale = surveyed.locale(&args.locale)?;
    let work = surveyed.work(locale, &args.path)?;
    let told = told(&surveyed, locale, work)?;
    terminal.result(&match args.format {
        Shape::Table => text(&told),
        Shape::Json => {
            serde_json::to_string_pretty(&told)
                .map_err(|error| Failure::environment("cannot write JSON").cause(&error))?
                + "\n"
        }
    })?;
    Ok(Outcome::Clean)
}

/// What is known.
#[derive(Serialize)]
struct Told {
    version: u32,
    path: String,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    elsewhere: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version_key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    made_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    handed_off: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    translated_by: Option<&'static str>,
    words: u32,
    owners: Vec<(&'static str, String)>,
    versions: Vec<ToldVersion>,
    missing_in: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<ToldSource>,
}

/// A version that some language has.
#[derive(Serialize)]
struct ToldVersion {
    name: String,
    first: Option<String>,
    last: Option<String>,
    is_newest: bool,
    languages: Vec<String>,
}

/// What happened in the source tree since.
#[derive(Serialize)]
struct ToldSource {
    base: String,
    is_guessed: bool,
    commits: Vec<String>,
    words: u32,
    diff: Vec<String>,
}

fn told(surveyed: &Surveyed, locale: LocaleIndex, work: &Work) -> Result<Told, Failure> {
    let survey = &surveyed.survey;
    let (site, translations) = (&survey.site, &survey.translations);
    let edition = work.edition(locale);
    let article = edition.map(|edition| site.article(edition.article));
    let path = match article {
        Some(article) => survey.sources.get(article.file).path.to_string(),
        None => format!("{}/{}.md", site.locales.get(locale).folder, work.id),
    };
    let state = match translations.state(work, locale) {
        Some(state) => state.word(),
        None if translations.is_missing(work, locale) => "missing",
        None => "absent",
    };
    let version = edition.and_then(|edition| edition.version);
    let hand_off = article.and_then(|article| {
        HandOff::of(article.entries(), &surveyed.settings.localization.date_keys).day
    });
    let behind = edition.and_then(|edition| translations.behind(edition.article));
    let tag = |locale: LocaleIndex| surveyed.tag(locale).to_owned();
    let all = site.locales.iter().map(|(locale, _)| locale);
    Ok(Told {
        version: 1,
        path,
        state,
        elsewhere: edition
            .filter(|edition| edition.is_renamed)
            .map(|_| work.id.to_string()),
        version_key: translations.version_key_of(work).map(str::to_owned),
        made_from: version.map(|version| work.versions[version].name.to_string()),
        handed_off: hand_off.map(|day| day.to_string()),
        translated_by: article
            .and_then(|article| article.metadata.translation)
            .map(|made| match made {
                TranslationType::Human => "people",
                TranslationType::Machine => "a machine",
            }),
        words: article.map_or(0, |article| article.document.words.count),
        owners: article.map(owners).unwrap_or_default(),
        versions: work
            .versions
            .iter()
            .enumerate()
            .rev()
            .map(|(at, version)| ToldVersion {
                name: version.name.to_string(),
                first: version.first.map(|day| day.to_string()),
                last: version.last.map(|day| day.to_string()),
                is_newest: work.newest == Some(at),
                languages: work.locales_with(at).map(tag).collect(),
            })
            .collect(),
        missing_in: all
            .filter(|&locale| translations.is_missing(work, locale))
            .map(tag)
            .collect(),
        source: match behind {
            Some(behind) => source(surveyed, work, behind)?,
            None => None,
        },
    })
}

fn owners(article: &Article) -> Vec<(&'static str, String)> {
    let entries = article.entries();
    let value = |key: &'static str| {
        let (_, value) = entries.iter().find(|(name, _)| &**name == key)?;
        let text = value.as_text()?.trim();
        (!text.is_empty()).then(|| (key, text.to_owned()))
    };
    OWNERS.into_iter().filter_map(value).collect()
}

fn source(
    surveyed: &Surveyed,
    work: &Work,
    behind: &Behind,
) -> Result<Option<ToldSource>, Failure> {
    let Some(tree) = &surveyed.survey.source_tree else {
        return Ok(None);
    };
    let change = tree.change(&Disk, &surveyed.settings, work, behind)?;
    let lines = if behind.commits > 0 {
        compare_lines(&change.before, &change.now)
    } else {
        Vec::new()
    };
    Ok(Some(ToldSource {
        base: behind.base.to_string(),
        is_guessed: behind.basis == Basis::LastChange,
        commits: change.commits,
        words: behind.words,
        diff: excerpt(&lines),
    }))
}

/// The changed lines with some around them; `…` where lines are left out.
fn excerpt(lines: &[Line<'_>]) -> Vec<String> {
    let is_changed = |at: usize| !matches!(lines[at], Line::Same(_));
    let is_shown = |at: usize| {
        let last = (at + AROUND).min(lines.len() - 1);
        (at.saturating_sub(AROUND)..=last).any(is_changed)
    };
    let mut shown = Vec::new();
    let mut left_out = false;
    for (at, line) in lines.iter().enumerate() {
        if !is_shown(at) {
            left_out = true;
            continue;
        }
        if std::mem::take(&mut left_out) {
            shown.push("…".to_owned());
        }
        shown.push(match line {
            Line::Same(line) => format!("  {line}"),
            Line::Removed(line) => format!("- {line}"),
            Line::Added(line) => format!("+ {line}"),
        });
    }
    shown
}

fn text(told: &Told) -> String {
    let mut text = format!("{}: {}\n", told.path, told.state);
    let mut line = |caption: &str, value: &str| {
        let _ = writeln!(text, "  {caption:11} {value}");
    };
    if let Some(name) = &told.elsewhere {
        line("elsewhere", &format!("{name}.md"));
    }
    if let Some(made_from) = &told.made_from {
        let key = told.version_key.as_deref().unwrap_or_default();
        line("made from", &format!("{made_from} ({key})"));
    }
    if let Some(day) = &told.handed_off {
        line("handed off", day);
    }
    if let Some(who) = told.translated_by {
        line("translated", &format!("by {who}"));
    }
    if told.words > 0 {
        line("words", &told.words.to_string());
    }
    for (key, value) in &told.owners {
        line(key, value);
    }
    for version in &told.versions {
        let day = |day: &Option<String>| day.as_deref().unwrap_or("?").to_owned();
        let days = match (&version.first, &version.last) {
            (first, last) if first == last => day(first),
            (first, last) => format!("{} to {}", day(first), day(last)),
        };
        let newest = if version.is_newest {
            ", the newest"
        } else {
            ""
        };
        let languages = version.languages.join(", ");
        line(
            "version",
            &format!("{} ({days}{newest}): {languages}", version.name),
        );
    }
    if !told.missing_in.is_empty() {
        line("missing in", &told.missing_in.join(", "));
    }
    if let Some(source) = &told.source {
        let guess = if source.is_guessed {
            ", where this file was last changed"
        } else {
            ""
        };
        line(
            "source",
            &format!("known up to commit {}{guess}", source.base),
        );
        let commits = source.commits.len();
        let (commits, words) = (
            super::super::closing::counted(commits, "commit", "commits"),
            super::super::closing::counted(source.words as usize, "word", "words"),
        );
        line("behind", &format!("{commits}, {words}"));
        for commit in &source.commits {
            line("", commit);
        }
        if !source.diff.is_empty() {
            text.push('\n');
        }
        for line in &source.diff {
            let _ = writeln!(text, "{line}");
        }
    }
    text
}
