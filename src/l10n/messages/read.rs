//! Reading message files: their syntax, and what each message names (variables, other messages, terms, functions).
//!
//! Identifiers in Fluent's tree are slices of the source, so every name has its place. Nothing is formatted here.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement,
    Variant, VariantKey,
};
use fluent_syntax::parser::ParserError;

use super::bundle::OPTIONS;
use super::finding::{Finding, Kind};
use super::problem::Problem;
use super::{LocaleId, MessageFile};

/// What one message or term of a file names, with places.
#[derive(Debug, Default)]
pub(super) struct Named<'t> {
    /// The file's position in the list of files.
    pub file: usize,
    /// The place of its own name.
    pub place: Range<usize>,
    /// Variables.
    pub variables: Vec<(&'t str, Range<usize>)>,
    /// Messages and terms it shows; terms with their `-`.
    pub references: Vec<(String, Range<usize>)>,
    /// Functions and options in it that do not exist.
    functions: Vec<(&'t str, Range<usize>)>,
    /// Its value, if it consists of text and variables only.
    pub simple: Option<Vec<Part>>,
    /// Its choices, inner ones too.
    pub choices: Vec<Choice<'t>>,
    /// What stands in the comment above it.
    pub comment: String,
}

/// A choice between variants.
#[derive(Debug)]
pub(super) struct Choice<'t> {
    /// The variable that it looks at, alone or as a `NUMBER`.
    pub variable: Option<&'t str>,
    /// Whether it asks for the place in an order (first, second) and not for how many.
    pub ordinal: bool,
    /// The names of the variants, with places; numbers are kept apart.
    pub keys: Vec<(&'t str, Range<usize>)>,
    /// Variants for exactly one number.
    pub numbers: Vec<&'t str>,
}

/// A piece of a message without choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Text.
    Text(Box<str>),
    /// A variable.
    Variable(Box<str>),
}

/// The messages (`id`) and terms (`-id`) of one locale, later files over earlier ones.
pub(super) type Entries<'t> = BTreeMap<String, Named<'t>>;

/// Reads all files of all locales; what is wrong with their syntax, or twice in one file, is added to `findings`.
pub(super) fn read<'t>(
    files: &'t [MessageFile],
    findings: &mut Vec<Finding>,
) -> BTreeMap<&'t LocaleId, Entries<'t>> {
    let mut locales: BTreeMap<&LocaleId, Entries<'_>> = BTreeMap::new();
    for (number, file) in files.iter().enumerate() {
        let entries = read_file(number, file, findings);
        locales.entry(&file.locale).or_default().extend(entries);
    }
    locales
}

/// The deepest nesting of braces and parentheses; the parser calls itself for each.
const DEEPEST: usize = 100;

/// The bracket that is nested too deep, if there is one. Texts in quotation marks within braces do not count.
fn too_deep(text: &str) -> Option<Range<usize>> {
    let (mut depth, mut start) = (0_usize, 0);
    for line in text.split_inclusive('\n') {
        if begins_entry(line) {
            // Whatever was open before is broken, and open no longer.
            depth = 0;
        }
        let (mut quoted, mut escaped) = (false, false);
        for (at, byte) in line.bytes().enumerate() {
            match byte {
                _ if std::mem::take(&mut escaped) => {}
                b'\\' if quoted => escaped = true,
                b'"' if depth > 0 => quoted = !quoted,
                _ if quoted => {}
                b'{' => depth += 1,
                b'(' if depth > 0 => depth += 1,
                b'}' | b')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > DEEPEST {
                return Some(start + at..start + at + 1);
            }
        }
        start += line.len();
    }
    None
}

/// Whether a line begins a message or a term: `name =`.
fn begins_entry(line: &str) -> bool {
    let name = line.strip_prefix('-').unwrap_or(line);
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let rest = name.trim_start_matches(is_part);
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && rest.trim_start_matches(' ').starts_with('=')
}

