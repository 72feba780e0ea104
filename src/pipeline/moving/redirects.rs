//! Old addresses in the front matter: the entries of `redirect_from` once an article has another name.
//!
//! A text and its document go in, the edit that adds the entry comes out. What stands around the key stays as it is.

use std::fmt::Write as _;

use crate::catalogue::fold;
use crate::diagnostics::Edit;
use crate::model::{Document, Value};
use crate::source::TextRange;

use crate::catalogue::written::joined;

/// The key.
const KEY: &str = "redirect_from";

/// An article's names below the locale folder, without `.md`, and what addresses without a language need to be understood.
pub(super) struct Names<'n> {
    pub(super) old: &'n str,
    pub(super) new: &'n str,
    /// Its language as it stands in addresses.
    pub(super) locale: &'n str,
    /// Whether a first name is that of a language.
    pub(super) is_locale: &'n dyn Fn(&str) -> bool,
    /// Whether the old address is free, so that it can forward.
    pub(super) is_free: bool,
}

/// The edit that keeps the old addresses of an article; `Ok(None)` when nothing is to be done.
///
/// # Errors
/// When the front matter cannot be changed safely: why.
pub(super) fn edit(
    text: &str,
    document: &Document,
    names: &Names<'_>,
) -> Result<Option<Edit>, &'static str> {
    let front_matter = &document.front_matter;
    if !front_matter.problems.is_empty() {
        return Err("its front matter cannot be read");
    }
    let before = match front_matter.get(KEY) {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::List(items)) => items.iter().filter_map(Value::as_text).collect(),
        Some(value) => value.as_text().into_iter().collect(),
    };
    let folder = folder_of(names.old);
    let mut entries: Vec<String> = Vec::new();
    for entry in &before {
        let rooted = if entry.starts_with('/') || folder == folder_of(names.new) {
            (*entry).to_owned()
        } else {
            joined(folder, entry).map_or_else(|| (*entry).to_owned(), |path| address(&path, names))
        };
        entries.push(rooted);
    }
    let new = address(names.new, names);
    let is_new = |entry: &String| plain(entry) == plain(&new);
    entries.retain(|entry| !is_new(entry));
    let old = address(names.old, names);
    let is_known = entries.iter().any(|entry| plain(entry) == plain(&old));
    if names.is_free && !is_known && plain(&old) != plain(&new) {
        entries.push(old);
    }
    if entries == before {
        return Ok(None);
    }
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let range = match front_matter.get(KEY) {
        Some(_) => block(text, front_matter.key_range(KEY))?,
        None if front_matter.is_present() => TextRange::at(closing_fence(text, front_matter.range)),
        None => {
            let start = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
            let new = format!("---{end}{}---{end}{end}", lines(&entries, end));
            return Ok(Some(Edit::replace(TextRange::at(start), "", &new)));
        }
    };
    Ok(Some(Edit::replace(
        range,
        range.slice(text),
        &lines(&entries, end),
    )))
}

