//! Stems: whoever searches a word finds a page that holds only another word of the same stem.

use std::collections::{BTreeMap, HashMap};
use std::fs;

use polydoc::search::{self, Index, Options, Page, Section};

use crate::support::shared::shared;

use super::asked;

/// The languages of the locales that polydoc has words for, with the suite of their algorithm.
const LANGUAGES: &[(&str, &str)] = &[
    ("ar", "arabic"),
    ("cs", "czech"),
    ("da", "danish"),
    ("de", "german"),
    ("el", "greek"),
    ("en", "english"),
    ("es", "spanish"),
    ("et", "estonian"),
    ("fi", "finnish"),
    ("fr", "french"),
    ("hr", "serbian"),
    ("hu", "hungarian"),
    ("id", "indonesian"),
    ("it", "italian"),
    ("lt", "lithuanian"),
    ("nb", "norwegian"),
    ("nl", "dutch"),
    ("pl", "polish"),
    ("pt", "portuguese"),
    ("ro", "romanian"),
    ("ru", "russian"),
    ("sr", "serbian"),
    ("sv", "swedish"),
    ("tr", "turkish"),
];

#[test]
fn a_word_finds_pages_that_hold_another_word_of_its_stem() {
    let Some(folder) = shared("suites/snowball") else {
        return;
    };
    let mut tried = 0;
    for (language, suite) in LANGUAGES {
        let text =
            fs::read_to_string(folder.join(format!("{suite}.tsv"))).expect("the suite has it");
        let mut words: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for line in text.lines() {
            let (word, stem) = line.split_once('\t').expect("a word and its stem");
            words.entry(stem).or_default().push(word);
        }
        let groups: Vec<&Vec<&str>> = words.values().filter(|words| words.len() > 1).collect();
        tried += groups.len();
        let page = |word: &&str| Page {
            id: (*word).to_owned(),
            url: format!("{word}/"),
            title: "0".to_owned(),
            lang: (*language).to_owned(),
            boost: 100,
            sections: vec![Section {
                text: (*word).to_owned(),
                ..Section::default()
            }],
            ..Page::default()
        };
        let pages: Vec<Page> = groups
            .iter()
            .flat_map(|words| words.iter().map(page))
            .collect();
        let options = Options {
            locale: (*language).to_owned(),
            language: (*language).to_owned(),
            ..Options::default()
        };
        let (files, _) = search::build(&pages, &options);
        let files: HashMap<String, Vec<u8>> = files
            .into_iter()
            .map(|file| (file.name, file.bytes))
            .collect();
        let mut index = Index::open(|name: &str| files.get(name).cloned()).expect("it opens");
        for words in groups {
            for word in words {
                let query = format!("{word} ");
                let answer = index.search(&asked(&query, 1000)).expect("it answers");
                for other in words {
                    let url = format!("{other}/");
                    assert!(
                        answer.results.iter().any(|found| found.url == url),
                        "{language}: `{word}` does not find `{other}`"
                    );
                }
                let folded = |text: &str| search::analyze(text).0;
                assert_eq!(
                    folded(&answer.results[0].url),
                    folded(&format!("{word}/")),
                    "{language}: the word itself comes first"
                );
            }
        }
    }
    assert!(tried > 80, "the suite has words of one stem: {tried}");
}
