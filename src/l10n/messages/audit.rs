//! What a language still lacks, and what is wrong with the words it has: for translators and for continuous integration.
//!
//! In come all message files, who shows which message, and the languages asked for; out come findings with their places. Words
//! that relatives or chosen stand-ins lend are no gap (`fr-CA` from `fr-FR`); words that only English has are one.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{Finding, Kind};
use super::judge::judge;
use super::problem::Problem;
use super::read::{self, Choice, Entries, Named};
use super::{LocaleId, Maker, MessageFile, chain, reference};
use crate::l10n::{Category, Plurals};

/// The messages that templates and code show, by id.
pub type Uses = BTreeMap<String, Vec<Use>>;

/// One place that shows a message.
#[derive(Clone, Debug, Default)]
pub struct Use {
    /// The variables it gives.
    pub variables: BTreeSet<String>,
    /// The place in a template; none for what code shows.
    pub problem: Option<Problem>,
}

/// A language that is looked at.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Its tag.
    pub id: LocaleId,
    /// The locales chosen to stand in for it, nearest first.
    pub fallback: Vec<LocaleId>,
}

/// How the words of one language stand.
#[derive(Clone, Debug)]
pub struct Language {
    /// Its tag.
    pub id: LocaleId,
    /// How many messages it has itself.
    pub own: usize,
    /// How many messages others lend it, by lender; nearest first.
    pub lent: Vec<(LocaleId, usize)>,
    /// What is wrong, by file and place.
    pub findings: Vec<Finding>,
}

/// How the words of all languages stand.
#[derive(Clone, Debug)]
pub struct Audit {
    /// How many messages there are to translate.
    pub messages: usize,
    /// The languages, in the order they were asked for.
    pub languages: Vec<Language>,
}

/// Looks at the words of some languages.
pub fn audit(files: &[MessageFile], uses: &Uses, wanted: &[Wanted]) -> Audit {
    let mut findings = Vec::new();
    let entries = read::read(files, &mut findings);
    let english = reference(&entries);
    for entries in entries.values() {
        judge(files, entries, english, &mut findings);
    }
    let empty = Entries::new();
    let auditor = Auditor {
        files,
        uses,
        entries: &entries,
        english: english.unwrap_or(&empty),
    };
    let ids = auditor.ids();
    let languages = wanted.iter().map(|wanted| {
        let mut language = auditor.language(wanted, &ids);
        let known = findings.iter().filter(|found| found.locale == wanted.id);
        language.findings.extend(known.cloned());
        language.findings.sort_by(|a, b| place(a).cmp(&place(b)));
        language
    });
    Audit {
        languages: languages.collect(),
        messages: ids.len(),
    }
}

fn place(found: &Finding) -> impl Ord + '_ {
    let Problem { path, line, .. } = &found.problem;
    (found.kind, path, *line, found.problem.column)
}

/// What all languages are looked at with.
struct Auditor<'a, 't> {
    files: &'a [MessageFile],
    uses: &'a Uses,
    entries: &'a BTreeMap<&'t LocaleId, Entries<'t>>,
    english: &'a Entries<'t>,
}

impl Auditor<'_, '_> {
    /// The messages that every language needs: those of English and those that are shown.
    fn ids(&self) -> BTreeSet<&str> {
        let english = self.english.keys().map(String::as_str);
        english
            .chain(self.uses.keys().map(String::as_str))
            .filter(|id| !id.starts_with('-'))
            .collect()
    }

    fn language(&self, wanted: &Wanted, ids: &BTreeSet<&str>) -> Language {
        let available: Vec<LocaleId> = self.entries.keys().map(|id| (*id).clone()).collect();
        let chain = chain(&wanted.id, &wanted.fallback, &available);
        let mut lent: BTreeMap<usize, usize> = BTreeMap::new();
        let mut findings = Vec::new();
        for id in ids {
            let provider = chain
                .iter()
                .position(|other| self.entries[other].contains_key(*id));
            match provider.map(|at| (at, &chain[at])) {
                Some((_, lender)) if *lender == wanted.id => {}
                Some((at, lender))
                    if lender.language() == wanted.id.language()
                        || wanted.fallback.contains(lender) =>
                {
                    *lent.entry(at).or_default() += 1;
                }
                lender => findings.extend(self.missing(&wanted.id, id, lender.map(|(_, id)| id))),
            }
        }
        let own = self.entries.get(&wanted.id);
        if let Some(entries) = own {
            let plurals = Plurals::new(&wanted.id);
            for (name, named) in entries {
                self.unused(name, named, entries, &mut findings);
                self.variables(name, named, entries, &mut findings);
                self.plurals(name, named, &plurals, &mut findings);
            }
        }
        Language {
            id: wanted.id.clone(),
            own: own.map_or(0, |own| {
                ids.iter().filter(|id| own.contains_key(**id)).count()
            }),
            lent: lent
                .into_iter()
                .map(|(at, count)| (chain[at].clone(), count))
                .collect(),
            findings,
        }
    }

