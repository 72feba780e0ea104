//! Metadata as templates see it: every key of the front matter with defaults and overrides, values unchanged.

use crate::model::{Article, Value};

/// The metadata of an article as a template value.
pub(super) fn value(article: &Article) -> tera::Value {
    let entries = article
        .metadata
        .merged
        .as_deref()
        .unwrap_or(&article.document.front_matter.entries);
    map(entries)
}

fn map(entries: &[(Box<str>, Value)]) -> tera::Value {
    let pairs = entries.iter().map(|(key, value)| {
        (
            tera::value::Key::from(key.to_string()),
            template_value(value),
        )
    });
    tera::Value::from(pairs.collect::<tera::Map>())
}

fn template_value(value: &Value) -> tera::Value {
    match value {
        Value::Null => tera::Value::none(),
        Value::Bool(value) => tera::Value::from(*value),
        Value::Number(text) => number(text),
        Value::String(text) => tera::Value::from(&**text),
        Value::List(items) => {
            tera::Value::from(items.iter().map(template_value).collect::<Vec<_>>())
        }
        Value::Map(entries) => map(entries),
    }
}

/// A number that prints as it was written stays one; `01` or `1_000` would not, so they are texts.
fn number(text: &str) -> tera::Value {
    if let Some(integer) = text
        .parse::<i64>()
        .ok()
        .filter(|integer| integer.to_string() == text)
    {
        return tera::Value::from(integer);
    }
    match text.parse::<f64>() {
        Ok(float) if float.is_finite() && float.to_string() == text => tera::Value::from(float),
        _ => tera::Value::from(text),
    }
}
