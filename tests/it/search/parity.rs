//! The same words, the same order: Rust and JavaScript over real articles.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use polydoc::search::{self, Index};
use serde_json::{Value, json};

use super::{asked, node};
use crate::corpus;
use crate::support::files_below;
use crate::support::shared::shared;

/// Texts that no corpus holds.
const ODD: &[&str] = &[
    "",
    " ",
    "-",
    "...",
    "C# C++ C++++ F# .NET ...NET .5 a.b.c. -x- a--b @me me@ #tag ##",
    "ẞß ſt ﬁ ﬀ",
    "İI ı i",
    "ΟΔΟΣ ς",
    "é e\u{301} \u{301}",
    "ｶﾞｷﾞ ガ が",
    "①② ½ ² ㎏",
    "한글 서울은 각",
    "\u{1100}\u{1161}\u{11a8}",
    "ภาษาไทย กำ",
    "ກຳ",
    "မြန်မာ",
    "ភាសា",
    "हिन्दी",
    "𠀋𡈽 㐀",
    "a\u{200b}b\u{ad}c\u{feff}d",
    "كـــتاب كِتَاب ى ي ک",
    "שָׁלוֹם־עולם",
    "👍🏽 ❤️",
    "x\u{1F1E6}\u{1F1E7}",
    "a_b-c.d@e+f#g&h",
    "1.2.3 10,5 0x80070057",
    "——–‐‑−",
    "\u{0345}\u{0344}",
    "ﷺ",
    "Ǆǆ",
    "ŉ",
    "\u{fb4f}",
    "ᾳᾼ",
    "a\u{20dd}",
    "Ⅷ",
    "ゝゞ々〆ー",
];

/// Compares folding and tokens of many texts.
fn compare(texts: &BTreeSet<String>) {
    let texts: Vec<&String> = texts.iter().collect();
    let Some(answers) = node::ask(&["words"], &json!(texts)) else {
        return;
    };
    let answers = answers.as_array().expect("a list");
    assert_eq!(answers.len(), texts.len());
    let mut different = Vec::new();
    for (text, answer) in texts.iter().zip(answers) {
        let (folded, tokens) = search::analyze(text);
        let own = json!([folded, tokens]);
        if own != *answer {
            different.push(format!("{text:?}: {own} and {answer}"));
        }
    }
    assert!(
        different.is_empty(),
        "{} of {} differ: {:?}",
        different.len(),
        texts.len(),
        &different[..different.len().min(5)]
    );
}

/// Every word of the Markdown below a folder, as it stands between blanks.
fn words_below(folder: &Path) -> BTreeSet<String> {
    let mut words: BTreeSet<String> = ODD.iter().map(|&text| text.to_owned()).collect();
    for file in files_below(folder, ".md") {
        let text = fs::read_to_string(&file).expect("articles are UTF-8");
        words.extend(text.split_whitespace().map(str::to_owned));
    }
    words
}

#[test]
fn folding_and_tokens_are_the_same_in_rust_and_javascript() {
    let Some(folder) = shared("corpus/sample") else {
        return;
    };
    compare(&words_below(&folder));
}

#[test]
fn folding_and_tokens_of_whole_locales_are_the_same() {
    if std::env::var_os("POLYDOC_FULL").is_none() {
        println!("skipped: only with POLYDOC_FULL=1");
        return;
    }
    let Some(site) = full() else { return };
    compare(&words_below(&site));
}

#[test]
fn both_find_the_same_in_the_same_order() {
    let Some((content, output)) = corpus::sample_folders() else {
        return;
    };
    // A debug build needs a minute for 500 in each language.
    let count = if std::env::var_os("POLYDOC_FULL").is_some() {
        500
    } else {
        60
    };
    same_order(&content, &output, count);
}

#[test]
fn both_find_the_same_in_whole_locales() {
    if std::env::var_os("POLYDOC_FULL").is_none() {
        println!("skipped: only with POLYDOC_FULL=1");
        return;
    }
    let Some(content) = full() else { return };
    let output = content.with_extension("public");
    let built = Command::new(env!("CARGO_BIN_EXE_polydoc"))
        .args([
            "build",
            "--no-fail",
            "--quiet",
            "--format",
            "short",
            "--output",
        ])
        .arg(&output)
        .arg(&content)
        .output()
        .expect("polydoc starts");
    assert!(
        built.status.success(),
        "{}",
        String::from_utf8_lossy(&built.stderr)
    );
    same_order(&content, &output, 500);
    for locale in locales(&output) {
        let files = files_below(&output.join("assets/search").join(&locale), ".idx");
        let bytes: u64 = files
            .iter()
            .map(|file| file.metadata().expect("it is there").len())
            .sum();
        assert!(bytes <= 900_000, "the index of {locale} has {bytes} bytes");
    }
}

