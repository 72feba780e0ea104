//! The index as a whole: what is put in is found again, in every language and in the right order.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use proptest::prelude::*;

use super::*;

fn page(id: &str, title: &str, text: &str) -> Page {
    Page {
        id: id.to_owned(),
        url: format!("{id}/"),
        title: title.to_owned(),
        lang: "en".to_owned(),
        boost: 100,
        sections: vec![Section {
            text: text.to_owned(),
            ..Section::default()
        }],
        ..Page::default()
    }
}

/// Pages named `0`, `1`, … with these texts.
fn pages(texts: &[&str]) -> Vec<Page> {
    let numbered = texts.iter().enumerate();
    numbered
        .map(|(at, text)| page(&at.to_string(), "Page", text))
        .collect()
}

fn files(pages: &[Page], language: &str) -> HashMap<String, Vec<u8>> {
    let options = Options {
        locale: language.to_owned(),
        language: language.to_owned(),
        prefix: "/x/".to_owned(),
        facets: vec!["kind".to_owned()],
        bytes: 0,
    };
    let (files, _) = build(pages, &options);
    files
        .into_iter()
        .map(|file| (file.name, file.bytes))
        .collect()
}

fn answer(files: &HashMap<String, Vec<u8>>, query: &str) -> Answer {
    let mut index = Index::open(|name: &str| files.get(name).cloned()).expect("the index opens");
    let asked = Asked {
        query,
        limit: 100,
        offset: 0,
        filters: BTreeMap::new(),
        fallback: true,
    };
    index.search(&asked).expect("the index answers")
}

