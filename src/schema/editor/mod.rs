//! The plain JSON Schema that editors use for front matter: the keys that polydoc reads, and what the schemas of a project say,
//! in JSON Schema's own words.
//!
//! In: compiled schemas, each with the types of pages that it holds for. Out: one JSON Schema. What JSON Schema cannot say
//! (today, values in other articles) is left out.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use super::Schema;
use super::references;
use super::walk::walk_mut;

pub(super) use keywords::SYNTAX;

mod keywords;

/// The version that the schema is written in.
const VERSION: &str = "https://json-schema.org/draft/2020-12/schema";

/// A schema of the project.
#[derive(Clone, Copy, Debug)]
pub struct Part<'s> {
    /// The schema.
    pub schema: &'s Schema,
    /// Types of pages that it holds for; none means all.
    pub page_types: &'s [String],
}

/// The schema of front matter, for editors. `type_keys` are the keys that say of what type a page is, strongest first.
pub fn front_matter(parts: &[Part<'_>], type_keys: &[&str]) -> Json {
    let mut defs = Map::new();
    let mut all = Vec::new();
    let mut closed = false;
    for (at, part) in parts.iter().enumerate() {
        let name = format!("schema-{}", at + 1);
        let files = embed(&part.schema.others, &name, &mut defs);
        let schema = embedded(part, &format!("#/$defs/{name}"), &files);
        closed |= part.page_types.is_empty()
            && schema.get("additionalProperties") == Some(&Json::Bool(false));
        defs.insert(name.clone(), schema);
        let reference = json!({ "$ref": format!("#/$defs/{name}") });
        all.push(match part.page_types {
            [] => reference,
            types => json!({ "if": of_type(types, type_keys), "then": reference }),
        });
    }
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!(VERSION));
    schema.insert("title".to_owned(), json!("Front matter"));
    schema.insert(
        "description".to_owned(),
        json!("The metadata at the top of an article."),
    );
    schema.insert("type".to_owned(), json!(["object", "null"]));
    if !closed {
        schema.insert("properties".to_owned(), Json::Object(built_in(parts)));
    }
    if !all.is_empty() {
        schema.insert("allOf".to_owned(), Json::Array(all));
        schema.insert("$defs".to_owned(), Json::Object(defs));
    }
    Json::Object(schema)
}

