//! A schema becomes a validator of the library.

use std::collections::BTreeMap;
use std::sync::Arc;

use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::{ReferencingError, ValidationError};
use serde_json::Value as Json;

use super::inspect::with_known_versions;
use super::judge::path;
use super::references::{self, BASE, Files};
use super::{Part, Schema, Surroundings, Wrong, keywords};

/// Compiles a schema that was inspected.
pub(super) fn compile(schema: &Json, around: &Surroundings) -> Result<Schema, Vec<Wrong>> {
    let root = with_known_versions(schema);
    let named = around
        .schemas
        .iter()
        .map(|(path, schema)| (path.clone(), Arc::new(with_known_versions(schema))));
    let files = Files(named.collect());
    let others: BTreeMap<String, Arc<Json>> = files
        .0
        .iter()
        .map(|(path, schema)| (references::address(path), Arc::clone(schema)))
        .collect();
    let around = Arc::new(around.clone());
    let mut options = jsonschema::options()
        .should_validate_formats(around.formats)
        .with_base_uri(format!("{BASE}-"))
        .with_retriever(files);
    for name in keywords::ACTING {
        options = options.with_keyword(name, keywords::factory(name, &around));
    }
    match options.build(&root) {
        Ok(validator) => Ok(Schema {
            validator,
            root,
            others,
            lists: around.lists.clone(),
        }),
        Err(error) => Err(vec![wrong(schema, &error)]),
    }
}

/// Why the library does not take a schema.
fn wrong(schema: &Json, error: &ValidationError<'_>) -> Wrong {
    let Kind::Referencing(reason) = error.kind() else {
        let place = path(error.instance_path());
        let place = if place.is_empty() {
            path(error.schema_path())
        } else {
            place
        };
        let is_pattern = matches!(error.kind(), Kind::Format { .. } | Kind::Pattern { .. });
        let text = error.instance().as_str().unwrap_or_default();
        return if is_pattern {
            Wrong {
            place,
            part: Part::Value,
            message: format!("the pattern `{}` cannot be read", keywords::quote(text)),
            help: Some(
                "write a regular expression; put `\\` in front of a bracket that is meant literally"
                    .to_owned(),
            ),
        }
        } else {
            Wrong {
                place,
                part: Part::Value,
                message: format!("the schema cannot be used: {error}"),
                help: None,
            }
        };
    };
    let uri = match reason {
        ReferencingError::Unretrievable { uri, .. } => uri.clone(),
        ReferencingError::PointerToNowhere { pointer } => format!("#{pointer}"),
        ReferencingError::NoSuchAnchor { anchor } => format!("#{anchor}"),
        other => other.to_string(),
    };
    let is_inside = uri.starts_with('#');
    let (place, written) = if is_inside {
        inside(schema, &uri)
    } else {
        references::place_of(schema, &uri)
    };
    let is_remote = !uri.starts_with(BASE) && references::is_absolute(&uri);
    let (message, help) = if is_inside {
        (
            format!("there is nothing at `{written}`"),
            "name a place in the schema, such as `#/$defs/name`".to_owned(),
        )
    } else if is_remote && !references::is_absolute(&written) {
        (
            format!(
                "there is no schema `{written}`: it means `{uri}`, and nothing is fetched from the network"
            ),
            "save it as a file and write its path, counted from this one".to_owned(),
        )
    } else if is_remote {
        (
            format!("schemas are never fetched from the network, so `{written}` is not known"),
            "save it as a file beside this one, and name its path".to_owned(),
        )
    } else {
        (
            format!("there is no schema `{written}`"),
            "write the path of a file, counted from this one".to_owned(),
        )
    };
    Wrong {
        place,
        part: Part::Value,
        message,
        help: Some(help),
    }
}

/// The reference whose part behind the `#` leads nowhere.
fn inside(schema: &Json, fragment: &str) -> (Vec<String>, String) {
    let mut found = None;
    super::walk::walk(schema, &mut Vec::new(), &mut |place, keywords| {
        for keyword in ["$ref", "$dynamicRef"] {
            let Some(written) = keywords.get(keyword).and_then(Json::as_str) else {
                continue;
            };
            let is_it = written
                .split_once('#')
                .is_some_and(|(_, end)| end == &fragment[1..] || fragment[1..].ends_with(end));
            if is_it && found.is_none() {
                let place = place.iter().cloned().chain([keyword.to_owned()]).collect();
                found = Some((place, written.to_owned()));
            }
        }
    });
    found.unwrap_or_else(|| (Vec::new(), fragment.to_owned()))
}