/// The names of the pages that a query finds among texts, best first.
fn found(language: &str, texts: &[&str], query: &str) -> String {
    let answer = answer(&files(&pages(texts), language), query);
    let names = answer
        .results
        .iter()
        .map(|found| &found.url["/x/".len()..found.url.len() - 1]);
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn chinese_and_japanese_words_are_found_by_their_parts() {
    assert_eq!(found("zh", &["一段简单的文字", "另一篇"], "段简"), "0");
    assert_eq!(found("zh", &["一段简单的文字", "另一篇"], "段"), "0");
    assert_eq!(found("ja", &["東京都庁舎へようこそ", "大阪"], "都庁"), "0");
    assert_eq!(
        found("ja", &["ライセンス認証", "認証局"], "ライセンス認証"),
        "0"
    );
}

#[test]
fn thai_compounds_are_found_by_their_parts() {
    assert_eq!(found("th", &["การตั้งค่าบัญชีผู้ใช้", "อีเมล"], "บัญชี"), "0");
    assert_eq!(found("th", &["การตั้งค่าบัญชีผู้ใช้", "อีเมล"], "ผู้ใช้"), "0");
}

#[test]
fn korean_words_are_found_with_and_without_particles() {
    assert_eq!(found("ko", &["서울은 크다", "부산"], "서울"), "0");
    assert_eq!(
        answer(&files(&pages(&["서울 크다", "서울은"]), "ko"), "서울").total,
        2
    );
    assert_eq!(found("ko", &["사용자에게 알림", "관리자"], "사용자"), "0");
}

#[test]
fn accents_are_optional() {
    assert_eq!(
        found("fr", &["des pages créées hier", "autre"], "creees"),
        "0"
    );
    assert_eq!(
        found("fr", &["des pages créées hier", "autre"], "crees"),
        "0"
    );
    assert_eq!(found("fr", &["les clés crees", "autre"], "créées"), "0");
    assert_eq!(found("vi", &["đường dẫn", "khác"], "duong dan"), "0");
    assert_eq!(found("vi", &["duong dan", "khác"], "đường dẫn"), "0");
    assert_eq!(found("tr", &["ışık açık", "İstanbul"], "isik"), "0");
    assert_eq!(found("tr", &["ışık açık", "İstanbul"], "istanbul"), "1");
    assert_eq!(
        found("de", &["Straße und Übergröße", "anderes"], "strasse"),
        "0"
    );
    assert_eq!(found("de", &["Strasse", "anderes"], "Straße"), "0");
    assert_eq!(found("de", &["Schlüssel", "anderes"], "schlussel"), "0");
    assert_eq!(found("de", &["Schlüssel", "anderes"], "Schluessel"), "0");
    assert_eq!(found("el", &["ο δρόμος", "άλλο"], "ΔΡΟΜΟΣ"), "0");
}

#[test]
fn misspelt_words_come_below_exact_ones() {
    let texts = ["permissions here", "nothing at all", "permisions there"];
    assert_eq!(found("en", &texts, "permisions"), "2");
    assert_eq!(found("en", &texts[..2], "permisions"), "0");
    assert_eq!(found("en", &texts[..2], "ermissions"), "0");
    let corrected = answer(&files(&pages(&texts[..2]), "en"), "ermissions ").corrected;
    assert_eq!(corrected.as_deref(), Some("permissions"));
    assert_eq!(
        answer(&files(&pages(&texts), "en"), "permissions").corrected,
        None
    );
}

#[test]
fn words_with_signs_rank_before_their_parts() {
    let texts = ["c and nothing more than c, c", "About C# here", "d"];
    assert_eq!(found("en", &texts, "C#"), "1 0");
    assert_eq!(
        found("en", &["net income", "The .NET runtime"], ".NET"),
        "1 0"
    );
    assert_eq!(
        found("en", &["error 0x80070057 came", "80070057"], "0x80070057"),
        "0"
    );
    assert_eq!(found("en", &["article 8000079", "8000078"], "8000079"), "0");
    assert_eq!(
        found(
            "en",
            &["user, org and example", "user@example.org", "x"],
            "user@example.org"
        ),
        "1 0"
    );
    assert_eq!(
        found("en", &["sign the paper in", "sign-in", "x"], "sign-in"),
        "1 0"
    );
    assert_eq!(
        found("en", &["open setup.exe now", "exe", "x"], "setup.exe"),
        "0"
    );
}

#[test]
fn articles_and_points_of_arabic_and_hebrew_are_optional() {
    assert_eq!(found("ar", &["هذا كتاب", "شيء"], "الكتاب"), "0");
    assert_eq!(found("ar", &["هذا الكتاب", "شيء"], "كتاب"), "0");
    assert_eq!(found("ar", &["كِتَابٌ", "شيء"], "كتاب"), "0");
    assert_eq!(found("ar", &["كتاب", "شيء"], "كِتَابٌ"), "0");
    assert_eq!(found("he", &["שָׁלוֹם עולם", "אחר"], "שלום"), "0");
    assert_eq!(found("he", &["שלום", "אחר"], "שָׁלוֹם"), "0");
    assert_eq!(found("he", &["ההגדרות", "אחר"], "הגדרות"), "0");
}

#[test]
fn voiced_kana_are_letters_of_their_own() {
    assert_eq!(found("ja", &["がく", "かく"], "がく"), "0");
    assert_eq!(found("ja", &["がく", "かく"], "かく"), "1");
}

#[test]
fn another_word_of_the_same_stem_is_found_below_the_word_itself() {
    let texts = ["abandonner", "abandonnés", "x"];
    assert_eq!(found("fr", &texts, "abandonnés"), "1 0");
    assert_eq!(found("fr", &texts, "abandonner"), "0 1");
    // It stands nowhere, and so is known to nobody but those who read its beginning.
    assert_eq!(found("fr", &["abandonner", "x"], "abandonnés"), "0");
}

#[test]
fn the_last_word_may_be_unfinished() {
    assert_eq!(found("en", &["configuration", "x"], "confi"), "0");
    assert_eq!(found("en", &["configuration", "x"], "confi "), "0");
    assert_eq!(
        found("en", &["the word mailbox", "the word mail"], "mail"),
        "1 0"
    );
}

#[test]
fn phrases_and_exclusions_are_exact() {
    let texts = ["red green blue", "green red blue", "red and green", "blue"];
    assert_eq!(found("en", &texts, "\"red green\""), "0");
    assert_eq!(found("en", &texts, "blue -red"), "3");
    assert_eq!(found("en", &texts, "blue -\"red green\""), "3 1");
    assert_eq!(found("en", &texts, "\"red nothing\""), "");
    assert_eq!(
        found("en", &["one\ntwo", "one two"], "\"one two\""),
        "1",
        "not across paragraphs"
    );
    assert_eq!(found("ja", &["東京と京都", "東京都"], "\"東京都\""), "1");
    assert_eq!(found("en", &["C# code", "c code"], "\"C#\""), "0");
}

#[test]
fn phrases_of_words_without_places_are_looked_up_in_their_pages() {
    let texts = [
        "red green blue",
        "green red blue",
        "red and green",
        "blue",
        "green and red green",
    ];
    let options = Options {
        prefix: "/x/".to_owned(),
        bytes: 1,
        ..Options::default()
    };
    let (files, _) = build(&pages(&texts), &options);
    let files: HashMap<String, Vec<u8>> = files
        .into_iter()
        .map(|file| (file.name, file.bytes))
        .collect();
    let ask = |query: &str, pages: bool| {
        let mut index =
            Index::open(|name: &str| files.get(name).cloned()).expect("the index opens");
        if pages {
            index = index.with_pages(|url: &str| {
                let at: usize = url.trim_end_matches('/').parse().ok()?;
                let html = format!("<nav>red green</nav><main><p>{}</p></main>", texts[at]);
                Some(html.into_bytes())
            });
        }
        let asked = Asked {
            query,
            limit: 10,
            offset: 0,
            filters: BTreeMap::new(),
            fallback: true,
        };
        let answer = index.search(&asked).expect("the index answers");
        let mut urls: Vec<String> = answer.results.into_iter().map(|found| found.url).collect();
        urls.sort();
        assert_eq!(answer.total, urls.len());
        urls
    };
    assert_eq!(ask("\"red green\"", true), ["/x/0/", "/x/4/"]);
    assert_eq!(ask("blue -\"red green\"", true), ["/x/1/", "/x/3/"]);
    // Where no page can be read, those that hold the words are believed.
    assert_eq!(ask("\"red green\"", false).len(), 4);
}

#[test]
fn titles_count_more_than_headings_and_headings_more_than_text() {
    let mut all = pages(&["alpha", "beta", "gamma with licence in it"]);
    all[0].title = "Licence".to_owned();
    all[1].sections.push(Section {
        anchor: "licence".to_owned(),
        heading: "Licence".to_owned(),
        text: "delta".to_owned(),
        ..Section::default()
    });
    let answer = answer(&files(&all, "en"), "licence");
    let urls: Vec<&str> = answer.results.iter().map(|found| &*found.url).collect();
    assert_eq!(urls, ["/x/0/", "/x/1/#licence", "/x/2/"]);
}

#[test]
fn facets_filter_and_count() {
    let mut all = pages(&["word one", "word two", "word three"]);
    all[0].facets = vec![vec!["a".to_owned()]];
    all[1].facets = vec![vec!["a".to_owned(), "b".to_owned()]];
    let files = files(&all, "en");
    let everything = answer(&files, "word");
    let counts: Vec<(&str, usize)> = everything.facets[0]
        .1
        .iter()
        .map(|count| (&*count.value, count.count))
        .collect();
    assert_eq!(counts, [("a", 2), ("b", 1)]);
    assert_eq!(answer(&files, "word kind:b").total, 1);
    assert_eq!(
        answer(&files, "kind:A").total,
        2,
        "a filter alone finds all it lets pass"
    );
    assert_eq!(answer(&files, "word kind:c").total, 0);
    let metadata = &answer(&files, "word kind:b").results[0].metadata;
    assert_eq!(metadata["kind"], ["a", "b"]);
}

#[test]
fn equal_titles_are_told_apart() {
    let mut all = pages(&["word", "word", "word"]);
    all[2].folders = "Folder".to_owned();
    let answer = answer(&files(&all, "en"), "word");
    let places: BTreeSet<&str> = answer.results.iter().map(|found| &*found.folders).collect();
    assert_eq!(places, BTreeSet::from(["0", "1", "Folder"]));
}

#[test]
fn boosts_raise_and_lower() {
    let mut all = pages(&["word", "word word word"]);
    all[0].boost = 300;
    let answer = answer(&files(&all, "en"), "word");
    assert_eq!(answer.results[0].url, "/x/0/");
    all[0].boost = 50;
    let answer = self::answer(&files(&all, "en"), "word");
    assert_eq!(answer.results[0].url, "/x/1/");
}

#[test]
fn one_new_word_changes_few_files() {
    let text = |at: u64| -> String {
        let word = |k: u64| {
            // Words as frequent as those of a language: the first ones are in nearly every text.
            let random = (at * 7919 + k * 104_729).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
            let rank = 1 + (1 << 24) / (random + 4_000);
            format!("w{}", rank * 31 % 9973)
        };
        (0..60).map(word).collect::<Vec<_>>().join(" ")
    };
    let mut all: Vec<Page> = (0..2_900)
        .map(|at| {
            page(
                &format!("folder/article-{at}"),
                &format!("Title {at}"),
                &text(at),
            )
        })
        .collect();
    let before = files(&all, "en");
    all[1234].sections[0].text.push_str(" entirelynew");
    let after = files(&all, "en");
    let new: Vec<&String> = after
        .iter()
        .filter(|(name, bytes)| before.get(*name) != Some(*bytes))
        .map(|(name, _)| name)
        .collect();
    // The manifest, the text, the dictionary, and the postings of the word.
    assert!(
        new.len() <= 4,
        "{} of {} files changed",
        new.len(),
        after.len()
    );
    assert!(new.contains(&&MANIFEST.to_owned()));
    all.push(page("folder/another", "Another", "one text more"));
    let another = files(&all, "en");
    let kept = after
        .keys()
        .filter(|name| another.contains_key(*name))
        .count();
    assert!(
        kept * 10 > after.len() * 8,
        "{kept} of {} files are kept",
        after.len()
    );
}

#[test]
fn a_damaged_or_foreign_index_is_refused() {
    let all = files(&pages(&["word"]), "en");
    let open = |bytes: Option<Vec<u8>>| {
        let index = Index::open(move |_: &str| bytes.clone());
        index.err()
    };
    assert_eq!(open(None), Some(SearchError::Missing(MANIFEST.to_owned())));
    assert_eq!(
        open(Some(vec![1, 2, 3])),
        Some(SearchError::Damaged(MANIFEST.to_owned()))
    );
    let mut manifest = file::unpack(&all[MANIFEST]).expect("it is whole");
    manifest[15] = 77;
    assert_eq!(
        open(Some(file::pack(&manifest))),
        Some(SearchError::Version(77))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_read_without_harm(bytes in prop::collection::vec(any::<u8>(), 0..400), bits in 0_u32..40) {
        let _ = read::dictionary(&bytes);
        let _ = read::postings(&bytes, bits);
        let _ = read::texts(&bytes, bits);
        let _ = read::facet(&bytes, bits);
        let _ = layout::Manifest::read(&bytes);
        let _ = file::unpack(&bytes);
        let mut manifest = b"polydoc search\0\x01".to_vec();
        manifest.extend(&bytes);
        let _ = layout::Manifest::read(&manifest);
    }

    #[test]
    fn files_with_changed_bytes_are_asked_without_harm(at in any::<prop::sample::Index>(), value in any::<u8>(), which in any::<prop::sample::Index>()) {
        let mut all: Vec<(String, Vec<u8>)> = files(&pages(&["red green", "green blue", "段简 word"]), "en").into_iter().collect();
        all.sort();
        let chosen = which.index(all.len());
        // Inside of the envelope, whose sum would tell.
        if let Some(mut inner) = file::unpack(&all[chosen].1).filter(|inner| !inner.is_empty()) {
            let at = at.index(inner.len());
            inner[at] = value;
            all[chosen].1 = file::pack(&inner);
        }
        let all: HashMap<String, Vec<u8>> = all.into_iter().collect();
        if let Ok(mut index) = Index::open(|name: &str| all.get(name).cloned()) {
            let asked = Asked { query: "green 段 \"red green\" wrod kind:x", limit: 10, offset: 0, filters: BTreeMap::new(), fallback: true };
            let _ = index.search(&asked);
        }
    }

    #[test]
    fn any_text_can_be_indexed_and_asked(texts in prop::collection::vec(".{0,60}", 1..4), query in ".{0,20}", language in "(ar|de|fr|ja|tr|xx)") {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let _ = found(&language, &texts, &query);
    }
}
