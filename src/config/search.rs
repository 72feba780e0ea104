//! What `search:` sets: which pages are found, what they can be filtered by, and what raises them.

use std::collections::BTreeMap;

use crate::model::{Entries, Value};

/// The search index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchSettings {
    /// Metadata keys that results can be filtered by, in their order.
    pub facets: Vec<String>,
    /// By how much a value of a metadata key raises a page's score, in percent: key, value, percent.
    pub boosts: BTreeMap<String, BTreeMap<String, u16>>,
    /// Whether pages are found that ask search engines not to list them.
    pub noindex: Membership,
    /// Whether pages are found that stand in for pages their language lacks.
    pub fallback: Membership,
}

/// Whether something is in the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Membership {
    /// It is.
    In,
    /// It is not.
    Out,
}

impl Membership {
    /// The words of both, as they are set.
    pub(super) const WORDS: [&str; 2] = ["in", "out"];

    pub(super) fn from_word(word: &str) -> Option<Self> {
        match word {
            "in" => Some(Self::In),
            "out" => Some(Self::Out),
            _ => None,
        }
    }
}

impl Default for SearchSettings {
    fn default() -> Self {
        Self {
            facets: Vec::new(),
            boosts: BTreeMap::new(),
            noindex: Membership::In,
            fallback: Membership::Out,
        }
    }
}

impl SearchSettings {
    /// By how much metadata raises a page, in percent: the product of all that apply, at least 1 and at most 1,000.
    pub fn boost(&self, metadata: &Entries) -> u16 {
        let mut boost = 100_u64;
        for (key, by_value) in &self.boosts {
            for value in values(metadata, key) {
                if let Some(&percent) = by_value.get(value) {
                    boost = (boost * u64::from(percent) / 100).clamp(1, 1000);
                }
            }
        }
        u16::try_from(boost).unwrap_or(1000)
    }
}

/// The values of a metadata key as texts: one for a scalar, several for a list, each once, none empty.
pub fn values<'m>(metadata: &'m Entries, key: &str) -> Vec<&'m str> {
    let value = metadata.iter().find(|(name, _)| &**name == key);
    let mut texts: Vec<&str> = match value {
        Some((_, Value::List(items))) => items.iter().filter_map(Value::as_text).collect(),
        Some((_, value)) => value.as_text().into_iter().collect(),
        None => Vec::new(),
    };
    texts.retain(|text| !text.trim().is_empty());
    let mut once = Vec::new();
    for text in texts {
        if !once.contains(&text) {
            once.push(text);
        }
    }
    once
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boosts_of_several_keys_are_multiplied_within_bounds() {
        let text = |text: &str| Value::String(text.into());
        let settings = SearchSettings {
            boosts: BTreeMap::from([
                (
                    "kind".to_owned(),
                    BTreeMap::from([("guide".to_owned(), 200), ("old".to_owned(), 10)]),
                ),
                ("tags".to_owned(), BTreeMap::from([("a".to_owned(), 150)])),
            ]),
            ..SearchSettings::default()
        };
        let entries: [(Box<str>, Value); 2] = [
            ("kind".into(), text("guide")),
            (
                "tags".into(),
                Value::List([text("b"), text("a"), text("a"), text("")].into()),
            ),
        ];
        assert_eq!(settings.boost(&entries), 300);
        assert_eq!(settings.boost(&[("kind".into(), text("old"))]), 10);
        assert_eq!(settings.boost(&[]), 100);
        assert_eq!(values(&entries, "tags"), ["b", "a"]);
    }
}
