//! Pages whose fenced blocks are a test: blocks with a file name are a site, blocks without are what becomes of it.
//!
//! ```text
//! ```markdown title="content/fr-FR/guide.md"       a file of the site; after the name may stand
//!                                                  `1200000 bytes` (so long, with blanks at its end),
//!                                                  `escaped` (\xe9, \0, \u{feff}, in the name too), `link`, `pipe`
//! ```diagnostics                                   what `check` says of the files above, in the format `short`
//! ```diagnostics rendered                          the same of `check --rendered`
//! ```markdown fixed="content/fr-FR/guide.md"       what `fix` makes of a file; with `unsafe` behind it `fix --unsafe`
//! ```html page="fr-fr/guide/index.html"            the contents of the page's `<main>`
//! ```
//!
//! A case ends where a heading begins after an expectation; the next file begins a new site.

use std::ops::Range;

use polydoc::diagnostics::Applicability;

/// A file of a fixture.
#[derive(Debug)]
pub(crate) struct File {
    /// Its path below the project, as bytes: some names are no UTF-8.
    pub(crate) path: Vec<u8>,
    /// Its bytes; for a link, where it leads.
    pub(crate) bytes: Vec<u8>,
    /// What it is.
    pub(crate) kind: Kind,
}

/// What a file of a fixture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A file with bytes.
    Regular,
    /// A symbolic link.
    Link,
    /// A named pipe.
    Pipe,
}

/// What is expected.
#[derive(Debug)]
pub(crate) enum Expected {
    /// The report of `check`.
    Diagnostics,
    /// The report of `check --rendered`.
    Rendered,
    /// What safe fixes, or all of them, make of a file.
    Fixed(String, Applicability),
    /// The contents of the `<main>` of an output file.
    Page(String),
}

/// An expectation and where its text stands in the page.
#[derive(Debug)]
pub(crate) struct Expectation {
    /// Of what.
    pub(crate) of: Expected,
    /// The text between the fences.
    pub(crate) range: Range<usize>,
}

/// A site and what is expected of it.
#[derive(Debug, Default)]
pub(crate) struct Case {
    /// The last heading above.
    pub(crate) name: String,
    /// The files.
    pub(crate) files: Vec<File>,
    /// What is expected, in order.
    pub(crate) expectations: Vec<Expectation>,
}

/// Reads the cases of a page. Cases without an expectation are left out.
pub(crate) fn cases(page: &str) -> Vec<Case> {
    let mut cases = vec![Case::default()];
    let mut heading = String::new();
    let mut lines = Lines { text: page, at: 0 };
    while let Some(line) = lines.next() {
        if line.starts_with('#') {
            line.trim_start_matches('#').trim().clone_into(&mut heading);
            continue;
        }
        let fence: String = line.chars().take_while(|&c| c == '`').collect();
        if fence.len() < 3 {
            continue;
        }
        let info = line[fence.len()..].trim();
        let start = lines.at;
        let mut end = lines.at;
        while let Some(line) = lines.next() {
            if line.trim_end().starts_with(&fence)
                && line.trim_end().trim_start_matches('`').is_empty()
            {
                break;
            }
            end = lines.at;
        }
        let case = cases.last_mut().expect("there is always a case");
        if let Some(path) = attribute(info, "title") {
            let file = file(path, &page[start..end], info);
            if case.expectations.is_empty() {
                case.files.push(file);
            } else {
                cases.push(Case {
                    files: vec![file],
                    ..Case::default()
                });
            }
        } else if let Some(of) = expected(info) {
            case.name.clone_from(&heading);
            case.expectations.push(Expectation {
                of,
                range: start..end,
            });
        }
    }
    cases.retain(|case| !case.expectations.is_empty());
    cases
}

