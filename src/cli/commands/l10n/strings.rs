//! `polydoc l10n strings`: how the words of the interface stand, as a table with findings below it, or as JSON.

use std::fmt::Write as _;
use std::path::PathBuf;

use serde::Serialize;

use crate::config::{self, Flags, Place};
use crate::failure::Failure;
use crate::fs::Disk;
use crate::l10n::LocaleId;
use crate::l10n::messages::{Audit, Finding, Kind, Language};
use crate::pipeline;

use super::super::super::args::Global;
use super::super::super::terminal::Terminal;
use super::super::super::{Outcome, environment};
use super::super::{closing, rules};
use super::args::{Shape, StringsArgs};

/// How many findings of a kind and language are shown in full without `--verbose`.
const SHOWN: usize = 5;

/// Looks at the words.
pub(super) fn run(
    global: &Global,
    args: &StringsArgs,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    let place = Place::Folder(
        args.site
            .folder
            .clone()
            .unwrap_or_else(|| PathBuf::from(".")),
    );
    let flags = Flags {
        config: global.config.clone(),
        reads_only: true,
        ..Flags::default()
    };
    let selected = config::settings(&Disk, &environment()?, &place, &flags, &rules::names())?;
    let only: Vec<LocaleId> = args
        .locales
        .iter()
        .map(|tag| tag_of(tag))
        .collect::<Result<_, _>>()?;
    let audit = pipeline::words(&Disk, &selected.settings, &only)?;
    match args.format {
        Shape::Table => {
            let most = if global.verbose { usize::MAX } else { SHOWN };
            terminal.result(&table(&audit, most))?;
        }
        Shape::Json => terminal.result(&json(&audit)?)?,
    }
    let clean = audit
        .languages
        .iter()
        .all(|language| language.findings.is_empty());
    Ok(if clean || args.no_fail {
        Outcome::Clean
    } else {
        Outcome::ContentErrors
    })
}

fn tag_of(tag: &str) -> Result<LocaleId, Failure> {
    LocaleId::parse(tag).ok_or_else(|| {
        Failure::usage(format!("`{tag}` is no language tag"))
            .hint("write a tag such as `fr-FR` or `sr-Latn-RS`")
    })
}

fn count(language: &Language, kind: Kind) -> usize {
    let of_kind = |found: &&Finding| found.kind == kind;
    language.findings.iter().filter(of_kind).count()
}

/// One line per language; then what is wrong, language by language; then all in one line.
fn table(audit: &Audit, most: usize) -> String {
    let mut text = String::new();
    let ids = audit
        .languages
        .iter()
        .map(|language| language.id.as_str().len());
    let width = ids.max().unwrap_or(0).max("language".len());
    let _ = write!(text, "{:width$}  {:>4}  {:>4}", "language", "own", "lent");
    for kind in Kind::ALL {
        let _ = write!(text, "  {:>9}", kind.word());
    }
    text.push('\n');
    for language in &audit.languages {
        let lent: usize = language.lent.iter().map(|(_, count)| count).sum();
        let _ = write!(
            text,
            "{:width$}  {:>4}  {lent:>4}",
            language.id.as_str(),
            language.own
        );
        for kind in Kind::ALL {
            let _ = write!(text, "  {:>9}", count(language, kind));
        }
        let lenders: Vec<String> = language
            .lent
            .iter()
            .map(|(lender, count)| format!("{count} from {lender}"))
            .collect();
        if !lenders.is_empty() {
            let _ = write!(text, "  ({})", lenders.join(", "));
        }
        text.push('\n');
    }
    for language in &audit.languages {
        for of_kind in language.findings.chunk_by(|a, b| a.kind == b.kind) {
            for found in of_kind.iter().take(most) {
                let _ = write!(
                    text,
                    "\n{}[{}]: {}\n",
                    language.id,
                    found.kind.word(),
                    found.problem
                );
                if let Some(hint) = &found.problem.hint {
                    let _ = writeln!(text, "  = help: {hint}");
                }
            }
            if of_kind.len() > most {
                let more = of_kind.len() - most;
                let _ = writeln!(
                    text,
                    "\n{}[{}]: and {more} more; show all with `--verbose`",
                    language.id,
                    of_kind[0].kind.word()
                );
            }
        }
    }
    let _ = writeln!(text, "\n{}", summary(audit));
    text
}

fn summary(audit: &Audit) -> String {
    let mut parts = Vec::new();
    for kind in Kind::ALL {
        let all: usize = audit
            .languages
            .iter()
            .map(|language| count(language, kind))
            .sum();
        if all > 0 {
            parts.push(format!("{all} {}", kind.word()));
        }
    }
    let messages = closing::counted(audit.messages, "message", "messages");
    let languages = closing::counted(audit.languages.len(), "language", "languages");
    let found = if parts.is_empty() {
        "nothing wrong".to_owned()
    } else {
        parts.join(", ")
    };
    format!("looked at {messages} in {languages}: {found}")
}

/// The report for programs. Fields are added, never renamed; `version` tells when a meaning changes.
#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    messages: usize,
    languages: Vec<LanguageReport<'a>>,
}

#[derive(Serialize)]
struct LanguageReport<'a> {
    locale: &'a str,
    own: usize,
    lent: Vec<Lent<'a>>,
    findings: Vec<FindingReport<'a>>,
}

#[derive(Serialize)]
struct Lent<'a> {
    from: &'a str,
    messages: usize,
}

#[derive(Serialize)]
struct FindingReport<'a> {
    kind: &'static str,
    id: Option<&'a str>,
    message: &'a str,
    help: Option<&'a str>,
    file: &'a str,
    line: u32,
    column: u32,
}

fn json(audit: &Audit) -> Result<String, Failure> {
    let languages = audit.languages.iter().map(language_report);
    let report = Report {
        version: 1,
        messages: audit.messages,
        languages: languages.collect(),
    };
    let text = serde_json::to_string_pretty(&report)
        .map_err(|error| Failure::environment("cannot write the report").cause(&error))?;
    Ok(format!("{text}\n"))
}

fn language_report(language: &Language) -> LanguageReport<'_> {
    let findings = language.findings.iter().map(|found| FindingReport {
        kind: found.kind.word(),
        id: found.message.as_deref(),
        message: &found.problem.message,
        help: found.problem.hint.as_deref(),
        file: &found.problem.path,
        line: found.problem.line,
        column: found.problem.column,
    });
    let lent = language.lent.iter().map(|(lender, messages)| Lent {
        from: lender.as_str(),
        messages: *messages,
    });
    LanguageReport {
        locale: language.id.as_str(),
        own: language.own,
        lent: lent.collect(),
        findings: findings.collect(),
    }
}
