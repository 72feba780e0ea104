//! Filling the holes of a message. What cannot be filled shows its name in braces and is an error.

use std::fmt;

use super::super::slots::{COUNT, slot};
use super::super::{Argument, Grouping};
use super::Bundle;
use super::number::Number;
use super::pattern::{Expression, Inline, Key, Pattern, Piece, Variant};

/// Most holes that one message may fill, inner messages included: a few messages that show each other ten times each would
/// else become a text of gigabytes.
const MOST_PLACES: usize = 100;

/// Why a hole could not be filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResolveError {
    /// There is no such message.
    UnknownMessage(String),
    /// There is no such term; with its `-`.
    UnknownTerm(String),
    /// There is no such attribute: `message.attribute`.
    UnknownAttribute(String),
    /// The variable was not given.
    UnknownVariable(String),
    /// There is no such function.
    UnknownFunction(String),
    /// The message has attributes only.
    NoText(String),
    /// A message shows itself.
    Circular(String),
    /// There are too many holes.
    TooMany,
}

impl fmt::Display for ResolveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownMessage(id) => write!(f, "no message `{id}`"),
            Self::UnknownTerm(id) => write!(f, "no term `{id}`"),
            Self::UnknownAttribute(id) => write!(f, "no attribute `{id}`"),
            Self::UnknownVariable(name) => write!(f, "`${name}` is not given"),
            Self::UnknownFunction(name) => write!(f, "no function `{name}`"),
            Self::NoText(id) => write!(f, "`{id}` has no text"),
            Self::Circular(id) => write!(f, "`{id}` shows itself"),
            Self::TooMany => write!(f, "more than {MOST_PLACES} holes"),
        }
    }
}

/// What a hole is filled with.
enum Value {
    /// Text from a message: as it is.
    Text(String),
    /// Text that was given: isolated where it runs the other way.
    Given(String),
    /// A number.
    Number(Number),
    /// Nothing.
    Missing,
}

/// One message on its way to a text.
pub(super) struct Resolver<'b, 'a> {
    bundle: &'b Bundle,
    arguments: &'a [(&'a str, Argument<'a>)],
    /// What the variables of the term are that is being shown; those of a term see nothing else.
    of_term: Option<Vec<(&'b str, Value)>>,
    /// The patterns that are being shown, by place in memory.
    open: Vec<*const Pattern>,
    places: usize,
    stopped: bool,
    pub(super) errors: Vec<ResolveError>,
}

impl<'b, 'a> Resolver<'b, 'a> {
    pub(super) fn new(bundle: &'b Bundle, arguments: &'a [(&'a str, Argument<'a>)]) -> Self {
        Self {
            bundle,
            arguments,
            of_term: None,
            open: Vec::new(),
            places: 0,
            stopped: false,
            errors: Vec::new(),
        }
    }

    /// Writes a pattern.
    pub(super) fn pattern(&mut self, pattern: &'b Pattern, out: &mut String) {
        self.open.push(pattern);
        for piece in &pattern.0 {
            if self.stopped {
                break;
            }
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Place(expression) => self.place(expression, out),
            }
        }
        self.open.pop();
    }

    fn place(&mut self, expression: &'b Expression, out: &mut String) {
        self.places += 1;
        if self.places > MOST_PLACES {
            self.stopped = true;
            self.errors.push(ResolveError::TooMany);
            return;
        }
        self.expression(expression, out);
        if self.stopped {
            let inline = match expression {
                Expression::Inline(inline)
                | Expression::Select {
                    selector: inline, ..
                } => inline,
            };
            out.push_str(&braced(inline));
        }
    }

