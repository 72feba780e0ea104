//! Blocks as nearly all articles have them: one key a line, with a text or a list of texts. Reading them needs neither parser, and
//! front matter took a sixth of the time of a build.
//!
//! Takes a block, gives what both parsers would give of it. It knows less than YAML on purpose: whatever is not certainly text is
//! left to them, and so is every sign that YAML 1.1 and 1.2 might read differently.

use super::Mapping;
use crate::model::Value;
use crate::source::TextRange;

/// Longest key; YAML 1.1 ends those of more than 1,024 characters.
const LONGEST_KEY: usize = 100;

/// The entries of a block in which every value is a text or a list of texts; `None` for any other. `base` is where it begins.
pub(super) fn read(block: &str, base: usize) -> Option<Mapping> {
    let mut reader = Reader {
        base,
        entries: Vec::new(),
        ranges: Vec::new(),
        list: None,
    };
    let mut at = 0;
    while at < block.len() {
        let end =
            memchr::memchr(b'\n', &block.as_bytes()[at..]).map_or(block.len(), |end| at + end);
        let line = &block[at..end];
        reader.line(line.strip_suffix('\r').unwrap_or(line), at)?;
        at = end + 1;
    }
    reader.finish()
}

struct Reader {
    base: usize,
    entries: Vec<(Box<str>, Value)>,
    /// The places of keys, values and items so far.
    ranges: Vec<TextRange>,
    /// The list that is the value of the last key, when that has no text.
    list: Option<List>,
}

/// A list on its way.
#[derive(Default)]
struct List {
    items: Vec<Value>,
    places: Vec<TextRange>,
    /// Blanks in front of its dashes.
    indent: usize,
    /// Where its first dash stands.
    start: usize,
}

impl Reader {
    /// A line without its end, which begins at `at`.
    fn line(&mut self, line: &str, at: usize) -> Option<()> {
        if line.is_empty() {
            return Some(());
        }
        let unindented = line.trim_start_matches(' ');
        let indent = line.len() - unindented.len();
        if let Some(item) = unindented.strip_prefix("- ") {
            let list = self.list.as_mut()?;
            if list.items.is_empty() {
                (list.indent, list.start) = (indent, at + indent);
            } else if list.indent != indent {
                return None;
            }
            let (value, place) = text(item, self.base + at + indent + 2)?;
            list.items.push(value);
            list.places.push(place);
            return Some(());
        }
        if indent > 0 {
            return None;
        }
        self.close()?;
        let colon = memchr::memchr(b':', line.as_bytes())?;
        let (key, value) = (&line[..colon], &line[colon + 1..]);
        if !is_key(key) || self.entries.iter().any(|(other, _)| **other == *key) {
            return None;
        }
        self.ranges
            .push(TextRange::new(self.base + at, self.base + at + colon));
        if value.trim_matches(' ').is_empty() {
            self.entries.push((key.into(), Value::Null));
            self.list = Some(List::default());
            return Some(());
        }
        let value = value.strip_prefix(' ')?;
        let (value, place) = text(value, self.base + at + colon + 2)?;
        self.entries.push((key.into(), value));
        self.ranges.push(place);
        Some(())
    }

    /// Ends the value of the last key. A key with nothing behind it is left to the parsers.
    fn close(&mut self) -> Option<()> {
        let Some(list) = self.list.take() else {
            return Some(());
        };
        let end = list.places.last()?.end as usize;
        self.ranges
            .push(TextRange::new(self.base + list.start, end));
        self.ranges.extend(list.places);
        self.entries.last_mut()?.1 = Value::List(list.items.into());
        Some(())
    }

    fn finish(mut self) -> Option<Mapping> {
        self.close()?;
        // A block without any key is no mapping.
        self.entries.first()?;
        Some(Mapping {
            entries: self.entries,
            ranges: self.ranges,
            problems: Vec::new(),
        })
    }
}

/// A value on one line that is certainly a text, with its place. `at` is where the line's value begins, blanks included.
fn text(written: &str, at: usize) -> Option<(Value, TextRange)> {
    let value = written.trim_start_matches(' ');
    let start = at + written.len() - value.len();
    let value = value.trim_end_matches(' ');
    if !is_text(value) {
        return None;
    }
    let inner = match value.as_bytes() {
        [b'\'' | b'"', .., b'\'' | b'"'] => &value[1..value.len() - 1],
        _ => value,
    };
    let place = TextRange::new(start, start + value.trim_end().len());
    Some((Value::String(inner.into()), place))
}

fn is_key(key: &str) -> bool {
    key.len() <= LONGEST_KEY
        && key.starts_with(|first: char| first.is_ascii_alphabetic())
        && key
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-'))
}