    /// The finding that a language lacks a message: where English has it, else where it is shown.
    fn missing(&self, locale: &LocaleId, id: &str, lender: Option<&LocaleId>) -> Option<Finding> {
        let stands = lender.and_then(|lender| self.entries.get(lender)?.get(id));
        let (mut problem, hint) = if let (Some(named), Some(lender)) = (stands, lender) {
            let message = format!("no `{id}` in {locale}, shown in {lender}");
            let hint = format!("add `{id} = …` to a file in `locales/{locale}/`");
            (self.problem(named, message), hint)
        } else {
            let mut shown = self.uses.get(id)?.iter();
            let mut problem = shown.find_map(|used| used.problem.clone())?;
            problem.message = format!("no `{id}` in any language");
            let hint = format!("add `{id} = …` to a file in `locales/en-US/`");
            (problem, hint)
        };
        problem.hint = Some(hint);
        Some(Finding::new(Kind::Missing, locale, problem).about(id))
    }

    /// A message or term of the project that neither a template nor code nor another message shows.
    fn unused(
        &self,
        name: &str,
        named: &Named<'_>,
        entries: &Entries<'_>,
        found: &mut Vec<Finding>,
    ) {
        let file = &self.files[named.file];
        let shown = |other: &Named<'_>| other.references.iter().any(|(shown, _)| shown == name);
        if file.maker == Maker::Project
            && !self.uses.contains_key(name)
            && !entries.values().any(shown)
        {
            let problem = self.problem(named, format!("nothing shows `{name}`"));
            let hint = "remove it, or check the spelling of its name".to_owned();
            found.push(self.finding(Kind::Unused, named, name, problem, hint));
        }
    }

    /// Variables that a translation leaves out, and those that nobody gives to a message that English lacks.
    fn variables(
        &self,
        name: &str,
        named: &Named<'_>,
        entries: &Entries<'_>,
        found: &mut Vec<Finding>,
    ) {
        let used = read::variables(entries, name);
        if self.english.contains_key(name) {
            let english = read::variables(self.english, name);
            for variable in english.difference(&used) {
                let problem = self.problem(named, format!("`{name}` leaves out `${variable}`"));
                let hint = format!("show `{{ ${variable} }}`, as the English message does");
                found.push(self.finding(Kind::Variables, named, name, problem, hint));
            }
            return;
        }
        for given in self.uses.get(name).into_iter().flatten() {
            for (variable, place) in &named.variables {
                if !given.variables.contains(*variable) {
                    let file = &self.files[named.file];
                    let message = format!("unknown variable `${variable}`");
                    let problem = Problem::new(&file.path, &file.text, place.clone(), message);
                    let hint = "take it out, or give it where the message is shown".to_owned();
                    found.push(self.finding(Kind::Variables, named, name, problem, hint));
                }
            }
        }
    }

    /// Plural forms that have neither a variant nor a word in the comment, and variants that no number ever takes.
    fn plurals(&self, name: &str, named: &Named<'_>, plurals: &Plurals, found: &mut Vec<Finding>) {
        let counts_in_english = |variable: &str| {
            self.english.get(name).is_some_and(|english| {
                let counting = english.choices.iter().filter(|choice| is_counting(choice));
                counting
                    .filter_map(|choice| choice.variable)
                    .any(|name| name == variable)
            })
        };
        let mut counted: BTreeSet<&str> = BTreeSet::new();
        for choice in &named.choices {
            let known = choice.variable.is_some_and(counts_in_english);
            if !known && !is_counting(choice) {
                continue;
            }
            counted.extend(choice.variable);
            self.forms(name, named, choice, plurals, found);
        }
        // A number that English counts and that chooses nothing here.
        let chosen = |variable: &&str| counts_in_english(variable) && !counted.contains(variable);
        let plain: BTreeSet<&str> = named.variables.iter().map(|(name, _)| *name).collect();
        for variable in plain.into_iter().filter(chosen) {
            let lacking = lacking(&plurals.cardinals(), &[Category::Other], &named.comment);
            if !lacking.is_empty() {
                let message = format!("`{name}` has one form for all numbers `${variable}`");
                let problem = self.problem(named, message);
                found.push(self.finding(Kind::Plurals, named, name, problem, advice(&lacking)));
            }
        }
    }

