//! Blocks as nearly all articles have them: one key a line, with a text or a list of texts. Their values need no second parser to
//! tell their types, which takes most of the time of reading front matter.
//!
//! Takes a block, says whether it is such a one. It knows less than YAML on purpose: whatever is not certainly text is left to
//! `serde_yaml`, and so is every sign that YAML 1.1 and 1.2 might read differently.

/// Longest key; YAML 1.1 ends those of more than 1,024 characters.
const LONGEST_KEY: usize = 100;

/// Whether every value in a block is nothing, a text, or a list of texts.
pub(super) fn holds_only_texts(block: &str) -> bool {
    /// Where list items may stand.
    #[derive(Clone, Copy, PartialEq)]
    enum Items {
        Nowhere,
        AtFirst,
        Indented(usize),
    }
    let mut items = Items::Nowhere;
    for line in block.lines() {
        if line.is_empty() {
            continue;
        }
        let unindented = line.trim_start_matches(' ');
        let indent = line.len() - unindented.len();
        if let Some(item) = unindented.strip_prefix("- ") {
            let fits = match items {
                Items::Nowhere => false,
                Items::AtFirst => true,
                Items::Indented(before) => before == indent,
            };
            if !fits || !is_text(item.trim_matches(' ')) {
                return false;
            }
            items = Items::Indented(indent);
            continue;
        }
        let Some((key, value)) = line.split_once(':').filter(|_| indent == 0) else {
            return false;
        };
        items = match value.strip_prefix(' ').map(|value| value.trim_matches(' ')) {
            _ if !is_key(key) => return false,
            None if value.is_empty() => Items::AtFirst,
            Some("") => Items::AtFirst,
            Some(value) if is_text(value) => Items::Nowhere,
            _ => return false,
        };
    }
    true
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

    use super::super::{Mapping, mapping, tree, values};
    use super::*;

    #[test]
    fn what_is_no_certain_text_is_left_to_the_other_parser() {
        for text in [
            "title: Some words, and 'more' (all of them)\nms.date: 03/10/2021\nROBOTS: NOINDEX, NOFOLLOW",
            "a: 8bc60ec34bc1e40685e3976576e04a2623f63a7c\nb: Les «\u{A0}mots\u{A0}»",
            "a: 'x: y # z'\nb: \"1\"\r\nc:\nd: \n- x\n- '1'\ne:\n  - x\n\nf: été 日本",
        ] {
            assert!(holds_only_texts(text), "{text}");
        }
        for text in [
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

    fn with_both(block: &str) -> (Mapping, Mapping) {
        let tree = tree::read(block, 7).expect("it is YAML");
        (
            mapping(block, 7),
            values::entries_by_both_parsers(block, 7, &tree),
        )
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
            if holds_only_texts(&block) && !block.trim().is_empty() {
                let (one, other) = with_both(&block);
                prop_assert_eq!(one.entries, other.entries, "{}", &block);
                prop_assert_eq!(one.ranges, other.ranges);
                prop_assert_eq!(one.problems, other.problems);
            }
        }
    }
}