/// The four full locales, unpacked.
pub(super) fn full() -> Option<PathBuf> {
    static ONCE: std::sync::Once = std::sync::Once::new();

    let unpack = shared("corpus/unpack")?;
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("search-full");
    ONCE.call_once(|| {
        let _ = fs::remove_dir_all(&folder);
        let status = Command::new("python3").arg(unpack).arg(&folder).status();
        assert!(
            status.is_ok_and(|status| status.success()),
            "the corpus is unpacked"
        );
    });
    Some(folder)
}

fn locales(output: &Path) -> Vec<String> {
    let entries = fs::read_dir(output.join("assets/search")).expect("there are indexes");
    let names = entries.map(|entry| entry.expect("it can be read").file_name());
    let mut names: Vec<String> = names.filter_map(|name| name.into_string().ok()).collect();
    names.sort();
    names
}

/// Asks so many queries in each language.
fn same_order(content: &Path, output: &Path, count: usize) {
    for locale in locales(output) {
        let folder = output.join("assets/search").join(&locale);
        let queries = queries(&texts_of(content, &locale), count);
        let manifest = folder.join(search::MANIFEST);
        let Some(answers) = node::ask(&["ask", &manifest.to_string_lossy()], &json!(queries))
        else {
            return;
        };
        let mut index =
            Index::open(|name: &str| fs::read(folder.join(name)).ok()).expect("it opens");
        let mut nothing = 0;
        for (query, answer) in queries.iter().zip(answers.as_array().expect("a list")) {
            let own = index.search(&asked(query, 20)).expect("it answers");
            let results: Vec<Value> = own
                .results
                .iter()
                .map(|found| {
                    let excerpt: Vec<Value> = found
                        .excerpt
                        .iter()
                        .map(|piece| json!([piece.text, piece.mark]))
                        .collect();
                    json!([found.url, found.explained.score, excerpt])
                })
                .collect();
            let own = json!([own.total, own.corrected, results]);
            let theirs = json!([answer["total"], answer["corrected"], answer["results"]]);
            nothing += usize::from(answer["total"] == 0);
            assert_eq!(own, theirs, "{locale}: {query}");
        }
        assert!(
            nothing * 3 < count,
            "{nothing} of {count} queries find nothing in {locale}"
        );
    }
}

/// The lines of a locale's articles, sorted by file.
fn texts_of(content: &Path, locale: &str) -> Vec<String> {
    let folders = fs::read_dir(content).expect("it can be read");
    let folder = folders
        .map(|entry| entry.expect("it can be read").path())
        .find(|path| {
            path.file_name()
                .is_some_and(|name| name.eq_ignore_ascii_case(locale))
        })
        .expect("each index belongs to a folder");
    let mut lines = Vec::new();
    for file in files_below(&folder, ".md") {
        let text = fs::read_to_string(&file).expect("articles are UTF-8");
        let body = text
            .splitn(3, "---\n")
            .nth(2)
            .unwrap_or_default()
            .to_owned();
        lines.extend(
            body.lines()
                .filter(|line| line.chars().count() > 12)
                .map(str::to_owned),
        );
    }
    lines
}

/// Queries made of lines by rule: words in another order, the beginning of one, a letter left out, a phrase, an exclusion.
fn queries(lines: &[String], count: usize) -> Vec<String> {
    let mut random = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        usize::try_from(random >> 33).expect("it fits") % below.max(1)
    };
    let mut queries = Vec::new();
    while queries.len() < count {
        let line = &lines[next(lines.len())];
        let mut words: Vec<&str> = line
            .split(|c: char| c.is_whitespace() || "[](){}<>*`\"|".contains(c))
            .filter(|word| !word.is_empty() && !word.contains("://"))
            .collect();
        if words.len() == 1 {
            // A script without blanks: some characters of the line.
            let letters: Vec<(usize, char)> = line.char_indices().collect();
            let start = next(letters.len().saturating_sub(9).max(1));
            let end = (start + 2 + next(7)).min(letters.len() - 1);
            words = vec![&line[letters[start].0..letters[end].0]];
        }
        if words.is_empty() {
            continue;
        }
        let start = next(words.len());
        let some = &words[start..(start + 1 + next(4)).min(words.len())];
        let query = match queries.len() % 6 {
            0 => some.iter().rev().copied().collect::<Vec<_>>().join(" "),
            1 => some.join(" ") + " ",
            2 => {
                let letters: Vec<char> = some[0].chars().collect();
                let gap = next(letters.len());
                let mut short: String = letters
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| *at != gap)
                    .map(|(_, letter)| letter)
                    .collect();
                short.push(' ');
                short
            }
            3 => format!("\"{}\"", some.join(" ")),
            4 => {
                let letters: Vec<char> = some[0].chars().collect();
                letters[..=next(letters.len())].iter().collect()
            }
            _ => format!("{} -{}", some.join(" "), words[next(words.len())]),
        };
        queries.push(query);
    }
    queries
}
