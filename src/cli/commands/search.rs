//! `polydoc search`: asks the published index of a language, as the search of the pages does.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::config::{self, Flags, Place};
use crate::failure::Failure;
use crate::fs::{Disk, FileSystem as _};
use crate::search::{self, Answer, Asked, Explained, Found, Index};

use super::super::args::{Global, SearchArgs};
use super::super::terminal::Terminal;
use super::super::{Outcome, environment};

/// Largest file of an index that is read, in bytes.
const LARGEST: u64 = 256 << 20;

/// Asks an index and shows what was found.
pub(in crate::cli) fn run(
    global: &Global,
    args: &SearchArgs,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    let output = output(global, args)?;
    let folder = folder(&output, &args.locale)?;
    let fetch = |name: &str| Disk.read(&folder.join(name), LARGEST).ok();
    let damaged = |error: search::SearchError| {
        Failure::environment(format!("cannot ask the index in `{}`", folder.display()))
            .cause(&error)
            .hint("build the site again: `polydoc build`")
    };
    let index = Index::open(fetch).map_err(damaged)?;
    let name = index.prefix().trim_end_matches('/').rsplit('/').next();
    let pages = output.join(name.unwrap_or_default());
    let mut index = index.with_pages(|url: &str| Disk.read(&page_file(&pages, url), LARGEST).ok());
    let mut filters: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (key, value) in &args.filters {
        let known = index.keys().contains(&key.as_str());
        if !known {
            return Err(unknown_key(key, &index.keys()));
        }
        filters.entry(key.clone()).or_default().push(value.clone());
    }
    let query = args.query.join(" ");
    let asked = Asked {
        query: &query,
        limit: args.limit,
        offset: args.offset,
        filters,
        fallback: true,
    };
    let answer = index.search(&asked).map_err(damaged)?;
    let shown = if args.json {
        format!("{:#}\n", json(&query, &answer, args.explain))
    } else {
        table(&query, &answer, args, index.documents())
    };
    terminal.result(&shown)?;
    Ok(Outcome::Clean)
}

/// The file of a page with an address below a language's folder.
fn page_file(pages: &Path, url: &str) -> PathBuf {
    let bytes: Vec<u8> = percent_encoding::percent_decode_str(url).collect();
    let mut path = String::from_utf8_lossy(&bytes).into_owned();
    if path.is_empty() || path.ends_with('/') {
        path.push_str("index.html");
    }
    pages.join(path)
}

/// The output folder: the one that is named, else that of the current folder's site.
fn output(global: &Global, args: &SearchArgs) -> Result<PathBuf, Failure> {
    if let Some(output) = &args.output {
        return Ok(output.clone());
    }
    let flags = Flags {
        config: global.config.clone(),
        reads_only: true,
        ..Flags::default()
    };
    let place = Place::Folder(PathBuf::from("."));
    let rules = super::rules::names();
    let selected = config::settings(&Disk, &environment()?, &place, &flags, &rules)?;
    Ok(selected.settings.output)
}

/// The folder of a language's index, whatever the letter case of its tag.
fn folder(output: &Path, locale: &str) -> Result<PathBuf, Failure> {
    let all = output.join(search::folder(""));
    let entries = Disk.walk(&all, &|_| false).unwrap_or_default();
    let mut names: Vec<String> = entries
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.path.file_name().map(OsStr::to_owned))
        .filter_map(|name| name.into_string().ok())
        .collect();
    names.sort_unstable();
    let wanted = locale.replace('_', "-").to_lowercase();
    if let Some(name) = names.iter().find(|name| **name == wanted) {
        return Ok(all.join(name));
    }
    if names.is_empty() {
        let message = format!("there is no search index in `{}`", output.display());
        return Err(Failure::usage(message)
            .hint("build the site first: `polydoc build`")
            .hint("name the folder it was built into with `--output DIR`"));
    }
    let of_language = names
        .iter()
        .find(|name| name.split('-').next() == wanted.split('-').next());
    let failure = Failure::usage(format!("there is no search index for `{locale}`"));
    Err(match of_language {
        Some(near) => failure.hint(format!("did you mean `{near}`?")),
        None => failure.hint(format!("there are {}", names.join(", "))),
    })
}

fn unknown_key(key: &str, keys: &[&str]) -> Failure {
    let failure = Failure::usage(format!("results cannot be filtered by `{key}`"));
    if keys.is_empty() {
        failure.hint(
            "name the keys to filter by under `search.facets` in `polydoc.yml`, and build again",
        )
    } else {
        failure.hint(format!("they can be filtered by {}", keys.join(", ")))
    }
}

