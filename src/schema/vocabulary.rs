//! The keywords that polydoc adds to JSON Schema: one table, read by the check of a schema, the manual and the tests.
//!
//! A keyword that is not here does not exist; what it does is in `keywords`.

use serde_json::Value as Json;

use super::keywords::dates::Format;

/// A keyword of ours.
#[derive(Debug)]
pub struct Keyword {
    /// Its name, in JSON Schema's way of writing.
    pub name: &'static str,
    /// What its value is.
    pub(super) shape: Shape,
    /// What it does, in Markdown, one or two sentences.
    pub about: &'static str,
}

/// What the value of a keyword is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape {
    /// `true` or `false`.
    Truth,
    /// A whole number from 0.
    Count,
    /// Text.
    Text,
    /// Text, or a list of texts.
    Texts,
    /// Lists of keys, each with at least two.
    Groups,
    /// One of some words.
    Choice(&'static [&'static str]),
    /// A form of dates, or a list of them.
    DateFormats,
    /// From a key over the key that decides and its values to the values that are then allowed.
    Dependent,
}

const fn keyword(name: &'static str, shape: Shape, about: &'static str) -> Keyword {
    Keyword { name, shape, about }
}

/// All keywords, in the order of the manual.
pub static KEYWORDS: &[Keyword] = &[
    keyword(
        "requiredOneOf",
        Shape::Groups,
        "Of each list of keys at least one must be there.",
    ),
    keyword(
        "mutuallyExclusive",
        Shape::Groups,
        "Of each list of keys at most one may be there.",
    ),
    keyword(
        "dependentEnum",
        Shape::Dependent,
        "The values that a key may have, by the value of another key; `\"*\"` stands for all values that are not listed.",
    ),
    keyword(
        "replacedBy",
        Shape::Texts,
        "The key is deprecated, and this key, or these, should be used.",
    ),
    keyword(
        "dateFormat",
        Shape::DateFormats,
        "The value is a day of the calendar in this form, or in one of several.",
    ),
    keyword(
        "notInFuture",
        Shape::Truth,
        "The day is not later than today.",
    ),
    keyword(
        "notOlderThan",
        Shape::Count,
        "The day lies at most so many days before today.",
    ),
    keyword(
        "uniqueIn",
        Shape::Choice(&["locale", "site"]),
        "No other article of the language, or of the site, has the value.",
    ),
    keyword(
        "forbiddenWords",
        Shape::Texts,
        "Words that the text may not hold, whatever their letter case.",
    ),
    keyword(
        "minCharacters",
        Shape::Count,
        "The least number of characters as readers count them, blanks around the text left out.",
    ),
    keyword(
        "maxCharacters",
        Shape::Count,
        "The greatest number of characters as readers count them, blanks around the text left out.",
    ),
    keyword(
        "valuesFrom",
        Shape::Text,
        "A file that holds the values that are allowed, one on each line; the path counts from the file that names it.",
    ),
    keyword(
        "level",
        Shape::Choice(&["error", "warning", "info", "off"]),
        "How loudly to report what is wrong with the key and all that is in it.",
    ),
    keyword(
        "message",
        Shape::Text,
        "What to say instead of polydoc's own words, which follow as a note.",
    ),
];

impl Keyword {
    /// What its value is, in Markdown.
    pub fn value(&self) -> String {
        match self.shape {
            Shape::Truth => "`true` or `false`".to_owned(),
            Shape::Count => "a whole number from 0".to_owned(),
            Shape::Text => "text".to_owned(),
            Shape::Texts => "text, or a list of texts".to_owned(),
            Shape::Groups => "a list of lists of keys".to_owned(),
            Shape::Choice(words) => {
                let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
                words.join(" or ")
            }
            Shape::DateFormats => "a form of dates, or a list of them".to_owned(),
            Shape::Dependent => {
                "a map: key, key that decides, its values, the values allowed".to_owned()
            }
        }
    }
}