/// Whether a value on one line is certainly a text.
fn is_text(value: &str) -> bool {
    let quoted = |quote: char| {
        let inner = value.strip_prefix(quote)?.strip_suffix(quote)?;
        Some(!inner.contains([quote, '\\']) && inner.chars().all(is_printable))
    };
    if value.len() >= 2
        && let Some(is_text) = quoted('\'').or_else(|| quoted('"'))
    {
        return is_text;
    }
    is_day(value) || is_hash(value) || is_word(value)
}

/// `03/10/2021`: numbers have no slash.
fn is_day(value: &str) -> bool {
    value.starts_with(|first: char| first.is_ascii_digit())
        && value.contains('/')
        && value
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'/')
}

/// The hash of a version, in hexadecimal digits: not all of them are decimal, and there is none of the signs of other numbers.
fn is_hash(value: &str) -> bool {
    value.len() == 40
        && value.bytes().all(|byte| byte.is_ascii_hexdigit())
        && value.contains(|sign: char| sign.is_ascii_alphabetic())
        && !value.starts_with("0b")
        && value.parse::<f64>().is_err()
}

/// Words without quotes that begin with a letter and are no other value's name.
fn is_word(value: &str) -> bool {
    const OTHERS: [&str; 10] = [
        "true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan",
    ];
    value.starts_with(char::is_alphabetic)
        && value
            .chars()
            .all(|sign| is_printable(sign) && !matches!(sign, ':' | '#'))
        && !OTHERS.iter().any(|other| other.eq_ignore_ascii_case(value))
        && value.parse::<f64>().is_err()
}

/// What both versions of YAML take within a line, without any meaning beyond itself.
fn is_printable(sign: char) -> bool {
    matches!(sign, ' '..='~')
        || (sign >= '\u{A0}'
            && !matches!(
                sign,
                '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'
            ))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{tree, values};
    use super::*;

    fn holds_only_texts(block: &str) -> bool {
        read(block, 0).is_some()
    }

    #[test]
    fn what_is_no_certain_text_is_left_to_the_other_parser() {
        for text in [
            "title: Some words, and 'more' (all of them)\nms.date: 03/10/2021\nROBOTS: NOINDEX, NOFOLLOW",
            "a: 8bc60ec34bc1e40685e3976576e04a2623f63a7c\nb: Les «\u{A0}mots\u{A0}»",
            "a: 'x: y # z'\nb: \"1\"\r\nc: z\nd: \n- x\n- '1'\ne:\n  - x\n\nf: été 日本",
        ] {
            assert!(holds_only_texts(text), "{text}");
        }
        for text in [
            "",
            "\n",
            "a:",
            "a:\nb: x",
            "a: x\na: y",
            "a: 1",
            "a: true",
            "a: No",
            "a: ~",
            "a: &x y",
            "a: *x",
            "a: !t x",
            "a: [x]",
            "a: {x: y}",
            "a: |",
            "a: x: y",
            "a: x # y",
            "a: 'it''s'",
            "a: \"x\\n\"",
            "a: - x",
            "a:\tx",
            " a: x",
            "a: x\n- y",
            "a:\n- x\n - y",
            "a:\n  b: c",
            "a: x\n  y",
            "<<: x",
            "a b: c",
            "? a",
            "a:x",
            "a: inf",
            "a: .inf",
            "a: x\u{85}y",
            "a: x\u{7}",
            "a: 2021-03-10",
            "a: \"x",
            "a: %x",
            "a: @x",
            "# x",
            "a: 1234567890123456789012345678901234567890",
            "a: 123456789012345678901234567890123456e123",
        ] {
            assert!(!holds_only_texts(text), "{text}");
        }
    }

    fn by_both_parsers(block: &str) -> Mapping {
        let tree = tree::read(block, 7).expect("it is YAML");
        values::entries(block, 7, &tree)
    }

    proptest! {
        #[test]
        fn both_ways_give_the_same(
            lines in proptest::collection::vec(
                "(a|ms\\.b|c-d|e): ?(x|été 1|1|'q: r'|\"s # t\"|true|y|8bc60ec34bc1e40685e3976576e04a2623f63a7c|123456789012345678901234567890123456e123|03/10/2021|1/2|x, y|日本|inf|E5|'')? ?|( |  )?- (x|'1'|2|y z) ?|",
                0..8,
            ),
            end in prop_oneof![Just("\n"), Just("\r\n")],
        ) {
            let block = lines.join(end);
            if let Some(one) = read(&block, 7) {
                let other = by_both_parsers(&block);
                prop_assert_eq!(one.entries, other.entries, "{}", &block);
                prop_assert_eq!(one.ranges, other.ranges);
                prop_assert_eq!(one.problems, other.problems);
            }
        }
    }
}
