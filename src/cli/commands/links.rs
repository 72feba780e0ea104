//! `polydoc links`: what other sites say of the addresses that articles link to, by host and by address.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::check;
use crate::config::{self, Place};
use crate::diagnostics::Severity;
use crate::failure::Failure;
use crate::fs::Disk;
use crate::model::{FragmentFound, Reachability, Verdict};
use crate::pipeline::{self, Asked, Goal};
use crate::publish::StageOptions;

use super::super::args::{Global, LinksArgs, LinksFormat};
use super::super::progress::Bar;
use super::super::terminal::Terminal;
use super::super::{Outcome, environment};
use super::closing::{counted, grouped};
use super::report;

/// How many of the slowest addresses are shown.
const SLOWEST: usize = 10;

/// Asks, and shows what came of it.
pub(in crate::cli) fn run(
    global: &Global,
    args: &LinksArgs,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    let rules = super::rules::names();
    let place = Place::Folder(args.folder.clone().unwrap_or_else(|| ".".into()));
    let selected = config::settings(&Disk, &environment()?, &place, &args.flags(global), &rules)?;
    report::introduce(&selected.settings, terminal);
    let found = {
        let bar = Bar::new(terminal);
        let stage = StageOptions::default();
        pipeline::run(&Disk, &selected.settings, Goal::Check, &bar, &stage)?
    };
    let asked = &found.asked;
    terminal.result(&match args.format {
        LinksFormat::Table => table(asked),
        LinksFormat::Json => json(asked),
        LinksFormat::Csv => csv(asked),
    })?;
    for line in summary(asked) {
        terminal.say(&line);
    }
    let is_wrong = found.diagnostics.iter().any(|finding| {
        finding.severity == Severity::Error && check::is_about_other_sites(finding.rule)
    });
    Ok(if is_wrong && !args.no_fail {
        Outcome::ContentErrors
    } else {
        Outcome::Clean
    })
}

/// The lines that close a run in which other sites were asked.
pub(super) fn summary(asked: &Asked) -> Vec<String> {
    if asked.reached.today.is_none() {
        return Vec::new();
    }
    let known = asked.reached.by_url.values();
    let count = |is: fn(&Reachability) -> bool| known.clone().filter(|known| is(known)).count();
    let places: usize = asked.reached.places.values().sum();
    let mut lines = vec![format!(
        "external links: {} unique of {}, {} from cache",
        grouped(asked.reached.places.len()),
        counted(places, "occurrence", "occurrences"),
        grouped(count(|known| known.from_cache)),
    )];
    let parts = [
        (count(|known| known.verdict.is_broken()), "broken"),
        (count(Reachability::is_newly_broken), "of them newly"),
        (count(|known| known.verdict.is_flaky()), "flaky"),
        (
            count(|known| matches!(known.verdict, Verdict::Refused { .. })),
            "refused to programs",
        ),
        (
            count(|known| matches!(known.verdict, Verdict::NotAsked(_))),
            "not asked",
        ),
    ];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, word)| format!("{} {word}", grouped(*number)))
        .collect();
    if !parts.is_empty() {
        lines.push(format!("  {}", parts.join(", ")));
    }
    for (host, number) in asked.unverifiable() {
        let fragments = counted(number, "fragment", "fragments");
        lines.push(format!(
            "  {host}: {fragments} not verified, its pages are made by scripts or are no HTML"
        ));
    }
    if !asked.unreadable.is_empty() {
        let numbers: Vec<String> = asked
            .unreadable
            .iter()
            .take(5)
            .map(usize::to_string)
            .collect();
        lines.push(format!(
            "  the cache of external links: {} could not be read (line {}) and will be asked again",
            counted(asked.unreadable.len(), "line", "lines"),
            numbers.join(", ")
        ));
    }
    lines
}

/// What is known of a host.
#[derive(Default)]
struct Host<'a> {
    addresses: usize,
    places: usize,
    verdicts: BTreeMap<&'static str, usize>,
    slowest: u64,
    names: BTreeSet<&'a str>,
}

fn hosts(asked: &Asked) -> BTreeMap<&str, Host<'_>> {
    let mut hosts: BTreeMap<&str, Host<'_>> = BTreeMap::new();
    for (url, known) in &asked.reached.by_url {
        let name = url.split('/').nth(2).unwrap_or(url);
        let host = hosts.entry(name).or_default();
        host.addresses += 1;
        host.places += asked.reached.places.get(url).copied().unwrap_or_default();
        *host.verdicts.entry(known.verdict.word()).or_default() += 1;
        host.slowest = host.slowest.max(known.milliseconds);
        host.names.insert(url);
    }
    hosts
}

