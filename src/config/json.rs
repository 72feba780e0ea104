//! The text of a JSON file as the same tree with places that `yaml` makes.
//!
//! In: a text. Out: a [`Node`], or the place where the text is no JSON. The library that reads JSON judges it; only then the
//! places are found, in a text that is known to be right.

use crate::source::{LineIndex, TextRange};

use super::problem::Problem;
use super::yaml::{Entry, Node, NodeKind};

/// Reads a text.
pub(super) fn read(text: &str) -> Result<Node, Problem> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    if let Err(error) = serde_json::from_str::<serde_json::Value>(&text[start..]) {
        let line = u32::try_from(error.line()).unwrap_or(1);
        let begin = LineIndex::new(text).line_start(line).unwrap_or(0);
        let at = text[begin..]
            .char_indices()
            .map(|(at, _)| begin + at)
            .take_while(|at| at - begin < error.column())
            .last()
            .unwrap_or(begin);
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        let mut problem = Problem::new(TextRange::at(at), format!("this is no JSON: {message}"));
        problem.help("look for a missing or superfluous comma, bracket or quote");
        return Err(problem);
    }
    let mut reader = Reader { text, at: start };
    Ok(reader.value())
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&mut self) -> u8 {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
        self.text.as_bytes().get(self.at).copied().unwrap_or(b' ')
    }

    fn value(&mut self) -> Node {
        let first = self.peek();
        let start = self.at;
        let kind = match first {
            b'{' => NodeKind::Map(self.inside(b'}', Self::entry)),
            b'[' => NodeKind::List(self.inside(b']', Self::value)),
            b'"' => NodeKind::Scalar {
                text: self.string(),
                plain: false,
            },
            _ => {
                let rest = &self.text[start..];
                let end = rest.find([',', ']', '}', ' ', '\t', '\n', '\r']);
                self.at = end.map_or(self.text.len(), |end| start + end);
                NodeKind::Scalar {
                    text: self.text[start..self.at].to_owned(),
                    plain: true,
                }
            }
        };
        Node {
            range: TextRange::new(start, self.at),
            kind,
        }
    }

    /// What stands between brackets.
    fn inside<T>(&mut self, close: u8, item: fn(&mut Self) -> T) -> Vec<T> {
        self.at += 1;
        let mut items = Vec::new();
        while self.peek() != close && self.at < self.text.len() {
            items.push(item(self));
            if self.peek() == b',' {
                self.at += 1;
            }
        }
        self.at = (self.at + 1).min(self.text.len());
        items
    }

    fn entry(&mut self) -> Entry {
        self.peek();
        let start = self.at;
        let key = self.string();
        let key_range = TextRange::new(start, self.at);
        self.peek();
        self.at += 1;
        Entry {
            key,
            key_range,
            value: self.value(),
        }
    }

    fn string(&mut self) -> String {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut end = start + 1;
        while end < bytes.len() && bytes[end] != b'"' {
            end += if bytes[end] == b'\\' { 2 } else { 1 };
        }
        self.at = (end + 1).min(bytes.len());
        let written = self.text.get(start..self.at).unwrap_or_default();
        serde_json::from_str(written).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_and_value_of_a_json_file_has_its_place() {
        let text = "\u{feff}{\n\t\"a\\\"b\": [1, {\"c\" : \"\\ud83d\\ude00}\"}, []],\n\t\"é\": true, \"n\": -1.5e3}";
        let root = read(text).unwrap();
        let entry = root.entry("a\"b").unwrap();
        assert_eq!(entry.key_range.slice(text), "\"a\\\"b\"");
        let inner = entry.value.items()[1].entry("c").unwrap();
        assert_eq!(inner.value.range.slice(text), "\"\\ud83d\\ude00}\"");
        assert_eq!(inner.value.text(), Some("😀}"));
        assert_eq!(root.get("é").unwrap().range.slice(text), "true");
        assert_eq!(root.get("n").unwrap().range.slice(text), "-1.5e3");
    }

    #[test]
    fn what_is_no_json_is_told_where() {
        for text in ["", "{", "{\"a\": }", "[1,]", "{\"é\": x}", "[1] 2"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
