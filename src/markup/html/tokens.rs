//! Raw HTML as tokens with byte places: the only user of the HTML tokenizer.
//!
//! In: one piece of raw HTML. Out: tags, text and comments in order, which together cover the whole text. What is allowed is not decided here.

use std::ops::Range;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, State, Tokenizer};

use super::tags;

/// An attribute as written: name in lower case, entities of the value resolved.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Attribute {
    pub(super) name: String,
    pub(super) value: String,
    /// The place of the value, or of the name when there is no value.
    pub(super) range: Range<usize>,
}

/// A piece of HTML.
#[derive(Debug, PartialEq)]
pub(super) enum Token {
    /// `closed`: written `<x/>`. `raw`: what follows, up to its end tag, is no markup.
    Open {
        name: String,
        attributes: Vec<Attribute>,
        closed: bool,
        raw: bool,
    },
    Close {
        name: String,
    },
    /// Entities resolved.
    Text(String),
    Comment,
    /// What looks like a tag and is none: it has no name, or never ends.
    Broken,
}

/// Takes a text apart. The ranges follow each other without gaps.
pub(super) fn tokens(text: &str) -> Vec<(Token, Range<usize>)> {
    let mut name = String::new();
    let mut attributes: Vec<Attribute> = Vec::new();
    let emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| {
        let token = match event {
            CallbackEvent::OpenStartTag { name: bytes } => {
                name = owned(bytes);
                attributes.clear();
                return None;
            }
            CallbackEvent::AttributeName { name: bytes } => {
                attributes.push(Attribute {
                    name: owned(bytes),
                    value: String::new(),
                    range: span.start..span.end,
                });
                return None;
            }
            CallbackEvent::AttributeValue { value } => {
                if let Some(last) = attributes.last_mut() {
                    last.value = owned(value);
                    last.range = span.start..span.end;
                }
                return None;
            }
            CallbackEvent::CloseStartTag { self_closing } => Token::Open {
                name: std::mem::take(&mut name),
                attributes: std::mem::take(&mut attributes),
                closed: self_closing,
                raw: false,
            },
            CallbackEvent::EndTag { name: bytes } => Token::Close { name: owned(bytes) },
            CallbackEvent::String { value } => Token::Text(owned(value)),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } => Token::Comment,
            CallbackEvent::Error(_) => return None,
        };
        Some((token, span.end))
    });
    let mut tokenizer = Tokenizer::new_with_emitter(text, emitter);
    let mut found: Vec<(Token, Range<usize>)> = Vec::new();
    let mut endless: Vec<String> = Vec::new();
    let mut end = 0;
    while let Some(Ok((mut token, token_end))) = tokenizer.next() {
        // A token begins where the one before it ended; the tokenizer itself does not always say where.
        let range = end..token_end.clamp(end, text.len());
        end = range.end;
        if let Token::Open { name, raw, .. } = &mut token
            && let Some(state) = state_within(name)
            && !endless.contains(name)
        {
            if tags::is_code(name) || has_end(&text[range.end..], name) {
                tokenizer.set_state(state);
                *raw = true;
            } else {
                endless.push(name.clone());
            }
        }
        if matches!(token, Token::Comment) && text[range.clone()].starts_with("</") {
            token = Token::Broken;
        }
        found.push((token, range));
    }
    drop(tokenizer);
    if end < text.len() {
        found.push((Token::Broken, end..text.len()));
    }
    found
}

/// How the tokenizer must read the contents of an element whose contents are no markup.
fn state_within(name: &str) -> Option<State> {
    match name {
        "script" => Some(State::ScriptData),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript" => Some(State::RawText),
        "title" | "textarea" => Some(State::RcData),
        _ => None,
    }
}

/// Whether `</name` follows.
fn has_end(rest: &str, name: &str) -> bool {
    let rest = rest.as_bytes();
    memchr::memmem::find_iter(rest, "</").any(|at| {
        rest.get(at + 2..at + 2 + name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    })
}

fn owned(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Vec<(&str, Token)> {
        tokens(text)
            .into_iter()
            .map(|(token, range)| (&text[range], token))
            .collect()
    }

    #[test]
    fn tokens_cover_the_whole_text() {
        for text in [
            "é<script>a<b</script>z",
            "foo <bar",
            "a&amp;b<a  HREF='y&quot;z' q=1 r=>t</a >c<br/>d",
            "</ x> <>&",
            "a\r\n<b\r\nid=x\r\n>\0</b>\r",
            "<xmp>a",
            "<title>a<b></title>c",
            "<!-- <b> --><?x?><![CDATA[a]]>",
            "<!--",
            "<script>x",
            "<a b='",
        ] {
            let all: String = written(text)
                .into_iter()
                .map(|(written, _)| written)
                .collect();
            assert_eq!(all, text);
        }
    }

    #[test]
    fn an_attribute_has_its_value_resolved_and_its_place() {
        let text = "x<a  HREF='y&quot;z' disabled>";
        let Some((Token::Open { attributes, .. }, _)) = tokens(text).pop() else {
            panic!("a tag")
        };
        assert_eq!(
            (attributes[0].name.as_str(), attributes[0].value.as_str()),
            ("href", "y\"z")
        );
        assert_eq!(&text[attributes[0].range.clone()], "y&quot;z");
        assert_eq!(&text[attributes[1].range.clone()], "disabled");
    }

    #[test]
    fn what_is_no_tag_is_broken() {
        assert_eq!(written("a <b x").pop(), Some(("<b x", Token::Broken)));
        assert_eq!(written("</ x>"), [("</ x>", Token::Broken)]);
    }
}
