//! All messages of one language, ready to be shown: Fluent's resolver, over our numbers, plural forms and isolation.
//!
//! Ours because the one of Fluent's own crate has the plural forms of an old CLDR (no `[many]` in French and Spanish) and
//! formats choices behind a lock. Its suite of tests runs over this one (`tests/it/l10n/fluent.rs`).

use std::collections::HashMap;

use fluent_syntax::ast;

pub(super) use number::OPTIONS;
pub use resolve::ResolveError;

use super::{Argument, LocaleId};
use crate::l10n::{Calendar, Formats, Plurals};
use pattern::{Entry, Pattern};
use resolve::Resolver;

mod number;
mod pattern;
mod resolve;

/// The messages and terms of one language.
pub struct Bundle {
    /// Terms with their `-`.
    entries: HashMap<Box<str>, Entry>,
    pub(super) plurals: Plurals,
    pub(super) formats: Formats,
}

/// A message as readers see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its text; what could not be filled stands in braces.
    pub text: String,
    /// What could not be filled.
    pub errors: Vec<ResolveError>,
}

impl Bundle {
    /// Reads some texts of Fluent messages, later ones over earlier ones; what breaks the syntax is left out.
    pub fn new<'t>(locale: &LocaleId, texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut entries: HashMap<Box<str>, Entry> = HashMap::new();
        for text in texts {
            let resource = match fluent_syntax::parser::parse_runtime(text) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            for entry in resource.body {
                match entry {
                    ast::Entry::Message(message) => {
                        entries.insert(message.id.name.into(), Entry::of_message(&message));
                    }
                    ast::Entry::Term(term) => {
                        entries.insert(format!("-{}", term.id.name).into(), Entry::of_term(&term));
                    }
                    _ => {}
                }
            }
        }
        Self {
            entries,
            plurals: Plurals::new(locale),
            formats: Formats::new(locale, Calendar::default()),
        }
    }

    /// Whether there is a message of that name (it may have attributes only), or `message.attribute`.
    pub fn has(&self, id: &str) -> bool {
        self.find(id).is_some() || (!id.starts_with('-') && self.entries.contains_key(id))
    }

    /// A message or `message.attribute` with its arguments; `None` when there is none of that name.
    pub fn write(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> Option<Written> {
        let pattern = self.find(id)?;
        let mut resolver = Resolver::new(self, arguments);
        let mut text = String::new();
        resolver.pattern(pattern, &mut text);
        Some(Written {
            text,
            errors: resolver.errors,
        })
    }

    fn find(&self, id: &str) -> Option<&Pattern> {
        if id.starts_with('-') {
            return None; // a term is no message
        }
        let (id, attribute) = match id.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (id, None),
        };
        let entry = self.entries.get(id)?;
        match attribute {
            None => entry.value.as_ref(),
            Some(attribute) => {
                let mut attributes = entry.attributes.iter();
                attributes
                    .find(|(name, _)| **name == *attribute)
                    .map(|(_, pattern)| pattern)
            }
        }
    }
}
