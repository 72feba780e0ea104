//! Defects planted in clean articles are found at their place: in 50 articles of each language for each rule.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use polydoc::source::ContentHash;

use super::planted::{self, Planted};
use super::{INTERPRETING, LANGUAGES};
use crate::corpus::sample::sample;
use crate::corpus::site::{self, Finding};

const SEED: &str = "20261125";

/// How many articles of a language get the defect of a rule.
const ARTICLES: usize = 50;

/// One planted article.
struct Case {
    rule: &'static str,
    language: &'static str,
    path: String,
    planted: Planted,
}

fn number(text: &str) -> usize {
    let hash = ContentHash::of(format!("{SEED} {text}").as_bytes());
    usize::from(hash.0[0]) << 16 | usize::from(hash.0[1]) << 8 | usize::from(hash.0[2])
}

/// The articles of a language in an order that the seed makes.
fn articles(folder: &Path, rule: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    site::each_file(folder, &mut |path| {
        if path.extension().is_some_and(|ending| ending == "md")
            && let Ok(text) = fs::read_to_string(path)
        {
            let name = path.file_name().expect("a file has a name");
            found.push((name.to_string_lossy().into_owned(), text));
        }
    });
    found.sort_by_cached_key(|(name, _)| (number(&format!("{rule} {name}")), name.clone()));
    found
}

/// All planted articles, written to a project of their own: what was planted, and what `check` finds.
struct Recall {
    cases: Vec<Case>,
    found: BTreeMap<String, Vec<(String, u64, u64)>>,
}

fn recall() -> Option<&'static Recall> {
    static RECALL: OnceLock<Option<Recall>> = OnceLock::new();
    RECALL
        .get_or_init(|| {
            let sample = &sample()?.site;
            let project = site::workplace("recall");
            // What is wrong before anything was planted makes an article unfit for the rule.
            let before = by_file(sample.findings.clone());
            let mut cases = Vec::new();
            for (language, folder, _) in LANGUAGES {
                for rule in INTERPRETING {
                    let kinds = planted::kinds(rule, language);
                    let mut planted = 0;
                    for (name, text) in articles(&sample.content.join(folder), rule) {
                        if kinds == 0 || planted == ARTICLES {
                            break;
                        }
                        let is_clean = !before.iter().any(|(path, found)| {
                            path.starts_with(folder)
                                && path.ends_with(&format!("/{name}"))
                                && found
                                    .iter()
                                    .any(|(of, ..)| of == rule || of == "malformed-front-matter")
                        });
                        let choice = number(&format!("{rule} {language} {name}"));
                        if is_clean
                            && let Some(it) =
                                planted::plant(rule, language, planted % kinds, &text, choice)
                        {
                            let path = format!("{folder}/{rule}/{planted:02}.md");
                            write(&project.join("content").join(&path), &it.text);
                            cases.push(Case {
                                rule,
                                language,
                                path,
                                planted: it,
                            });
                            planted += 1;
                        }
                    }
                }
            }
            fs::write(project.join("polydoc.yml"), "version: 1\n").unwrap();
            let found = by_file(site::check(&project));
            Some(Recall { cases, found })
        })
        .as_ref()
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a file lies in a folder")).unwrap();
    fs::write(path, text).unwrap();
}

/// Rule, line and column of the findings of each file.
fn by_file(findings: Vec<Finding>) -> BTreeMap<String, Vec<(String, u64, u64)>> {
    let mut found: BTreeMap<String, Vec<(String, u64, u64)>> = BTreeMap::new();
    for finding in findings {
        let place = (finding.rule, finding.line, finding.column);
        found.entry(finding.file).or_default().push(place);
    }
    found
}

#[test]
fn every_rule_is_planted_in_fifty_articles_of_each_language_in_which_it_speaks() {
    let Some(recall) = recall() else { return };
    for rule in INTERPRETING {
        for (language, ..) in LANGUAGES {
            let cases = recall
                .cases
                .iter()
                .filter(|case| case.rule == rule && case.language == language);
            let expected = if planted::kinds(rule, language) == 0 {
                0
            } else {
                ARTICLES
            };
            assert_eq!(cases.count(), expected, "{rule} in {language}");
        }
    }
}

#[test]
fn a_planted_defect_is_found_at_its_place() {
    let Some(recall) = recall() else { return };
    let mut missed = Vec::new();
    for Case {
        rule,
        path,
        planted,
        ..
    } in &recall.cases
    {
        let wanted = ((*rule).to_owned(), planted.line, planted.column);
        let found = recall.found.get(path).map_or(&[][..], Vec::as_slice);
        if !found.contains(&wanted) {
            let line = planted
                .text
                .lines()
                .nth(usize::try_from(planted.line).unwrap() - 1);
            let of_rule: Vec<_> = found.iter().filter(|(of, ..)| of == rule).collect();
            missed.push(format!(
                "{path}:{}:{}: {of_rule:?} in {}",
                planted.line,
                planted.column,
                line.unwrap_or_default()
            ));
        }
    }
    assert!(
        missed.is_empty(),
        "{} of {}:\n{}",
        missed.len(),
        recall.cases.len(),
        missed.join("\n")
    );
}
