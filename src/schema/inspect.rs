//! What is wrong with a schema taken alone, all of it at once, with places.

use jsonschema::{Validator, error::ValidationErrorKind as Kind};
use serde_json::{Map, Value as Json, json};

use super::keywords::{describe, quote, scalar};
use super::vocabulary::{KEYWORDS, Shape};
use super::walk::{walk, walk_mut};
use super::words::{self, nearest};
use super::{Part, Wrong, judge, levels};

/// A version of JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Version {
    /// The end of its address, by which all spellings are known.
    end: &'static str,
    /// Its address as the library knows it.
    address: &'static str,
}

/// All versions, the one that holds without a word about it first.
const VERSIONS: [Version; 5] = [
    Version {
        end: "json-schema.org/draft/2020-12/schema",
        address: "https://json-schema.org/draft/2020-12/schema",
    },
    Version {
        end: "json-schema.org/draft/2019-09/schema",
        address: "https://json-schema.org/draft/2019-09/schema",
    },
    Version {
        end: "json-schema.org/draft-07/schema",
        address: "http://json-schema.org/draft-07/schema#",
    },
    Version {
        end: "json-schema.org/draft-06/schema",
        address: "http://json-schema.org/draft-06/schema#",
    },
    Version {
        end: "json-schema.org/draft-04/schema",
        address: "http://json-schema.org/draft-04/schema#",
    },
];

/// Keywords of JSON Schema in all its versions, and those that editors read.
const KNOWN: [&str; 80] = [
    "$anchor",
    "$comment",
    "$defs",
    "$dynamicAnchor",
    "$dynamicRef",
    "$id",
    "$recursiveAnchor",
    "$recursiveRef",
    "$ref",
    "$schema",
    "$vocabulary",
    "additionalItems",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "contains",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "default",
    "defaultSnippets",
    "definitions",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "deprecated",
    "deprecationMessage",
    "description",
    "doNotSuggest",
    "else",
    "enum",
    "enumDescriptions",
    "errorMessage",
    "example",
    "examples",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "extends",
    "format",
    "formatMaximum",
    "formatMinimum",
    "id",
    "if",
    "items",
    "markdownDescription",
    "markdownEnumDescriptions",
    "maxContains",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minContains",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "name",
    "not",
    "nullable",
    "oneOf",
    "pattern",
    "patternErrorMessage",
    "patternProperties",
    "prefixItems",
    "properties",
    "propertyNames",
    "readOnly",
    "required",
    "suggestSortText",
    "then",
    "title",
    "tsType",
    "type",
    "unevaluatedItems",
    "unevaluatedProperties",
    "uniqueItems",
    "version",
    "writeOnly",
];

/// Everything that is wrong with a schema.
pub(super) fn inspect(schema: &Json) -> Vec<Wrong> {
    let mut found = Vec::new();
    let version = version_of(schema, &mut found);
    walk(schema, &mut Vec::new(), &mut |place, keywords| {
        keyword_names(place, keywords, &mut found);
        values_of_ours(place, keywords, &mut found);
    });
    if let Some(version) = version {
        against_its_version(schema, version, &mut found);
    }
    found
}

/// The version that a schema is written in.
fn version_of(schema: &Json, found: &mut Vec<Wrong>) -> Option<Version> {
    let Some(written) = schema.get("$schema") else {
        return Some(VERSIONS[0]);
    };
    let written = written.as_str();
    let known = written.and_then(known_version);
    if known.is_none() {
        let shown = written.unwrap_or_default();
        let ends: Vec<&str> = VERSIONS.iter().map(|version| version.address).collect();
        let help = match nearest(shown, &ends) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!(
                "write `{}`, or `{}`; schemas of schemas are never fetched",
                VERSIONS[0].address, VERSIONS[2].address
            ),
        };
        found.push(Wrong {
            place: vec!["$schema".to_owned()],
            part: Part::Value,
            message: format!(
                "`{}` is no version of JSON Schema that is known here",
                quote(shown)
            ),
            help: Some(help),
        });
    }
    known
}