/// Lines with score, address and title.
fn table(query: &str, answer: &Answer, args: &SearchArgs, documents: usize) -> String {
    let mut text = String::new();
    if let Some(corrected) = &answer.corrected {
        let _ = writeln!(text, "nothing holds `{query}`; these hold `{corrected}`");
    }
    let width = answer
        .results
        .iter()
        .map(|found| found.url.chars().count())
        .max()
        .unwrap_or(0);
    for found in &answer.results {
        let score = found.explained.score;
        let _ = writeln!(text, "{score:>8}  {:width$}  {}", found.url, title(found));
        if args.explain {
            explain(&mut text, &found.explained);
        }
    }
    let first = args.offset + 1;
    let last = args.offset + answer.results.len();
    let _ = match (answer.total, answer.results.len()) {
        (0, _) => writeln!(text, "nothing found among {documents} sections"),
        (total, 0) => writeln!(text, "{total} found, none from number {first} on"),
        (total, shown) if shown == total => {
            writeln!(text, "{total} found among {documents} sections")
        }
        (total, _) => writeln!(
            text,
            "{first} to {last} of {total} found among {documents} sections"
        ),
    };
    text
}

fn title(found: &Found) -> String {
    let mut title = found.title.clone();
    if !found.section.is_empty() && found.section != found.title {
        let _ = write!(title, " › {}", found.section);
    }
    if !found.folders.is_empty() {
        let _ = write!(title, "  ({})", found.folders);
    }
    title
}

fn explain(text: &mut String, explained: &Explained) {
    for reason in &explained.reasons {
        let answered: Vec<String> = reason
            .answered
            .iter()
            .map(|(word, tier)| format!("{word} ({tier})"))
            .collect();
        let _ = writeln!(
            text,
            "          {:>8}  `{}`: {} in {}; rarity {}",
            reason.score,
            reason.word,
            answered.join(", "),
            reason.places.join(" and "),
            reason.rarity
        );
    }
    let parts = [
        (explained.nearness, "the words stand near each other"),
        (explained.title, "all words stand in the title or heading"),
    ];
    for (score, why) in parts.iter().filter(|(score, _)| *score > 0) {
        let _ = writeln!(text, "          {score:>8}  {why}");
    }
    let there = explained.coverage * 100 / 256;
    let _ = writeln!(
        text,
        "          times {there} % squared for what is there of the query, times {} % for metadata",
        explained.boost
    );
}

/// The shape that the theme's script answers with.
fn json(query: &str, answer: &Answer, explain: bool) -> Value {
    let results: Vec<Value> = answer
        .results
        .iter()
        .map(|found| result(found, explain))
        .collect();
    let facets: Map<String, Value> = answer
        .facets
        .iter()
        .map(|(key, counts)| {
            let counts: Vec<Value> = counts
                .iter()
                .map(|count| json!({ "value": count.value, "count": count.count }))
                .collect();
            (key.clone(), Value::Array(counts))
        })
        .collect();
    json!({
        "query": query,
        "total": answer.total,
        "results": results,
        "facets": facets,
        "corrected": answer.corrected,
    })
}

fn result(found: &Found, explain: bool) -> Value {
    let excerpt: Vec<Value> = found
        .excerpt
        .iter()
        .map(|piece| json!({ "text": piece.text, "mark": piece.mark }))
        .collect();
    let mut result = json!({
        "url": found.url,
        "title": found.title,
        "section": found.section,
        "anchor": found.anchor,
        "path": found.folders,
        "excerpt": excerpt,
        "lang": found.lang,
        "dir": if found.right_to_left { "rtl" } else { "ltr" },
        "metadata": found.metadata,
        "score": found.explained.score,
    });
    if explain {
        let explained = &found.explained;
        let reasons: Vec<Value> = explained
            .reasons
            .iter()
            .map(|reason| {
                let answered: Vec<Value> = reason
                    .answered
                    .iter()
                    .map(|(word, tier)| json!({ "word": word, "match": tier }))
                    .collect();
                json!({
                    "word": reason.word,
                    "answered": answered,
                    "in": reason.places,
                    "rarity": reason.rarity,
                    "score": reason.score,
                })
            })
            .collect();
        result["explained"] = json!({
            "words": reasons,
            "nearness": explained.nearness,
            "title": explained.title,
            "coverage": explained.coverage,
            "boost": explained.boost,
        });
    }
    result
}