/// The keys that polydoc reads itself, without those that a schema of the project describes.
fn built_in(parts: &[Part<'_>]) -> Map<String, Json> {
    let text = |about: &str| json!({ "type": "string", "description": about });
    let date = |about: &str| {
        json!({
            "type": ["string", "null"],
            "description": format!("{about} Written as MM/DD/YYYY or YYYY-MM-DD."),
        })
    };
    let keys = [
        (
            "title",
            json!({
                "type": ["string", "number"],
                "description": "The title of the page. Without it, the first heading is the title.",
            }),
        ),
        (
            "description",
            text("One or two sentences for search engines and link previews."),
        ),
        (
            "ROBOTS",
            text("What search engines are asked to do: NOINDEX, NOFOLLOW, or NONE for both."),
        ),
        (
            "redirect_from",
            json!({
                "description": "Old addresses of the page, which then lead to it.",
                "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }],
            }),
        ),
        (
            "ms.lasthandoff",
            date("The day on which the translation was handed over."),
        ),
        ("updated", date("The day of the last change.")),
        ("lastmod", date("The day of the last change.")),
        ("ms.date", date("The day of the last review or change.")),
        ("date", date("The day of the last change.")),
        (
            "ms.translationtype",
            json!({
                "description": "How the translation was made: HT by people, MT by a machine.",
                "enum": ["HT", "MT"],
            }),
        ),
        (
            "ms.contentlocale",
            text("The language of the text; it equals the folder that the article lies in."),
        ),
        (
            "polydoc-allow",
            json!({
                "description": "Rules whose findings are meant to stay in this article, each with the reason.",
                "type": ["object", "array", "string"],
                "additionalProperties": { "type": ["string", "null"] },
            }),
        ),
    ];
    let is_described = |key: &str| {
        parts.iter().any(|part| {
            let properties = part.schema.root.get("properties");
            properties.is_some_and(|properties| properties.get(key).is_some())
        })
    };
    keys.into_iter()
        .filter(|(key, _)| !is_described(key))
        .map(|(key, schema)| (key.to_owned(), schema))
        .collect()
}

/// Puts the files that a schema refers to beside it; where each of them then is.
fn embed(
    others: &BTreeMap<String, Arc<Json>>,
    name: &str,
    defs: &mut Map<String, Json>,
) -> BTreeMap<String, String> {
    let names: BTreeMap<String, String> = others
        .keys()
        .enumerate()
        .map(|(at, address)| (address.clone(), format!("{name}-file-{}", at + 1)))
        .collect();
    let places: BTreeMap<String, String> = names
        .iter()
        .map(|(address, name)| (address.clone(), format!("#/$defs/{name}")))
        .collect();
    for (address, schema) in others {
        let mut schema = Json::clone(schema);
        let Some(name) = names.get(address) else {
            continue;
        };
        rewrite(&mut schema, &format!("#/$defs/{name}"), address, &places);
        keywords::translate(&mut schema, &BTreeMap::new());
        defs.insert(name.clone(), schema);
    }
    places
}

/// A schema of the project that stands at `place` of the whole.
fn embedded(part: &Part<'_>, place: &str, files: &BTreeMap<String, String>) -> Json {
    let mut schema = part.schema.root.clone();
    rewrite(&mut schema, place, &format!("{}-", references::BASE), files);
    keywords::translate(&mut schema, &part.schema.lists);
    schema
}

/// Lets the references of a schema that lay at `address` lead to where everything is now.
fn rewrite(schema: &mut Json, place: &str, address: &str, files: &BTreeMap<String, String>) {
    // Addresses inside keep their meaning only where they are; a schema that has some is left alone.
    let mut has_addresses = false;
    let mut depth = 0;
    walk_mut(schema, &mut |keywords| {
        has_addresses |= depth > 0 && keywords.contains_key("$id");
        depth += 1;
    });
    walk_mut(schema, &mut |keywords| {
        if has_addresses {
            return;
        }
        let Some(Json::String(reference)) = keywords.get_mut("$ref") else {
            return;
        };
        let (file, fragment) = reference
            .split_once('#')
            .unwrap_or((reference.as_str(), ""));
        if file.is_empty() {
            if fragment.is_empty() || fragment.starts_with('/') {
                *reference = format!("{place}{fragment}");
            }
            return;
        }
        let folder = address.strip_prefix(references::BASE).unwrap_or_default();
        let folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
        let target = references::address(&format!("{folder}/{file}"));
        if let Some(place) = files.get(&target) {
            *reference = format!("{place}{fragment}");
        }
    });
    if let Json::Object(keywords) = schema
        && !has_addresses
    {
        keywords.remove("$id");
        keywords.remove("$schema");
    }
}

/// What front matter of a page of some types looks like.
fn of_type(types: &[String], keys: &[&str]) -> Json {
    let words: Vec<String> = types.iter().map(|word| keywords::any_case(word)).collect();
    let pattern = format!("^\\s*(?:{})\\s*$", words.join("|"));
    let alternatives = keys.iter().enumerate().map(|(at, key)| {
        let stronger: Vec<Json> = keys[..at]
            .iter()
            .map(|key| json!({ "not": { "required": [key] } }))
            .collect();
        let mut schema = json!({
            "required": [key],
            "properties": { *key: { "type": "string", "pattern": pattern } },
        });
        if !stronger.is_empty() {
            schema["allOf"] = Json::Array(stronger);
        }
        schema
    });
    json!({ "anyOf": alternatives.collect::<Vec<_>>() })
}
