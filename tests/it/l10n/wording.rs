//! What can be seen of care for each language without speaking it: signs, quotation marks, forms, and nothing left in English.

use std::collections::{BTreeMap, BTreeSet};

use polydoc::l10n::{Argument, Locales, Messages, Plurals};

use super::{COMPLETE, built_in};

/// What reads the same as in English, and why.
const SAME: &[(&str, &str, &[&str])] = &[
    ("document-title", "names and a dash only", &COMPLETE),
    (
        "alert-tip",
        "the word is theirs too",
        &["cs-CZ", "da-DK", "nl-NL", "sk-SK"],
    ),
    (
        "alert-important",
        "the word is theirs too",
        &["fr-FR", "ro-RO"],
    ),
    (
        "external-host",
        "the word is theirs too",
        &[
            "de-DE",
            "et-EE",
            "id-ID",
            "it-IT",
            "nl-NL",
            "pl-PL",
            "sr-Latn-RS",
        ],
    ),
    ("articles-title", "the word is theirs too", &["fr-FR"]),
    (
        "search-filter-ms-service",
        "the word is theirs too",
        &["fr-FR"],
    ),
    (
        "search-filter-ms-collection",
        "the word is theirs too",
        &["fr-FR"],
    ),
    ("status-article", "the word is theirs too", &["fr-FR"]),
    ("status-articles", "the word is theirs too", &["fr-FR"]),
    (
        "status-extra",
        "the word is theirs too",
        &["nl-NL", "sv-SE"],
    ),
    (
        "versions-title",
        "the word is the same",
        &["da-DK", "de-DE", "fr-FR", "sv-SE"],
    ),
];

/// The messages of a file: id and text, choices in one.
fn messages(text: &str) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut last = None;
    for line in text.lines() {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let (id, value) = line.split_once(" =").expect("a message");
            found.insert(id.to_owned(), value.to_owned());
            last = Some(id.to_owned());
        } else if let Some(id) = last.as_ref().filter(|_| line.starts_with([' ', '}'])) {
            let value = found.get_mut(id).expect("it was put in");
            value.push('\n');
            value.push_str(line);
        } else {
            last = None;
        }
    }
    found
}

fn by_language() -> BTreeMap<String, BTreeMap<String, String>> {
    let mut found: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for file in built_in() {
        let language = found.entry(file.locale.to_string()).or_default();
        language.extend(messages(&file.text));
    }
    found
}

