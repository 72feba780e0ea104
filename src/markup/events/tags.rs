//! The parser's constructs and ours, one for one.

use pulldown_cmark as parser;

use crate::markup::{Tag, TagEnd};

/// The start of a construct, links and images apart.
pub(super) fn tag(tag: parser::Tag<'_>) -> Tag<'_> {
    match tag {
        parser::Tag::Heading { level, .. } => Tag::Heading {
            level: level as u8,
            ids: Vec::new(),
            classes: Vec::new(),
        },
        parser::Tag::BlockQuote(_) => Tag::BlockQuote,
        parser::Tag::CodeBlock(parser::CodeBlockKind::Indented) => Tag::CodeBlock {
            info: "".into(),
            fenced: false,
        },
        parser::Tag::CodeBlock(parser::CodeBlockKind::Fenced(info)) => {
            Tag::CodeBlock { info, fenced: true }
        }
        parser::Tag::List(start) => Tag::List { start },
        parser::Tag::Item => Tag::Item,
        parser::Tag::Table(alignments) => Tag::Table(alignments),
        parser::Tag::TableHead => Tag::TableHead,
        parser::Tag::TableRow => Tag::TableRow,
        parser::Tag::TableCell => Tag::TableCell,
        parser::Tag::Emphasis => Tag::Emphasis,
        parser::Tag::Strong => Tag::Strong,
        parser::Tag::Strikethrough => Tag::Strikethrough,
        parser::Tag::FootnoteDefinition(label) => Tag::FootnoteDefinition(label),
        parser::Tag::Paragraph => Tag::Paragraph,
        parser::Tag::Link { .. }
        | parser::Tag::Image { .. }
        | parser::Tag::HtmlBlock
        | parser::Tag::DefinitionList
        | parser::Tag::DefinitionListTitle
        | parser::Tag::DefinitionListDefinition
        | parser::Tag::Superscript
        | parser::Tag::Subscript
        | parser::Tag::MetadataBlock(_) => {
            unreachable!("handled before, or not asked of the parser")
        }
    }
}

/// The end of a construct.
pub(super) fn end(end: parser::TagEnd) -> TagEnd {
    match end {
        parser::TagEnd::Heading(level) => TagEnd::Heading(level as u8),
        parser::TagEnd::BlockQuote(_) => TagEnd::BlockQuote,
        parser::TagEnd::CodeBlock => TagEnd::CodeBlock,
        parser::TagEnd::List(ordered) => TagEnd::List { ordered },
        parser::TagEnd::Item => TagEnd::Item,
        parser::TagEnd::Table => TagEnd::Table,
        parser::TagEnd::TableHead => TagEnd::TableHead,
        parser::TagEnd::TableRow => TagEnd::TableRow,
        parser::TagEnd::TableCell => TagEnd::TableCell,
        parser::TagEnd::Emphasis => TagEnd::Emphasis,
        parser::TagEnd::Strong => TagEnd::Strong,
        parser::TagEnd::Strikethrough => TagEnd::Strikethrough,
        parser::TagEnd::Link => TagEnd::Link,
        parser::TagEnd::Image => TagEnd::Image,
        parser::TagEnd::FootnoteDefinition => TagEnd::FootnoteDefinition,
        parser::TagEnd::Paragraph => TagEnd::Paragraph,
        parser::TagEnd::HtmlBlock
        | parser::TagEnd::DefinitionList
        | parser::TagEnd::DefinitionListTitle
        | parser::TagEnd::DefinitionListDefinition
        | parser::TagEnd::Superscript
        | parser::TagEnd::Subscript
        | parser::TagEnd::MetadataBlock(_) => {
            unreachable!("handled before, or not asked of the parser")
        }
    }
}
