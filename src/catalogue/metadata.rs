//! Metadata: front matter between the settings' defaults and overrides, and what polydoc itself reads of it.

use crate::config::Settings;
use crate::model::{
    ArticleId, Date, Document, Entries, Fact, Metadata, Robots, TranslationType, Value,
};
use crate::source::Source;

/// Keys that say when an article was last handed off or changed, strongest first.
const DATE_KEYS: [&str; 5] = ["ms.lasthandoff", "updated", "lastmod", "ms.date", "date"];

/// Reads what polydoc needs of one article's metadata.
pub(super) fn metadata(
    document: &Document,
    source: &Source,
    id: &ArticleId,
    settings: &Settings,
) -> Metadata {
    let merged = merge(
        &document.front_matter.entries,
        source.path.as_str(),
        settings,
    );
    let entries: &Entries = merged.as_deref().unwrap_or(&document.front_matter.entries);
    let text = |key: &str| {
        find(entries, key)
            .and_then(Value::as_text)
            .map(str::trim)
            .filter(|text| !text.is_empty())
    };
    let date = DATE_KEYS.iter().find_map(|key| Date::parse(text(key)?));
    Metadata {
        title: text("title")
            .or_else(|| first_heading(document))
            .unwrap_or_else(|| id.name())
            .into(),
        description: text("description").map(Into::into),
        robots: robots(entries),
        date,
        draft: find(entries, "draft").and_then(Value::as_text) == Some("true"),
        translation: text("ms.translationtype").and_then(translation),
        redirect_from: find(entries, "redirect_from")
            .map(texts)
            .unwrap_or_default(),
        merged,
    }
}

/// Whether an article is not to be published yet: `draft: true`, in its front matter or by the settings.
pub(super) fn is_draft(document: &Document, source: &Source, settings: &Settings) -> bool {
    let written = &document.front_matter.entries;
    let merged = merge(written, source.path.as_str(), settings);
    let entries = merged.as_deref().unwrap_or(written);
    find(entries, "draft").and_then(Value::as_text) == Some("true")
}

/// The value of a key, exactly as spelt; the last one of equal keys, as YAML readers do.
fn find<'e>(entries: &'e Entries, key: &str) -> Option<&'e Value> {
    entries
        .iter()
        .rev()
        .find(|(name, _)| &**name == key)
        .map(|(_, value)| value)
}

/// Front matter with defaults below and overrides above; `None` when no layer of the settings says anything.
fn merge(written: &Entries, path: &str, settings: &Settings) -> Option<Box<Entries>> {
    let layers = settings
        .metadata
        .iter()
        .filter(|layer| layer.filter.matches(path));
    let mut entries: Option<Vec<(Box<str>, Value)>> = None;
    // What a repository says is weakest: it is known to be there by few who read the page.
    if let Some(docset) = settings.layout.docset_of(path) {
        for (key, value) in docset.metadata(path) {
            if !written.iter().any(|(name, _)| &**name == key) {
                set(entries.get_or_insert_with(|| written.to_vec()), key, value);
            }
        }
    }
    for layer in layers.clone() {
        for (key, value) in &layer.defaults {
            // A later layer's default is stronger than an earlier one's, but front matter is stronger than both.
            if !written.iter().any(|(name, _)| name == key) {
                set(entries.get_or_insert_with(|| written.to_vec()), key, value);
            }
        }
    }
    for layer in layers {
        for (key, value) in &layer.overrides {
            set(entries.get_or_insert_with(|| written.to_vec()), key, value);
        }
    }
    entries.map(Into::into)
}

/// Sets a key to a value; `null` takes it away.
fn set(entries: &mut Vec<(Box<str>, Value)>, key: &str, value: &Value) {
    if *value == Value::Null {
        entries.retain(|(name, _)| &**name != key);
    } else if let Some((_, old)) = entries.iter_mut().find(|(name, _)| &**name == key) {
        *old = value.clone();
    } else {
        entries.push((key.into(), value.clone()));
    }
}

fn first_heading(document: &Document) -> Option<&str> {
    let mut headings = document.facts.iter().filter_map(|fact| match fact {
        Fact::Heading(heading) if !heading.text.trim().is_empty() => Some(&*heading.text),
        _ => None,
    });
    headings.next().map(str::trim)
}

/// `ROBOTS: NOINDEX, NOFOLLOW` in any letter case; `none` means both.
fn robots(entries: &Entries) -> Robots {
    let value = entries
        .iter()
        .rev()
        .find(|(name, _)| name.eq_ignore_ascii_case("robots"));
    let mut robots = Robots::default();
    for word in value
        .map(|(_, value)| texts(value))
        .unwrap_or_default()
        .iter()
        .flat_map(|text| text.split(','))
    {
        let word = word.trim().to_ascii_lowercase();
        robots.noindex |= matches!(&*word, "noindex" | "none");
        robots.nofollow |= matches!(&*word, "nofollow" | "none");
    }
    robots
}

fn translation(text: &str) -> Option<TranslationType> {
    match text.to_ascii_uppercase().as_str() {
        "HT" => Some(TranslationType::Human),
        "MT" => Some(TranslationType::Machine),
        _ => None,
    }
}

/// The texts of a scalar or of a list of scalars.
fn texts(value: &Value) -> Box<[Box<str>]> {
    let items = match value {
        Value::List(items) => items,
        single => std::slice::from_ref(single),
    };
    items
        .iter()
        .filter(|value| !matches!(value, Value::Bool(_)))
        .filter_map(Value::as_text)
        .filter(|text| !text.trim().is_empty())
        .map(|text| text.trim().into())
        .collect()
}
