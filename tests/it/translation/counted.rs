//! `l10n status` over real articles agrees with a count taken straight from the files, line by line, without polydoc.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::cli::{command, finished};
use crate::support::shared::shared;

/// What lines of front matter say: hash, day as year-month-day, translation type.
#[derive(Debug, Default)]
struct Lines {
    hash: Option<String>,
    day: Option<(String, String, String)>,
    made: Option<String>,
}

/// Everything below a language folder, by path.
fn read(folder: &Path, below: &str, into: &mut BTreeMap<String, Lines>) {
    for entry in fs::read_dir(folder).expect("the corpus can be read") {
        let entry = entry.expect("the corpus can be read");
        let name = entry.file_name().into_string().expect("names are UTF-8");
        let path = format!("{below}/{name}");
        if entry.file_type().expect("it has a type").is_dir() {
            // These hold pieces of articles, not articles.
            if !name.eq_ignore_ascii_case("includes") {
                read(&entry.path(), &path, into);
            }
        } else if Path::new(&name).extension().is_some_and(|end| end == "md") && name != "README.md"
        {
            let text = fs::read(entry.path()).expect("an article can be read");
            let text = String::from_utf8_lossy(&text).into_owned();
            let mut lines = Lines::default();
            for line in text.lines().skip(1).take_while(|line| *line != "---") {
                if let Some((key, value)) = line.split_once(": ") {
                    let value = value.trim().to_owned();
                    match key {
                        "ms.openlocfilehash" => lines.hash = Some(value),
                        "ms.translationtype" => lines.made = Some(value),
                        "ms.lasthandoff" => {
                            let parts: Vec<&str> = value.split('/').collect();
                            if let [month, day, year] = parts[..] {
                                lines.day = Some((year.into(), month.into(), day.into()));
                            }
                        }
                        _ => {}
                    }
                }
            }
            into.insert(path, lines);
        }
    }
}

/// Counts of one language by name.
type Counts = BTreeMap<&'static str, u64>;

/// The same counts by another way: the newest hash of a path is that of the latest day.
fn count(content: &Path) -> BTreeMap<String, Counts> {
    let mut languages: BTreeMap<String, BTreeMap<String, Lines>> = BTreeMap::new();
    for entry in fs::read_dir(content).expect("the corpus can be read") {
        let entry = entry.expect("the corpus can be read");
        if entry.path().is_dir() {
            let name = entry.file_name().into_string().expect("names are UTF-8");
            read(&entry.path(), "", languages.entry(name).or_default());
        }
    }
    let all: BTreeSet<&String> = languages.values().flat_map(BTreeMap::keys).collect();
    let mut newest: BTreeMap<&String, &str> = BTreeMap::new();
    for &path in &all {
        let editions = languages.values().filter_map(|articles| articles.get(path));
        let latest = editions
            .filter(|lines| lines.hash.is_some() && lines.day.is_some())
            .max_by_key(|lines| lines.day.clone());
        if let Some(hash) = latest.and_then(|lines| lines.hash.as_deref()) {
            newest.insert(path, hash);
        }
    }
    languages
        .iter()
        .map(|(language, articles)| {
            let number = |of: &dyn Fn(&String, &Lines) -> bool| {
                articles
                    .iter()
                    .filter(|(path, lines)| of(path, lines))
                    .count() as u64
            };
            let elsewhere = |path: &String| {
                languages
                    .values()
                    .filter(|articles| articles.contains_key(path))
                    .count()
            };
            let made =
                |how: &'static str| number(&move |_, lines| lines.made.as_deref() == Some(how));
            let is_stale = |path: &String, lines: &Lines| {
                lines.hash.is_some() && newest.get(path).copied() != lines.hash.as_deref()
            };
            let counts = Counts::from([
                ("articles", articles.len() as u64),
                ("missing", (all.len() - articles.len()) as u64),
                ("extra", number(&|path, _| elsewhere(path) == 1)),
                ("stale", number(&is_stale)),
                ("unversioned", number(&|_, lines| lines.hash.is_none())),
                ("machine", made("MT")),
                ("human", made("HT")),
            ]);
            (language.clone(), counts)
        })
        .collect()
}

fn agrees(folder: &Path) {
    let run = finished(command(
        Path::new("/"),
        &[
            "l10n",
            "status",
            folder.to_str().unwrap(),
            "--format",
            "json",
        ],
    ));
    assert_eq!(run.code, 0, "{}", run.errors);
    let told: Value = serde_json::from_str(&run.out).expect("it is JSON");
    let languages = told["languages"].as_array().expect("there are languages");
    let counted = count(folder);
    assert_eq!(languages.len(), counted.len());
    for language in languages {
        let name = language["language"].as_str().expect("it has a tag");
        for (key, expected) in &counted[name] {
            assert_eq!(language["counts"][key], *expected, "{name}: {key}");
        }
    }
}

#[test]
fn the_status_of_the_sample_is_what_its_files_say() {
    if let Some(folder) = shared("corpus/sample") {
        agrees(&folder);
    }
}

#[test]
fn the_status_of_the_four_languages_is_what_their_files_say() {
    if std::env::var_os("POLYDOC_FULL").is_none() {
        println!(
            "skipped: the four languages are counted only with POLYDOC_FULL=1 (`tests/run --full`)"
        );
        return;
    }
    let Some(unpack) = shared("corpus/unpack") else {
        return;
    };
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let content = folder.path().join("content");
    let status = Command::new("python3").arg(unpack).arg(&content).status();
    assert!(status.expect("python3 can be started").success());
    agrees(&content);
}
