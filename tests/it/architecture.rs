//! The architecture as a test: layers, one user per library, and the laws of the house. What is said here is read from
//! the sources and from the table in `src/lib.rs`, so that neither can drift.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::support::{files_below, root};

/// Most lines of a file, tests apart.
const MOST_LINES: usize = 500;

/// Names that say nothing.
const BANNED: [&str; 8] = [
    "utils", "util", "helpers", "helper", "common", "misc", "types", "prelude",
];

/// Words and the only places below `src` that may hold them.
const ONE_USER: &[(&str, &[&str])] = &[
    ("std::fs", &["fs/"]),
    ("process::Command", &["git/", "cli/commands/serve.rs"]),
    ("TcpStream", &["serve/", "external/"]),
    ("TcpListener", &["serve/"]),
    ("UdpSocket", &["external/"]),
    ("std::env", &["cli/", "config/layers.rs", "git/mod.rs"]),
    (
        "SystemTime",
        &["cli/", "config/layers.rs", "external/", "fs/"],
    ),
    ("println!", &["cli/"]),
    ("eprintln!", &["cli/"]),
    ("print!", &["cli/"]),
    ("process::exit", &["cli/"]),
    ("rayon", &["pipeline/parallel.rs"]),
    ("thread::spawn", &["serve/", "workspace/", "cli/"]),
    ("thread::scope", &["external/schedule.rs"]),
    ("tera", &["theme/", "render/"]),
    ("fluent_syntax", &["l10n/"]),
    ("pulldown_cmark", &["markup/"]),
    ("pulldown_cmark_escape", &["render/"]),
    ("html5gum", &["markup/"]),
    ("annotate_snippets", &["diagnostics/format/text.rs"]),
    ("walkdir", &["fs/"]),
    ("rustix", &["fs/", "cli/terminal.rs"]),
    ("clap", &["cli/"]),
    ("clap_complete", &["cli/"]),
    ("clap_mangen", &["cli/"]),
    ("indicatif", &["cli/"]),
    ("anstream", &["cli/"]),
    (
        "include_dir",
        &["theme/", "cli/commands/new.rs", "cli/commands/explain.rs"],
    ),
    ("jsonschema", &["schema/"]),
    ("lsp_types", &["lsp/"]),
    ("ureq", &["external/exchange.rs", "external/resolver.rs"]),
    ("httpdate", &["external/exchange.rs"]),
    ("httparse", &["serve/"]),
    ("brotli", &["serve/"]),
    ("flate2", &["serve/"]),
    ("notify", &["workspace/"]),
    ("url", &["external/", "model/reachability.rs"]),
];

struct SourceFile {
    /// Below `src`, `/`-separated.
    path: String,
    /// As written.
    text: String,
    /// Without comments, string contents and unit tests.
    code: String,
}

fn sources() -> Vec<SourceFile> {
    let folder = root().join("src");
    let files = files_below(&folder, ".rs")
        .into_iter()
        .map(|path: PathBuf| {
            let text = fs::read_to_string(&path).unwrap();
            let path = path
                .strip_prefix(&folder)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            SourceFile {
                code: code_of(&text),
                path,
                text,
            }
        });
    files.collect()
}

fn is_test(path: &str) -> bool {
    path.ends_with("tests.rs") || path.contains("/tests/")
}

/// The code without comments, contents of literals, and the unit tests at the end.
fn code_of(text: &str) -> String {
    let text = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    let bytes: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        match rest {
            ['/', '/', ..] => at += rest.iter().position(|&c| c == '\n').unwrap_or(rest.len()),
            ['/', '*', ..] => {
                let end = rest.windows(2).skip(2).position(|pair| pair == ['*', '/']);
                at += end.map_or(rest.len(), |end| end + 4);
            }
            ['r', quote @ ('"' | '#'), ..] if raw_hashes(&rest[1..]).is_some() && *quote != ' ' => {
                let hashes = raw_hashes(&rest[1..]).unwrap();
                let close: Vec<char> = std::iter::once('"')
                    .chain(std::iter::repeat_n('#', hashes))
                    .collect();
                let body = &rest[hashes + 2..];
                let end = body.windows(close.len()).position(|window| window == close);
                at += hashes + 2 + end.map_or(body.len(), |end| end + close.len());
                code.push_str("\"\"");
            }
            ['"', body @ ..] => {
                let mut end = 0;
                while end < body.len() && body[end] != '"' {
                    end += if body[end] == '\\' { 2 } else { 1 };
                }
                at += end + 2;
                code.push_str("\"\"");
            }
            ['\'', '\\', _, ..] => {
                let end = rest.iter().skip(3).position(|&c| c == '\'');
                at += end.map_or(rest.len(), |end| end + 4);
                code.push_str("' '");
            }
            ['\'', _, '\'', ..] => {
                at += 3;
                code.push_str("' '");
            }
            [first, ..] => {
                code.push(*first);
                at += 1;
            }
            [] => unreachable!("`at` lies in the text"),
        }
    }
    code
}

