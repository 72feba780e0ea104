//! The glossary: how terms are to be translated, or that they are not.
//!
//! In: the file that `l10n.glossary` names, YAML or CSV, and the locales it speaks of. Out: a [`Glossary`], or the failure that
//! tells all that is wrong with the file, at its places. Whether texts keep to it is found out in `crate::translation`.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use crate::failure::Failure;
use crate::fs::clean;
use crate::l10n::{LocaleId, article_chain};

use super::problem::{self, Problem};
use super::site::{Reader, Site};

mod csv;
mod yaml;

/// Largest glossary, in bytes.
const LARGEST: u64 = 4 << 20;

/// The word that stands where a translation would, when there shall be none.
const NEVER: &str = "never";

/// How terms are to be translated, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary {
    /// The terms.
    pub terms: Vec<Term>,
}

/// One term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// As it is called in the source language.
    pub text: Box<str>,
    /// What holds in every language without a wish of its own.
    pub everywhere: Option<Wish>,
    /// What holds in single languages.
    pub by_locale: BTreeMap<LocaleId, Wish>,
}

/// What a translation shall do with a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// It stays as it is.
    Keep,
    /// It is called one of these.
    Say(Box<[Box<str>]>),
}

impl Term {
    /// What is wished in a locale: by its own tag, by its language's, by another region's of the same language and script, or
    /// by what holds everywhere.
    pub fn wish(&self, locale: &LocaleId) -> Option<&Wish> {
        let own = self.by_locale.get(locale).or_else(|| {
            let told: Vec<LocaleId> = self.by_locale.keys().cloned().collect();
            let nearest = article_chain(locale, &[], None, &told);
            self.by_locale.get(nearest.first()?)
        });
        own.or(self.everywhere.as_ref())
    }
}

/// What was written where a translation stands; an empty text says nothing.
fn wish(texts: &[String]) -> Option<Wish> {
    let texts: Vec<Box<str>> = texts
        .iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .map(Box::from)
        .collect();
    match &texts[..] {
        [] => None,
        [word] if &**word == NEVER => Some(Wish::Keep),
        _ => Some(Wish::Say(texts.into())),
    }
}

impl Reader<'_> {
    /// The glossary of the project; without a file an empty one.
    pub(super) fn glossary(&self, site: &Site) -> Result<Glossary, Failure> {
        let Some(path) = &site.file.glossary else {
            return Ok(Glossary::default());
        };
        let file = clean(&site.located.project.join(path));
        let name = self.shown(&file).display().to_string();
        let bytes =
            self.fs
                .read(&file, LARGEST)
                .map_err(|error| match error.kind() {
                    io::ErrorKind::NotFound => Failure::configuration(format!(
                        "there is no glossary `{name}`"
                    ))
                    .hint("correct `l10n.glossary` in `polydoc.yml`: its path counts from there"),
                    io::ErrorKind::FileTooLarge => {
                        Failure::configuration(format!("`{name}` is larger than 4 MiB"))
                    }
                    _ => Failure::environment(format!("cannot read the glossary `{name}`"))
                        .cause(&error),
                })?;
        let text = String::from_utf8(bytes).map_err(|_| {
            Failure::configuration(format!("{name}: the text is not UTF-8"))
                .hint("save the file as UTF-8")
        })?;
        read(&file, &name, &text)
    }
}

/// Reads a glossary by the ending of its name.
fn read(file: &Path, name: &str, text: &str) -> Result<Glossary, Failure> {
    let mut problems = Vec::new();
    let ending = file.extension().and_then(|it| it.to_str());
    let is = |endings: &[&str]| {
        endings
            .iter()
            .any(|it| ending.is_some_and(|own| own.eq_ignore_ascii_case(it)))
    };
    let terms = if is(&["csv", "tsv"]) {
        csv::terms(text, &mut problems)
    } else if is(&["yml", "yaml"]) {
        yaml::terms(text, &mut problems)
    } else {
        return Err(Failure::configuration(format!(
            "`{name}` is no form of a glossary that is known"
        ))
        .hint("write it as YAML (`.yml`) or as a table (`.csv`)"));
    };
    if problems.is_empty() {
        Ok(Glossary { terms })
    } else {
        Err(problem::failure(name, text, problems))
    }
}

/// The locale that a text names, or a problem at its place.
fn locale(
    tag: &str,
    range: crate::source::TextRange,
    problems: &mut Vec<Problem>,
) -> Option<LocaleId> {
    let found = LocaleId::parse(tag.trim()).filter(LocaleId::is_known);
    if found.is_none() {
        let mut problem = Problem::new(range, format!("`{tag}` is no language tag"));
        problem.help("write a tag such as `fr-FR`, or `fr` for all of its regions");
        problems.push(problem);
    }
    found
}

/// A problem of a term that stands there a second time.
fn twice(text: &str, range: crate::source::TextRange) -> Problem {
    let mut problem = Problem::new(range, format!("the term `{text}` stands here twice"));
    problem.help("keep one of the two");
    problem
}

#[cfg(test)]
mod tests;
