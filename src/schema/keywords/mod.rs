//! What the keywords of our own do, one file for each kind; here: how they meet the library, and how they speak.
//!
//! In: the value of a keyword in a schema, with the schema around it. Out: a function from a value of metadata to what is to
//! be said about it. A keyword that only notes something (`deprecated`, `uniqueIn`) lets every value pass.

use std::sync::Arc;

use jsonschema::paths::Location;
use jsonschema::{Keyword, ValidationError};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use super::{Better, Surroundings};

pub(super) mod dates;
mod keys;
mod notes;
pub(super) mod texts;

/// Finds what is to be said about a value.
type Check = dyn Fn(&Json) -> Vec<Told> + Send + Sync;

/// What a keyword says; travels through the library as the text of an error.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(super) struct Told {
    /// What is wrong; `%NAME%` stands for the name of the place.
    pub(super) message: String,
    /// What to do.
    pub(super) help: Option<String>,
    /// The key in the value that is meant; none for the value itself.
    pub(super) key: Option<String>,
    /// Whether the key is meant and not its value.
    pub(super) at_key: bool,
    /// For `uniqueIn`: the value as text.
    pub(super) value: Option<String>,
    /// What the value should be.
    pub(super) better: Option<Better>,
}

impl Told {
    /// Something about the value.
    fn value(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            ..Self::default()
        }
    }

    fn help(self, help: impl Into<String>) -> Self {
        Self {
            help: Some(help.into()),
            ..self
        }
    }

    /// It is said about a key in the value.
    fn about(self, key: &str) -> Self {
        Self {
            key: Some(key.to_owned()),
            ..self
        }
    }

    fn at_key(self) -> Self {
        Self {
            at_key: true,
            ..self
        }
    }
}

/// Whether what a keyword says makes a value wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    Judges,
    Notes,
}

struct Ours {
    check: Box<Check>,
    weight: Weight,
}

impl<'i> Keyword<'i> for Ours {
    fn validate(&self, instance: &'i Json) -> Result<(), ValidationError<'i>> {
        match self.iter_errors(instance).next() {
            Some(error) if self.weight == Weight::Judges => Err(error),
            _ => Ok(()),
        }
    }

    fn is_valid(&self, instance: &'i Json) -> bool {
        self.weight == Weight::Notes || (self.check)(instance).is_empty()
    }

    fn iter_errors(
        &self,
        instance: &'i Json,
    ) -> Box<dyn Iterator<Item = ValidationError<'i>> + 'i> {
        let told = (self.check)(instance);
        Box::new(told.into_iter().map(|told| {
            let text = serde_json::to_string(&told).unwrap_or_default();
            ValidationError::custom(text)
        }))
    }
}

/// Names of the keywords that judge or note something; `level` and `message` are looked up when something is said.
pub(super) const ACTING: [&str; 13] = [
    "requiredOneOf",
    "mutuallyExclusive",
    "dependentEnum",
    "deprecated",
    "replacedBy",
    "dateFormat",
    "notInFuture",
    "notOlderThan",
    "uniqueIn",
    "forbiddenWords",
    "minCharacters",
    "maxCharacters",
    "valuesFrom",
];

/// A keyword as the library wants it.
type Made<'a> = Result<Box<dyn for<'i> Keyword<'i>>, ValidationError<'a>>;

/// What makes the function of a keyword, for the library.
pub(super) fn factory(
    name: &'static str,
    around: &Arc<Surroundings>,
) -> impl for<'a> Fn(&'a Map<String, Json>, &'a Json, Location) -> Made<'a> + Send + Sync + 'static
{
    let around = Arc::clone(around);
    move |schema, value, _| {
        let check: Box<Check> = match name {
            "requiredOneOf" => keys::required_one_of(value),
            "mutuallyExclusive" => keys::mutually_exclusive(value),
            "dependentEnum" => keys::dependent_enum(value),
            "deprecated" => notes::deprecated(schema, value),
            "replacedBy" => notes::replaced_by(value),
            "dateFormat" => dates::date_format(schema),
            "notInFuture" => dates::not_in_future(schema, value, around.today),
            "notOlderThan" => dates::not_older_than(schema, value, around.today),
            "uniqueIn" => notes::unique(value),
            "forbiddenWords" => texts::forbidden_words(value),
            "minCharacters" => texts::min_characters(value),
            "maxCharacters" => texts::max_characters(value),
            _ => texts::values_from(value, &around.lists),
        };
        let weight = match name {
            "deprecated" | "replacedBy" | "uniqueIn" => Weight::Notes,
            _ => Weight::Judges,
        };
        Ok(Box::new(Ours { check, weight }))
    }
}

/// What a value is, for people.
pub(super) fn describe(value: &Json) -> &'static str {
    match value {
        Json::Null => "nothing",
        Json::Bool(_) => "a truth value",
        Json::Number(_) => "a number",
        Json::String(text) if text.trim().is_empty() => "empty",
        Json::String(_) => "text",
        Json::Array(_) => "a list",
        Json::Object(_) => "a map",
    }
}

/// A value's words for a message, cut when they are very long.
pub(super) fn quote(text: &str) -> String {
    /// Longest quotation, in characters.
    const LONGEST: usize = 80;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A scalar as authors write it; `None` for lists and maps.
pub(super) fn scalar(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Number(_) | Json::Bool(_) => Some(value.to_string()),
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    }
}

/// The texts of a keyword that takes one or several.
fn texts_of(value: &Json) -> Vec<String> {
    let items = match value {
        Json::Array(items) => items.as_slice(),
        single => std::slice::from_ref(single),
    };
    items.iter().filter_map(scalar).collect()
}
