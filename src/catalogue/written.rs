//! Paths as authors write them: relative to a file, percent-encoded where a letter would mean something else in an address, in
//! Markdown or in an attribute.

use std::fmt::Write as _;

/// A path below the content folder, as it is written in a file of `folder`.
pub fn relative(folder: &str, path: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    let to: Vec<&str> = path.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = from[shared..].iter().map(|_| "..");
    let names: Vec<&str> = up.chain(to[shared..].iter().copied()).collect();
    encoded_path(&names.join("/"))
}

/// Joins a path to a folder; `None` when it climbs above the content folder. Both slashes of `a//b` count as one.
pub fn joined(folder: &str, path: &str) -> Option<String> {
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop()?;
            }
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

/// A path with everything percent-encoded that would mean something else in an address, in Markdown or in an attribute.
pub fn encoded_path(path: &str) -> String {
    let encoded = encoded(path);
    // `a:b.md` would have a scheme.
    let first = encoded.split('/').next().unwrap_or_default();
    if first.contains(':') {
        format!("./{encoded}")
    } else {
        encoded
    }
}

/// Words with everything percent-encoded that would mean something else in an address, in Markdown or in an attribute.
pub fn encoded(words: &str) -> String {
    let mut encoded = String::with_capacity(words.len());
    for letter in words.chars() {
        push_encoded(&mut encoded, letter);
    }
    encoded
}

/// Adds a letter, percent-encoded where it would mean something else.
pub fn push_encoded(encoded: &mut String, letter: char) {
    let is_special = letter.is_whitespace()
        || letter.is_control()
        || matches!(
            letter,
            '%' | '?'
                | '#'
                | '('
                | ')'
                | '<'
                | '>'
                | '['
                | ']'
                | '{'
                | '}'
                | '"'
                | '\''
                | '`'
                | '\\'
                | '|'
                | '^'
                | '&'
                | '*'
        );
    if is_special {
        let mut bytes = [0; 4];
        for byte in letter.encode_utf8(&mut bytes).bytes() {
            let _ = write!(encoded, "%{byte:02X}");
        }
    } else {
        encoded.push(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_mean_something_else_is_encoded() {
        assert_eq!(
            relative("fr-FR/x", "fr-FR/a (b)/c#d|e.md"),
            "../a%20%28b%29/c%23d%7Ce.md"
        );
        assert_eq!(relative("fr-FR", "fr-FR/a:b.md"), "./a:b.md");
        assert_eq!(relative("fr-FR", "media/été.png"), "../media/été.png");
    }
}
