//! `forbiddenWords`, `minCharacters`, `maxCharacters`, `valuesFrom`: what a text may hold.

use std::collections::BTreeMap;
use std::sync::Arc;

use icu_properties::CodePointMapData;
use icu_properties::props::GraphemeClusterBreak as Break;
use serde_json::Value as Json;

use super::super::words::nearest;
use super::{Check, Told, describe, quote, scalar, texts_of};

/// `forbiddenWords`.
pub(super) fn forbidden_words(value: &Json) -> Box<Check> {
    let words = texts_of(value);
    Box::new(move |instance| {
        let Some(text) = scalar(instance) else {
            return Vec::new();
        };
        let held = words.iter().filter(|word| holds(&text, word));
        held.map(|word| {
            let told = Told::value(format!(
                "%NAME% holds the word `{word}`, which is forbidden there"
            ));
            told.help("say it in other words")
        })
        .collect()
    })
}

/// Whether a text holds a word, whatever the letter case. In scripts with blanks between words it must be a whole one.
fn holds(text: &str, word: &str) -> bool {
    let (text, word) = (text.to_lowercase(), word.trim().to_lowercase());
    let joins =
        |sign: Option<char>| sign.is_some_and(|sign| sign.is_alphanumeric() && has_blanks(sign));
    text.match_indices(&*word).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        let starts_inside = joins(found.chars().next()) && joins(before);
        let ends_inside = joins(found.chars().next_back()) && joins(after);
        !starts_inside && !ends_inside
    })
}

/// Whether the script of a letter sets blanks between words.
fn has_blanks(sign: char) -> bool {
    !matches!(u32::from(sign), 0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x2e80..=0xa4cf | 0xac00..=0xd7a3
        | 0xf900..=0xfaff | 0x20000..=0x3fffd)
}

/// `minCharacters`.
pub(super) fn min_characters(value: &Json) -> Box<Check> {
    let least = value.as_u64().unwrap_or(0);
    Box::new(move |instance| {
        let count = instance.as_str().map(characters);
        match count {
            Some(0) if least > 0 => {
                let told = Told::value("%NAME% is empty");
                vec![told.help("write something, or remove the key")]
            }
            Some(count) if count < least => {
                let told = Told::value(format!(
                    "%NAME% has {}, and at least {least} are wanted",
                    counted(count)
                ));
                vec![told.help("say more")]
            }
            _ => Vec::new(),
        }
    })
}

/// `maxCharacters`.
pub(super) fn max_characters(value: &Json) -> Box<Check> {
    let most = value.as_u64().unwrap_or(u64::MAX);
    Box::new(move |instance| {
        let count = instance.as_str().map(characters);
        match count {
            Some(count) if count > most => {
                let told = Told::value(format!(
                    "%NAME% has {}, and at most {most} are allowed",
                    counted(count)
                ));
                vec![told.help("say it shorter")]
            }
            _ => Vec::new(),
        }
    })
}

fn counted(count: u64) -> String {
    match count {
        1 => "1 character".to_owned(),
        count => format!("{count} characters"),
    }
}

/// The number of characters as readers count them (grapheme clusters, Unicode Standard Annex 29), without blanks around.
pub(crate) fn characters(text: &str) -> u64 {
    let breaks = CodePointMapData::<Break>::new();
    let (mut count, mut before, mut flags) = (0, None, 0_u32);
    for sign in text.trim().chars() {
        let class = breaks.get(sign);
        let is_flag = class == Break::RegionalIndicator;
        flags = if is_flag { flags + 1 } else { 0 };
        let joins = match (before, class) {
            (None, _) => false,
            // Pictures are joined to one; letters after a joiner begin anew.
            (Some(Break::ZWJ), Break::Other) => !sign.is_alphanumeric(),
            (Some(_), Break::Extend | Break::ZWJ | Break::SpacingMark)
            | (Some(Break::Prepend), _)
            | (Some(Break::L), Break::L | Break::V | Break::LV | Break::LVT)
            | (Some(Break::V | Break::LV), Break::V | Break::T)
            | (Some(Break::T | Break::LVT), Break::T)
            | (Some(Break::CR), Break::LF) => true,
            (Some(_), _) => is_flag && flags.is_multiple_of(2),
        };
        count += u64::from(!joins);
        before = Some(class);
    }
    count
}

/// `valuesFrom`. A file that is not there was told before.
pub(super) fn values_from(value: &Json, lists: &BTreeMap<String, Arc<[Box<str>]>>) -> Box<Check> {
    let file = value.as_str().unwrap_or_default().to_owned();
    let list = lists.get(&file).cloned();
    Box::new(move |instance| {
        let Some(list) = &list else {
            return Vec::new();
        };
        let items = match instance {
            Json::Array(items) => items.as_slice(),
            single => std::slice::from_ref(single),
        };
        let text_of = |item: &Json| scalar(item).map(|text| text.trim().to_owned());
        let is_allowed = |item: &&Json| {
            text_of(item).is_some_and(|text| list.iter().any(|allowed| **allowed == *text))
        };
        let Some((at, wrong)) = items.iter().enumerate().find(|(_, item)| !is_allowed(item)) else {
            return Vec::new();
        };
        let text = text_of(wrong);
        let shown = text.as_ref().map_or_else(
            || describe(wrong).to_owned(),
            |text| format!("`{}`", quote(text)),
        );
        let mut told = Told::value(format!("%NAME% cannot be {shown}: it is not in `{file}`"));
        if instance.is_array() {
            told = told.about(&at.to_string());
        }
        let near = text.and_then(|text| nearest(&text, list.iter().map(|it| &**it)));
        vec![match near {
            Some(near) => told.help(format!("did you mean `{near}`?")),
            None => told.help(format!("take a value of `{file}`, or add this one to it")),
        }]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_what_readers_count() {
        let counted = [
            ("", 0),
            (" abc ", 3),
            ("e\u{301}té", 3),
            ("日本語", 3),
            ("각\u{11a8}", 1),
            ("\u{1100}\u{1161}\u{11a8}", 1),
            ("👩‍👩‍👧", 1),
            ("👍🏽!", 2),
            ("🇫🇷🇩🇪", 2),
            ("مرحبًا", 5),
            ("ที่", 1),
        ];
        for (text, count) in counted {
            assert_eq!(characters(text), count, "{text}");
        }
    }

    #[test]
    fn a_forbidden_word_is_a_whole_one_where_words_have_blanks() {
        assert!(holds("Please click here", "CLICK here"));
        assert!(!holds("Therefore", "here") && !holds("adhere", "here"));
        assert!(holds("ここをクリック", "クリック"));
        assert!(holds("Здесь, ниже", "здесь") && !holds("Здесьниже", "здесь"));
        assert!(holds("C++ (beta)", "c++") && holds("a beta.", "beta"));
    }
}
