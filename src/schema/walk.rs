//! Walks through a schema: every place where JSON Schema expects a schema, of whatever version.

use serde_json::{Map, Value as Json};

/// Keywords whose value is a schema.
const ONE: [&str; 13] = [
    "additionalItems",
    "additionalProperties",
    "contains",
    "contentSchema",
    "else",
    "if",
    "items",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
    "extends",
];
/// Keywords whose value is a list of schemas.
const MANY: [&str; 5] = ["allOf", "anyOf", "items", "oneOf", "prefixItems"];
/// Keywords whose value is a map of schemas.
const NAMED: [&str; 6] = [
    "$defs",
    "definitions",
    "dependencies",
    "dependentSchemas",
    "patternProperties",
    "properties",
];

/// Takes the place and the keywords of a schema.
type Visit<'v, 's> = dyn FnMut(&[String], &'s Map<String, Json>) + 'v;

/// Shows every schema that is a map, with its place, outer ones first.
pub(super) fn walk<'s>(schema: &'s Json, place: &mut Vec<String>, visit: &mut Visit<'_, 's>) {
    let Json::Object(keywords) = schema else {
        return;
    };
    visit(place, keywords);
    for (keyword, value) in keywords {
        place.push(keyword.clone());
        match value {
            Json::Object(named) if NAMED.contains(&keyword.as_str()) => {
                for (name, inner) in named {
                    place.push(name.clone());
                    walk(inner, place, visit);
                    place.pop();
                }
            }
            Json::Object(_) if ONE.contains(&keyword.as_str()) => walk(value, place, visit),
            Json::Array(items) if MANY.contains(&keyword.as_str()) => {
                for (at, inner) in items.iter().enumerate() {
                    place.push(at.to_string());
                    walk(inner, place, visit);
                    place.pop();
                }
            }
            _ => {}
        }
        place.pop();
    }
}

/// Lets every schema that is a map be changed, inner ones last.
pub(super) fn walk_mut(schema: &mut Json, change: &mut dyn FnMut(&mut Map<String, Json>)) {
    let Json::Object(keywords) = schema else {
        return;
    };
    change(keywords);
    for (keyword, value) in keywords {
        match value {
            Json::Object(named) if NAMED.contains(&keyword.as_str()) => {
                for inner in named.values_mut() {
                    walk_mut(inner, change);
                }
            }
            Json::Object(_) if ONE.contains(&keyword.as_str()) => walk_mut(value, change),
            Json::Array(items) if MANY.contains(&keyword.as_str()) => {
                for inner in items {
                    walk_mut(inner, change);
                }
            }
            _ => {}
        }
    }
}
