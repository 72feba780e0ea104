//! Phrases of words whose places an index has no room for: the pages are read, and the script reads them as the command does.

use std::fs;
use std::path::PathBuf;

use polydoc::search::{self, Index, Options, Page, Section};
use serde_json::{Value, json};

use super::{asked, node};

#[test]
fn pages_prove_phrases_for_both_and_only_true_ones_are_shown() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("search-phrases");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("index")).expect("folders can be made");
    let words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"];
    let text = |at: usize| -> Vec<&str> {
        let random = |k: usize| (at * 7919 + k * 104_729 + at * k * 31) / 7 % words.len();
        (0..9).map(|k| words[random(k)]).collect()
    };
    let mut pages = Vec::new();
    for at in 0..80 {
        let text = text(at);
        let html = format!(
            "<main><p>{}</p></main>",
            text.join(" <b>").replace("<b>beta", "<b>be</b>ta")
        );
        fs::write(folder.join(format!("{at}.html")), html).expect("files can be written");
        pages.push(Page {
            id: at.to_string(),
            url: format!("{at}.html"),
            title: "Page".to_owned(),
            lang: "en".to_owned(),
            boost: 100,
            sections: vec![Section {
                text: text.join(" "),
                ..Section::default()
            }],
            ..Page::default()
        });
    }
    let options = Options {
        locale: "en".to_owned(),
        language: "en".to_owned(),
        prefix: format!("{}/", folder.display()),
        bytes: 1,
        ..Options::default()
    };
    for file in search::build(&pages, &options).0 {
        fs::write(folder.join("index").join(file.name), file.bytes).expect("files can be written");
    }
    let queries: Vec<String> = words
        .iter()
        .flat_map(|one| words.iter().map(move |other| format!("\"{one} {other}\"")))
        .chain([
            "\"alpha beta gamma\"".to_owned(),
            "zeta -\"alpha beta\"".to_owned(),
        ])
        .collect();
    let manifest = folder.join("index").join(search::MANIFEST);
    let Some(answers) = node::ask(&["ask", &manifest.to_string_lossy()], &json!(queries)) else {
        return;
    };
    let mut index = Index::open(|name: &str| fs::read(folder.join("index").join(name)).ok())
        .expect("it opens")
        .with_pages(|url: &str| fs::read(folder.join(url)).ok());
    let mut found = 0;
    for (query, answer) in queries.iter().zip(answers.as_array().expect("a list")) {
        let own = index.search(&asked(query, 20)).expect("it answers");
        let urls: Vec<&str> = own.results.iter().map(|found| &*found.url).collect();
        let results = answer["results"].as_array().expect("a list");
        let theirs: Vec<&Value> = results.iter().map(|result| &result[0]).collect();
        assert_eq!(
            json!([own.total, urls]),
            json!([answer["total"], theirs]),
            "{query}"
        );
        let (phrase, wanted) = match query.split_once('-') {
            Some((_, phrase)) => (phrase, false),
            None => (query.as_str(), true),
        };
        for url in urls {
            let name = url.rsplit('/').next().expect("it has a name");
            let at: usize = name.trim_end_matches(".html").parse().expect("a number");
            let holds = text(at).join(" ").contains(phrase.trim_matches('"'));
            assert_eq!(holds, wanted, "{query} finds {at}");
            found += 1;
        }
    }
    assert!(found > 100, "{found} results");
}
