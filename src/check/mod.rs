//! 4. Judge: the only maker of diagnostics.
//!
//! Facts enter (a document, an article, the site), findings leave; every function runs the enabled rules of one scope and
//! sorts what they say. Pure: no text is read, no file is touched. What a rule sees stands in `context`, the rules in
//! `rules`, one file each; how findings look is a matter of `diagnostics::format`.

use crate::diagnostics::{Diagnostic, FileLevels, Level, Rule, Sink};
use crate::source::FileId;

pub use context::{
    AddressContext, ArticleContext, DocumentContext, PagesContext, SiteContext, SuppressionContext,
    TranslationsContext, links,
};
pub use declared::{TYPE_KEYS, declared};
pub use once::once_per_target;
pub use suggest::nearest;
pub use suppress::{Judged, Suppressed, suppress};

mod context;
mod declared;
mod elsewhere;
mod once;
mod repair;
mod repository;
mod rules;
mod suggest;
mod suppress;

/// All rules, sorted by name.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    rules::ALL.iter().map(|entry| &entry.rule)
}

/// The rule of that name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.name == name)
}

/// Whether a rule judges what other sites answered.
pub fn is_about_other_sites(rule: &Rule) -> bool {
    let is_it = |entry: &&&rules::Entry| entry.rule.name == rule.name;
    let entry = rules::ALL.iter().find(is_it);
    let of_addresses = entry.is_some_and(|entry| matches!(entry.check, rules::Check::Address(_)));
    of_addresses || rule.name == "too-many-flaky-links"
}

/// What is wrong with one file taken alone. The same document gives the same findings, so they may be remembered with it.
pub fn document(context: &DocumentContext<'_>, levels: &FileLevels) -> Vec<Diagnostic> {
    let here = levels.in_file(context.file);
    let is_on = |rule: &Rule| here.of(rule).level != Level::Off;
    run(levels, is_on, |check, sink| {
        if let rules::Check::Document(check) = check {
            check(context, sink);
        }
    })
}

/// What is wrong with one article, seen from the whole site.
pub fn article(context: &ArticleContext<'_>, levels: &FileLevels) -> Vec<Diagnostic> {
    let here = levels.in_file(context.article.file);
    let is_on = |rule: &Rule| here.of(rule).level != Level::Off;
    run(levels, is_on, |check, sink| {
        if let rules::Check::Article(check) = check {
            check(context, sink);
        }
    })
}

/// Whether the language of a file's paragraphs is judged.
pub fn judges_language(levels: &FileLevels, file: FileId) -> bool {
    rule("wrong-language").is_some_and(|rule| levels.in_file(file).of(rule).level != Level::Off)
}

/// Whether any rule about terms is at work.
pub fn judges_terms(levels: &FileLevels) -> bool {
    let names = ["altered-name", "missing-term", "untranslated-term"];
    let mut rules = names.iter().filter_map(|name| rule(name));
    rules.any(|rule| !levels.is_off(rule))
}

/// Whether any rule that compares translations is at work.
pub fn compares_translations(levels: &FileLevels) -> bool {
    let is_at_work = |entry: &&&rules::Entry| {
        matches!(entry.check, rules::Check::Translations(_)) && !levels.is_off(&entry.rule)
    };
    rules::ALL.iter().any(|entry| is_at_work(&entry))
}

/// What is wrong with the editions of one work, seen together.
pub fn translations(context: &TranslationsContext<'_>, levels: &FileLevels) -> Vec<Diagnostic> {
    let is_on = |rule: &Rule| !levels.is_off(rule);
    run(levels, is_on, |check, sink| {
        if let rules::Check::Translations(check) = check {
            check(context, sink);
        }
    })
}

/// What is wrong with a link to another site, given what that site answered.
pub fn address(context: &AddressContext<'_>, levels: &FileLevels) -> Vec<Diagnostic> {
    let here = levels.in_file(context.file);
    let is_on = |rule: &Rule| here.of(rule).level != Level::Off;
    run(levels, is_on, |check, sink| {
        if let rules::Check::Address(check) = check {
            check(context, sink);
        }
    })
}

/// What is wrong with the site as a whole, or with what is no article.
pub fn site(context: &SiteContext<'_>, levels: &FileLevels) -> Vec<Diagnostic> {
    let is_on = |rule: &Rule| !levels.is_off(rule);
    run(levels, is_on, |check, sink| {
        if let rules::Check::Site(check) = check {
            check(context, sink);
        }
    })
}

/// What is wrong with the pages as they are rendered.
pub fn pages(context: &PagesContext<'_>, levels: &FileLevels) -> Vec<Diagnostic> {
    let is_on = |rule: &Rule| !levels.is_off(rule);
    run(levels, is_on, |check, sink| {
        if let rules::Check::Pages(check) = check {
            check(context, sink);
        }
    })
}

/// Whether a rule looks at rendered pages, hence finds nothing where none are rendered.
pub fn needs_pages(rule: &str) -> bool {
    let entry = rules::ALL.iter().find(|entry| entry.rule.name == rule);
    entry.is_some_and(|entry| matches!(entry.check, rules::Check::Pages(_)))
}

/// Puts findings of several runs into the order of all reports.
pub fn sort(found: &mut [Diagnostic]) {
    found.sort_by(Diagnostic::cmp_place);
}

fn run(
    levels: &FileLevels,
    is_on: impl Fn(&Rule) -> bool,
    step: impl Fn(&rules::Check, &mut Sink<'_>),
) -> Vec<Diagnostic> {
    let mut sink = Sink::new(levels);
    for entry in rules::ALL {
        if is_on(&entry.rule) {
            step(&entry.check, &mut sink);
        }
    }
    let mut found = sink.into_found();
    sort(&mut found);
    // A definition that several links refer to is one place to mend.
    unique(&mut found);
    found
}

/// Drops findings that say the same of the same place as another one. They must be sorted.
pub fn unique(found: &mut Vec<Diagnostic>) {
    found.dedup_by(|later, earlier| {
        earlier.primary.span.is_some()
            && later.rule.name == earlier.rule.name
            && later.primary.span == earlier.primary.span
            && later.message == earlier.message
    });
}

#[cfg(test)]
mod tests;
