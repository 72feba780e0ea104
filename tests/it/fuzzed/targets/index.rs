//! A search index that came to harm.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use polydoc::search::query::Asked;
use polydoc::search::{Index, IndexFile, MANIFEST, Options, Page, Section, build};

fn files() -> &'static [IndexFile] {
    static FILES: OnceLock<Vec<IndexFile>> = OnceLock::new();
    FILES.get_or_init(|| {
        let section = |anchor: &str, heading: &str, text: &str| Section {
            anchor: anchor.to_owned(),
            heading: heading.to_owned(),
            text: text.to_owned(),
            ..Section::default()
        };
        let page = |n: usize| Page {
            id: format!("p{n}"),
            url: format!("p{n}/"),
            title: format!("Page {n} of many"),
            lang: "en".to_owned(),
            boost: 100,
            facets: vec![vec![format!("kind {}", n % 3)]],
            sections: vec![
                section(
                    "",
                    "",
                    "Mailboxes are moved between servers while people read.",
                ),
                section(
                    "part",
                    "Recall a message",
                    &format!("word{n} 受信トレイ messages recalled"),
                ),
            ],
            ..Page::default()
        };
        let pages: Vec<Page> = (0..40).map(page).collect();
        let options = Options {
            locale: "en-US".to_owned(),
            language: "en".to_owned(),
            prefix: "/en-us/".to_owned(),
            facets: vec!["kind".to_owned()],
            bytes: 0,
        };
        build(&pages, &options).0
    })
}

/// What happens to which file, and what is asked then: four bytes for each harm, then a query. Asking ends, in an answer whose places
/// lie in its texts or in an error.
pub(super) fn search_index(bytes: &[u8]) {
    let Some((&count, rest)) = bytes.split_first() else {
        return;
    };
    let harms: Vec<&[u8]> = rest.chunks_exact(4).take(usize::from(count % 8)).collect();
    let query = String::from_utf8_lossy(&rest[harms.len() * 4..]).into_owned();
    let raw = count >= 128;
    let mut damaged: BTreeMap<&str, Vec<u8>> = files()
        .iter()
        .map(|file| (file.name.as_str(), file.bytes.clone()))
        .collect();
    for harm in harms {
        let file = &files()[usize::from(harm[0]) % files().len()];
        let bytes = damaged
            .get_mut(file.name.as_str())
            .expect("it is one of them");
        let inner = if raw {
            None
        } else {
            miniz_oxide::inflate::decompress_to_vec_zlib(bytes).ok()
        };
        // Behind the compression is where the format itself is read.
        let mut plain = inner.clone().unwrap_or_else(|| bytes.clone());
        let at = (usize::from(harm[1]) << 4 | usize::from(harm[2] >> 4)) % plain.len().max(1);
        match harm[2] & 15 {
            0..=11 if !plain.is_empty() => plain[at] ^= harm[3].max(1),
            12 | 13 => plain.truncate(at),
            _ => {
                plain.insert(at.min(plain.len()), harm[3]);
            }
        }
        *bytes = if inner.is_some() {
            miniz_oxide::deflate::compress_to_vec_zlib(&plain, 1)
        } else {
            plain
        };
    }
    let fetch = |name: &str| damaged.get(name).cloned();
    let Ok(mut index) = Index::open(fetch) else {
        return;
    };
    assert!(damaged.contains_key(MANIFEST), "it was opened");
    for asked in [
        "recall messages",
        "\"moved between servers\"",
        "受信",
        "mail* kind:\"kind 1\"",
        &query,
    ] {
        let asked = Asked {
            query: asked,
            limit: 5,
            offset: 0,
            filters: BTreeMap::new(),
            fallback: true,
        };
        let Ok(answer) = index.search(&asked) else {
            continue;
        };
        assert!(answer.results.len() <= 5, "no more than asked for");
    }
}