    fn forms(
        &self,
        name: &str,
        named: &Named<'_>,
        choice: &Choice<'_>,
        plurals: &Plurals,
        found: &mut Vec<Finding>,
    ) {
        let locale = &self.files[named.file].locale;
        let forms = if choice.ordinal {
            plurals.ordinals()
        } else {
            plurals.cardinals()
        };
        let mut written: Vec<Category> = Vec::new();
        for (key, place) in &choice.keys {
            match Category::named(key) {
                Some(form) if forms.contains(&form) => written.push(form),
                _ => {
                    let file = &self.files[named.file];
                    let message = format!("no number takes the form `[{key}]` in {locale}");
                    let problem = Problem::new(&file.path, &file.text, place.clone(), message);
                    let words: Vec<String> = forms
                        .iter()
                        .map(|form| format!("`[{}]`", form.word()))
                        .collect();
                    let hint = format!("{locale} has {}", words.join(", "));
                    found.push(self.finding(Kind::Plurals, named, name, problem, hint));
                }
            }
        }
        let form_of = |number: &str| {
            if choice.ordinal {
                plurals.ordinal(number)
            } else {
                plurals.cardinal(number)
            }
        };
        written.extend(spelt_out(&forms, &choice.numbers, form_of));
        let lacking = lacking(&forms, &written, &named.comment);
        if !lacking.is_empty() {
            let words: Vec<String> = lacking
                .iter()
                .map(|form| format!("`[{}]`", form.word()))
                .collect();
            let problem = self.problem(named, format!("`{name}` has no {}", words.join(", ")));
            found.push(self.finding(Kind::Plurals, named, name, problem, advice(&lacking)));
        }
    }

    fn problem(&self, named: &Named<'_>, message: String) -> Problem {
        let file = &self.files[named.file];
        Problem::new(&file.path, &file.text, named.place.clone(), message)
    }

    fn finding(
        &self,
        kind: Kind,
        named: &Named<'_>,
        name: &str,
        problem: Problem,
        hint: String,
    ) -> Finding {
        let locale = &self.files[named.file].locale;
        Finding::new(kind, locale, problem.hint(hint)).about(name)
    }
}

/// Whether a choice is by plural form: its variants have such names, or are numbers.
fn is_counting(choice: &Choice<'_>) -> bool {
    let named = |(key, _): &(&str, _)| {
        Category::named(key).is_some_and(|category| category != Category::Other)
    };
    choice.ordinal || !choice.numbers.is_empty() || choice.keys.iter().any(named)
}

/// Forms whose every number has a variant of its own: `[1]` is all that English `[one]` is about.
fn spelt_out(
    forms: &[Category],
    numbers: &[&str],
    form_of: impl Fn(&str) -> Option<Category>,
) -> Vec<Category> {
    // Enough to meet each form that a few numbers only take, and each that recurs: in hundreds, or in millions.
    let samples = (0..=200)
        .chain([1_000, 1_000_000])
        .map(|n: u32| n.to_string());
    let mut open: BTreeSet<Category> = BTreeSet::new();
    let mut met: BTreeSet<Category> = BTreeSet::new();
    for sample in samples {
        let Some(form) = form_of(&sample) else {
            continue;
        };
        met.insert(form);
        if !numbers.contains(&sample.as_str()) {
            open.insert(form);
        }
    }
    forms
        .iter()
        .copied()
        .filter(|form| met.contains(form) && !open.contains(form))
        .collect()
}

/// Forms with neither a variant nor a word in the comment, which names them as `[many]`.
fn lacking(forms: &[Category], written: &[Category], comment: &str) -> Vec<Category> {
    let explained = |form: &Category| comment.contains(&format!("[{}]", form.word()));
    forms
        .iter()
        .copied()
        .filter(|form| !written.contains(form) && !explained(form))
        .collect()
}

fn advice(lacking: &[Category]) -> String {
    let form = lacking.first().map_or("other", |form| form.word());
    format!("add the variant, or say in the comment above the message why `[{form}]` is not needed")
}
