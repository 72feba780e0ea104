//! `[!WORD [title](path)]` and `[!WORD text]`: what stands between the word and the bracket that closes.
//!
//! In: a directive in brackets. Out: its parts with their places, or what is wrong with it.

use super::Bracketed;
use crate::source::{Spanned, TextRange};

/// A link within a directive.
pub(super) struct Inner {
    /// The target as written, its place in the file.
    pub(super) path: Spanned<String>,
    /// Where the directive ends in the text.
    pub(super) end: usize,
}

/// Reads `[title](path)]` behind an offset.
pub(super) fn link(bracketed: &Bracketed<'_>, from: usize) -> Result<Inner, String> {
    let line = &bracketed.text[..bracketed.line_end];
    let skip = |at: usize| at + line[at..].len() - line[at..].trim_start().len();
    let at = skip(from);
    if !line[at..].starts_with('[') {
        return Err("it has no `[title](path)`".to_owned());
    }
    let title_end = closing(&line[at..], '[', ']').ok_or("its title has no `]`")? + at;
    // Translations put a blank between title and path.
    let at = skip(title_end + 1);
    if !line[at..].starts_with('(') {
        return Err("it has no path in parentheses".to_owned());
    }
    let path_end = closing(&line[at..], '(', ')').ok_or("its path has no `)`")? + at;
    let inside = &line[at + 1..path_end];
    let start = at + 1 + inside.len() - inside.trim_start().len();
    let mut path = inside.trim();
    // A title behind the path means nothing.
    if path.ends_with(['"', '\''])
        && let Some((before, _)) = path.split_once([' ', '\t'])
    {
        path = before.trim_end();
    }
    let (start, path) = match path.strip_prefix('<').and_then(|it| it.strip_suffix('>')) {
        Some(inner) => (start + 1, inner),
        None => (start, path),
    };
    let at = skip(path_end + 1);
    if !line[at..].starts_with(']') {
        return Err("`]` is missing at its end".to_owned());
    }
    if path.is_empty() {
        return Err("its path is empty".to_owned());
    }
    let range = TextRange::new(start, start + path.len()).shifted(bracketed.base);
    Ok(Inner {
        path: Spanned {
            value: path.replace("&amp;", "&"),
            range,
        },
        end: at + 1,
    })
}

/// Reads words up to the bracket that closes the directive.
pub(super) fn words(bracketed: &Bracketed<'_>) -> Result<(Spanned<String>, usize), String> {
    let line = &bracketed.text[..bracketed.line_end];
    let length = closing(&line[bracketed.start..], '[', ']').ok_or("`]` is missing at its end")?;
    let end = bracketed.start + length;
    let inside = &line[bracketed.word_end..end];
    let words = inside.trim();
    if words.is_empty() {
        return Err("it is empty".to_owned());
    }
    let start = bracketed.word_end + inside.len() - inside.trim_start().len();
    let range = TextRange::new(start, start + words.len()).shifted(bracketed.base);
    let value = words.to_owned();
    Ok((Spanned { value, range }, end + 1))
}

/// Where the sign stands that closes what a text begins with.
pub(super) fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, sign) in text.char_indices() {
        if std::mem::take(&mut escaped) {
            continue;
        }
        if sign == '\\' {
            // A path may have been written with backslashes.
            escaped = text[at + 1..].starts_with([open, close]);
        } else if sign == open {
            depth += 1;
        } else if sign == close {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}
