//! Languages as a site sees them: folder names of real teams, and the words of the built-in theme in each language.

use std::collections::{BTreeMap, BTreeSet};

use polydoc::l10n::messages::{Maker, MessageFile};
use polydoc::l10n::{Argument, LocaleId, Locales, Messages};
use polydoc::source::LocaleIndex;

mod fluent;
mod formats;
mod negotiation;
mod plurals;
mod pseudo;
mod strings;
mod wording;

/// Languages with all words.
const COMPLETE: [&str; 37] = [
    "ar-SA",
    "bg-BG",
    "cs-CZ",
    "da-DK",
    "de-DE",
    "el-GR",
    "en-US",
    "es-ES",
    "et-EE",
    "fi-FI",
    "fr-FR",
    "he-IL",
    "hr-HR",
    "hu-HU",
    "id-ID",
    "it-IT",
    "ja-JP",
    "ko-KR",
    "lt-LT",
    "lv-LV",
    "nb-NO",
    "nl-NL",
    "pl-PL",
    "pt-BR",
    "pt-PT",
    "ro-RO",
    "ru-RU",
    "sk-SK",
    "sl-SI",
    "sr-Latn-RS",
    "sv-SE",
    "th-TH",
    "tr-TR",
    "uk-UA",
    "vi-VN",
    "zh-CN",
    "zh-TW",
];

fn built_in() -> Vec<MessageFile> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let mut files = Vec::new();
    for locale in std::fs::read_dir(folder).expect("locales/") {
        let locale = locale
            .expect("a folder")
            .file_name()
            .into_string()
            .expect("UTF-8");
        let path = format!("locales/{locale}/site.ftl");
        let text =
            std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(&path))
                .expect("a message file");
        files.push(MessageFile {
            path,
            locale: LocaleId::parse(&locale).expect("a tag"),
            text,
            maker: Maker::BuiltIn,
        });
    }
    files
}

fn ids(text: &str) -> BTreeSet<&str> {
    let message = |line: &'_ str| line.starts_with(|c: char| c.is_ascii_lowercase());
    text.lines()
        .filter(|line| message(line))
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id)
        .collect()
}

#[test]
fn the_languages_of_a_large_team_are_all_recognised() {
    let folders = "ar-SA bg-BG bs-Latn-BA ca-ES cs-CZ da-DK de-AT de-CH de-DE el-GR en-AU en-GB en-US es-ES es-MX et-EE eu-ES \
        fi-FI fil-PH fr-BE fr-CA fr-CH fr-FR ga-IE gl-ES he-IL hi-IN hr-HR hu-HU id-ID is-IS it-CH it-IT ja-JP ka-GE kk-KZ ko-KR \
        lb-LU lt-LT lv-LV ms-MY mt-MT nb-NO nl-BE nl-NL nn-NO pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sl-SI sr-Cyrl-RS sr-Latn-RS \
        sv-SE th-TH tr-TR uk-UA vi-VN zh-CN zh-HK zh-TW";
    let locales = Locales::build(folders.split_whitespace(), &BTreeMap::new());
    assert_eq!(locales.len(), folders.split_whitespace().count());
    let unnamed: Vec<_> = locales
        .0
        .iter()
        .filter(|locale| *locale.name == *locale.id.as_str())
        .collect();
    assert!(
        unnamed.is_empty(),
        "languages without a name of their own: {unnamed:?}"
    );
}

#[test]
fn every_complete_language_has_every_word_and_no_other() {
    let files = built_in();
    let text = |tag: &str| {
        &files
            .iter()
            .find(|file| file.locale.as_str() == tag)
            .expect("a complete language")
            .text
    };
    for tag in COMPLETE {
        assert_eq!(ids(text(tag)), ids(text("en-US")), "{tag}");
    }
    let messages = Messages::load(&files, &Locales::build(COMPLETE, &BTreeMap::new()))
        .unwrap_or_else(|problems| panic!("{problems:?}"));
    assert_eq!(messages.gaps(), []);
}

#[test]
fn every_translation_shows_the_variables_of_the_english_message() {
    let files = built_in();
    let locales = Locales::build(COMPLETE, &BTreeMap::new());
    let messages =
        Messages::load(&files, &locales).unwrap_or_else(|problems| panic!("{problems:?}"));
    let english = locales.find("en-US").expect("en-US");
    let reference = &files
        .iter()
        .find(|file| file.locale.as_str() == "en-US")
        .expect("en-US")
        .text;
    for id in ids(reference) {
        for (index, locale) in locales.iter() {
            assert_eq!(
                messages.variables(index, id),
                messages.variables(english, id),
                "`{id}` in {}",
                locale.id
            );
        }
    }
}

#[test]
fn every_english_message_has_a_comment_for_its_translators() {
    let files = built_in();
    let text = &files
        .iter()
        .find(|file| file.locale.as_str() == "en-US")
        .expect("en-US")
        .text;
    let mut commented = false;
    for line in text.lines() {
        if line.starts_with("# ") {
            commented = true;
        } else if line.is_empty() {
            commented = false;
        } else if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            assert!(
                commented,
                "no comment above `{line}` or the group it stands in"
            );
        }
    }
}

#[test]
fn readers_count_articles_as_their_language_does() {
    let locales = Locales::build(COMPLETE, &BTreeMap::new());
    let messages =
        Messages::load(&built_in(), &locales).unwrap_or_else(|problems| panic!("{problems:?}"));
    let count = |tag: &str, count| {
        let index: LocaleIndex = locales.find(tag).expect("a complete language");
        messages
            .format(
                index,
                "articles-count",
                &[("count", Argument::Number(count))],
            )
            .expect("known")
            .into_owned()
    };
    assert_eq!(
        [count("en-US", 1), count("en-US", 1234)],
        ["1 article", "1,234 articles"]
    );
    assert_eq!(
        [count("fr-FR", 0), count("fr-FR", 1234)],
        ["0\u{a0}article", "1\u{202f}234\u{a0}articles"]
    );
    assert_eq!(count("ja-JP", 3), "3 件の記事");
    assert_eq!(
        [count("he-IL", 2), count("he-IL", 20)],
        ["שני מאמרים", "20 מאמרים"]
    );
    let arabic: BTreeSet<String> = [0, 1, 2, 3, 11, 100].map(|n| count("ar-SA", n)).into();
    assert_eq!(arabic.len(), 6, "six forms: {arabic:?}");
}
