//! The facts of a body: headings, anchors, links and includes, in one pass over its events.
//!
//! Takes events, gives facts in the order they are written, the defects that stand in the events, and a count of words.

use super::words::Counter;
use super::{damage, stars, unmade};
use crate::markup::{
    self, AlertSpelling, Event, HtmlPiece, HtmlTag, LinkType, Located, Reference, Removed, Tag,
    TagEnd,
};
use crate::model::{
    Around, Block, BlockKind, Defect, DefectKind, Fact, Heading, IncludeSlot, LinkKind, RawAnchor,
    RawLink, SHORT_REFERENCE, Words,
};
use crate::source::{Spanned, TextRange};

/// What was found in a body.
pub(super) struct Found {
    pub(super) facts: Vec<Fact>,
    pub(super) blocks: Vec<Block>,
    pub(super) defects: Vec<Defect>,
    pub(super) words: Words,
}

/// Reads a body.
pub(super) fn facts(events: &[Located<'_>]) -> Found {
    let mut reader = Reader::default();
    for (at, located) in events.iter().enumerate() {
        reader.take(located, &events[..at], &events[at + 1..]);
    }
    Found {
        facts: reader.facts,
        blocks: reader.blocks,
        defects: reader.defects,
        words: reader.words.words(),
    }
}

#[derive(Default)]
struct Reader {
    facts: Vec<Fact>,
    blocks: Vec<Block>,
    defects: Vec<Defect>,
    words: Counter,
    /// The heading that has begun: its fact, and its text so far.
    heading: Option<(usize, String)>,
    /// Facts of the links and images that have begun.
    open: Vec<usize>,
    /// Facts of the `<a href>`s that have begun.
    open_html: Vec<usize>,
    in_code: bool,
}

impl Reader {
    fn take(&mut self, located: &Located<'_>, before: &[Located<'_>], after: &[Located<'_>]) {
        let range = located.range;
        if let Some((_, text)) = &mut self.heading {
            markup::text::append(text, &located.event);
        }
        match &located.event {
            Event::Start(tag) => self.start(tag, range, before, after),
            Event::End(end) => {
                let is_mention = self.open.last().is_some_and(|&at| {
                    let fact = &self.facts[at];
                    matches!(fact, Fact::Link(link) if link.kind == LinkKind::Mention)
                });
                self.end(*end);
                if *end == TagEnd::Link && self.open.is_empty() && !is_mention {
                    self.defects.extend(unmade::glued_link(range, after));
                }
            }
            Event::Text(text) => {
                if !self.in_code {
                    self.defects.extend(stars::literal_emphasis(text, range));
                    self.defects
                        .extend(unmade::unmade_links(text, range, before, after));
                }
                self.text(text);
            }
            Event::Code(text) => self.text(text),
            Event::SoftBreak | Event::HardBreak | Event::Rule => self.words.pause(),
            Event::Html(piece) => {
                if let HtmlPiece::Open(tag) = piece
                    && tag.name == "a"
                    && tag.attributes.iter().any(|(name, ..)| *name == "href")
                {
                    self.defects
                        .extend(unmade::glued_before(range, before, after));
                }
                self.html(piece, range, after);
            }
            Event::Video { url } => self.facts.push(Fact::Link(RawLink {
                kind: LinkKind::Video,
                written: (*url.value).into(),
                range,
                target_range: url.range,
                is_empty: false,
            })),
            Event::Include { url, .. } => {
                self.words.pause();
                self.facts.push(Fact::Include(IncludeSlot {
                    written: (*url.value).into(),
                    range,
                    target_range: url.range,
                }));
            }
            Event::Snippet { url, .. } => {
                self.words.pause();
                self.blocks.push(Block {
                    kind: BlockKind::Code,
                    start: range.start,
                });
                self.facts.push(Fact::Link(RawLink {
                    kind: LinkKind::Code,
                    written: (*url.value).into(),
                    range,
                    target_range: url.range,
                    is_empty: false,
                }));
            }
            Event::TaskMarker { .. } | Event::FootnoteReference(_) | Event::RawHtml { .. } => {}
        }
    }

    fn start(
        &mut self,
        tag: &Tag<'_>,
        range: TextRange,
        before: &[Located<'_>],
        after: &[Located<'_>],
    ) {
        let block = match tag {
            Tag::CodeBlock { .. } => Some(BlockKind::Code),
            Tag::Item => Some(BlockKind::Item),
            Tag::Table(_) => Some(BlockKind::Table),
            Tag::Alert { .. } => Some(BlockKind::Alert),
            _ => None,
        };
        self.blocks.extend(block.map(|kind| Block {
            kind,
            start: range.start,
        }));
        match tag {
            Tag::Heading { level, ids, .. } => {
                self.words.pause();
                self.heading = Some((self.facts.len(), String::new()));
                let own = |id: &Spanned<markup::CowStr<'_>>| Spanned {
                    value: (*id.value).into(),
                    range: id.range,
                };
                let ids = ids.iter().map(own).collect();
                self.facts.push(Fact::Heading(Heading {
                    level: *level,
                    text: Box::default(),
                    ids,
                    range,
                    text_at: text_at(after),
                }));
            }
            Tag::Alert {
                kind,
                written,
                spelling,
            } => {
                self.words.pause();
                if *spelling == AlertSpelling::Odd {
                    let kind =
                        DefectKind::OddAlert((*written.value).into(), markup::keyword(*kind), None);
                    self.defects.push(Defect {
                        kind,
                        range: written.range,
                    });
                }
            }
            Tag::Link(reference) => {
                let marker = marker_before(before);
                let kind = match reference.link_type {
                    LinkType::Autolink if reference.url.starts_with(SHORT_REFERENCE) => {
                        LinkKind::Mention
                    }
                    LinkType::Autolink | LinkType::Email => LinkKind::Autolink,
                    _ => LinkKind::Link,
                };
                if kind == LinkKind::Link && marker.is_none() && self.open.is_empty() {
                    self.defects
                        .extend(unmade::glued_before(range, before, after));
                }
                // In a directive that is not written as it should be, no reader is to click on it.
                self.link(kind, reference, range, marker.is_none());
            }
            Tag::Image(reference) => {
                let is_icon = before.last().is_some_and(is_icon);
                self.link(LinkKind::Image, reference, range, !is_icon);
            }
            Tag::CodeBlock { fenced, .. } => {
                self.in_code = true;
                if !fenced {
                    self.defects.extend(damage::accidental_code(after));
                }
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {}
            _ => self.words.pause(),
        }
    }

    fn link(
        &mut self,
        kind: LinkKind,
        reference: &Reference<'_>,
        range: TextRange,
        is_empty: bool,
    ) {
        self.open.push(self.facts.len());
        let url = &*reference.url;
        let is_bare_mail = reference.link_type == LinkType::Email && !url.starts_with("mailto:");
        let written = if is_bare_mail {
            format!("mailto:{url}").into()
        } else {
            url.into()
        };
        // A link to a uid has the name of its target.
        let is_named = url
            .get(..5)
            .is_some_and(|it| it.eq_ignore_ascii_case("xref:"));
        self.facts.push(Fact::Link(RawLink {
            kind,
            written,
            range,
            target_range: reference.url_range,
            is_empty: is_empty && !is_named,
        }));
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Heading(_) => {
                self.words.pause();
                if let Some((at, text)) = self.heading.take()
                    && let Fact::Heading(heading) = &mut self.facts[at]
                {
                    heading.text = text.trim().into();
                }
            }
            TagEnd::Link | TagEnd::Image => {
                self.open.pop();
            }
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {}
            _ => self.words.pause(),
        }
    }

    fn text(&mut self, text: &str) {
        if !self.in_code {
            self.words.add(text);
        }
        self.shows(text);
    }

    /// Notes for the links around that a reader finds this text in them.
    fn shows(&mut self, text: &str) {
        if self.open.is_empty() && self.open_html.is_empty() || text.chars().all(is_invisible) {
            return;
        }
        for &at in self.open.iter().chain(&self.open_html) {
            if let Fact::Link(link) = &mut self.facts[at] {
                link.is_empty = false;
            }
        }
    }

    fn html(&mut self, piece: &HtmlPiece<'_>, range: TextRange, after: &[Located<'_>]) {
        let mut defect = |kind| self.defects.push(Defect { kind, range });
        match piece {
            HtmlPiece::Open(tag) => self.html_tag(tag, range),
            HtmlPiece::Close(name) if name == "a" => {
                if self.open_html.pop().is_some() {
                    self.defects.extend(unmade::glued_link(range, after));
                }
            }
            HtmlPiece::Close(_) | HtmlPiece::Verbatim(_) | HtmlPiece::Removed(Removed::Comment) => {
            }
            HtmlPiece::Text(text) => self.text(text),
            HtmlPiece::Shown(text) => {
                defect(DefectKind::UnknownTag((**text).into(), Around::Text));
                self.text(text);
            }
            HtmlPiece::Removed(Removed::Element(name)) => {
                defect(DefectKind::RemovedTag(name.as_str().into()));
            }
            HtmlPiece::Removed(Removed::StrayEnd(name)) => {
                defect(DefectKind::StrayEndTag(name.as_str().into()));
            }
            HtmlPiece::Removed(Removed::Unclosed(name)) => {
                defect(DefectKind::UnclosedTag(name.as_str().into()));
            }
        }
    }

    fn html_tag(&mut self, tag: &HtmlTag<'_>, range: TextRange) {
        for (name, place) in &tag.removed {
            let kind = DefectKind::RemovedAttribute((*tag.name).into(), name.as_str().into());
            self.defects.push(Defect {
                kind,
                range: *place,
            });
        }
        for (name, place) in &tag.idle {
            let kind = DefectKind::IdleAttribute((*tag.name).into(), name.as_str().into());
            self.defects.push(Defect {
                kind,
                range: *place,
            });
        }
        let block = match &*tag.name {
            "pre" => Some(BlockKind::Code),
            "li" => Some(BlockKind::Item),
            "table" => Some(BlockKind::Table),
            _ => None,
        };
        self.blocks.extend(block.map(|kind| Block {
            kind,
            start: range.start,
        }));
        let mut first_id: Option<&str> = None;
        for (name, value, target_range) in &tag.attributes {
            let kind = match &**name {
                // What else has a name in trusted files is no place on the page.
                "name" if tag.name != "a" => continue,
                "id" | "name" => {
                    if !value.is_empty() && first_id != Some(&**value) {
                        first_id = Some(value);
                        self.facts.push(Fact::Anchor(RawAnchor {
                            id: (**value).into(),
                            range,
                        }));
                    }
                    continue;
                }
                "href" if tag.name == "a" => LinkKind::Link,
                "src" if tag.name == "img" => LinkKind::Image,
                "src" if matches!(&*tag.name, "audio" | "source" | "video") => LinkKind::Video,
                _ => continue,
            };
            let alternative = tag
                .attributes
                .iter()
                .find(|(name, ..)| *name == "alt")
                .map_or("", |(_, alt, _)| alt);
            if kind == LinkKind::Image {
                self.shows(alternative);
            }
            let is_empty = match kind {
                LinkKind::Image => alternative.chars().all(is_invisible),
                _ => kind == LinkKind::Link && tag.name == "a",
            };
            if tag.name == "a" {
                self.open_html.push(self.facts.len());
            }
            self.facts.push(Fact::Link(RawLink {
                kind,
                written: markup::urls::trimmed(value).into(),
                range,
                target_range: *target_range,
                is_empty,
            }));
        }
    }
}

fn is_invisible(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(
            letter,
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'
        )
}

/// Where the text of a heading begins; `None` when it has none.
fn text_at(after: &[Located<'_>]) -> Option<u32> {
    let first = after.first()?;
    (!matches!(first.event, Event::End(_))).then_some(first.range.start)
}

/// Whether a tag says that the image in it only decorates.
fn is_icon(around: &Located<'_>) -> bool {
    let Event::Html(HtmlPiece::Open(tag)) = &around.event else {
        return false;
    };
    let mut attributes = tag.attributes.iter();
    attributes.any(|(name, value, _)| *name == "class" && &**value == "icon")
}

/// The start of a marker such as `[!INCLUDE ` that stands right before a link.
fn marker_before<'e>(before: &'e [Located<'_>]) -> Option<&'e str> {
    let Event::Text(text) = &before.last()?.event else {
        return None;
    };
    let marker = &text[text.rfind("[!")?..];
    (!marker.contains(']')).then_some(marker)
}
