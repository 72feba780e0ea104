//! `malformed-redirect`: something in `redirect_from` that is no old address.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::Value;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "malformed-redirect",
        category: Category::Metadata,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/malformed-redirect.md"),
    },
    check: Check::Document(check),
};

/// The key that holds old addresses.
const KEY: &str = "redirect_from";

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    let front_matter = &document.document.front_matter;
    let mut report = |path: &[&str], what: &str| {
        let place = front_matter.place(path);
        let place = place.map_or_else(
            || front_matter.key_range(KEY),
            |place| {
                if place.value.is_empty() {
                    place.key
                } else {
                    place.value
                }
            },
        );
        let message = format!("no redirect can be made of this: it is {what}, not an old address");
        let found = sink.at(&RULE.rule, document.file, place, message);
        found.help("write one old path, or a list of them: `- old/page.md`");
    };
    match front_matter.get(KEY) {
        Some(Value::List(items)) => {
            for (at, item) in items.iter().enumerate() {
                if let Some(what) = no_address(item) {
                    report(&[KEY, &at.to_string()], what);
                }
            }
        }
        Some(value @ (Value::Map(_) | Value::Bool(_))) => {
            report(&[KEY], no_address(value).unwrap_or("nothing"));
        }
        Some(Value::Null | Value::Number(_) | Value::String(_)) | None => {}
    }
}

/// What a value is that is no address.
fn no_address(value: &Value) -> Option<&'static str> {
    match value {
        Value::List(_) => Some("a list"),
        Value::Map(_) => Some("keys and values"),
        Value::Bool(_) => Some("a truth value"),
        Value::Null => Some("empty"),
        Value::Number(text) | Value::String(text) => text.trim().is_empty().then_some("empty"),
    }
}
