//! `level` and `message`: how loudly the schema wants something reported, and in which words; also which keys it knows.
//!
//! Both hold for the key where they stand and for all that is in it; what stands further inside is stronger.

use std::collections::BTreeSet;

use jsonschema::ValidationError;
use serde_json::Value as Json;

use super::Schema;
use super::judge::path;
use crate::diagnostics::Level;

/// The level and the message for an error. `key` is the key in the value that is meant, when the error is about one.
pub(super) fn of(
    schema: &Schema,
    error: &ValidationError<'_>,
    key: Option<&str>,
) -> (Option<Level>, Option<String>) {
    let mut around = enclosing(schema, error);
    // The key's own schema is the innermost.
    let own = key.and_then(|key| around.first()?.get("properties")?.get(key));
    if let Some(own) = own {
        around.insert(0, own);
    }
    let level = around.iter().find_map(|schema| {
        let word = schema.get("level")?.as_str()?;
        Level::from_word(word)
    });
    // The message of a map would be said of every key in it: it is its own only for what concerns the map itself.
    let is_own = key.is_none() || own.is_some();
    let message = around
        .iter()
        .enumerate()
        .take_while(|(at, schema)| (*at == 0 && is_own) || schema.get("properties").is_none())
        .find_map(|(_, schema)| schema.get("message")?.as_str());
    (level, message.map(str::to_owned))
}

/// The keys that the schema around an error knows.
pub(super) fn known_keys(schema: &Schema, error: &ValidationError<'_>) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for schema in enclosing(schema, error) {
        keys.extend(properties(schema));
        for all in ["allOf", "anyOf", "oneOf"] {
            let parts = schema.get(all).and_then(Json::as_array);
            keys.extend(parts.into_iter().flatten().flat_map(properties));
        }
        if !keys.is_empty() {
            break;
        }
    }
    keys
}

fn properties(schema: &Json) -> impl Iterator<Item = String> {
    let keys = schema.get("properties").and_then(Json::as_object);
    keys.into_iter().flat_map(|keys| keys.keys().cloned())
}

/// The schemas that an error's keyword stands in, innermost first: where it is written, then from where it was referred to.
fn enclosing<'s>(schema: &'s Schema, error: &ValidationError<'_>) -> Vec<&'s Json> {
    let written = path(error.schema_path());
    let root = root(schema, error);
    let mut around = chain(root, &written);
    let led = path(error.evaluation_path());
    if led != written {
        let until = led
            .iter()
            .position(|step| step.starts_with('$') && step != "$defs");
        let before = &led[..until.unwrap_or(led.len())];
        around.extend(chain(&schema.root, before));
        // The schema that refers stands at the end of `before`.
        if let Some(last) = at(&schema.root, before) {
            around.push(last);
        }
    }
    around
}

/// The document that an error's keyword is written in.
fn root<'s>(schema: &'s Schema, error: &ValidationError<'_>) -> &'s Json {
    let Some(location) = error.absolute_keyword_location() else {
        return &schema.root;
    };
    let location = location.as_str().split('#').next().unwrap_or_default();
    schema
        .others
        .get(location)
        .map_or(&schema.root, |other| &**other)
}

/// The objects on the way to a place, innermost first, the place itself left out.
fn chain<'s>(root: &'s Json, place: &[String]) -> Vec<&'s Json> {
    let mut found = vec![root];
    let mut node = root;
    for step in place.iter().take(place.len().saturating_sub(1)) {
        let next = match node {
            Json::Object(map) => map.get(step),
            Json::Array(items) => step.parse::<usize>().ok().and_then(|at| items.get(at)),
            _ => None,
        };
        let Some(next) = next else { break };
        node = next;
        if node.is_object() {
            found.push(node);
        }
    }
    found.reverse();
    found
}

/// What stands at a place.
pub(super) fn at<'s>(root: &'s Json, place: &[String]) -> Option<&'s Json> {
    place.iter().try_fold(root, |node, step| match node {
        Json::Object(map) => map.get(step),
        Json::Array(items) => items.get(step.parse::<usize>().ok()?),
        _ => None,
    })
}
