//! Events whose strings lie elsewhere, and the ranges inside an event.
//!
//! Needed where the parser saw a text that is not the source byte for byte. Changes no contents.

use super::{CowStr, Event, HtmlPiece, HtmlTag, Reference, Tag};
use crate::source::{Spanned, TextRange};

impl<'t> Event<'t> {
    /// The same event with its own strings.
    pub(super) fn into_static(self) -> Event<'static> {
        self.map_strings(&mut CowStr::into_static)
    }

    /// The same event with other strings.
    pub(super) fn map_strings<'u>(
        self,
        change: &mut impl FnMut(CowStr<'t>) -> CowStr<'u>,
    ) -> Event<'u> {
        match self {
            Event::Start(tag) => Event::Start(tag.map_strings(change)),
            Event::End(end) => Event::End(end),
            Event::Text(text) => Event::Text(change(text)),
            Event::Code(code) => Event::Code(change(code)),
            Event::SoftBreak => Event::SoftBreak,
            Event::HardBreak => Event::HardBreak,
            Event::Rule => Event::Rule,
            Event::TaskMarker { checked } => Event::TaskMarker { checked },
            Event::FootnoteReference(label) => Event::FootnoteReference(change(label)),
            Event::RawHtml { text, block } => Event::RawHtml {
                text: change(text),
                block,
            },
            Event::Html(piece) => Event::Html(piece.map_strings(change)),
            Event::Video { url } => Event::Video {
                url: spanned(url, change),
            },
            Event::Include { url, is_block } => Event::Include {
                url: spanned(url, change),
                is_block,
            },
            Event::Snippet { language, url } => Event::Snippet {
                language: change(language),
                url: spanned(url, change),
            },
        }
    }

    /// Calls `change` with every range inside the event.
    pub(super) fn for_each_range(&mut self, mut change: impl FnMut(&mut TextRange)) {
        match self {
            Event::Start(Tag::Heading { ids, .. }) => {
                for id in ids {
                    change(&mut id.range);
                }
            }
            Event::Start(Tag::Alert { written, .. }) => change(&mut written.range),
            Event::Start(Tag::Link(reference) | Tag::Image(reference)) => {
                change(&mut reference.url_range);
            }
            Event::Video { url } | Event::Include { url, .. } | Event::Snippet { url, .. } => {
                change(&mut url.range);
            }
            Event::Html(HtmlPiece::Open(tag)) => {
                tag.attributes
                    .iter_mut()
                    .for_each(|(_, _, range)| change(range));
                let left_out = tag.removed.iter_mut().chain(&mut tag.idle);
                left_out.for_each(|(_, range)| change(range));
            }
            _ => {}
        }
    }
}

impl<'t> Tag<'t> {
    fn map_strings<'u>(self, change: &mut impl FnMut(CowStr<'t>) -> CowStr<'u>) -> Tag<'u> {
        match self {
            Tag::Heading {
                level,
                ids,
                classes,
            } => Tag::Heading {
                level,
                ids: ids.into_iter().map(|id| spanned(id, change)).collect(),
                classes: classes.into_iter().map(change).collect(),
            },
            Tag::Alert {
                kind,
                written,
                spelling,
            } => Tag::Alert {
                kind,
                written: spanned(written, change),
                spelling,
            },
            Tag::CodeBlock { info, fenced } => Tag::CodeBlock {
                info: change(info),
                fenced,
            },
            Tag::Link(reference) => Tag::Link(reference.map_strings(change)),
            Tag::Image(reference) => Tag::Image(reference.map_strings(change)),
            Tag::FootnoteDefinition(label) => Tag::FootnoteDefinition(change(label)),
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

impl<'t> Reference<'t> {
    fn map_strings<'u>(self, change: &mut impl FnMut(CowStr<'t>) -> CowStr<'u>) -> Reference<'u> {
        let Self {
            link_type,
            url,
            url_range,
            title,
        } = self;
        Reference {
            link_type,
            url: change(url),
            url_range,
            title: change(title),
        }
    }
}

impl<'t> HtmlPiece<'t> {
    fn map_strings<'u>(self, change: &mut impl FnMut(CowStr<'t>) -> CowStr<'u>) -> HtmlPiece<'u> {
        match self {
            HtmlPiece::Open(tag) => HtmlPiece::Open(tag.map_strings(change)),
            HtmlPiece::Close(name) => HtmlPiece::Close(name),
            HtmlPiece::Shown(text) => HtmlPiece::Shown(change(text)),
            HtmlPiece::Text(text) => HtmlPiece::Text(change(text)),
            HtmlPiece::Verbatim(text) => HtmlPiece::Verbatim(change(text)),
            HtmlPiece::Removed(removed) => HtmlPiece::Removed(removed),
        }
    }
}

impl<'t> HtmlTag<'t> {
    fn map_strings<'u>(self, change: &mut impl FnMut(CowStr<'t>) -> CowStr<'u>) -> HtmlTag<'u> {
        let Self {
            name,
            attributes,
            removed,
            idle,
            void,
        } = self;
        let attributes = attributes
            .into_iter()
            .map(|(name, value, range)| (name, change(value), range))
            .collect();
        HtmlTag {
            name,
            attributes,
            removed,
            idle,
            void,
        }
    }
}

fn spanned<'t, 'u>(
    text: Spanned<CowStr<'t>>,
    change: &mut impl FnMut(CowStr<'t>) -> CowStr<'u>,
) -> Spanned<CowStr<'u>> {
    Spanned {
        value: change(text.value),
        range: text.range,
    }
}