#[test]
fn nothing_is_left_in_english_but_what_is_listed() {
    let languages = by_language();
    let english = &languages["en-US"];
    let mut wrong = Vec::new();
    for (tag, messages) in languages.iter().filter(|(tag, _)| *tag != "en-US") {
        for (id, text) in messages {
            let listed = SAME
                .iter()
                .any(|(same, _, tags)| same == id && tags.contains(&tag.as_str()));
            if english.get(id) == Some(text) && !listed {
                wrong.push(format!("{tag} {id}:{text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn quotation_marks_are_those_of_the_language() {
    let marks = |tag: &str| match tag {
        "en-US" | "da-DK" | "id-ID" | "ko-KR" | "lv-LV" | "pt-BR" | "th-TH" | "tr-TR" | "vi-VN"
        | "zh-CN" => ["“", "”"],
        "bg-BG" | "cs-CZ" | "de-DE" | "et-EE" | "lt-LT" | "sk-SK" => ["„", "“"],
        "hr-HR" | "hu-HU" | "pl-PL" | "ro-RO" | "sr-Latn-RS" => ["„", "”"],
        "fi-FI" | "he-IL" | "sv-SE" => ["”", "”"],
        "fr-FR" => ["«\u{a0}", "\u{a0}»"],
        "sl-SI" => ["»", "«"],
        "ja-JP" | "zh-TW" => ["「", "」"],
        "nl-NL" => ["‘", "’"],
        _ => ["«", "»"],
    };
    for (tag, messages) in by_language() {
        let [open, close] = marks(&tag);
        let link = &messages["heading-permalink"];
        let quoted = format!("{open}{{ $heading }}{close}");
        assert!(link.contains(&quoted), "{tag}: {link}");
        for (id, text) in &messages {
            let straight = text.replace("{ \"", "").contains('"');
            assert!(!straight, "{tag} {id}: straight quotation marks in {text}");
            assert!(
                !text.contains('\''),
                "{tag} {id}: a straight apostrophe in {text}"
            );
            assert!(
                !text.contains("..."),
                "{tag} {id}: three dots for an ellipsis in {text}"
            );
            assert!(
                !text.contains("  ") || text.contains("->"),
                "{tag} {id}: two blanks"
            );
            assert!(
                !text.trim_end_matches('\n').ends_with(' '),
                "{tag} {id}: a blank at the end"
            );
        }
    }
}

#[test]
fn french_signs_keep_to_their_words() {
    for (id, text) in &by_language()["fr-FR"] {
        for sign in [" :", " ;", " !", " ?", "« ", " »"] {
            assert!(
                !text.contains(sign),
                "{id}: `{sign}` in `{text}`: a no-break space is due"
            );
        }
        for sign in ["\u{a0};", "\u{a0}!", "\u{a0}?"] {
            assert!(
                !text.contains(sign),
                "{id}: `{sign}` in `{text}`: a narrow one is due"
            );
        }
    }
}

#[test]
fn chinese_and_japanese_sentences_have_wide_signs() {
    let languages = by_language();
    for tag in ["ja-JP", "zh-CN", "zh-TW"] {
        let wide = |c: char| ('\u{3040}'..='\u{9fff}').contains(&c);
        for (id, text) in &languages[tag] {
            let signs: Vec<char> = text.chars().collect();
            for pair in signs.windows(2) {
                let narrow = matches!(pair[1], ',' | '.' | ';' | '!' | '?' | '(' | ':');
                assert!(
                    !(wide(pair[0]) && narrow),
                    "{tag} {id}: `{}` in {text}",
                    pair[1]
                );
            }
        }
    }
}

#[test]
fn every_form_of_a_number_is_reached_in_every_language() {
    let locales = Locales::build(COMPLETE, &BTreeMap::new());
    let messages =
        Messages::load(&built_in(), &locales).unwrap_or_else(|problems| panic!("{problems:?}"));
    for (index, locale) in locales.iter() {
        let plurals = Plurals::new(&locale.id);
        let mut forms = BTreeSet::new();
        for number in ["0", "1", "2", "3", "5", "11", "21", "100", "1000000", "1.5"] {
            let arguments = [("count", Argument::Decimal(number))];
            let text = messages
                .format(index, "articles-count", &arguments)
                .expect("known");
            assert!(!text.contains(['{', '[']), "{}: {text}", locale.id);
            forms.insert(plurals.cardinal(number).expect("a number"));
        }
        assert_eq!(
            forms.into_iter().collect::<Vec<_>>(),
            plurals.cardinals(),
            "{}",
            locale.id
        );
    }
    let count = |tag: &str, number| {
        let index = locales.find(tag).expect("a complete language");
        let arguments = [("count", Argument::Decimal(number))];
        messages
            .format(index, "articles-count", &arguments)
            .expect("known")
            .into_owned()
    };
    assert_eq!(
        count("fr-FR", "1000000"),
        "1\u{202f}000\u{202f}000 d’articles"
    );
    assert_eq!(count("cs-CZ", "1.5"), "1,5\u{a0}článku");
    assert_eq!(
        ["1", "21", "22", "25"]
            .map(|n| count("ru-RU", n))
            .join(", ")
            .replace('\u{a0}', " "),
        "1 статья, 21 статья, 22 статьи, 25 статей"
    );
    assert_eq!(
        ["1", "2", "3", "5", "101"]
            .map(|n| count("sl-SI", n))
            .join(", ")
            .replace('\u{a0}', " "),
        "1 članek, 2 članka, 3 članki, 5 člankov, 101 članek"
    );
    assert_eq!(
        ["10", "1", "2"]
            .map(|n| count("lv-LV", n))
            .join(", ")
            .replace('\u{a0}', " "),
        "10 rakstu, 1 raksts, 2 raksti"
    );
    assert_eq!(
        count("sr-Latn-RS", "22").replace('\u{a0}', " "),
        "22 članka"
    );
}
