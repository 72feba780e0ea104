//! What an author writes into a heading to name it: `<a name="x"></a>`, `<a id="x">Title</a>`, `{#x .class}`.
//!
//! Takes raw tags and the text of one heading, tells which of them are names. It does not make slugs.

use std::ops::Range;

/// What a raw tag in a heading is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum AnchorTag {
    /// `<a>` with names and without a target: where the names stand in the tag, and whether an end tag is awaited.
    Start {
        names: Vec<Range<usize>>,
        open: bool,
    },
    /// An `<a>` that is a link, or has no name.
    OtherStart,
    /// `</a>`.
    End,
    /// Another tag.
    None,
}

/// Judges a tag that is well formed by `CommonMark`'s grammar.
pub(super) fn tag(tag: &str) -> AnchorTag {
    let is_a = |from: usize| {
        let bytes = tag.as_bytes();
        bytes
            .get(from)
            .is_some_and(|byte| byte.eq_ignore_ascii_case(&b'a'))
            && bytes
                .get(from + 1)
                .is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))
    };
    if tag.starts_with("</") && is_a(2) {
        return AnchorTag::End;
    }
    if !tag.starts_with('<') || !is_a(1) {
        return AnchorTag::None;
    }
    let mut names: Vec<Range<usize>> = Vec::new();
    for (name, value) in attributes(tag) {
        match name.to_ascii_lowercase().as_str() {
            "href" => return AnchorTag::OtherStart,
            "name" | "id" => {
                let known = names
                    .iter()
                    .any(|known| tag[known.clone()] == tag[value.clone()]);
                if !value.is_empty() && !known {
                    names.push(value);
                }
            }
            _ => {}
        }
    }
    if names.is_empty() {
        return AnchorTag::OtherStart;
    }
    AnchorTag::Start {
        names,
        open: !tag.ends_with("/>"),
    }
}

/// The attributes of a well-formed start tag: names, and places of the values without quotes.
fn attributes(tag: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let bytes = tag.as_bytes();
    let skip = move |mut at: usize, skipped: fn(u8) -> bool| {
        while bytes.get(at).is_some_and(|&byte| skipped(byte)) {
            at += 1;
        }
        at
    };
    let mut at = 2;
    std::iter::from_fn(move || {
        let name = skip(at, |byte| byte.is_ascii_whitespace() || byte == b'/');
        let name_end = skip(name, |byte| {
            !byte.is_ascii_whitespace() && !matches!(byte, b'=' | b'/' | b'>')
        });
        if name == name_end {
            return None;
        }
        let equals = skip(name_end, |byte| byte.is_ascii_whitespace());
        if bytes.get(equals) != Some(&b'=') {
            at = name_end;
            return Some((&tag[name..name_end], name_end..name_end));
        }
        let value = skip(equals + 1, |byte| byte.is_ascii_whitespace());
        let (start, end) = match bytes.get(value) {
            Some(b'"') => (value + 1, skip(value + 1, |byte| byte != b'"')),
            Some(b'\'') => (value + 1, skip(value + 1, |byte| byte != b'\'')),
            _ => (
                value,
                skip(value, |byte| !byte.is_ascii_whitespace() && byte != b'>'),
            ),
        };
        at = if start > value {
            (end + 1).min(bytes.len())
        } else {
            end
        };
        Some((&tag[name..name_end], start..end))
    })
}

/// Names and classes at the end of a heading.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attributes {
    /// Where the text before them ends, blanks taken off.
    pub(super) text_end: usize,
    /// Where the names stand.
    pub(super) ids: Vec<Range<usize>>,
    /// Where the classes stand.
    pub(super) classes: Vec<Range<usize>>,
}

/// Reads `{#id .class}` at the end of a heading's last text. Braces that hold anything else are a placeholder and stay.
pub(super) fn braces(text: &str) -> Option<Attributes> {
    let inside = text.trim_end().strip_suffix('}')?;
    let open = inside.rfind('{')?;
    let mut attributes = Attributes {
        text_end: text[..open].trim_end().len(),
        ids: Vec::new(),
        classes: Vec::new(),
    };
    let mut at = open + 1;
    for word in inside[open + 1..].split_ascii_whitespace() {
        let start = at + text[at..].find(word)?;
        at = start + word.len();
        match word.as_bytes() {
            [b'#', _, ..] => attributes.ids.push(start + 1..at),
            [b'.', _, ..] => attributes.classes.push(start + 1..at),
            _ => return None,
        }
    }
    let found = !attributes.ids.is_empty() || !attributes.classes.is_empty();
    (found && !inside[open..].contains(['}', '<', '>', '\\'])).then_some(attributes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(written: &str) -> Vec<&str> {
        match tag(written) {
            AnchorTag::Start { names, .. } => {
                names.into_iter().map(|name| &written[name]).collect()
            }
            _ => Vec::new(),
        }
    }

    #[test]
    fn an_anchor_is_recognised_in_every_way_to_write_it() {
        assert_eq!(names(r#"<a name="x"></a>"#), ["x"]);
        assert_eq!(names("<A\n ID = 'x y' class=z >"), ["x y"]);
        assert_eq!(names("<a name=x>"), ["x"]);
        assert_eq!(names(r#"<a id="x"/>"#), ["x"]);
        assert_eq!(names(r#"<a name="x" id="x">"#), ["x"]);
        assert_eq!(names(r#"<a name="x" id="y">"#), ["x", "y"]);
        assert_eq!(names(r#"<a hidden name="x">"#), ["x"]);
    }

    #[test]
    fn links_and_other_tags_are_no_anchors() {
        for written in [
            r#"<a name="x" href="y">"#,
            "<a>",
            "<a name>",
            r#"<a name="">"#,
        ] {
            assert_eq!(tag(written), AnchorTag::OtherStart, "{written}");
        }
        assert_eq!(tag("</a >"), AnchorTag::End);
        assert_eq!(tag("<abbr name=x>"), AnchorTag::None);
        assert_eq!(tag("<!-- a -->"), AnchorTag::None);
    }

    #[test]
    fn braces_are_attributes_only_when_they_say_so() {
        let text = "Title  {#a .b #c} ";
        let found = braces(text).unwrap();
        assert_eq!(&text[..found.text_end], "Title");
        assert_eq!(
            found
                .ids
                .iter()
                .map(|id| &text[id.clone()])
                .collect::<Vec<_>>(),
            ["a", "c"]
        );
        assert_eq!(
            found
                .classes
                .iter()
                .map(|class| &text[class.clone()])
                .collect::<Vec<_>>(),
            ["b"]
        );
        for placeholder in [
            "{HealthCheckString}",
            "a {b #c}",
            "{}",
            "{#}",
            "#a}",
            "{#a",
            "{#a} b",
        ] {
            assert_eq!(braces(placeholder), None, "{placeholder}");
        }
    }
}
