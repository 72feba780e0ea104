//! `requiredOneOf`, `mutuallyExclusive`, `dependentEnum`: what keys of one map have to do with each other.

use serde_json::{Map, Value as Json};

use super::super::words::{listed, nearest};
use super::{Check, Told, describe, quote, scalar};

/// The lists of keys of a keyword.
fn groups(value: &Json) -> Vec<Vec<String>> {
    let texts = |list: &Json| {
        let keys = list.as_array().map_or(&[][..], Vec::as_slice);
        keys.iter().filter_map(scalar).collect()
    };
    let lists = value.as_array().map_or(&[][..], Vec::as_slice);
    lists.iter().map(texts).collect()
}

/// `requiredOneOf`.
pub(super) fn required_one_of(value: &Json) -> Box<Check> {
    let groups = groups(value);
    Box::new(move |instance| {
        let Json::Object(map) = instance else {
            return Vec::new();
        };
        let missing = groups
            .iter()
            .filter(|keys| !keys.iter().any(|key| map.contains_key(key)));
        missing
            .map(|keys| {
                let told = Told::value(format!(
                    "one of the keys {} is missing",
                    listed(keys, "and")
                ));
                told.help(format!("add {}", listed(keys, "or")))
            })
            .collect()
    })
}

/// `mutuallyExclusive`.
pub(super) fn mutually_exclusive(value: &Json) -> Box<Check> {
    let groups = groups(value);
    Box::new(move |instance| {
        let Json::Object(map) = instance else {
            return Vec::new();
        };
        let mut told = Vec::new();
        for keys in &groups {
            let there: Vec<&String> = map.keys().filter(|key| keys.contains(key)).collect();
            let [first, others @ ..] = &there[..] else {
                continue;
            };
            for other in others {
                let message = format!("`{first}` and `{other}` exclude each other");
                let one = Told::value(message).about(other).at_key();
                told.push(one.help("keep one of the two"));
            }
        }
        told
    })
}

/// `dependentEnum`.
pub(super) fn dependent_enum(value: &Json) -> Box<Check> {
    let keys = value.as_object().cloned().unwrap_or_default();
    Box::new(move |instance| {
        let Json::Object(map) = instance else {
            return Vec::new();
        };
        let mut told = Vec::new();
        for (key, deciders) in &keys {
            let (Some(value), Some(deciders)) = (map.get(key), deciders.as_object()) else {
                continue;
            };
            for (decider, values) in deciders {
                told.extend(depends(key, value, decider, map.get(decider), values));
            }
        }
        told
    })
}

/// What is wrong with a value that depends on another one.
fn depends(
    key: &str,
    value: &Json,
    decider: &str,
    decides: Option<&Json>,
    values: &Json,
) -> Vec<Told> {
    let Some(decides) = decides.and_then(scalar) else {
        return Vec::new();
    };
    let empty = Map::new();
    let values = values.as_object().unwrap_or(&empty);
    let Some(allowed) = values.get(&decides).or_else(|| values.get("*")) else {
        return Vec::new();
    };
    let allowed = allowed.as_array().map_or(&[][..], Vec::as_slice);
    let items = match value {
        Json::Array(items) => items.as_slice(),
        single => std::slice::from_ref(single),
    };
    let Some(wrong) = items.iter().find(|item| !allowed.contains(item)) else {
        return Vec::new();
    };
    let shown = scalar(wrong).map_or_else(
        || describe(wrong).to_owned(),
        |text| format!("`{}`", quote(&text)),
    );
    let message = format!(
        "`{key}` cannot be {shown} where `{decider}` is `{}`",
        quote(&decides)
    );
    let words: Vec<String> = allowed.iter().filter_map(scalar).collect();
    let near = scalar(wrong).and_then(|text| nearest(&text, &words));
    let told = Told::value(message).about(key);
    vec![match (near, words.is_empty()) {
        (Some(near), _) => told.help(format!("did you mean `{near}`?")),
        (None, true) => told.help(format!("remove `{key}`: no value is allowed there")),
        (None, false) => told.help(format!("allowed there: {}", listed(&words, "or"))),
    }]
}