fn table(asked: &Asked) -> String {
    let hosts = hosts(asked);
    let width = hosts
        .keys()
        .map(|name| name.len())
        .max()
        .unwrap_or(4)
        .max(4);
    let mut text = format!(
        "{:width$}  addresses  occurrences  slowest  verdicts\n",
        "host"
    );
    for (name, host) in &hosts {
        let verdicts: Vec<String> = host
            .verdicts
            .iter()
            .map(|(word, number)| format!("{word} {}", grouped(*number)))
            .collect();
        let slowest = match host.slowest {
            0 => "-".to_owned(),
            milliseconds => format!("{milliseconds} ms"),
        };
        let _ = writeln!(
            text,
            "{name:width$}  {:>9}  {:>11}  {slowest:>7}  {}",
            grouped(host.addresses),
            grouped(host.places),
            verdicts.join(", ")
        );
    }
    let bad = asked.reached.by_url.iter().filter(|(_, known)| {
        !known.verdict.is_there() && !matches!(known.verdict, Verdict::NotAsked(_))
    });
    section(
        &mut text,
        "not there",
        bad.map(|(url, known)| {
            let new = if known.is_newly_broken() {
                " (was there before)"
            } else {
                ""
            };
            format!("{:15} {url}{new}", known.verdict.word())
        }),
    );
    let mut slow: Vec<_> = asked
        .reached
        .by_url
        .iter()
        .filter(|(_, known)| known.milliseconds > 0)
        .collect();
    slow.sort_by_key(|(url, known)| (std::cmp::Reverse(known.milliseconds), *url));
    section(
        &mut text,
        "slowest",
        slow.iter().take(SLOWEST).map(|(url, known)| {
            format!(
                "{:>9} ms    {url}",
                grouped(usize::try_from(known.milliseconds).unwrap_or(usize::MAX))
            )
        }),
    );
    text
}

fn section(text: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        let _ = writeln!(text, "\n{title}");
        for line in lines {
            let _ = writeln!(text, "  {line}");
        }
    }
}

fn json(asked: &Asked) -> String {
    let addresses: Vec<serde_json::Value> = asked
        .reached
        .by_url
        .iter()
        .map(|(url, known)| {
            let fragments: BTreeMap<&str, &str> = known
                .fragments
                .iter()
                .map(|(fragment, found)| (&**fragment, fragment_word(*found)))
                .collect();
            serde_json::json!({
                "address": &**url,
                "verdict": known.verdict.word(),
                "detail": detail(&known.verdict),
                "occurrences": asked.reached.places.get(url).copied().unwrap_or_default(),
                "fragments": fragments,
                "answersOnHttps": known.answers_on_https,
                "asked": known.asked.to_string(),
                "fromCache": known.from_cache,
                "milliseconds": known.milliseconds,
                "newlyBroken": known.is_newly_broken(),
                "brokenSince": known.broken_since.map(|day| day.to_string()),
            })
        })
        .collect();
    let places: usize = asked.reached.places.values().sum();
    let hosts: Vec<serde_json::Value> = hosts(asked)
        .iter()
        .map(|(name, host)| {
            serde_json::json!({
                "host": name,
                "addresses": host.addresses,
                "occurrences": host.places,
                "verdicts": host.verdicts,
                "slowestMilliseconds": host.slowest,
            })
        })
        .collect();
    let whole = serde_json::json!({
        "unique": asked.reached.places.len(),
        "occurrences": places,
        "fromCache": asked.reached.by_url.values().filter(|known| known.from_cache).count(),
        "hosts": hosts,
        "addresses": addresses,
    });
    format!("{whole:#}\n")
}

fn csv(asked: &Asked) -> String {
    let mut text =
        "address,verdict,detail,occurrences,asked,from_cache,milliseconds,newly_broken\r\n"
            .to_owned();
    for (url, known) in &asked.reached.by_url {
        let _ = write!(
            text,
            "{},{},{},{},{},{},{},{}\r\n",
            field(url),
            known.verdict.word(),
            field(&detail(&known.verdict)),
            asked.reached.places.get(url).copied().unwrap_or_default(),
            known.asked,
            known.from_cache,
            known.milliseconds,
            known.is_newly_broken()
        );
    }
    text
}

/// A field of a table (RFC 4180). Spreadsheets take what begins with some signs for a formula: those get a quote in front.
fn field(text: &str) -> String {
    let text = if text.starts_with(['=', '+', '-', '@']) {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

fn detail(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Moved { to, .. } => to.to_string(),
        Verdict::Gone { status } | Verdict::Refused { status } | Verdict::Failing { status } => {
            status.to_string()
        }
        Verdict::GoneInDisguise { sign: text }
        | Verdict::TlsFailure { why: text }
        | Verdict::Unreachable { why: text }
        | Verdict::Forbidden { why: text } => text.to_string(),
        Verdict::Circular { hops } => hops.to_string(),
        Verdict::NotAsked(why) => format!("{why:?}").to_lowercase(),
        Verdict::Answers | Verdict::NoHost | Verdict::Silent => String::new(),
    }
}

fn fragment_word(found: FragmentFound) -> &'static str {
    match found {
        FragmentFound::Present => "present",
        FragmentFound::Absent => "absent",
        FragmentFound::Unverifiable => "unverifiable",
    }
}