fn known_version(written: &str) -> Option<Version> {
    let bare = written.trim_end_matches('#').trim_end_matches('/');
    let bare = bare
        .strip_prefix("https://")
        .or_else(|| bare.strip_prefix("http://"))?;
    VERSIONS.into_iter().find(|version| version.end == bare)
}

/// A schema whose versions are spelt as the library knows them.
pub(super) fn with_known_versions(schema: &Json) -> Json {
    let mut schema = schema.clone();
    walk_mut(&mut schema, &mut |keywords| {
        let written = keywords.get("$schema").and_then(Json::as_str);
        if let Some(version) = written.and_then(known_version) {
            keywords.insert("$schema".to_owned(), version.address.into());
        }
    });
    schema
}

/// Keywords that are very like a known one. Others are allowed: JSON Schema takes them for remarks.
fn keyword_names(place: &[String], keywords: &Map<String, Json>, found: &mut Vec<Wrong>) {
    let ours = || KEYWORDS.iter().map(|keyword| keyword.name);
    for keyword in keywords.keys() {
        if KNOWN.contains(&keyword.as_str()) || ours().any(|name| name == keyword) {
            continue;
        }
        let lower = keyword.to_lowercase();
        let slips = |known: &str| {
            let distance = strsim::osa_distance(&lower, &known.to_lowercase());
            let allowed = if known.len() < 8 { 1 } else { 2 };
            (known.len() > 3 && distance <= allowed).then_some(distance)
        };
        let near = KNOWN.into_iter().chain(ours());
        let near = near.filter_map(|known| Some((slips(known)?, known)));
        if let Some((_, known)) = near.min_by_key(|(distance, _)| *distance) {
            found.push(Wrong {
                place: place.iter().cloned().chain([keyword.clone()]).collect(),
                part: Part::Key,
                message: format!("nobody reads the keyword `{}`", quote(keyword)),
                help: Some(format!("did you mean `{known}`?")),
            });
        }
    }
}

/// Values of our own keywords.
fn values_of_ours(place: &[String], keywords: &Map<String, Json>, found: &mut Vec<Wrong>) {
    for keyword in KEYWORDS {
        let Some(value) = keywords.get(keyword.name) else {
            continue;
        };
        let Err((inside, wanted)) = keyword.shape.check(value) else {
            continue;
        };
        let there = levels::at(value, &inside).unwrap_or(value);
        let shown = scalar(there).map_or_else(
            || describe(there).to_owned(),
            |text| format!("`{}`", quote(&text)),
        );
        let steps = [keyword.name.to_owned()].into_iter().chain(inside);
        let place = place.iter().cloned().chain(steps).collect();
        let near = wanted
            .split('`')
            .skip(1)
            .step_by(2)
            .filter(|_| matches!(keyword.shape, Shape::Choice(_)));
        let written = value.as_str().unwrap_or_default();
        let near = nearest(written, near.collect::<Vec<_>>());
        found.push(Wrong {
            place,
            part: Part::Value,
            message: format!("`{}` must be {wanted}, not {shown}", keyword.name),
            help: near.map(|near| format!("did you mean `{near}`?")),
        });
    }
}

/// What the version of JSON Schema itself does not allow.
fn against_its_version(schema: &Json, version: Version, found: &mut Vec<Wrong>) {
    let Some(validator) = validator(version) else {
        return;
    };
    let schema = with_known_versions(schema);
    for error in validator.iter_errors(&schema) {
        let place = judge::path(error.instance_path());
        let said = words::said(&error);
        let name = match place.last() {
            Some(last) if last.parse::<usize>().is_err() => format!("`{last}`"),
            Some(_) => "this item".to_owned(),
            None => "the schema".to_owned(),
        };
        let part = match error.kind() {
            Kind::Type { .. } if error.instance().is_null() => Part::Key,
            _ => Part::Value,
        };
        let wrong = Wrong {
            message: said.message.replace("%NAME%", &name),
            place,
            part,
            help: said.help,
        };
        if !found.iter().any(|other| other.place == wrong.place) {
            found.push(wrong);
        }
    }
}

/// The schema of schemas of a version.
fn validator(version: Version) -> Option<Validator> {
    let schema = json!({ "$schema": version.address, "$ref": version.address });
    let options = jsonschema::options().should_validate_formats(false);
    options.build(&schema).ok()
}
