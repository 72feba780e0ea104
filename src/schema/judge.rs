//! Asks a compiled schema about metadata, and turns what the library says into violations with places.

use std::collections::HashSet;

use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::paths::Location;
use jsonschema::{ValidationError, paths::LocationSegment};
use serde_json::Value as Json;

use super::keywords::{Told, scalar};
use super::words::{self, listed, nearest};
use super::{Among, Aspect, Judgement, Part, Schema, Unique, Violation, levels};

/// Judges metadata.
pub(super) fn judge(schema: &Schema, metadata: &Json) -> Judgement {
    let mut judgement = Judgement::default();
    let errors: Vec<ValidationError<'_>> = schema.validator.iter_errors(metadata).collect();
    // A value of the wrong type breaks most other keywords too; one finding is enough.
    let mistyped: HashSet<Vec<String>> = errors
        .iter()
        .filter(|error| matches!(error.kind(), Kind::Type { .. }))
        .map(|error| path(error.instance_path()))
        .collect();
    for error in &errors {
        let is_type = matches!(error.kind(), Kind::Type { .. });
        let is_note = matches!(error.kind(), Kind::Custom { keyword, .. } if keyword == "deprecated" || keyword == "replacedBy");
        if !is_type && !is_note && mistyped.contains(&path(error.instance_path())) {
            continue;
        }
        take(schema, error, &mut judgement);
    }
    let mut seen = HashSet::new();
    judgement.violations.retain(|violation| {
        seen.insert((
            violation.place.clone(),
            violation.part,
            violation.message.clone(),
        ))
    });
    judgement
}

/// What an error says, once for each key that it is about.
fn take(schema: &Schema, error: &ValidationError<'_>, judgement: &mut Judgement) {
    let place = path(error.instance_path());
    let said =
        |aspect, place: Vec<String>, part, message: String, help: Option<String>| Violation {
            aspect,
            message: message.replace("%NAME%", &name(&place)),
            place,
            part,
            help,
            note: None,
            level: None,
            better: None,
        };
    let aspect = words::aspect(error);
    let mut found = Vec::new();
    match error.kind() {
        Kind::Required { property } => {
            let key = scalar(property).unwrap_or_default();
            found.push((Some(key.clone()), missing_key(&place, &key)));
        }
        Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
            for key in unexpected {
                let inner = joined(&place, key);
                let message = "the schema does not know the key %NAME%".to_owned();
                let known = levels::known_keys(schema, error);
                let there = error.instance().as_object();
                let known = known
                    .iter()
                    .filter(|known| there.is_none_or(|there| !there.contains_key(*known)));
                let help = match nearest(key, known) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "remove the key, or add it to the schema".to_owned(),
                };
                found.push((
                    Some(key.clone()),
                    said(aspect, inner, Part::Key, message, Some(help)),
                ));
            }
        }
        Kind::PropertyNames { error: inner } => {
            let key = scalar(inner.instance()).unwrap_or_default();
            let words = words::said(inner);
            let message = format!(
                "a key may not be called `{key}`: {}",
                words.message.replace("%NAME%", "its name")
            );
            found.push((
                Some(key.clone()),
                said(aspect, joined(&place, &key), Part::Key, message, words.help),
            ));
        }
        Kind::Custom { keyword, message } => {
            let Ok(told) = serde_json::from_str::<Told>(message) else {
                return;
            };
            if keyword == "uniqueIn" {
                let (level, message) = levels::of(schema, error, None);
                judgement.unique.push(Unique {
                    value: told.value.unwrap_or_default(),
                    among: match told.message.as_str() {
                        "locale" => Among::Locale,
                        _ => Among::Site,
                    },
                    message,
                    level,
                    place,
                });
                return;
            }
            let part = if told.at_key { Part::Key } else { Part::Value };
            let inner = match &told.key {
                Some(key) => joined(&place, key),
                None => place,
            };
            let mut violation = said(aspect, inner, part, told.message, told.help);
            violation.better = told.better;
            found.push((told.key, violation));
        }
        _ => found.push((None, general(error, aspect, place))),
    }
    for (key, mut violation) in found {
        let (level, message) = levels::of(schema, error, key.as_deref());
        violation.level = level;
        if let Some(message) = message {
            let own = std::mem::replace(&mut violation.message, message);
            violation.note = Some(match violation.note.take() {
                Some(note) => format!("{own}; {note}"),
                None => own,
            });
        }
        judgement.violations.push(violation);
    }
}

fn missing_key(place: &[String], key: &str) -> Violation {
    let message = match place {
        [] => format!("the key `{key}` is missing"),
        _ => format!("the key `{key}` is missing in {}", name(place)),
    };
    Violation {
        aspect: Aspect::Missing,
        place: place.to_vec(),
        part: Part::Key,
        message,
        help: Some(format!("add `{key}:`")),
        note: None,
        level: None,
        better: None,
    }
}

/// An error about a value as such.
fn general(error: &ValidationError<'_>, aspect: Aspect, mut place: Vec<String>) -> Violation {
    if let Some(keys) = words::required_alternatives(error) {
        return Violation {
            aspect,
            place,
            part: Part::Key,
            message: format!("one of the keys {} is missing", listed(&keys, "and")),
            help: Some(format!("add {}", listed(&keys, "or"))),
            note: None,
            level: None,
            better: None,
        };
    }
    let said = words::said(error);
    let message = said.message.replace("%NAME%", &name(&place));
    // What is wrong with an item of a list is told at the item.
    if matches!(error.kind(), Kind::UniqueItems)
        && let Some(at) = words::second_of_equals(error.instance())
    {
        place.push(at.to_string());
    }
    let part = match (aspect, error.instance().as_ref()) {
        (Aspect::Unknown | Aspect::Missing, _) | (_, Json::Null) => Part::Key,
        _ => Part::Value,
    };
    Violation {
        aspect,
        place,
        part,
        message,
        help: said.help,
        note: said.note,
        level: None,
        better: None,
    }
}

fn joined(place: &[String], key: &str) -> Vec<String> {
    place.iter().cloned().chain([key.to_owned()]).collect()
}

/// The steps of a place in metadata.
pub(super) fn path(location: &Location) -> Vec<String> {
    let step = |segment: LocationSegment<'_>| match segment {
        LocationSegment::Property(name) => name.into_owned(),
        LocationSegment::Index(at) => at.to_string(),
    };
    location.segments().map(step).collect()
}

/// What people call a place: `` `title` ``, `` item 2 of `ms.custom` ``.
///
/// Keys that are numbers are called items: in metadata there are none.
fn name(place: &[String]) -> String {
    let Some((first, rest)) = place.split_first() else {
        return "the front matter".to_owned();
    };
    let mut name = format!("`{first}`");
    for step in rest {
        name = match (step.parse::<usize>(), name.strip_suffix('`')) {
            (Ok(at), _) => format!("item {} of {name}", at + 1),
            (Err(_), Some(start)) if name.starts_with('`') => format!("{start}.{step}`"),
            (Err(_), _) => format!("`{step}` in {name}"),
        };
    }
    name
}