fn folder_of(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The address of an article as an entry: rooted, with its language where the first name would be taken for one.
fn address(name: &str, names: &Names<'_>) -> String {
    let (folder, last) = name.rsplit_once('/').unwrap_or(("", name));
    let path = match (folder, last.eq_ignore_ascii_case("index")) {
        ("", true) => String::new(),
        (folder, true) => format!("{folder}/"),
        _ => name.to_owned(),
    };
    let mut encoded = String::from("/");
    if (names.is_locale)(path.split('/').next().unwrap_or_default()) {
        encoded.push_str(names.locale);
        encoded.push('/');
    }
    for letter in path.chars() {
        match letter {
            '%' => encoded.push_str("%25"),
            '?' => encoded.push_str("%3F"),
            '#' => encoded.push_str("%23"),
            letter => encoded.push(letter),
        }
    }
    encoded
}

/// An entry without what does not tell two addresses apart.
fn plain(entry: &str) -> String {
    let path = fold(entry.trim_matches('/'));
    let path = path.strip_suffix(".html").unwrap_or(&path);
    path.strip_suffix("/index").unwrap_or(path).to_owned()
}

/// The lines of the key.
fn lines(entries: &[String], end: &str) -> String {
    let mut lines = String::new();
    match entries {
        [] => {}
        [only] => {
            let _ = write!(lines, "{KEY}: {}{end}", quoted(only));
        }
        several => {
            let _ = write!(lines, "{KEY}:{end}");
            for entry in several {
                let _ = write!(lines, "  - {}{end}", quoted(entry));
            }
        }
    }
    lines
}

/// A scalar of YAML.
fn quoted(entry: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "/_.%-~+()'’,".contains(letter);
    if entry.starts_with('/') && entry.chars().all(is_plain) {
        return entry.to_owned();
    }
    format!("\"{}\"", entry.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The lines of a key of the front matter and its value.
fn block(text: &str, key: TextRange) -> Result<TextRange, &'static str> {
    let start = text[..key.start as usize]
        .rfind('\n')
        .map_or(0, |at| at + 1);
    if start != key.start as usize {
        return Err("its front matter is written in one line");
    }
    let mut at = start;
    for (number, line) in text[start..].split_inclusive('\n').enumerate() {
        let belongs = number == 0 || line.starts_with([' ', '\t']) || line.starts_with("- ");
        if !belongs {
            break;
        }
        at += line.len();
    }
    Ok(TextRange::new(start, at))
}

/// Where the line begins that ends the front matter.
fn closing_fence(text: &str, range: TextRange) -> usize {
    let block = range.slice(text).trim_end();
    let start = block.rfind('\n').map_or(0, |at| at + 1);
    range.start as usize + start
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::{ParseOptions, parse};

    fn after(text: &str, old: &str, new: &str) -> String {
        let options = ParseOptions {
            front_matter_bytes: 1000,
            nesting: 10,
            html: crate::model::HtmlLevel::Standard,
        };
        let names = Names {
            old,
            new,
            locale: "en-us",
            is_locale: &|name| name == "fr",
            is_free: true,
        };
        match edit(text, &parse(text.as_bytes(), options), &names) {
            Ok(Some(edit)) => {
                let mut text = text.to_owned();
                assert_eq!(edit.range.slice(&text), &*edit.old);
                text.replace_range(edit.range.bytes(), &edit.new);
                text
            }
            Ok(None) => text.to_owned(),
            Err(why) => why.to_owned(),
        }
    }

    #[test]
    fn an_entry_is_added_however_the_key_is_written() {
        let two = "---\nredirect_from:\n  - /z\n  - /a\ntitle: x\n---\n";
        for (text, expected) in [
            ("# A\n", "---\nredirect_from: /a\n---\n\n# A\n"),
            (
                "\u{FEFF}A\r\n",
                "\u{FEFF}---\r\nredirect_from: /a\r\n---\r\n\r\nA\r\n",
            ),
            (
                "---\ntitle: x\n---\n# A",
                "---\ntitle: x\nredirect_from: /a\n---\n# A",
            ),
            ("---\nredirect_from: /z\ntitle: x\n---\n", two),
            ("---\nredirect_from: [/z]\ntitle: x\n---\n", two),
            ("---\nredirect_from:\n- /z\ntitle: x\n---\n", two),
            (
                "---\n{redirect_from: /z}\n---\n",
                "its front matter is written in one line",
            ),
            ("---\nfr/a: [\n---\n", "its front matter cannot be read"),
        ] {
            assert_eq!(after(text, "a", "b"), expected, "{text}");
        }
    }

    #[test]
    fn addresses_keep_their_meaning_and_one_that_is_taken_again_goes() {
        for (text, old, new, expected) in [
            (
                "---\nredirect_from: /b\n---\n",
                "a",
                "b",
                "---\nredirect_from: /a\n---\n",
            ),
            (
                "---\nredirect_from: old\n---\n",
                "x/a",
                "y/a",
                "---\nredirect_from:\n  - /x/old\n  - /x/a\n---\n",
            ),
            ("A", "x/index", "y", "---\nredirect_from: /x/\n---\n\nA"),
            (
                "A",
                "fr/a",
                "b",
                "---\nredirect_from: /en-us/fr/a\n---\n\nA",
            ),
            (
                "A",
                "a: 100%",
                "b",
                "---\nredirect_from: \"/a: 100%25\"\n---\n\nA",
            ),
            // Addresses are lower case.
            ("A", "Start", "start", "A"),
        ] {
            assert_eq!(after(text, old, new), expected, "{text} {old} {new}");
        }
    }
}