/// The number of `#` before the quote of a raw literal.
fn raw_hashes(rest: &[char]) -> Option<usize> {
    let hashes = rest.iter().take_while(|&&c| c == '#').count();
    (rest.get(hashes) == Some(&'"')).then_some(hashes)
}

/// The table of layers in `src/lib.rs`: each module's line.
fn layers() -> BTreeMap<String, u32> {
    let text = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let lines = text.lines().filter_map(|line| line.strip_prefix("//!"));
    let rows = lines
        .skip_while(|line| !line.contains("Who may depend on whom"))
        .filter_map(|line| {
            let (number, names) = line.trim().split_once(' ')?;
            Some((number.parse::<u32>().ok()?, names.to_owned()))
        });
    let layers: BTreeMap<String, u32> = rows
        .flat_map(|(number, names)| {
            let names: Vec<String> = names
                .split('·')
                .map(|name| name.trim().to_owned())
                .collect();
            names.into_iter().map(move |name| (name, number))
        })
        .collect();
    assert!(
        layers.len() > 10,
        "the table in src/lib.rs can be read: {layers:?}"
    );
    layers
}

/// The top modules that a file names, by `crate::…` or by climbing with `super`.
fn named_modules(file: &SourceFile) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in file.code.match_indices("crate::") {
        let before = file.code[..at].chars().next_back();
        if !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
            found.extend(first_names(&file.code[at + "crate::".len()..]));
        }
    }
    let depth = depth(&file.path);
    let climb = "super::".repeat(depth);
    for (at, _) in file.code.match_indices(&climb) {
        let before = file.code[..at].chars().next_back();
        let after = &file.code[at + climb.len()..];
        if !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
            && !after.starts_with("super::")
        {
            found.extend(first_names(after));
        }
    }
    found
}

/// How many `super` lead from a file's module to the crate.
fn depth(path: &str) -> usize {
    let names = path.split('/').count();
    if path.ends_with("/mod.rs") {
        names - 1
    } else {
        names
    }
}

