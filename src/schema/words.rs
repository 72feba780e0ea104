//! What is said when metadata breaks a keyword of JSON Schema: what is wrong, and what to write instead.
//!
//! In: an error of the library. Out: words; the library's own are used only for what authors of metadata never meet.
//! `%NAME%` stands for the name of the place, which `judge` knows.

use std::fmt::Write as _;

use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::Value as Json;

use super::Aspect;
use super::keywords::{Told, describe, quote, scalar};

/// What an error says.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) message: String,
    pub(super) help: Option<String>,
    pub(super) note: Option<String>,
}

impl Said {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: Some(help.into()),
            note: None,
        }
    }

    fn bare(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            ..Self::default()
        }
    }
}

/// Words for an error about a value.
pub(super) fn said(error: &ValidationError<'_>) -> Said {
    let instance = error.instance().as_ref();
    match error.kind() {
        Kind::Type { kind } => of_type(instance, &type_names(kind)),
        Kind::Enum { options } => {
            of_choice(instance, options.as_array().map_or(&[], Vec::as_slice))
        }
        Kind::Constant { expected_value } => {
            of_choice(instance, std::slice::from_ref(&**expected_value))
        }
        Kind::Pattern { pattern } => Said::new(
            format!(
                "%NAME% does not have the form that is wanted: {}",
                shown(instance)
            ),
            format!("write it so that it fits the pattern `{}`", quote(pattern)),
        ),
        Kind::Format { format } => Said::new(
            format!("%NAME% is no {}: {}", format_name(format), shown(instance)),
            format!("write it in the format `{format}` of JSON Schema"),
        ),
        Kind::MinLength { limit } => length(instance, *limit, "at least", "say more"),
        Kind::MaxLength { limit } => length(instance, *limit, "at most", "say it shorter"),
        Kind::Minimum { limit } => number(instance, &format!("at least {limit}")),
        Kind::Maximum { limit } => number(instance, &format!("at most {limit}")),
        Kind::ExclusiveMinimum { limit } => number(instance, &format!("greater than {limit}")),
        Kind::ExclusiveMaximum { limit } => number(instance, &format!("less than {limit}")),
        Kind::MultipleOf { multiple_of } => {
            number(instance, &format!("a multiple of {multiple_of}"))
        }
        Kind::MinItems { limit } => items(instance, *limit, "at least", "add what is missing"),
        Kind::MaxItems { limit } => items(instance, *limit, "at most", "remove what matters least"),
        Kind::AdditionalItems { limit } => items(
            instance,
            *limit as u64,
            "at most",
            "remove what is too much",
        ),
        Kind::UniqueItems => repeated(instance),
        Kind::MinProperties { limit } => keys(instance, *limit, "at least"),
        Kind::MaxProperties { limit } => keys(instance, *limit, "at most"),
        Kind::Contains => Said::new(
            "no item of %NAME% is what the schema wants one of them to be",
            "add such an item",
        ),
        Kind::FalseSchema => Said::new("%NAME% may not be there", "remove the key"),
        Kind::Not { schema } => negated(instance, schema),
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
            alternatives(instance, context)
        }
        Kind::OneOfMultipleValid { .. } => Said::new(
            "%NAME% fits more than one of the forms of which it should fit exactly one",
            "decide for one of them",
        ),
        Kind::UnevaluatedItems { .. } => Said::new(
            "%NAME% has more items than the schema knows",
            "remove what is too much",
        ),
        Kind::Custom { message, .. } => match serde_json::from_str::<Told>(message) {
            Ok(told) => Said {
                message: told.message,
                help: told.help,
                note: None,
            },
            Err(_) => Said::bare("%NAME% is not as the schema wants it"),
        },
        _ => Said::bare(format!("%NAME% is not as the schema wants it: {error}")),
    }
}

/// A value in a message: its words in backticks, or what it is.
fn shown(value: &Json) -> String {
    match scalar(value) {
        Some(text) if !text.trim().is_empty() => format!("`{}`", quote(&text)),
        Some(_) => "it is empty".to_owned(),
        None => describe(value).to_owned(),
    }
}

