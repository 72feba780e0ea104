//! Messages as a tree that is owned, with escapes undone: made once when a theme is loaded, walked whenever a message is shown.

use fluent_syntax::ast;
use fluent_syntax::unicode::unescape_unicode_to_string;

/// A message or term.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// Its text; a message may have attributes only.
    pub value: Option<Pattern>,
    /// Its attributes by name.
    pub attributes: Vec<(Box<str>, Pattern)>,
}

/// A text with holes.
#[derive(Clone, Debug)]
pub(super) struct Pattern(pub Vec<Piece>);

/// A part of it.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    /// Text.
    Text(Box<str>),
    /// A hole.
    Place(Expression),
}

/// What fills a hole.
#[derive(Clone, Debug)]
pub(super) enum Expression {
    /// One thing.
    Inline(Inline),
    /// A choice.
    Select {
        /// What it looks at.
        selector: Inline,
        /// What there is to choose from.
        variants: Vec<Variant>,
    },
}

/// One way of a choice.
#[derive(Clone, Debug)]
pub(super) struct Variant {
    /// When it is taken.
    pub key: Key,
    /// Whether it is taken when no other is.
    pub is_default: bool,
    /// Its text.
    pub value: Pattern,
}

/// When a variant is taken.
#[derive(Clone, Debug)]
pub(super) enum Key {
    /// The text, or the plural form of that name.
    Word(Box<str>),
    /// Exactly that number.
    Number(Box<str>),
}

/// One thing that can be shown or looked at.
#[derive(Clone, Debug)]
pub(super) enum Inline {
    /// `"text"`
    Text(Box<str>),
    /// `3.14`
    Number(Box<str>),
    /// `$name`
    Variable(Box<str>),
    /// `name` or `name.attribute`
    Message {
        /// The message.
        id: Box<str>,
        /// Its attribute.
        attribute: Option<Box<str>>,
    },
    /// `-name(key: value)`
    Term {
        /// The term, with its `-`.
        id: Box<str>,
        /// Its attribute.
        attribute: Option<Box<str>>,
        /// What its variables are.
        arguments: Vec<(Box<str>, Inline)>,
    },
    /// `NAME(value, key: value)`
    Call {
        /// The function.
        function: Box<str>,
        /// What it is given.
        positional: Vec<Inline>,
        /// How.
        named: Vec<(Box<str>, Inline)>,
    },
    /// `{ … }`
    Place(Box<Expression>),
}

impl Entry {
    pub(super) fn of_message(message: &ast::Message<&str>) -> Self {
        Self {
            value: message.value.as_ref().map(pattern),
            attributes: attributes(&message.attributes),
        }
    }

    pub(super) fn of_term(term: &ast::Term<&str>) -> Self {
        Self {
            value: Some(pattern(&term.value)),
            attributes: attributes(&term.attributes),
        }
    }
}

fn attributes(attributes: &[ast::Attribute<&str>]) -> Vec<(Box<str>, Pattern)> {
    attributes
        .iter()
        .map(|attribute| (attribute.id.name.into(), pattern(&attribute.value)))
        .collect()
}

fn pattern(pattern: &ast::Pattern<&str>) -> Pattern {
    let piece = |element: &ast::PatternElement<&str>| match element {
        ast::PatternElement::TextElement { value } => Piece::Text((*value).into()),
        ast::PatternElement::Placeable { expression } => Piece::Place(self::expression(expression)),
    };
    Pattern(pattern.elements.iter().map(piece).collect())
}

fn expression(expression: &ast::Expression<&str>) -> Expression {
    match expression {
        ast::Expression::Inline(inline) => Expression::Inline(self::inline(inline)),
        ast::Expression::Select { selector, variants } => Expression::Select {
            selector: inline(selector),
            variants: variants.iter().map(variant).collect(),
        },
    }
}

fn variant(variant: &ast::Variant<&str>) -> Variant {
    Variant {
        key: match variant.key {
            ast::VariantKey::Identifier { name } => Key::Word(name.into()),
            ast::VariantKey::NumberLiteral { value } => Key::Number(value.into()),
        },
        is_default: variant.default,
        value: pattern(&variant.value),
    }
}

fn inline(inline: &ast::InlineExpression<&str>) -> Inline {
    use ast::InlineExpression as From;
    let attribute = |attribute: &Option<ast::Identifier<&str>>| {
        attribute.as_ref().map(|attribute| attribute.name.into())
    };
    match inline {
        From::StringLiteral { value } => Inline::Text(unescape_unicode_to_string(value).into()),
        From::NumberLiteral { value } => Inline::Number((*value).into()),
        From::VariableReference { id } => Inline::Variable(id.name.into()),
        From::MessageReference { id, attribute: of } => Inline::Message {
            id: id.name.into(),
            attribute: attribute(of),
        },
        From::TermReference {
            id,
            attribute: of,
            arguments,
        } => Inline::Term {
            id: format!("-{}", id.name).into(),
            attribute: attribute(of),
            arguments: arguments.as_ref().map_or_else(Vec::new, named),
        },
        From::FunctionReference { id, arguments } => Inline::Call {
            function: id.name.into(),
            positional: arguments.positional.iter().map(self::inline).collect(),
            named: named(arguments),
        },
        From::Placeable { expression } => Inline::Place(Box::new(self::expression(expression))),
    }
}

fn named(arguments: &ast::CallArguments<&str>) -> Vec<(Box<str>, Inline)> {
    let argument =
        |argument: &ast::NamedArgument<&str>| (argument.name.name.into(), inline(&argument.value));
    arguments.named.iter().map(argument).collect()
}
