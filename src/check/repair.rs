//! What rules offer to do: other targets of links, written so that they mean the same wherever a link may stand, and other
//! values of metadata.
//!
//! Facts go in, [`Edit`]s come out. A target that is written with escapes or entities is left to its author.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::context::ArticleContext;
use super::suggest::quote;
use crate::catalogue::written::push_encoded;
pub(super) use crate::catalogue::written::{encoded, encoded_path, joined, relative};
use crate::diagnostics::{Edit, Fix};
use crate::model::{FrontMatter, LinkKind, RawLink};
use crate::source::{FileId, TextRange};

/// Gives a link another target.
pub(super) fn target(raw: &RawLink, new: &str) -> Option<Edit> {
    // What is shown as the text of the link would change too.
    if raw.kind == LinkKind::Autolink || new == &*raw.written {
        return None;
    }
    written(raw).map(|written| Edit::replace(raw.target_range, written, new))
}

/// The path that was probably meant: safe when they differ in blanks only.
pub(super) fn nearer(raw: &RawLink, near: &str) -> Option<Fix> {
    let (path, rest) = split(&raw.written);
    let edit = target(raw, &format!("{}{rest}", encoded_path(near)))?;
    let what = format!("write `{}`", quote(near));
    Some(if differ_in_blanks(path, near) {
        Fix::safe(what, vec![edit])
    } else {
        Fix::unsure(what, vec![edit])
    })
}

/// Gives a value of the front matter another text, its quotes left as they are. `None` when it is written with escapes, over
/// several lines, or elsewhere.
pub(super) fn value(front_matter: &FrontMatter, path: &[&str], new: &str) -> Option<Edit> {
    let old = front_matter.at(path)?.as_text()?;
    let range = front_matter.place(path)?.value;
    let around = range.bytes().len().checked_sub(old.len())?;
    let quotes = match around {
        0 => 0,
        2 => 1,
        _ => return None,
    };
    let (start, end) = (range.start as usize + quotes, range.end as usize - quotes);
    Some(Edit::replace(TextRange::new(start, end), old, new))
}

/// Gives a key of the front matter another name. `None` when it does not stand there plainly, or the name is taken.
pub(super) fn key(front_matter: &FrontMatter, path: &[&str], new: &str) -> Option<Edit> {
    let [key] = path else { return None };
    let range = front_matter.key_range(key);
    let is_plain = range.bytes().len() == key.len();
    let is_free = !front_matter
        .entries
        .iter()
        .any(|(name, _)| &**name != *key && name.eq_ignore_ascii_case(new));
    (is_plain && is_free).then(|| Edit::replace(range, key, new))
}

/// The target as it stands in the file, when nothing in it was escaped.
pub(super) fn written(raw: &RawLink) -> Option<&str> {
    (raw.target_range.bytes().len() == raw.written.len()).then_some(&*raw.written)
}

/// A target in two parts: the path, and query and fragment with their signs.
pub(super) fn split(written: &str) -> (&str, &str) {
    written.split_at(written.find(['?', '#']).unwrap_or(written.len()))
}

/// The path from an article to a file, as it is written in the article.
pub(super) fn path_to(article: &ArticleContext<'_>, place: FileId, file: FileId) -> String {
    let folder = article.sources.get(place).path.folder();
    relative(folder, article.sources.get(file).path.as_str())
}

/// A path as written, in the letters of the path it leads to: `Media/My%20Plan.PNG` for `fr-FR/media/my plan.png` becomes
/// `media/my%20plan.png`. `None` when they differ in more than letter case.
pub(super) fn in_letters_of(written: &str, path: &str) -> Option<String> {
    let names = written.trim_start_matches(['.', '/']);
    let start = &written[..written.len() - names.len()];
    let letters = decoded(names)?;
    let candidates = [
        path,
        path.strip_suffix(".md").unwrap_or(path),
        path.strip_suffix("index.md").unwrap_or(path),
        path.strip_suffix("/index.md").unwrap_or(path),
    ];
    candidates.into_iter().find_map(|path| {
        let own: Vec<char> = path.chars().collect();
        let own = &own[own.len().checked_sub(letters.len())?..];
        let mut respelt = start.to_owned();
        for ((letter, source), own) in letters.iter().zip(own) {
            if letter == own {
                respelt.push_str(source);
            } else if letter.to_lowercase().eq(own.to_lowercase()) {
                push_encoded(&mut respelt, *own);
            } else {
                return None;
            }
        }
        Some(respelt)
    })
}

/// The letters of a percent-encoded path, each with how it is written.
fn decoded(path: &str) -> Option<Vec<(char, &str)>> {
    let bytes = path.as_bytes();
    let mut letters = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let mut end = at;
        while bytes.get(end) == Some(&b'%') && bytes.get(end + 1..end + 3).is_some_and(is_hex) {
            end += 3;
            if let Ok(letter) = percent_decode_str(&path[at..end]).decode_utf8() {
                letters.push((letter.chars().next()?, &path[at..end]));
                at = end;
            }
        }
        if end > at {
            return None;
        }
        if let Some(letter) = path[at..].chars().next() {
            end = at + letter.len_utf8();
            letters.push((letter, &path[at..end]));
            at = end;
        }
    }
    Some(letters)
}

fn is_hex(digits: &[u8]) -> bool {
    digits.iter().all(u8::is_ascii_hexdigit)
}

/// Whether two paths differ only in blanks and invisible characters at the ends of names, or in how many blanks stand together.
pub(super) fn differ_in_blanks(a: &str, b: &str) -> bool {
    fn plain(path: &str) -> String {
        let decoded: Cow<'_, str> = percent_decode_str(path).decode_utf8_lossy();
        let visible: String = decoded
            .chars()
            .filter(|letter| {
                !matches!(
                    letter,
                    '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}'
                )
            })
            .collect();
        let names = visible.split('/');
        let names: Vec<String> = names
            .map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        names.join("/").replace(" .", ".")
    }
    a != b && plain(a) == plain(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_respelt_letter_by_letter_and_keeps_its_escapes() {
        let respelt = |written, path| in_letters_of(written, path).unwrap_or_default();
        assert_eq!(
            respelt("Media/My%20Plan.PNG", "fr-FR/media/my plan.png"),
            "media/my%20plan.png"
        );
        assert_eq!(
            respelt("../Guide/%C3%89T%c3%a9", "fr-FR/guide/été.md"),
            "../guide/ét%c3%a9"
        );
        assert_eq!(respelt("./Guide/", "fr-FR/guide/index.md"), "./guide/");
        assert_eq!(respelt("100%/A.md", "fr-FR/100%/a.md"), "100%/a.md");
        assert_eq!(in_letters_of("b.md", "fr-FR/a.md"), None);
        assert_eq!(in_letters_of("%FF.md", "fr-FR/a.md"), None);
        assert_eq!(in_letters_of("very/long/path/a.md", "a.md"), None);
    }

    #[test]
    fn blanks_at_edges_and_doubled_ones_are_told_from_other_differences() {
        for (a, b) in [
            ("guide.md%20", "guide.md"),
            ("a%20%20b.md", "a b.md"),
            ("x/%20a.md", "x/a.md"),
            ("a\u{200B}.md", "a.md"),
            ("a%20.md", "a.md"),
        ] {
            assert!(differ_in_blanks(a, b), "{a} {b}");
        }
        for (a, b) in [("ab.md", "a b.md"), ("a.md", "a.md"), ("A.md", "a.md")] {
            assert!(!differ_in_blanks(a, b), "{a} {b}");
        }
    }
}