fn type_names(kind: &TypeKind) -> Vec<&'static str> {
    let name = |name: &str| match name {
        "string" => "text",
        "number" => "a number",
        "integer" => "a whole number",
        "boolean" => "`true` or `false`",
        "array" => "a list",
        "object" => "a map of keys",
        _ => "nothing",
    };
    match kind {
        TypeKind::Single(one) => vec![name(&one.to_string())],
        TypeKind::Multiple(several) => {
            let mut names: Vec<_> = several.iter().map(|one| name(&one.to_string())).collect();
            names.sort_by_key(|name| *name == "nothing");
            names
        }
    }
}

/// A value of another type; most are a matter of quotes.
fn of_type(instance: &Json, wanted: &[&'static str]) -> Said {
    let names = listed_plain(wanted);
    let message = if instance == &Json::Null {
        format!("%NAME% has no value, and should be {names}")
    } else {
        let found = match scalar(instance) {
            Some(text) if !text.trim().is_empty() => {
                format!("{} (`{}`)", describe(instance), quote(&text))
            }
            Some(_) => "empty text".to_owned(),
            None => describe(instance).to_owned(),
        };
        format!("%NAME% is {found}, and should be {names}")
    };
    let wants = |name: &str| wanted.contains(&name);
    let text = scalar(instance).unwrap_or_default();
    let help = match instance {
        Json::Null => format!("write {names} after the colon, or remove the key"),
        Json::Number(_) | Json::Bool(_) if wants("text") => {
            format!("put it in quotes: `\"{text}\"`")
        }
        Json::String(_) if wants("`true` or `false`") => {
            match text.trim().to_lowercase().as_str() {
                "yes" | "on" | "true" | "1" => "write `true`, without quotes".to_owned(),
                "no" | "off" | "false" | "0" => "write `false`, without quotes".to_owned(),
                _ => "write `true` or `false`, without quotes".to_owned(),
            }
        }
        Json::String(_)
            if (wants("a number") || wants("a whole number"))
                && text.trim().parse::<f64>().is_ok() =>
        {
            format!("remove the quotes: `{}`", text.trim())
        }
        Json::String(_) | Json::Number(_) | Json::Bool(_) if wants("a list") => {
            format!("write it as an item: `- {}`", quote(text.trim()))
        }
        Json::Array(items) if items.len() == 1 && wants("text") => {
            "write the one value after the colon, without `- ` or brackets".to_owned()
        }
        _ => format!("write {names}"),
    };
    Said::new(message, help)
}

fn of_choice(instance: &Json, options: &[Json]) -> Said {
    let message = match instance {
        Json::Null => "%NAME% has no value".to_owned(),
        _ => format!(
            "%NAME% cannot be {}",
            scalar(instance).map_or_else(
                || describe(instance).to_owned(),
                |text| format!("`{}`", quote(&text))
            )
        ),
    };
    let words: Vec<String> = options
        .iter()
        .map(|option| scalar(option).unwrap_or_else(|| option.to_string()))
        .collect();
    let written = scalar(instance).unwrap_or_default();
    // The same letters, but a number where text is wanted, or the other way round.
    if let Some(option) = options
        .iter()
        .find(|option| scalar(option).is_some_and(|text| text == written))
    {
        return Said::new(
            message,
            match option {
                Json::String(_) => format!("put it in quotes: `\"{written}\"`"),
                _ => format!("remove the quotes: `{written}`"),
            },
        );
    }
    let allowed = match &words[..] {
        [one] => format!("write `{}`", quote(one)),
        _ => format!("allowed: {}", listed(&words, "or")),
    };
    match nearest(&written, &words) {
        Some(near) if words.len() > 1 => Said {
            note: Some(allowed),
            ..Said::new(message, format!("did you mean `{near}`?"))
        },
        _ => Said::new(message, allowed),
    }
}

fn format_name(format: &str) -> &str {
    match format {
        "date" => "date",
        "date-time" => "date with time",
        "email" | "idn-email" => "mail address",
        "uri" | "iri" => "absolute address",
        other => other,
    }
}

fn length(instance: &Json, limit: u64, bound: &str, help: &str) -> Said {
    let count = instance.as_str().map_or(0, |text| text.chars().count());
    if count == 0 {
        return Said::new("%NAME% is empty", "write something, or remove the key");
    }
    let characters = if count == 1 {
        "character"
    } else {
        "characters"
    };
    Said::new(
        format!("%NAME% has {count} {characters}, and should have {bound} {limit}"),
        help,
    )
}

fn number(instance: &Json, wanted: &str) -> Said {
    Said::new(
        format!("%NAME% is {instance}, and should be {wanted}"),
        format!("write a number that is {wanted}"),
    )
}

fn items(instance: &Json, limit: u64, bound: &str, help: &str) -> Said {
    let count = instance.as_array().map_or(0, Vec::len);
    let noun = if count == 1 { "item" } else { "items" };
    Said::new(
        format!("%NAME% has {count} {noun}, and should have {bound} {limit}"),
        help,
    )
}

fn keys(instance: &Json, limit: u64, bound: &str) -> Said {
    let count = instance.as_object().map_or(0, serde_json::Map::len);
    let noun = if count == 1 { "key" } else { "keys" };
    Said::bare(format!(
        "%NAME% has {count} {noun}, and should have {bound} {limit}"
    ))
}

/// Which item stands in a list twice.
fn repeated(instance: &Json) -> Said {
    let items = instance.as_array().map_or(&[][..], Vec::as_slice);
    let twice = (1..items.len()).find(|&at| items[..at].contains(&items[at]));
    let shown = twice.map_or_else(|| "an item".to_owned(), |at| shown(&items[at]));
    Said::new(
        format!("%NAME% holds {shown} twice"),
        "remove one of the two",
    )
}

/// The item that stands in a list for the second time.
pub(super) fn second_of_equals(instance: &Json) -> Option<usize> {
    let items = instance.as_array()?;
    (1..items.len()).find(|&at| items[..at].contains(&items[at]))
}

fn negated(instance: &Json, schema: &Json) -> Said {
    let required = schema.get("required").and_then(Json::as_array);
    if let Some(keys) = required {
        let keys: Vec<String> = keys.iter().filter_map(scalar).collect();
        return match &keys[..] {
            [one] => Said::new(format!("`{one}` may not be there"), "remove the key"),
            _ => Said::new(
                format!("{} may not be there together", listed(&keys, "and")),
                "remove one of them",
            ),
        };
    }
    Said::new(
        format!("%NAME% is what the schema forbids: {}", shown(instance)),
        "write something else",
    )
}

/// A value that fits none of several forms. What is wrong with the one that it is nearest to is said when there is one.
fn alternatives(instance: &Json, context: &[Vec<ValidationError<'static>>]) -> Said {
    let of_other_type = |errors: &&Vec<ValidationError<'static>>| {
        errors.iter().any(|error| {
            matches!(error.kind(), Kind::Type { .. }) && error.instance().as_ref() == instance
        })
    };
    let near: Vec<_> = context
        .iter()
        .filter(|errors| !of_other_type(errors))
        .collect();
    // All forms are of other types, or lists of words: one sentence says it.
    let mut types = Vec::new();
    let mut options = Vec::new();
    for errors in context {
        match errors.first().map(ValidationError::kind) {
            Some(Kind::Type { kind }) => types.extend(type_names(kind)),
            Some(Kind::Enum { options: words }) => {
                options.extend(words.as_array().into_iter().flatten().cloned());
            }
            Some(Kind::Constant { expected_value }) => options.push((**expected_value).clone()),
            _ => {}
        }
    }
    if near.is_empty() && options.is_empty() {
        return of_type(instance, &types);
    }
    // Beside single words there is one form, and it tells what the value is nearest to be.
    let is_word = |errors: &&&Vec<ValidationError<'static>>| {
        let kind = errors.first().map(ValidationError::kind);
        matches!(kind, Some(Kind::Constant { .. } | Kind::Enum { .. }))
    };
    let forms: Vec<_> = near.iter().filter(|errors| !is_word(errors)).collect();
    if forms.is_empty() {
        return of_choice(instance, &options);
    }
    if let [only] = forms[..]
        && let [error] = &only[..]
        && error.instance().as_ref() == instance
    {
        let words: Vec<String> = options.iter().filter_map(scalar).collect();
        let words: Vec<&String> = words
            .iter()
            .filter(|word| !word.trim().is_empty())
            .collect();
        let mut said = said(error);
        if !words.is_empty() {
            said.note = Some(format!("allowed as well: {}", listed(&words, "or")));
        }
        return said;
    }
    let mut note = String::new();
    for (at, errors) in context.iter().enumerate() {
        let Some(error) = errors.first() else {
            continue;
        };
        let words = said(error).message.replace("%NAME%", "it");
        let _ = write!(
            note,
            "{}form {}: {words}",
            if at == 0 { "" } else { "; " },
            at + 1
        );
    }
    Said {
        message: format!(
            "%NAME% fits none of the {} forms that are allowed",
            context.len()
        ),
        help: Some("write it in one of them".to_owned()),
        note: Some(note),
    }
}