fn expected(info: &str) -> Option<Expected> {
    if info == "diagnostics" {
        return Some(Expected::Diagnostics);
    }
    if info == "diagnostics rendered" {
        return Some(Expected::Rendered);
    }
    if let Some(path) = attribute(info, "fixed") {
        let applicability = if info.ends_with(" unsafe") {
            Applicability::Unsafe
        } else {
            Applicability::Safe
        };
        return Some(Expected::Fixed(path.to_owned(), applicability));
    }
    info.starts_with("html")
        .then(|| attribute(info, "page"))?
        .map(|page| Expected::Page(page.to_owned()))
}

fn file(path: &str, text: &str, info: &str) -> File {
    let words: Vec<&str> = info
        .rsplit('"')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    let kind = match () {
        () if words.contains(&"link") => Kind::Link,
        () if words.contains(&"pipe") => Kind::Pipe,
        () => Kind::Regular,
    };
    let longer = words.iter().position(|word| *word == "bytes");
    if let Some(length) = longer.and_then(|at| words[at.checked_sub(1)?].parse().ok()) {
        let mut bytes = text.as_bytes().to_vec();
        bytes.resize(length, b' ');
        let path = path.into();
        return File { path, bytes, kind };
    }
    let text = if kind == Kind::Regular {
        text
    } else {
        text.trim_end()
    };
    if words.contains(&"escaped") {
        return File {
            path: unescape(path),
            bytes: unescape(text),
            kind,
        };
    }
    File {
        path: path.into(),
        bytes: text.into(),
        kind,
    }
}

fn attribute<'i>(info: &'i str, name: &str) -> Option<&'i str> {
    let (_, rest) = info.split_once(&format!("{name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// `\xe9` is a byte, `\u{feff}` a character, `\0` a NUL, `\r` a carriage return, `\t` a tab, `\\` a backslash.
fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        bytes.extend_from_slice(before.as_bytes());
        let length = match after.as_bytes().first() {
            Some(b'x') => {
                bytes.push(
                    u8::from_str_radix(&after[1..3], 16)
                        .expect("two hexadecimal digits follow `\\x`"),
                );
                3
            }
            Some(b'u') => {
                let end = after.find('}').expect("`\\u{…}` is closed");
                let number = u32::from_str_radix(&after[2..end], 16)
                    .expect("hexadecimal digits stand in `\\u{…}`");
                let character = char::from_u32(number).expect("`\\u{…}` names a character");
                bytes.extend_from_slice(character.to_string().as_bytes());
                end + 1
            }
            Some(b'0') => {
                bytes.push(0);
                1
            }
            Some(b'r') => {
                bytes.push(b'\r');
                1
            }
            Some(b't') => {
                bytes.push(b'\t');
                1
            }
            _ => {
                bytes.push(b'\\');
                usize::from(after.starts_with('\\'))
            }
        };
        rest = &after[length..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Lines<'t> {
    fn next(&mut self) -> Option<&'t str> {
        let rest = &self.text[self.at..];
        let line = rest.split_inclusive('\n').next()?;
        self.at += line.len();
        Some(line.trim_end_matches('\n'))
    }
}

#[test]
fn a_page_becomes_cases_with_bytes_and_ranges() {
    let page = "# One\n```markdown title=\"a\\xe9.md\" escaped\n\\u{feff}x\\0\\x41\n```\n```diagnostics\nd\n```\n## Two\n````md title=\"b.md\"\n```\n```\n````\n```html page=\"x\"\n```\n";
    let cases = cases(page);
    assert_eq!(cases.len(), 2);
    assert_eq!((&*cases[0].name, &*cases[1].name), ("One", "Two"));
    assert_eq!(cases[0].files[0].path, b"a\xe9.md");
    assert_eq!(cases[0].files[0].bytes, "\u{feff}x\0A\n".as_bytes());
    assert_eq!(&page[cases[0].expectations[0].range.clone()], "d\n");
    assert_eq!(cases[1].files[0].bytes, b"```\n```\n");
    assert!(cases[1].expectations[0].range.is_empty());
}