impl Shape {
    /// What is wrong with a value, if anything: what it must be, and where in it.
    pub(super) fn check(self, value: &Json) -> Result<(), (Vec<String>, String)> {
        let here = |wanted: &str| Err((Vec::new(), wanted.to_owned()));
        match self {
            Self::Truth if value.is_boolean() => Ok(()),
            Self::Truth => here("`true` or `false`"),
            Self::Count if value.as_u64().is_some() => Ok(()),
            Self::Count => here("a whole number from 0"),
            Self::Text if is_text(value) => Ok(()),
            Self::Text => here("text"),
            Self::Texts => texts(value, "text, or a list of texts"),
            Self::Choice(words) if value.as_str().is_some_and(|it| words.contains(&it)) => Ok(()),
            Self::Choice(words) => {
                let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
                here(&words.join(", "))
            }
            Self::Groups => groups(value),
            Self::DateFormats => date_formats(value),
            Self::Dependent => dependent(value),
        }
    }
}

fn is_text(value: &Json) -> bool {
    value.as_str().is_some_and(|text| !text.trim().is_empty())
}

fn texts(value: &Json, wanted: &str) -> Result<(), (Vec<String>, String)> {
    match value {
        Json::Array(items) => match items.iter().position(|item| !is_text(item)) {
            Some(at) => Err((vec![at.to_string()], "text".to_owned())),
            None if items.is_empty() => Err((Vec::new(), wanted.to_owned())),
            None => Ok(()),
        },
        single if is_text(single) => Ok(()),
        _ => Err((Vec::new(), wanted.to_owned())),
    }
}

fn groups(value: &Json) -> Result<(), (Vec<String>, String)> {
    let wanted = "a list of lists of keys, such as `[[author, ms.author]]`";
    let Json::Array(lists) = value else {
        return Err((Vec::new(), wanted.to_owned()));
    };
    for (at, list) in lists.iter().enumerate() {
        let place = vec![at.to_string()];
        let Json::Array(keys) = list else {
            return Err((place, wanted.to_owned()));
        };
        if let Some(key) = keys.iter().position(|key| !is_text(key)) {
            return Err((vec![at.to_string(), key.to_string()], "a key".to_owned()));
        }
        if keys.len() < 2 {
            return Err((place, "a list of at least two keys".to_owned()));
        }
    }
    Ok(())
}

fn date_formats(value: &Json) -> Result<(), (Vec<String>, String)> {
    texts(
        value,
        "a form of dates such as `MM/DD/YYYY`, or a list of them",
    )?;
    let single = std::slice::from_ref(value);
    let is_list = value.is_array();
    for (at, text) in value
        .as_array()
        .map_or(single, Vec::as_slice)
        .iter()
        .enumerate()
    {
        if let Err(wanted) = Format::read(text.as_str().unwrap_or_default()) {
            let place = if is_list {
                vec![at.to_string()]
            } else {
                Vec::new()
            };
            return Err((place, wanted));
        }
    }
    Ok(())
}

fn dependent(value: &Json) -> Result<(), (Vec<String>, String)> {
    let inside = |place: &[&str], wanted: &str| {
        let place = place.iter().map(|&step| step.to_owned()).collect();
        Err((place, wanted.to_owned()))
    };
    let Json::Object(keys) = value else {
        return inside(
            &[],
            "a map from keys to the key that decides, such as `ms.subservice: {ms.service: {mail: [outlook]}}`",
        );
    };
    for (key, decider) in keys {
        let Json::Object(deciders) = decider else {
            return inside(&[key], "a map from the key that decides to its values");
        };
        for (name, values) in deciders {
            let Json::Object(values) = values else {
                return inside(
                    &[key, name],
                    "a map from values to lists of the values that are then allowed",
                );
            };
            for (value, allowed) in values {
                if !allowed.is_array() {
                    return inside(&[key, name, value], "a list of the values that are allowed");
                }
            }
        }
    }
    Ok(())
}