/// The aspect of an error, by its kind.
pub(super) fn aspect(error: &ValidationError<'_>) -> Aspect {
    match error.kind() {
        Kind::Required { .. } => Aspect::Missing,
        Kind::AdditionalProperties { .. }
        | Kind::UnevaluatedProperties { .. }
        | Kind::PropertyNames { .. }
        | Kind::FalseSchema => Aspect::Unknown,
        Kind::Custom { keyword, .. } => match keyword.as_str() {
            "requiredOneOf" => Aspect::Missing,
            "deprecated" | "replacedBy" => Aspect::Deprecated,
            _ => Aspect::Invalid,
        },
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
            let missing = |errors: &Vec<ValidationError<'static>>| {
                errors
                    .iter()
                    .all(|error| matches!(error.kind(), Kind::Required { .. }))
            };
            if !context.is_empty() && context.iter().all(missing) {
                Aspect::Missing
            } else {
                Aspect::Invalid
            }
        }
        _ => Aspect::Invalid,
    }
}

/// The keys of which one must be there, when that is all that several alternatives say.
pub(super) fn required_alternatives(error: &ValidationError<'_>) -> Option<Vec<String>> {
    let (Kind::AnyOf { context } | Kind::OneOfNotValid { context }) = error.kind() else {
        return None;
    };
    let key = |errors: &Vec<ValidationError<'static>>| match &errors[..] {
        [one] => match one.kind() {
            Kind::Required { property } => property.as_str().map(str::to_owned),
            _ => None,
        },
        _ => None,
    };
    context.iter().map(key).collect()
}

