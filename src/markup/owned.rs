//! Events that outlive the text they were read from, and the ranges inside an event.
//!
//! Needed where the parser saw a text that is not the source byte for byte. Changes no contents.

use super::{CowStr, Event, HtmlPiece, HtmlTag, Reference, Tag};
use crate::source::{Spanned, TextRange};

impl Event<'_> {
    /// The same event with its own strings.
    pub(super) fn into_static(self) -> Event<'static> {
        match self {
            Event::Start(tag) => Event::Start(tag.into_static()),
            Event::End(end) => Event::End(end),
            Event::Text(text) => Event::Text(text.into_static()),
            Event::Code(code) => Event::Code(code.into_static()),
            Event::SoftBreak => Event::SoftBreak,
            Event::HardBreak => Event::HardBreak,
            Event::Rule => Event::Rule,
            Event::TaskMarker { checked } => Event::TaskMarker { checked },
            Event::FootnoteReference(label) => Event::FootnoteReference(label.into_static()),
            Event::RawHtml { text, block } => Event::RawHtml {
                text: text.into_static(),
                block,
            },
            Event::Html(piece) => Event::Html(piece.into_static()),
            Event::Video { url } => Event::Video { url: spanned(url) },
        }
    }

    /// Calls `change` with every range inside the event.
    pub(super) fn for_each_range(&mut self, mut change: impl FnMut(&mut TextRange)) {
        match self {
            Event::Start(Tag::Heading { ids, .. }) => {
                ids.iter_mut().for_each(|id| change(&mut id.range))
            }
            Event::Start(Tag::Alert { written, .. }) => change(&mut written.range),
            Event::Start(Tag::Link(reference) | Tag::Image(reference)) => {
                change(&mut reference.url_range)
            }
            Event::Video { url } => change(&mut url.range),
            Event::Html(HtmlPiece::Open(tag)) => {
                tag.attributes
                    .iter_mut()
                    .for_each(|(_, _, range)| change(range));
                tag.removed.iter_mut().for_each(|(_, range)| change(range));
            }
            _ => {}
        }
    }
}

impl Tag<'_> {
    fn into_static(self) -> Tag<'static> {
        match self {
            Tag::Heading {
                level,
                ids,
                classes,
            } => Tag::Heading {
                level,
                ids: ids.into_iter().map(spanned).collect(),
                classes: classes.into_iter().map(CowStr::into_static).collect(),
            },
            Tag::Alert {
                kind,
                written,
                spelling,
            } => Tag::Alert {
                kind,
                written: spanned(written),
                spelling,
            },
            Tag::CodeBlock { info, fenced } => Tag::CodeBlock {
                info: info.into_static(),
                fenced,
            },
            Tag::Link(reference) => Tag::Link(reference.into_static()),
            Tag::Image(reference) => Tag::Image(reference.into_static()),
            Tag::FootnoteDefinition(label) => Tag::FootnoteDefinition(label.into_static()),
            Tag::Paragraph => Tag::Paragraph,
            Tag::BlockQuote => Tag::BlockQuote,
            Tag::List { start } => Tag::List { start },
            Tag::Item => Tag::Item,
            Tag::Table(alignments) => Tag::Table(alignments),
            Tag::TableHead => Tag::TableHead,
            Tag::TableRow => Tag::TableRow,
            Tag::TableCell => Tag::TableCell,
            Tag::Emphasis => Tag::Emphasis,
            Tag::Strong => Tag::Strong,
            Tag::Strikethrough => Tag::Strikethrough,
        }
    }
}

impl Reference<'_> {
    fn into_static(self) -> Reference<'static> {
        let Self {
            link_type,
            url,
            url_range,
            title,
        } = self;
        Reference {
            link_type,
            url: url.into_static(),
            url_range,
            title: title.into_static(),
        }
    }
}

impl HtmlPiece<'_> {
    fn into_static(self) -> HtmlPiece<'static> {
        match self {
            HtmlPiece::Open(tag) => HtmlPiece::Open(tag.into_static()),
            HtmlPiece::Close(name) => HtmlPiece::Close(name),
            HtmlPiece::Shown(text) => HtmlPiece::Shown(text.into_static()),
            HtmlPiece::Text(text) => HtmlPiece::Text(text.into_static()),
            HtmlPiece::Removed(removed) => HtmlPiece::Removed(removed),
        }
    }
}

impl HtmlTag<'_> {
    fn into_static(self) -> HtmlTag<'static> {
        let Self {
            name,
            attributes,
            removed,
            void,
        } = self;
        let attributes = attributes
            .into_iter()
            .map(|(name, value, range)| (name, value.into_static(), range))
            .collect();
        HtmlTag {
            name,
            attributes,
            removed,
            void,
        }
    }
}

fn spanned(text: Spanned<CowStr<'_>>) -> Spanned<CowStr<'static>> {
    Spanned {
        value: text.value.into_static(),
        range: text.range,
    }
}