fn read_file<'t>(number: usize, file: &'t MessageFile, findings: &mut Vec<Finding>) -> Entries<'t> {
    let text = file.text.as_str();
    let mut report = |kind, place: Range<usize>, message: String, hint: Option<&str>| {
        let mut problem = Problem::new(&file.path, text, place, message);
        problem.hint = hint.map(str::to_owned);
        findings.push(Finding::new(kind, &file.locale, problem));
    };
    if let Some(place) = too_deep(text) {
        let message = format!("more than {DEEPEST} brackets within brackets");
        let hint = "say it in several messages";
        report(Kind::Syntax, place, message, Some(hint));
        return Entries::new();
    }
    let resource = match fluent_syntax::parser::parse(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let message = lower_first(&error.kind.to_string());
                report(Kind::Syntax, broken(text, &error), message, None);
                for stray in strays(text, &error) {
                    let message = "this belongs to no message".to_owned();
                    report(
                        Kind::Syntax,
                        stray,
                        message,
                        Some("indent the lines of a text"),
                    );
                }
            }
            resource
        }
    };
    let mut entries = Entries::new();
    for entry in resource.body {
        let (name, id, value, attributes, comment) = match entry {
            Entry::Message(message) => {
                let name = message.id.name.to_owned();
                (
                    name,
                    message.id,
                    message.value,
                    message.attributes,
                    message.comment,
                )
            }
            Entry::Term(term) => {
                let name = format!("-{}", term.id.name);
                (
                    name,
                    term.id,
                    Some(term.value),
                    term.attributes,
                    term.comment,
                )
            }
            _ => continue,
        };
        let comment = comment.map_or_else(String::new, |comment| comment.content.join("\n"));
        // An attribute is a message of its own: `name.attribute`.
        let attributes = attributes.into_iter().map(|attribute| {
            let name = format!("{name}.{}", attribute.id.name);
            (name, attribute.id, attribute.value)
        });
        let value = value.map(|value| (name.clone(), id, value));
        for (name, id, value) in value.into_iter().chain(attributes) {
            let mut named = Named {
                file: number,
                place: place(text, id.name),
                comment: comment.clone(),
                ..Named::default()
            };
            named.simple = simple(&value);
            Walk {
                text,
                named: &mut named,
                in_term: name.starts_with('-'),
            }
            .pattern(&value);
            for (function, place) in &named.functions {
                let hint = format!(
                    "use `NUMBER`, the only function, with {}",
                    OPTIONS.map(|option| format!("`{option}`")).join(", ")
                );
                let message = format!("unknown function or option `{function}`");
                report(Kind::Reference, place.clone(), message, Some(&hint));
            }
            let place = named.place.clone();
            if entries.insert(name.clone(), named).is_some() {
                let message = format!("`{name}` stands twice in this file");
                report(Kind::Reference, place, message, None);
            }
        }
    }
    entries
}

/// Where an entry breaks the syntax: the place that Fluent names, if it lies in the entry; the entry's first line when it lies
/// behind it, because something was opened and never closed.
fn broken(text: &str, error: &ParserError) -> Range<usize> {
    let Some(entry) = &error.slice else {
        return error.pos.clone();
    };
    let junk = text.get(entry.clone()).unwrap_or_default();
    if error.pos.start < entry.start + junk.trim_end().len() {
        return error.pos.clone();
    }
    let first = junk.split(['\n', '\r']).next().unwrap_or_default();
    entry.start..entry.start + first.trim_end().len()
}

/// Lines behind the one that breaks the syntax on which Fluent would look for the next entry, and finds none.
fn strays(text: &str, error: &ParserError) -> Vec<Range<usize>> {
    let Some(entry) = &error.slice else {
        return Vec::new();
    };
    let junk = text.get(entry.clone()).unwrap_or_default();
    let mut found = Vec::new();
    let mut start = entry.start;
    for line in junk.split_inclusive('\n') {
        let begins = line.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '-' | '#'));
        if start > entry.start && begins {
            found.push(start..start + line.trim_end().len());
        }
        start += line.len();
    }
    found
}

/// What `id` names, including what the messages that it shows name. A message that shows itself ends there.
pub(super) fn variables<'t>(entries: &Entries<'t>, id: &str) -> BTreeSet<&'t str> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![id.to_owned()];
    while let Some(id) = open.pop() {
        if let Some(named) = entries.get(&id).filter(|_| seen.insert(id.clone())) {
            found.extend(named.variables.iter().map(|(name, _)| *name));
            open.extend(named.references.iter().map(|(name, _)| name.clone()));
        }
    }
    found
}