/// `a::b` gives `a`; `{a, b::{c, d}}` gives `a` and `b`.
fn first_names(rest: &str) -> Vec<String> {
    let word = |text: &str| -> String {
        text.chars()
            .take_while(|&c| c.is_alphanumeric() || c == '_')
            .collect()
    };
    let Some(inside) = rest.strip_prefix('{') else {
        return vec![word(rest)];
    };
    let (mut names, mut nested, mut start) = (Vec::new(), 0, 0);
    for (at, c) in inside.char_indices() {
        match c {
            '{' => nested += 1,
            '}' if nested == 0 => {
                names.push(word(inside[start..at].trim()));
                break;
            }
            '}' => nested -= 1,
            ',' if nested == 0 => {
                names.push(word(inside[start..at].trim()));
                start = at + 1;
            }
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn expect_none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n  {}", found.join("\n  "));
}

#[test]
fn a_module_names_only_modules_of_earlier_lines() {
    let layers = layers();
    let mut found = Vec::new();
    for file in sources()
        .iter()
        .filter(|file| file.path != "lib.rs" && file.path != "main.rs")
    {
        let own = file.path.split('/').next().unwrap().trim_end_matches(".rs");
        let Some(own_layer) = layers.get(own) else {
            found.push(format!(
                "{}: `{own}` has no line in the table of src/lib.rs",
                file.path
            ));
            continue;
        };
        for named in named_modules(file) {
            match layers.get(&named) {
                _ if named == own => {}
                Some(layer) if layer < own_layer => {}
                Some(_) => found.push(format!("{}: `{own}` may not name `{named}`", file.path)),
                None => found.push(format!(
                    "{}: `crate::{named}` has no line in the table of src/lib.rs",
                    file.path
                )),
            }
        }
    }
    expect_none("against the layers", &found);
}

#[test]
fn the_main_file_only_starts_the_command_line() {
    let main = fs::read_to_string(root().join("src/main.rs")).unwrap();
    assert!(
        code_of(&main)
            .lines()
            .filter(|line| !line.trim().is_empty())
            .count()
            <= 8,
        "{main}"
    );
}

#[test]
fn a_library_has_one_user() {
    let mut found = Vec::new();
    for file in sources().iter().filter(|file| !is_test(&file.path)) {
        for (word, places) in ONE_USER {
            let used = file
                .code
                .match_indices(word)
                .any(|(at, _)| is_path_start(&file.code, at, word))
                || is_in_braces(&file.code, word);
            if used && !places.iter().any(|place| file.path.starts_with(place)) {
                found.push(format!(
                    "{}: `{word}` belongs to {}",
                    file.path,
                    places.join(", ")
                ));
            }
        }
    }
    expect_none("libraries outside their modules", &found);
}

/// Whether `a::b` is used as `a::{b, …}`.
fn is_in_braces(code: &str, word: &str) -> bool {
    let Some((outer, inner)) = word.split_once("::") else {
        return false;
    };
    let start = format!("{outer}::{{");
    let mut braces = code.match_indices(&start);
    braces.any(|(at, _)| {
        first_names(&code[at + start.len() - 1..])
            .iter()
            .any(|name| name == inner)
    })
}

/// Whether a word at a place is the whole beginning of a path or a macro's name.
fn is_path_start(code: &str, at: usize, word: &str) -> bool {
    let before = code[..at].chars().next_back();
    let after = code[at + word.len()..].chars().next();
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    if before.is_some_and(|c| inside(c) || c == '.') || after.is_some_and(inside) {
        return false;
    }
    // A single word is a library only in front of `::` or in a `use`.
    word.contains([':', '!'])
        || word.starts_with(char::is_uppercase)
        || code[at + word.len()..].starts_with("::")
}

#[test]
fn every_file_says_first_what_it_is() {
    let files = sources();
    let silent = files.iter().filter(|file| !file.text.starts_with("//! "));
    expect_none(
        "files without `//!` at their top",
        &silent.map(|file| file.path.clone()).collect::<Vec<_>>(),
    );
}

#[test]
fn no_file_is_longer_than_a_reader_can_hold() {
    let files = sources();
    let long = files
        .iter()
        .filter(|file| !is_test(&file.path))
        .filter_map(|file| {
            let lines = file
                .text
                .split("#[cfg(test)]\nmod tests {")
                .next()
                .unwrap_or_default()
                .lines()
                .count();
            (lines > MOST_LINES).then(|| format!("{}: {lines} lines", file.path))
        });
    expect_none("files above 500 lines", &long.collect::<Vec<_>>());
}

#[test]
fn names_say_something_and_folders_are_whole() {
    let mut found = Vec::new();
    for file in sources() {
        let names: Vec<&str> = file.path.trim_end_matches(".rs").split('/').collect();
        if names.iter().any(|name| BANNED.contains(name)) {
            found.push(format!("{}: a name that says nothing", file.path));
        }
        if names.len() > 4 {
            found.push(format!("{}: deeper than three folders", file.path));
        }
        if root()
            .join("src")
            .join(file.path.trim_end_matches(".rs"))
            .is_dir()
        {
            found.push(format!(
                "{}: beside a folder of its name; make it `mod.rs`",
                file.path
            ));
        }
    }
    expect_none("names", &found);
}

#[test]
fn nothing_is_left_for_later() {
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("X", "XX"),
        concat!("to", "do!("),
        concat!("unimpl", "emented!("),
    ];
    let files = sources();
    let found = files
        .iter()
        .filter(|file| marks.iter().any(|mark| file.text.contains(mark)));
    expect_none(
        "left for later",
        &found.map(|file| file.path.clone()).collect::<Vec<_>>(),
    );
}

#[test]
fn the_reader_of_sources_sees_through_comments_literals_braces_and_climbing() {
    let text = r##"
        //! crate::cli
        use crate::{check::{a, b}, model};
        /* crate::cli */ let x = "crate::cli"; let y = r#"crate::cli"#; let q = '"'; crate::fs::read();
        use super::super::render::x;
        #[cfg(test)]"##;
    let file = SourceFile {
        path: "parse/yaml.rs".into(),
        code: code_of(text),
        text: text.into(),
    };
    assert_eq!(named_modules(&file), ["check", "model", "fs", "render"]);
    assert_eq!(depth("parse/mod.rs"), 1);
    assert!(is_in_braces("use std::{fmt, fs::{self, File}};", "std::fs"));
    assert!(is_path_start("rayon::join", 0, "rayon") && !is_path_start("crayon::x", 1, "rayon"));
    assert!(is_path_start("println!", 0, "println!") && !is_path_start("eprintln!", 1, "println!"));
}
