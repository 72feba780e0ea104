//! Pseudo-languages for testing a theme: `qps-ploc` has every word of the interface in accents, about a third longer and in
//! brackets; `qps-plocm` reads from right to left besides. Whatever stays plain English on a page was written into a template.
//!
//! In come the English message files; out come files of the same messages. Variables, choices, markup and references stay as
//! they are; only text is changed.

use std::ops::Range;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// A pseudo-language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pseudo {
    /// `qps-ploc`: accents, longer, in brackets.
    Accented,
    /// `qps-plocm`: the same, from right to left.
    Mirrored,
}

impl Pseudo {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Accented, Self::Mirrored];

    /// The pseudo-language with that canonical tag.
    pub fn of(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pseudo| pseudo.tag() == tag)
    }

    /// Its canonical tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Accented => "qps-Ploc",
            Self::Mirrored => "qps-plocm",
        }
    }

    /// Its tag as a folder is called.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Accented => "qps-ploc",
            Self::Mirrored => "qps-plocm",
        }
    }

    /// Its name for itself.
    pub fn name(self) -> String {
        self.message_text("Pseudo")
    }

    /// A whole text, as a message without variables would show it.
    fn message_text(self, text: &str) -> String {
        format!("{OPEN}{}{}{CLOSE}", self.text(text), padding(text))
    }

    /// Fluent messages, changed. What breaks the syntax stays as it is.
    pub(super) fn messages(self, source: &str) -> String {
        let resource = match fluent_syntax::parser::parse(source) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut edits = Edits {
            source,
            pieces: Vec::new(),
        };
        for entry in &resource.body {
            let pieces = match entry {
                Entry::Message(message) => {
                    let attributes = message.attributes.iter().map(|attribute| &attribute.value);
                    let values = message.value.iter().chain(attributes);
                    values
                        .filter_map(|value| edits.whole(value))
                        .flatten()
                        .collect()
                }
                // Terms are shown inside messages, which have the brackets.
                Entry::Term(term) => edits.part(&term.value),
                _ => Vec::new(),
            };
            edits.pieces.extend(pieces);
        }
        edits.apply(self)
    }

    /// A piece of text, its markup as it is.
    fn text(self, text: &str) -> String {
        let mut changed = String::new();
        for (words, markup) in by_markup(text) {
            self.words(words, &mut changed);
            changed.push_str(markup);
        }
        changed
    }

    fn words(self, text: &str, changed: &mut String) {
        let inner = text.trim();
        if !inner.chars().any(char::is_alphabetic) {
            changed.push_str(text);
            return;
        }
        let start = text.len() - text.trim_start().len();
        changed.push_str(&text[..start]);
        // An override makes Latin letters run as Hebrew ones do, so that everything around them has to cope.
        if self == Self::Mirrored {
            changed.push('\u{202e}');
        }
        for c in inner.chars() {
            let letter = accented(c);
            changed.push(letter);
            if matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u') {
                changed.push(letter);
            }
        }
        if self == Self::Mirrored {
            changed.push('\u{202c}');
        }
        changed.push_str(&text[start + inner.len()..]);
    }
}

const OPEN: char = '⟦';
const CLOSE: char = '⟧';

/// Words and the tag or entity behind them.
fn by_markup(text: &str) -> Vec<(&str, &str)> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        let end = match rest.as_bytes()[at] {
            b'<' => rest[at..].find('>').map(|length| at + length + 1),
            _ => entity_end(rest, at),
        };
        let (before, after) = rest.split_at(end.unwrap_or(at + 1));
        parts.push(before.split_at(at));
        rest = after;
    }
    parts.push((rest, ""));
    parts
}

/// Where an entity such as `&nbsp;` ends.
fn entity_end(text: &str, at: usize) -> Option<usize> {
    let length = text[at..].find(';')?;
    let name = text.get(at + 1..at + length)?;
    let is_entity = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#');
    is_entity.then_some(at + length + 1)
}

