//! The texts by which a repository says what it publishes, as trees with places: JSON as people write it, and YAML.
//!
//! In: bytes. Out: a [`Node`], or the problem with its place. Comments, a byte order mark and a comma too many are no problem.

use crate::config::json;
use crate::config::problem::Problem;
use crate::config::yaml::{self, Node};
use crate::source::TextRange;

/// Reads JSON, or YAML where the name ends so. An empty file is an empty map.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Node, Problem> {
    let text = String::from_utf8_lossy(bytes);
    let is_yaml = [".yml", ".yaml"]
        .iter()
        .any(|ending| name.to_ascii_lowercase().ends_with(ending));
    if text
        .trim_matches(['\u{feff}', ' ', '\t', '\r', '\n'])
        .is_empty()
    {
        return Ok(empty());
    }
    if is_yaml {
        let mut twice = Vec::new();
        let read = yaml::read(&text, &mut twice)?;
        return Ok(read.unwrap_or_else(empty));
    }
    json::read(&without_comments(&text))
}

fn empty() -> Node {
    Node {
        range: TextRange::default(),
        kind: yaml::NodeKind::Map(Vec::new()),
    }
}

/// The text with blanks instead of comments and of commas before a closing bracket: every place stays what it was.
fn without_comments(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut clean = bytes.to_vec();
    let mut comma = None;
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => {
                comma = None;
                at += 1;
                while at < bytes.len() && bytes[at] != b'"' && bytes[at] != b'\n' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
            }
            b'/' if bytes.get(at + 1) == Some(&b'/') => {
                let end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end);
                blank(&mut clean[at..end]);
                at = end;
            }
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                let rest = &text[at + 2..];
                let end = rest.find("*/").map_or(bytes.len(), |end| at + 2 + end + 2);
                blank(&mut clean[at..end]);
                at = end - 1;
            }
            b',' => comma = Some(at),
            b'}' | b']' => {
                if let Some(comma) = comma.take() {
                    clean[comma] = b' ';
                }
            }
            byte if byte.is_ascii_whitespace() => {}
            _ => comma = None,
        }
        at += 1;
    }
    // Only whole comments and single commas were blanked, so that the text is still UTF-8.
    String::from_utf8(clean).unwrap_or_else(|_| text.to_owned())
}

/// Line ends stay, so that lines are counted as before.
fn blank(bytes: &mut [u8]) {
    for byte in bytes {
        if *byte != b'\n' && *byte != b'\r' {
            *byte = b' ';
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_a_comma_too_many_leave_every_place_where_it_was() {
        let text = "\u{feff}{ // é\n  \"a\": [1, 2,], /* \" */ \"b\": \"x // y\",\n}";
        let node = read("docfx.json", text.as_bytes()).unwrap();
        assert_eq!(node.get("a").unwrap().items().len(), 2);
        assert_eq!(node.get("b").unwrap().range.slice(text), "\"x // y\"");
        assert!(read("docfx.json", b"{ \"a\": 1").is_err());
        assert!(read("docfx.yml", b"").unwrap().entries().is_empty());
    }
}