    fn expression(&mut self, expression: &'b Expression, out: &mut String) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, out),
            Expression::Select { selector, variants } => {
                let value = self.value(selector);
                let chosen = variants
                    .iter()
                    .find(|variant| self.takes(variant, &value))
                    .or_else(|| variants.iter().find(|variant| variant.is_default));
                if let Some(variant) = chosen {
                    self.pattern(&variant.value, out);
                }
            }
        }
    }

    fn takes(&self, variant: &Variant, value: &Value) -> bool {
        match (&variant.key, value) {
            (Key::Word(word), Value::Text(text) | Value::Given(text)) => **word == **text,
            (Key::Word(word), Value::Number(number)) => {
                let plurals = &self.bundle.plurals;
                let form = if number.is_ordinal {
                    plurals.ordinal(&number.digits)
                } else {
                    plurals.cardinal(&number.digits)
                };
                form.is_some_and(|form| form.word() == &**word)
            }
            (Key::Number(key), Value::Number(number)) => {
                Number::read(key).is_some_and(|key| key.equals(number))
            }
            _ => false,
        }
    }

    fn inline(&mut self, inline: &'b Inline, out: &mut String) {
        match inline {
            Inline::Message { id, attribute } => {
                self.reference(id, attribute.as_deref(), inline, out);
            }
            Inline::Term {
                id,
                attribute,
                arguments,
            } => {
                let given = arguments
                    .iter()
                    .map(|(name, inline)| (&**name, self.value(inline)))
                    .collect();
                let outer = self.of_term.replace(given);
                self.reference(id, attribute.as_deref(), inline, out);
                self.of_term = outer;
            }
            Inline::Place(expression) => self.expression(expression, out),
            _ => match self.value(inline) {
                Value::Text(text) => out.push_str(&text),
                Value::Given(text) => out.push_str(&self.bundle.formats.isolated(&text)),
                Value::Number(number) if number.is_slot => out.push_str(&slot(COUNT)),
                Value::Number(number) => {
                    let grouping = if number.is_grouped {
                        Grouping::Yes
                    } else {
                        Grouping::No
                    };
                    out.push_str(&self.bundle.formats.decimal(&number.digits, grouping));
                }
                Value::Missing => out.push_str(&braced(inline)),
            },
        }
    }

    /// Writes a message, a term, or an attribute of one.
    fn reference(&mut self, id: &str, attribute: Option<&str>, inline: &Inline, out: &mut String) {
        let bundle = self.bundle;
        let entry = bundle.entries.get(id);
        let pattern = match (entry, attribute) {
            (Some(entry), Some(attribute)) => entry
                .attributes
                .iter()
                .find(|(name, _)| **name == *attribute)
                .map(|(_, pattern)| pattern),
            (Some(entry), None) => entry.value.as_ref(),
            (None, _) => None,
        };
        let Some(pattern) = pattern else {
            self.errors.push(match (attribute, entry) {
                (Some(attribute), _) => ResolveError::UnknownAttribute(format!("{id}.{attribute}")),
                (None, Some(_)) => ResolveError::NoText(id.to_owned()),
                (None, None) if id.starts_with('-') => ResolveError::UnknownTerm(id.to_owned()),
                (None, None) => ResolveError::UnknownMessage(id.to_owned()),
            });
            out.push_str(&braced(inline));
            return;
        };
        if self.open.iter().any(|&open| std::ptr::eq(open, pattern)) {
            self.errors.push(ResolveError::Circular(id.to_owned()));
            out.push_str(&braced(inline));
        } else {
            self.pattern(pattern, out);
        }
    }

    fn value(&mut self, inline: &'b Inline) -> Value {
        match inline {
            Inline::Text(text) => Value::Text(text.to_string()),
            Inline::Number(digits) => Number::read(digits).map_or(Value::Missing, Value::Number),
            Inline::Variable(name) => self.variable(name),
            Inline::Call {
                function,
                positional,
                named,
            } => self.call(function, positional, named),
            Inline::Message { .. } | Inline::Term { .. } | Inline::Place(_) => {
                let mut text = String::new();
                self.inline(inline, &mut text);
                Value::Text(text)
            }
        }
    }

    fn variable(&mut self, name: &str) -> Value {
        if let Some(given) = &self.of_term {
            let found = given.iter().find(|(given, _)| *given == name);
            // A term's variables need not be given.
            return match found.map(|(_, value)| value) {
                Some(Value::Text(text)) => Value::Text(text.clone()),
                Some(Value::Given(text)) => Value::Given(text.clone()),
                Some(Value::Number(number)) => Value::Number(number.clone()),
                Some(Value::Missing) | None => Value::Missing,
            };
        }
        let given = self.arguments.iter().find(|(given, _)| *given == name);
        let value = given.and_then(|(_, argument)| match argument {
            Argument::Text(text) => Some(Value::Given((*text).to_owned())),
            Argument::Number(number) => Number::read(&number.to_string()).map(Value::Number),
            Argument::Slot(number) => Number::read(&number.to_string()).map(|number| {
                Value::Number(Number {
                    is_slot: true,
                    ..number
                })
            }),
            Argument::Decimal(digits) => Number::read(digits).map(Value::Number),
        });
        value.unwrap_or_else(|| {
            self.errors
                .push(ResolveError::UnknownVariable(name.to_owned()));
            Value::Missing
        })
    }

    /// `NUMBER` is the only function.
    fn call(
        &mut self,
        function: &str,
        positional: &'b [Inline],
        named: &'b [(Box<str>, Inline)],
    ) -> Value {
        if function != "NUMBER" {
            let name = format!("{function}()");
            self.errors.push(ResolveError::UnknownFunction(name));
            return Value::Missing;
        }
        let mut number = match positional.first().map(|first| self.value(first)) {
            Some(Value::Number(number)) => number,
            Some(Value::Text(text) | Value::Given(text)) => match Number::read(&text) {
                Some(number) => number,
                None => return Value::Missing,
            },
            Some(Value::Missing) | None => return Value::Missing,
        };
        for (option, value) in named {
            match self.value(value) {
                Value::Text(text) | Value::Given(text) => number.set(option, &text),
                Value::Number(value) => number.set(option, &value.digits),
                Value::Missing => {}
            }
        }
        Value::Number(number)
    }
}

/// What stands in the place of something that cannot be shown: `{$count}`.
fn braced(inline: &Inline) -> String {
    let with = |id: &str, attribute: &Option<Box<str>>| match attribute {
        Some(attribute) => format!("{id}.{attribute}"),
        None => id.to_owned(),
    };
    let name = match inline {
        Inline::Text(text) | Inline::Number(text) => text.to_string(),
        Inline::Variable(name) => format!("${name}"),
        Inline::Message { id, attribute } | Inline::Term { id, attribute, .. } => {
            with(id, attribute)
        }
        Inline::Call { function, .. } => format!("{function}()"),
        Inline::Place(expression) => match &**expression {
            Expression::Inline(inline)
            | Expression::Select {
                selector: inline, ..
            } => {
                return braced(inline);
            }
        },
    };
    format!("{{{name}}}")
}