/// What makes a text a third longer where its doubled vowels do not.
fn padding(text: &str) -> String {
    let words: String = by_markup(text)
        .into_iter()
        .map(|(words, _)| words)
        .collect();
    let letters = words.chars().filter(|c| c.is_alphanumeric()).count();
    let vowels = words
        .chars()
        .filter(|c| matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u'))
        .count();
    let wanted = (letters * 35).div_ceil(100);
    match wanted.saturating_sub(vowels) {
        0 => String::new(),
        more => format!("\u{a0}{}", "·".repeat(more)),
    }
}

/// A letter that looks like it and is not it.
fn accented(c: char) -> char {
    const PLAIN: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const ACCENTED: &str = "ÅßÇÐÉƑĜĤÎĴĶĻḾÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž";
    PLAIN
        .chars()
        .position(|plain| plain == c)
        .and_then(|at| ACCENTED.chars().nth(at))
        .unwrap_or(c)
}

/// A change of the source.
enum Piece {
    /// This text becomes another one.
    Text(Range<usize>),
    /// Before this place the brackets open.
    Open(usize),
    /// At this place they close, behind so much padding.
    Close(usize, String),
}

impl Piece {
    fn start(&self) -> usize {
        match self {
            Self::Text(range) => range.start,
            Self::Open(at) | Self::Close(at, _) => *at,
        }
    }
}

struct Edits<'s> {
    source: &'s str,
    pieces: Vec<Piece>,
}

