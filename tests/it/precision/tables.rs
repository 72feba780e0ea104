//! `tests/precision/RULE.tsv`: findings in real articles, drawn by a seed and judged one by one by reading the source.
//!
//! `UPDATE=1 POLYDOC_FULL=1 cargo test --test it precision` draws anew: findings that were judged keep their verdict, others
//! get a `?`, which a person replaces by `right` or `wrong` and a reason.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use polydoc::source::ContentHash;

use super::{Corpus, INTERPRETING, LANGUAGES};
use crate::corpus::sample::sample;
use crate::corpus::site::{self, Finding};
use crate::support::shared::shared;

/// Decides which findings are judged.
const SEED: &str = "20261125";

/// Most findings of a rule in a language that are judged.
const MOST: usize = 20;

/// Least share of right ones, in percent.
const LEAST: usize = 95;

/// A finding and what was thought of it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    corpus: String,
    path: String,
    line: u64,
    column: u64,
    hash: String,
    verdict: String,
    reason: String,
}

impl Row {
    fn place(&self) -> (&str, &str, u64, u64, &str) {
        (&self.corpus, &self.path, self.line, self.column, &self.hash)
    }
}

fn table_path(rule: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/precision/{rule}.tsv"))
}

fn table(rule: &str) -> Vec<Row> {
    let text = fs::read_to_string(table_path(rule)).unwrap_or_default();
    let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [corpus, path, number, column, hash, verdict, reason] = columns[..] else {
            panic!("{rule}: seven columns: {line}");
        };
        Row {
            corpus: corpus.to_owned(),
            path: path.to_owned(),
            line: number.parse().expect("a line is a number"),
            column: column.parse().expect("a column is a number"),
            hash: hash.to_owned(),
            verdict: verdict.to_owned(),
            reason: reason.to_owned(),
        }
    })
    .collect()
}

fn written(rule: &str, rows: &[Row]) -> String {
    let right = rows.iter().filter(|row| row.verdict == "right").count();
    let mut text = format!(
        "# Findings of `{rule}`, judged one by one by reading the source: at most {MOST} in each of six languages, drawn by the seed {SEED}\n\
         # from the corpus of four languages (full) and the sample (sample). hash: BLAKE3 of the line, the first 16 digits.\n\
         # {right} of {} are right.\n\
         corpus\tpath\tline\tcolumn\thash\tverdict\treason\n",
        rows.len()
    );
    for row in rows {
        let Row {
            corpus,
            path,
            line,
            column,
            hash,
            verdict,
            reason,
        } = row;
        text += &format!("{corpus}\t{path}\t{line}\t{column}\t{hash}\t{verdict}\t{reason}\n");
    }
    text
}

fn hash_of(text: &str, line: u64) -> Option<String> {
    let line = text.split('\n').nth(usize::try_from(line).ok()? - 1)?;
    Some(ContentHash::of(line.as_bytes()).short())
}

#[test]
fn of_each_rule_that_interprets_95_in_100_judged_findings_are_right() {
    for rule in INTERPRETING {
        let rows = table(rule);
        for row in &rows {
            assert!(
                matches!(&*row.verdict, "right" | "wrong") && row.reason.len() > 10,
                "{rule}: {row:?} is not judged"
            );
        }
        let right = rows.iter().filter(|row| row.verdict == "right").count();
        assert!(
            right * 100 >= rows.len() * LEAST,
            "{rule}: {right} of {} are right",
            rows.len()
        );
        assert_eq!(
            fs::read_to_string(table_path(rule)).unwrap_or_default(),
            written(rule, &rows),
            "{rule}: the table is as it would be written"
        );
    }
}

/// The texts of articles of the corpus of four languages, out of its archive; `None` when it is absent.
fn full_texts(paths: &BTreeSet<&str>) -> Option<BTreeMap<String, String>> {
    const READ: &str = "import sys, tarfile\n\
        wanted = set(sys.stdin.read().split('\\n'))\n\
        with tarfile.open(sys.argv[1]) as archive:\n\
        \x20   for member in archive:\n\
        \x20       name = member.name.removeprefix('./')\n\
        \x20       if name in wanted:\n\
        \x20           text = archive.extractfile(member).read()\n\
        \x20           sys.stdout.buffer.write(name.encode() + b'\\0' + text + b'\\0')\n";
    let archive = shared("corpus/full-4-locales.tar.xz")?;
    let mut python = Command::new("python3")
        .args(["-c", READ])
        .arg(archive)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 can be started");
    let names: Vec<&str> = paths.iter().copied().collect();
    let mut input = python.stdin.take().expect("standard input is a pipe");
    input.write_all(names.join("\n").as_bytes()).unwrap();
    drop(input);
    let output = python.wait_with_output().expect("it ends");
    let text = String::from_utf8(output.stdout).expect("the corpus is UTF-8");
    let mut parts = text.split('\0');
    let mut texts = BTreeMap::new();
    while let (Some(name), Some(text)) = (parts.next(), parts.next()) {
        texts.insert(name.to_owned(), text.to_owned());
    }
    Some(texts)
}

