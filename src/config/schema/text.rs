//! The table of keys in other words: as JSON Schema for editors, as a Markdown table for the manual.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::navigation::ENTRY_KEYS;
use super::{KEYS, Key, Kind, NAVIGATION_ENTRY, Names};

/// The JSON Schema (draft 2020-12) of `polydoc.yml`. `rules` are the names that `rules:` may hold.
///
/// Everything that polydoc accepts is valid against it. Polydoc refuses a little more: what a pattern cannot say,
/// such as a glob with a bracket that is not closed, and keys that contradict each other.
pub fn json_schema(rules: &[&str]) -> Value {
    let mut schema = Map::new();
    schema.insert(
        "$schema".to_owned(),
        json!("https://json-schema.org/draft/2020-12/schema"),
    );
    schema.insert("title".to_owned(), json!("polydoc.yml"));
    schema.insert(
        "description".to_owned(),
        json!("The settings of a site that polydoc builds."),
    );
    if let Value::Object(fields) = fields(KEYS, rules) {
        schema.extend(fields);
    }
    let navigation = json!({ "type": "array", "items": kind(&NAVIGATION_ENTRY, rules) });
    schema.insert("$defs".to_owned(), json!({ "navigation": navigation }));
    // A file without any key is a file in which nothing is set.
    schema.insert("type".to_owned(), json!(["object", "null"]));
    Value::Object(schema)
}

fn fields(keys: &[Key], rules: &[&str]) -> Value {
    let mut properties = Map::new();
    for key in keys {
        let mut schema = kind(&key.kind, rules);
        let default = if key.default.is_empty() {
            String::new()
        } else {
            format!(" Default: {}.", key.default)
        };
        schema["description"] = json!(format!("{}{default}", key.about));
        properties.insert(key.name.to_owned(), schema);
    }
    let needed: Vec<_> = keys
        .iter()
        .filter(|key| key.needed)
        .map(|key| json!({ "required": [key.name] }))
        .collect();
    let mut schema =
        json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !needed.is_empty() {
        schema["anyOf"] = json!(needed);
    }
    schema
}

fn kind(of: &Kind, rules: &[&str]) -> Value {
    match of {
        Kind::Version => json!({ "const": 1 }),
        Kind::Text(form) => json!({ "type": "string", "pattern": form.pattern }),
        Kind::Truth => json!({ "type": "boolean" }),
        Kind::Choice(words) => json!({ "enum": words }),
        Kind::Count { least, most } => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Kind::Size { least, most } => json!({ "anyOf": [
            { "type": "integer", "minimum": least, "maximum": most },
            { "type": "string", "pattern": "^[0-9]+ ?(?:B|kB|MB|GB|KiB|MiB|GiB)?$" },
        ] }),
        Kind::List(item) => json!({ "type": "array", "items": kind(item, rules) }),
        Kind::Map(names, value) => {
            let names = match names {
                Names::Form(form) => json!({ "pattern": form.pattern }),
                Names::OneOf(words) => json!({ "enum": words }),
                Names::Rules => json!({ "enum": rules }),
            };
            json!({ "type": "object", "propertyNames": names, "additionalProperties": kind(value, rules) })
        }
        Kind::Fields(keys) => fields(keys, rules),
        Kind::Either(kinds) => {
            json!({ "anyOf": kinds.iter().map(|one| kind(one, rules)).collect::<Vec<_>>() })
        }
        Kind::Metadata | Kind::Schema => json!({ "type": "object" }),
        Kind::Navigation => json!({ "$ref": "#/$defs/navigation" }),
    }
}

/// The table of all keys for the manual, in Markdown.
pub fn markdown_table() -> String {
    let mut table = "| Key | Value | Default | Meaning |\n| --- | --- | --- | --- |\n".to_owned();
    rows(&mut table, "", KEYS);
    table
}

fn rows(table: &mut String, prefix: &str, keys: &[Key]) {
    for key in keys {
        let name = format!("{prefix}{}", key.name);
        let value = key.kind.describe();
        let _ = writeln!(
            table,
            "| `{name}` | {value} | {} | {} |",
            if key.default.is_empty() {
                "–"
            } else {
                key.default
            },
            key.about
        );
        match &key.kind {
            Kind::Fields(keys) => rows(table, &format!("{name}."), keys),
            Kind::List(Kind::Fields(keys)) => rows(table, &format!("{name}[]."), keys),
            // Entries may hold entries: those are said once.
            Kind::Navigation if prefix.is_empty() => {
                rows(table, &format!("{name}[]."), ENTRY_KEYS);
            }
            Kind::Map(_, Kind::Fields(keys)) => rows(table, &format!("{name}.TAG."), keys),
            Kind::Either(kinds) => {
                for kind in *kinds {
                    match kind {
                        Kind::Fields(keys) => rows(table, &format!("{name}."), keys),
                        Kind::List(Kind::Fields(keys)) => {
                            rows(table, &format!("{name}[]."), keys);
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
}