impl Edits<'_> {
    /// The changes of a value with brackets around it; none when its place is not known.
    fn whole(&self, pattern: &Pattern<&str>) -> Option<Vec<Piece>> {
        let mut pieces = self.part(pattern);
        let (start, end) = self.bounds(pattern)?;
        let text: String = pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Text(range) => self.source.get(range.clone()),
                _ => None,
            })
            .collect();
        // Of a choice only one variant is shown: its padding would be that of all.
        let padding = if self.source[start..end].contains("->") {
            String::new()
        } else {
            padding(&text)
        };
        pieces.insert(0, Piece::Open(start));
        pieces.push(Piece::Close(end, padding));
        Some(pieces)
    }

    fn part(&self, pattern: &Pattern<&str>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        self.pattern(pattern, &mut pieces);
        pieces
    }

    fn pattern(&self, pattern: &Pattern<&str>, pieces: &mut Vec<Piece>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    pieces.extend(self.place(value).map(Piece::Text));
                }
                PatternElement::Placeable { expression } => self.expression(expression, pieces),
            }
        }
    }

    fn expression(&self, expression: &Expression<&str>, pieces: &mut Vec<Piece>) {
        match expression {
            Expression::Select { variants, .. } => {
                for variant in variants {
                    self.pattern(&variant.value, pieces);
                }
            }
            Expression::Inline(InlineExpression::Placeable { expression }) => {
                self.expression(expression, pieces);
            }
            Expression::Inline(_) => {}
        }
    }

    /// Where a slice of the source stands in it; `None` for text that the parser made up.
    fn place(&self, text: &str) -> Option<Range<usize>> {
        let start = (text.as_ptr() as usize).checked_sub(self.source.as_ptr() as usize)?;
        let range = start..start + text.len();
        (self.source.get(range.clone()) == Some(text)).then_some(range)
    }

    /// From the first sign of a value to its last, braces included.
    fn bounds(&self, pattern: &Pattern<&str>) -> Option<(usize, usize)> {
        let first = match pattern.elements.first()? {
            PatternElement::TextElement { value } => self.place(value)?.start,
            PatternElement::Placeable { expression } => {
                self.source[..self.inner(expression)?.start].rfind('{')?
            }
        };
        let last = match pattern.elements.last()? {
            PatternElement::TextElement { value } => {
                let range = self.place(value)?;
                range.start + value.trim_end_matches(['\n', '\r']).len()
            }
            PatternElement::Placeable { expression } => {
                let end = self.inner(expression)?.end;
                end + self.source[end..].find('}')? + 1
            }
        };
        Some((first, last))
    }

    /// Some place inside a hole: from the first name or text in it to the last.
    fn inner(&self, expression: &Expression<&str>) -> Option<Range<usize>> {
        match expression {
            Expression::Inline(inline) => self.name(inline),
            Expression::Select { selector, variants } => {
                let start = self.name(selector)?.start;
                let last = variants.last()?.value.elements.last()?;
                let end = match last {
                    PatternElement::TextElement { value } => self.place(value)?.end,
                    PatternElement::Placeable { expression } => {
                        let end = self.inner(expression)?.end;
                        end + self.source[end..].find('}')? + 1
                    }
                };
                Some(start..end)
            }
        }
    }

    fn name(&self, inline: &InlineExpression<&str>) -> Option<Range<usize>> {
        match inline {
            InlineExpression::StringLiteral { value }
            | InlineExpression::NumberLiteral { value } => self.place(value),
            InlineExpression::VariableReference { id }
            | InlineExpression::MessageReference { id, .. } => self.place(id.name),
            InlineExpression::TermReference { id, arguments, .. } => {
                let range = self.place(id.name)?;
                Some(match arguments {
                    Some(_) => range.start..range.end + self.source[range.end..].find(')')?,
                    None => range,
                })
            }
            InlineExpression::FunctionReference { id, .. } => {
                let range = self.place(id.name)?;
                Some(range.start..range.end + self.source[range.end..].find(')')?)
            }
            InlineExpression::Placeable { expression } => {
                let inner = self.inner(expression)?;
                let start = self.source[..inner.start].rfind('{')?;
                Some(start..inner.end + self.source[inner.end..].find('}')? + 1)
            }
        }
    }

    fn apply(mut self, pseudo: Pseudo) -> String {
        self.pieces.sort_by_key(Piece::start);
        let mut changed = String::with_capacity(self.source.len() * 2);
        let mut at = 0;
        for piece in &self.pieces {
            let start = piece.start();
            changed.push_str(self.source.get(at..start).unwrap_or_default());
            at = at.max(start);
            match piece {
                Piece::Open(_) => changed.push(OPEN),
                Piece::Close(_, padding) => {
                    changed.push_str(padding);
                    changed.push(CLOSE);
                }
                Piece::Text(range) => {
                    changed.push_str(&pseudo.text(&self.source[range.clone()]));
                    at = range.end;
                }
            }
        }
        changed.push_str(&self.source[at..]);
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accents(source: &str) -> String {
        Pseudo::Accented.messages(source)
    }

    #[test]
    fn words_get_accents_and_length_and_everything_else_stays() {
        assert_eq!(
            accents("skip = Skip to main\n"),
            "skip = ⟦Šķîîþ ţöö ɱååîîñ⟧\n"
        );
        assert_eq!(
            accents("link = Link to “{ $heading }”\n"),
            "link = ⟦Ļîîñķ ţöö “{ $heading }”\u{a0}·⟧\n"
        );
        assert_eq!(
            accents("t = { $page } – { $site }\n"),
            "t = ⟦{ $page } – { $site }⟧\n"
        );
        assert_eq!(
            accents("-brand = Name\na = <b title=\"x\">Go</b>&nbsp;on { -brand(case: \"of\") }\n"),
            "-brand = Ñååɱéé\na = ⟦<b title=\"x\">Ĝöö</b>&nbsp;ööñ { -brand(case: \"of\") }⟧\n"
        );
    }

    #[test]
    fn choices_keep_their_forms() {
        let source = "n =\n    { $count ->\n        [one] { $count } page\n       *[other] { $count } pages\n    }\n";
        let wanted = "n =\n    ⟦{ $count ->\n        [one] { $count } þååĝéé\n       *[other] { $count } þååĝééš\n    }⟧\n";
        assert_eq!(accents(source), wanted);
        let two =
            "s = { $a ->\n   *[other] { $a } x\n  } in { $b ->\n   *[other] { NUMBER($b) }\n  }\n";
        let changed = accents(two);
        assert!(
            fluent_syntax::parser::parse(changed.as_str()).is_ok(),
            "{changed}"
        );
        assert!(
            changed.contains("} îîñ {") && changed.trim_end().ends_with("}⟧"),
            "{changed}"
        );
    }

    #[test]
    fn every_message_is_a_third_longer() {
        for text in [
            "Next",
            "Skip to main content",
            "Rhythm",
            "On this page",
            "You are here",
        ] {
            let letters = text.chars().count();
            let changed = Pseudo::Accented.message_text(text).chars().count();
            assert!(
                changed * 100 >= letters * 130 && changed <= letters * 2 + 4,
                "{text}: {changed}"
            );
        }
    }

    #[test]
    fn mirrored_words_run_from_right_to_left() {
        assert_eq!(
            Pseudo::Mirrored.messages("a = Go to { $x } now\n"),
            "a = ⟦\u{202e}Ĝöö ţöö\u{202c} { $x } \u{202e}ñööŵ\u{202c}⟧\n"
        );
    }
}