#[test]
fn the_lines_that_were_judged_still_stand_in_the_corpora() {
    let Some(sample) = shared("corpus/sample") else {
        return;
    };
    let tables: Vec<(&str, Vec<Row>)> = INTERPRETING.map(|rule| (rule, table(rule))).into();
    let rows = || tables.iter().flat_map(|(_, rows)| rows);
    let wanted = rows()
        .filter(|row| row.corpus == "full")
        .map(|row| &*row.path)
        .collect();
    let Some(full) = full_texts(&wanted) else {
        return;
    };
    for row in rows() {
        let text = match &*row.corpus {
            "full" => full.get(&row.path).cloned(),
            _ => fs::read_to_string(sample.join(&row.path)).ok(),
        };
        let hash = text.and_then(|text| hash_of(&text, row.line));
        assert_eq!(hash.as_deref(), Some(&*row.hash), "{row:?}");
    }
    assert!(rows().count() > 100, "there is something to compare");
}

/// What the rules find in the languages of a corpus, in the order of the seed, at most [`MOST`] of each rule and language.
fn drawn(
    corpus: Corpus,
    findings: &[Finding],
    content: &Path,
) -> BTreeMap<(&'static str, &'static str), Vec<Row>> {
    let mut drawn = BTreeMap::new();
    for rule in INTERPRETING {
        for (language, folder, _) in LANGUAGES.iter().filter(|(.., of)| *of == corpus) {
            let here = findings
                .iter()
                .filter(|finding| finding.rule == rule && finding.locale() == *folder);
            let key = |it: &Finding| {
                let place = format!("{SEED} {rule} {}:{}:{}", it.file, it.line, it.column);
                ContentHash::of(place.as_bytes()).short()
            };
            let mut here: Vec<&Finding> = here.collect();
            here.sort_by_cached_key(|finding| key(finding));
            here.truncate(MOST);
            here.sort();
            let rows = here.into_iter().map(|finding| {
                let text =
                    fs::read_to_string(content.join(&finding.file)).expect("the corpora are UTF-8");
                Row {
                    corpus: corpus.word().to_owned(),
                    path: finding.file.clone(),
                    line: finding.line,
                    column: finding.column,
                    hash: hash_of(&text, finding.line).expect("a finding lies in its file"),
                    verdict: "?".to_owned(),
                    reason: "?".to_owned(),
                }
            });
            drawn.insert((rule, *language), rows.collect::<Vec<_>>());
        }
    }
    drawn
}

/// Findings of `check` on the corpus of four languages, once for all tests; `None` when it is not asked for.
fn full() -> Option<&'static (PathBuf, Vec<Finding>)> {
    static FULL: OnceLock<Option<(PathBuf, Vec<Finding>)>> = OnceLock::new();
    let full = FULL.get_or_init(|| {
        std::env::var_os("POLYDOC_FULL")?;
        let unpack = shared("corpus/unpack")?;
        let project = site::workplace("precision");
        let content = project.join("content");
        let status = Command::new("python3")
            .arg(unpack)
            .arg(&content)
            .args(["--locales", "4"])
            .stdout(Stdio::null())
            .status();
        assert!(
            status.is_ok_and(|status| status.success()),
            "the corpus can be unpacked"
        );
        fs::write(project.join("polydoc.yml"), "version: 1\n").unwrap();
        Some((content, site::check(&project)))
    });
    if full.is_none() {
        site::skipped(
            "the findings in the corpus of four languages are drawn anew only with POLYDOC_FULL=1",
        );
    }
    full.as_ref()
}

#[test]
fn the_findings_that_the_seed_draws_are_the_ones_that_were_judged() {
    let Some(sample) = sample() else { return };
    let mut now = drawn(Corpus::Sample, &sample.site.findings, &sample.site.content);
    let mut corpora = vec!["sample"];
    if let Some((content, findings)) = full() {
        now.extend(drawn(Corpus::Full, findings, content));
        corpora.push("full");
    }
    for rule in INTERPRETING {
        let judged = table(rule);
        let here = now.iter().filter(|((of, _), _)| *of == rule);
        let mut rows: Vec<Row> = here.flat_map(|(_, rows)| rows.clone()).collect();
        for row in &mut rows {
            if let Some(known) = judged.iter().find(|known| known.place() == row.place()) {
                row.clone_from(known);
            }
        }
        let before: Vec<&Row> = judged
            .iter()
            .filter(|row| corpora.contains(&&*row.corpus))
            .collect();
        if std::env::var_os("UPDATE").is_some() && corpora.len() == 2 {
            fs::write(table_path(rule), written(rule, &rows)).unwrap();
            continue;
        }
        assert_eq!(
            rows.iter().collect::<Vec<_>>(),
            before,
            "{rule}: judge what is new, after `UPDATE=1 POLYDOC_FULL=1 cargo test --test it precision`"
        );
    }
}
