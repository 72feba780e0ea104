//! Metadata as JSON, which schemas speak of.
//!
//! In: values of front matter. Out: JSON with the same types; numbers by their spelling in YAML's core schema.

use serde_json::{Map, Number, Value as Json};

use crate::model::{Entries, Value};

/// The metadata of an article as an object.
pub(super) fn json(entries: &Entries) -> Json {
    let pair = |(key, value): &(Box<str>, Value)| (String::from(&**key), of(value));
    Json::Object(entries.iter().map(pair).collect::<Map<_, _>>())
}

/// A value.
pub(super) fn of(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(truth) => Json::Bool(*truth),
        // What JSON has no number for stays what was written.
        Value::Number(text) => number(text).map_or_else(|| Json::from(&**text), Json::Number),
        Value::String(text) => Json::from(&**text),
        Value::List(items) => items.iter().map(of).collect(),
        Value::Map(entries) => json(entries),
    }
}

/// A number in one of YAML's spellings; `None` for infinity and what is no number.
fn number(text: &str) -> Option<Number> {
    let plain = text.replace('_', "");
    let unsigned = plain.strip_prefix('+').unwrap_or(&plain);
    let (sign, digits) = match unsigned.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, unsigned),
    };
    let based = [("0x", 16), ("0o", 8), ("0b", 2)]
        .into_iter()
        .find_map(|(prefix, base)| Some((digits.strip_prefix(prefix)?, base)));
    if let Some((digits, base)) = based {
        let number = i64::from_str_radix(digits, base).ok()?;
        return Some((sign * number).into());
    }
    if let Ok(number) = unsigned.parse::<i64>() {
        return Some(number.into());
    }
    if let Ok(number) = unsigned.parse::<u64>() {
        return Some(number.into());
    }
    Number::from_f64(unsigned.parse::<f64>().ok()?)
}
