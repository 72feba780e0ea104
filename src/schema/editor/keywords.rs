//! Keywords of ours in JSON Schema's own words, and keywords of older versions in those of the newest.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use super::super::keywords::dates;
use super::super::keywords::scalar;
use super::super::vocabulary::KEYWORDS;
use super::super::walk::walk_mut;

/// Signs that mean something in patterns (ECMA 262).
pub(in crate::schema) const SYNTAX: &str = "\\^$.|?*+()[]{}/";

/// Translates all keywords of a schema. `lists` are the values of `valuesFrom`.
pub(super) fn translate(schema: &mut Json, lists: &BTreeMap<String, Arc<[Box<str>]>>) {
    walk_mut(schema, &mut |keywords| {
        modernize(keywords);
        let mut more = Vec::new();
        about_keys(keywords, &mut more);
        about_values(keywords, lists, &mut more);
        for keyword in KEYWORDS {
            keywords.remove(keyword.name);
        }
        if more.is_empty() {
            return;
        }
        let all = keywords.entry("allOf").or_insert_with(|| json!([]));
        if let Json::Array(all) = all {
            all.extend(more);
        }
    });
}

/// Keywords of draft 7 and older that changed their name or meaning.
fn modernize(keywords: &mut Map<String, Json>) {
    if keywords.get("items").is_some_and(Json::is_array)
        && let Some(items) = keywords.remove("items")
    {
        keywords.insert("prefixItems".to_owned(), items);
        if let Some(rest) = keywords.remove("additionalItems") {
            keywords.insert("items".to_owned(), rest);
        }
    }
    if let Some(Json::Object(dependencies)) = keywords.remove("dependencies") {
        let (required, schemas): (Map<_, _>, Map<_, _>) =
            dependencies.into_iter().partition(|(_, it)| it.is_array());
        for (name, value) in [
            ("dependentRequired", required),
            ("dependentSchemas", schemas),
        ] {
            if !value.is_empty() {
                keywords.entry(name).or_insert(Json::Object(value));
            }
        }
    }
}

fn about_keys(keywords: &mut Map<String, Json>, more: &mut Vec<Json>) {
    let lists = |keyword: Option<&Json>| -> Vec<Vec<String>> {
        let lists = keyword.and_then(Json::as_array);
        let texts = |list: &Json| {
            let items = list.as_array().map_or(&[][..], Vec::as_slice);
            items.iter().filter_map(scalar).collect()
        };
        lists.into_iter().flatten().map(texts).collect()
    };
    for keys in lists(keywords.get("requiredOneOf")) {
        let one: Vec<Json> = keys
            .iter()
            .map(|key| json!({ "required": [key] }))
            .collect();
        more.push(json!({ "anyOf": one }));
    }
    for keys in lists(keywords.get("mutuallyExclusive")) {
        for (at, one) in keys.iter().enumerate() {
            for other in &keys[at + 1..] {
                more.push(json!({ "not": { "required": [one, other] } }));
            }
        }
    }
    let dependent = keywords.get("dependentEnum").and_then(Json::as_object);
    for (key, deciders) in dependent.into_iter().flatten() {
        for (decider, values) in deciders.as_object().into_iter().flatten() {
            let values = values.as_object();
            let listed: Vec<Json> = values
                .into_iter()
                .flatten()
                .filter(|(value, _)| *value != "*")
                .flat_map(|(value, _)| spellings(value))
                .collect();
            for (value, allowed) in values.into_iter().flatten() {
                let is_it = match value.as_str() {
                    "*" => json!({ "not": { "enum": listed } }),
                    value => json!({ "enum": spellings(value) }),
                };
                more.push(json!({
                    "if": { "required": [decider], "properties": { decider.as_str(): is_it } },
                    "then": { "properties": { key.as_str(): one_or_many(allowed) } },
                }));
            }
        }
    }
}

fn about_values(
    keywords: &mut Map<String, Json>,
    lists: &BTreeMap<String, Arc<[Box<str>]>>,
    more: &mut Vec<Json>,
) {
    if let Some(replacement) = keywords.get("replacedBy") {
        let keys: Vec<String> = match replacement {
            Json::Array(keys) => keys.iter().filter_map(scalar).collect(),
            single => scalar(single).into_iter().collect(),
        };
        keywords.insert("deprecated".to_owned(), Json::Bool(true));
        let message = format!("Use {} instead.", keys.join(" or "));
        keywords.insert("deprecationMessage".to_owned(), message.into());
    }
    let formats = dates::formats(keywords);
    if !formats.is_empty() {
        let patterns: Vec<String> = formats.iter().map(dates::Format::pattern).collect();
        more.push(json!({ "type": "string", "pattern": format!("^(?:{})$", patterns.join("|")) }));
    }
    let words: Vec<String> = match keywords.get("forbiddenWords") {
        Some(Json::Array(words)) => words.iter().filter_map(scalar).collect(),
        Some(single) => scalar(single).into_iter().collect(),
        None => Vec::new(),
    };
    for word in &words {
        let word = word.trim();
        let joined =
            |sign: Option<char>| sign.is_some_and(|sign| sign.is_alphanumeric() && sign.is_ascii());
        let before = if joined(word.chars().next()) {
            "(?<![A-Za-z0-9])"
        } else {
            ""
        };
        let after = if joined(word.chars().next_back()) {
            "(?![A-Za-z0-9])"
        } else {
            ""
        };
        let pattern = format!("{before}{}{after}", any_case(word));
        more.push(json!({ "not": { "type": "string", "pattern": pattern } }));
    }
    if let Some(least) = keywords.get("minCharacters").and_then(Json::as_u64) {
        more.push(json!({ "minLength": least }));
    }
    let list = keywords.get("valuesFrom").and_then(Json::as_str);
    if let Some(list) = list.and_then(|path| lists.get(path)) {
        let values: Vec<Json> = list.iter().flat_map(|value| spellings(value)).collect();
        more.push(one_or_many(&Json::Array(values)));
    }
    if let Some(message) = keywords.get("message").cloned() {
        keywords.entry("errorMessage").or_insert(message);
    }
}

/// One of some values, or a list of them.
fn one_or_many(values: &Json) -> Json {
    json!({ "anyOf": [{ "enum": values }, { "type": "array", "items": { "enum": values } }] })
}

/// A value as text, and as the number or truth value that the same letters are without quotes.
fn spellings(value: &str) -> Vec<Json> {
    let text = Json::from(value);
    match serde_json::from_str::<Json>(value) {
        Ok(other @ (Json::Number(_) | Json::Bool(_))) => vec![text, other],
        _ => vec![text],
    }
}

/// A pattern for a word in any letter case.
pub(super) fn any_case(word: &str) -> String {
    let mut pattern = String::new();
    for sign in word.chars() {
        let (lower, upper) = (
            sign.to_lowercase().to_string(),
            sign.to_uppercase().to_string(),
        );
        if lower != upper && lower.chars().count() == 1 && upper.chars().count() == 1 {
            pattern.extend(["[", &lower, &upper, "]"]);
            continue;
        }
        if SYNTAX.contains(sign) {
            pattern.push('\\');
        }
        pattern.push(sign);
    }
    pattern
}