/// Whether following references from `id` leads back to it.
pub(super) fn is_circular(entries: &Entries<'_>, id: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&str> = references(entries, id);
    while let Some(next) = open.pop() {
        if next == id {
            return true;
        }
        if seen.insert(next.to_owned()) {
            open.extend(references(entries, next));
        }
    }
    false
}

fn references<'e>(entries: &'e Entries<'_>, id: &str) -> Vec<&'e str> {
    entries.get(id).map_or_else(Vec::new, |named| {
        named
            .references
            .iter()
            .map(|(name, _)| name.as_str())
            .collect()
    })
}

fn simple(pattern: &Pattern<&str>) -> Option<Vec<Part>> {
    let part = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some(Part::Text((*value).into())),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => Some(Part::Variable(id.name.into())),
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(part).collect()
}

/// Collects names from a pattern.
struct Walk<'w, 't> {
    text: &'t str,
    named: &'w mut Named<'t>,
    /// Variables inside a term are given by those who show the term.
    in_term: bool,
}

impl<'t> Walk<'_, 't> {
    fn pattern(&mut self, pattern: &Pattern<&'t str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'t str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                self.choice(selector, variants);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn choice(&mut self, selector: &InlineExpression<&'t str>, variants: &[Variant<&'t str>]) {
        let (variable, ordinal) = counted(selector);
        let mut choice = Choice {
            variable,
            ordinal,
            keys: Vec::new(),
            numbers: Vec::new(),
        };
        for variant in variants {
            match variant.key {
                VariantKey::Identifier { name } => {
                    choice.keys.push((name, place(self.text, name)));
                }
                VariantKey::NumberLiteral { value } => choice.numbers.push(value),
            }
        }
        self.named.choices.push(choice);
    }

    fn inline(&mut self, inline: &InlineExpression<&'t str>) {
        match inline {
            InlineExpression::VariableReference { id } if !self.in_term => {
                self.named.variables.push((id.name, self.with_sign(id)));
            }
            InlineExpression::MessageReference { id, attribute } => {
                let name = with_attribute(id.name.to_owned(), attribute.as_ref());
                let place = place(self.text, id.name);
                self.named.references.push((name, place));
            }
            InlineExpression::TermReference {
                id,
                attribute,
                arguments,
            } => {
                let name = with_attribute(format!("-{}", id.name), attribute.as_ref());
                let place = self.with_sign(id);
                self.named.references.push((name, place));
                if let Some(arguments) = arguments {
                    self.arguments(arguments);
                }
            }
            InlineExpression::FunctionReference { id, arguments } => {
                let options = arguments.named.iter().map(|argument| argument.name.name);
                let wrong = std::iter::once(id.name)
                    .filter(|name| *name != "NUMBER")
                    .chain(options.filter(|option| !OPTIONS.contains(option)));
                for name in wrong {
                    self.named.functions.push((name, place(self.text, name)));
                }
                self.arguments(arguments);
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            _ => {}
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&'t str>) {
        for argument in &arguments.positional {
            self.inline(argument);
        }
        for argument in &arguments.named {
            self.inline(&argument.value);
        }
    }

    /// The place of a name and the `$` or `-` in front of it.
    fn with_sign(&self, id: &Identifier<&'t str>) -> Range<usize> {
        let name = place(self.text, id.name);
        name.start.saturating_sub(1)..name.end
    }
}

fn with_attribute(name: String, attribute: Option<&Identifier<&str>>) -> String {
    match attribute {
        Some(attribute) => format!("{name}.{}", attribute.name),
        None => name,
    }
}

/// The variable that a choice looks at, and whether as a place in an order.
fn counted<'t>(selector: &InlineExpression<&'t str>) -> (Option<&'t str>, bool) {
    match selector {
        InlineExpression::VariableReference { id } => (Some(id.name), false),
        InlineExpression::FunctionReference { arguments, .. } => {
            let ordinal = arguments.named.iter().any(|argument| {
                argument.name.name == "type"
                    && matches!(argument.value, InlineExpression::StringLiteral { value } if value == "ordinal")
            });
            let variable = arguments.positional.first().and_then(|first| match first {
                InlineExpression::VariableReference { id } => Some(id.name),
                _ => None,
            });
            (variable, ordinal)
        }
        _ => (None, false),
    }
}

/// Where a slice of the source stands in it.
fn place(text: &str, name: &str) -> Range<usize> {
    let start = (name.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + name.len()
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}