/// Words in backticks, as a sentence lists them.
pub(super) fn listed<W: AsRef<str>>(words: &[W], last: &str) -> String {
    /// Most words that help; a longer list is cut.
    const MOST: usize = 12;
    let quoted = |word: &W| format!("`{}`", quote(word.as_ref()));
    match words {
        [] => "nothing".to_owned(),
        [one] => quoted(one),
        [first @ .., end] if words.len() <= MOST => {
            let first: Vec<String> = first.iter().map(quoted).collect();
            format!("{} {last} {}", first.join(", "), quoted(end))
        }
        _ => {
            let first: Vec<String> = words[..MOST].iter().map(quoted).collect();
            format!("{} {last} {} more", first.join(", "), words.len() - MOST)
        }
    }
}

fn listed_plain(words: &[&str]) -> String {
    match words {
        [] => "something else".to_owned(),
        [one] => (*one).to_owned(),
        [first @ .., end] => format!("{} or {end}", first.join(", ")),
    }
}

/// The word that was very probably meant: at most a third of its letters differ. Among equals the first.
pub(super) fn nearest<W: AsRef<str>>(
    written: &str,
    words: impl IntoIterator<Item = W>,
) -> Option<String> {
    let lower = written.trim().to_lowercase();
    let length = lower.chars().count();
    let near = |word: W| {
        let word = word.as_ref();
        let other = word.to_lowercase();
        let distance = strsim::osa_distance(&lower, &other);
        (distance * 3 <= length.max(other.chars().count())).then(|| (distance, word.to_owned()))
    };
    let measured = words.into_iter().filter_map(near);
    let found = measured.min_by_key(|(distance, _)| *distance);
    found.filter(|_| length > 0).map(|(_, word)| word)
}
