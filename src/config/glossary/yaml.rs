//! A glossary as YAML: a map from each term to `never`, or to a map from locales to a translation, a list of them, or `never`.

use std::collections::BTreeMap;

use super::super::problem::Problem;
use super::super::yaml::{self, Entry, Node, NodeKind};
use super::{NEVER, Term, Wish, locale, twice, wish};

/// The terms of a text, and what is wrong with it.
pub(super) fn terms(text: &str, problems: &mut Vec<Problem>) -> Vec<Term> {
    let root = match yaml::read(text, problems) {
        Ok(Some(root)) => root,
        Ok(None) => return Vec::new(),
        Err(problem) => {
            problems.push(problem);
            return Vec::new();
        }
    };
    if !matches!(root.kind, NodeKind::Map(_)) {
        let what = format!("a glossary is a map of terms, not {}", root.describe());
        let mut problem = Problem::new(root.range, what);
        problem.help("write `term: never`, or `term: {fr-FR: its translation}`");
        problems.push(problem);
        return Vec::new();
    }
    let mut found: Vec<Term> = Vec::new();
    for entry in root.entries() {
        let Some(term) = term(entry, problems) else {
            continue;
        };
        if found.iter().any(|other| other.text == term.text) {
            problems.push(twice(&term.text, entry.key_range));
        }
        found.push(term);
    }
    found
}

fn term(entry: &Entry, problems: &mut Vec<Problem>) -> Option<Term> {
    let text = entry.key.trim();
    if text.is_empty() {
        problems.push(Problem::new(entry.key_range, "a term without text"));
        return None;
    }
    let mut term = Term {
        text: text.into(),
        ..Term::default()
    };
    match &entry.value.kind {
        NodeKind::Scalar { text, .. } if text.trim() == NEVER => {
            term.everywhere = Some(Wish::Keep);
        }
        NodeKind::Map(entries) => term.by_locale = by_locale(entries, problems),
        _ => {
            let what = format!(
                "what is wished for a term is `never` or a map of languages, not {}",
                entry.value.describe()
            );
            let mut problem = Problem::new(entry.value.range, what);
            problem.help(
                "write `never`, or `fr-FR: its translation` on a line of its own below the term",
            );
            problems.push(problem);
        }
    }
    Some(term)
}

fn by_locale(
    entries: &[Entry],
    problems: &mut Vec<Problem>,
) -> BTreeMap<crate::l10n::LocaleId, Wish> {
    let mut wishes = BTreeMap::new();
    for entry in entries {
        let Some(id) = locale(&entry.key, entry.key_range, problems) else {
            continue;
        };
        let Some(texts) = texts(&entry.value) else {
            let what = format!(
                "a translation is text or a list of texts, not {}",
                entry.value.describe()
            );
            let mut problem = Problem::new(entry.value.range, what);
            problem.help("write the translation, in quotes when it looks like a number");
            problems.push(problem);
            continue;
        };
        let Some(wish) = wish(&texts) else {
            continue;
        };
        if wishes.insert(id, wish).is_some() {
            let what = format!("the language `{}` stands here twice", entry.key);
            problems.push(Problem::new(entry.key_range, what));
        }
    }
    wishes
}

/// A text, or several.
fn texts(node: &Node) -> Option<Vec<String>> {
    match &node.kind {
        NodeKind::List(items) => items
            .iter()
            .map(|item| item.text().map(str::to_owned))
            .collect(),
        NodeKind::Scalar { text, .. } if text.trim().is_empty() => Some(Vec::new()),
        _ => Some(vec![node.text()?.to_owned()]),
    }
}
