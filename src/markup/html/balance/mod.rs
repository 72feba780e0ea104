//! Every raw tag in its place: closed where its container ends, removed where HTML has no place for it.
//!
//! In: all events of a body, dangerous elements still among them. Out: the same events, in which the tags that are left
//! balance within their Markdown container, so that no tag can close what Markdown opened or swallow what follows.
//! A tag that is never closed ends where its block of HTML ends. Attributes and addresses are not looked at here.

use std::borrow::Cow;

use super::tags::{self, Element, Holds, Place};
use super::{Event, HtmlPiece, HtmlTag, Located, Removed, levels};
use crate::markup::Tag;
use crate::model::HtmlLevel;
use crate::source::TextRange;

mod endings;
mod places;
mod verbatim;

use endings::Ending;
use places::is_block;

/// Deepest nesting of raw tags; what is deeper is removed.
const DEEPEST: usize = 100;

/// Puts every raw tag of a body in its place.
pub(in crate::markup) fn balance(events: Vec<Located<'_>>, level: HtmlLevel) -> Vec<Located<'_>> {
    if !events
        .iter()
        .any(|located| matches!(located.event, Event::Html(_)))
    {
        return events;
    }
    let mut balance = Balance {
        out: Vec::with_capacity(events.len() + 8),
        insertions: Vec::new(),
        open: Vec::new(),
        frames: vec![Frame {
            base: 0,
            holds: Holds::Flow,
            kind: FrameKind::Blocks,
        }],
        links: 0,
        position: 0,
        level,
    };
    for located in events {
        balance.position = located.range.start;
        balance.take(located);
    }
    balance.finish()
}

/// A raw tag that has begun.
struct Open<'t> {
    element: &'static Element,
    /// The name of its tag as written, in lower case.
    name: Cow<'static, str>,
    /// The tag itself, as long as it is not known whether what it holds ends and may be published (see `verbatim`).
    awaited: Option<HtmlTag<'t>>,
    state: State,
    /// The position of its event in `out`.
    at: usize,
    /// The position in `out` at which its block of HTML ended.
    block_end: Option<usize>,
    range: TextRange,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// It is published.
    Kept,
    /// It is not; its end tag will be dropped without a word.
    Dropped,
    /// It and all up to its end tag is removed, once that comes.
    Dangerous,
}

/// A Markdown container: raw tags cannot reach beyond it.
struct Frame {
    /// How many raw tags were open when it began.
    base: usize,
    holds: Holds,
    kind: FrameKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum FrameKind {
    /// Holds blocks only; bare text in it gets a paragraph.
    Blocks,
    /// A paragraph that we put around bare text in a block of HTML.
    Wrapped,
    /// A paragraph of the author's.
    Paragraph,
    /// The place between two halves of a paragraph in which the author put a block.
    Split,
    /// Holds words, or perhaps both.
    Other,
    /// The alternative text of an image.
    Image,
    /// A link.
    Link,
}

struct Balance<'t> {
    out: Vec<Located<'t>>,
    /// End tags to put in before these positions of `out`, inner ones first.
    insertions: Vec<(usize, Located<'t>)>,
    open: Vec<Open<'t>>,
    frames: Vec<Frame>,
    /// How many of `frames` are links.
    links: usize,
    /// Where the event at hand stands.
    position: u32,
    /// What raw HTML may be.
    level: HtmlLevel,
}

impl<'t> Balance<'t> {
    fn take(&mut self, located: Located<'t>) {
        if let Event::Html(piece) = located.event {
            self.piece(piece, located.range);
            return;
        }
        self.end_wrapped();
        self.end_block_of_html();
        if self.frame().kind == FrameKind::Split && !is_blank(&located.event) {
            self.resume_paragraph(located.range);
        }
        if !matches!(
            located.event,
            Event::Text(_) | Event::SoftBreak | Event::End(_)
        ) {
            self.end_foreign();
        }
        match &located.event {
            Event::Start(tag) => {
                if is_block(tag) {
                    self.end_words();
                }
                let (holds, kind) = frame_of(tag);
                if kind == FrameKind::Link {
                    self.end_anchors();
                    self.links += 1;
                }
                self.out.push(located);
                self.frames.push(Frame {
                    base: self.open.len(),
                    holds,
                    kind,
                });
            }
            Event::End(_) => {
                let is_ended = self.end_frame() == FrameKind::Split;
                if !is_ended {
                    self.out.push(located);
                }
            }
            Event::Rule
            | Event::Video { .. }
            | Event::Include { is_block: true, .. }
            | Event::Snippet { .. } => {
                self.end_words();
                self.out.push(located);
            }
            _ => self.out.push(located),
        }
    }

    fn piece(&mut self, piece: HtmlPiece<'t>, range: TextRange) {
        match piece {
            HtmlPiece::Open(tag) => self.opening(tag, range),
            HtmlPiece::Close(name) => self.closing(name, range),
            HtmlPiece::Shown(_) | HtmlPiece::Text(_) => {
                let blank = matches!(&piece, HtmlPiece::Text(text) if text.trim_ascii().is_empty());
                if !blank {
                    self.resume_paragraph(range);
                }
                let frame = self.frame();
                if !blank && frame.kind == FrameKind::Blocks && self.open.len() == frame.base {
                    let start = Event::Start(Tag::Paragraph);
                    self.out.push(Located {
                        event: start,
                        range,
                    });
                    self.frames.push(Frame {
                        base: self.open.len(),
                        holds: Holds::Phrasing,
                        kind: FrameKind::Wrapped,
                    });
                }
                self.push(piece, range);
            }
            HtmlPiece::Verbatim(text) => self.verbatim(text, range),
            HtmlPiece::Removed(_) => self.push(piece, range),
        }
    }

    fn opening(&mut self, mut tag: HtmlTag<'t>, range: TextRange) {
        let is_foreign = self.holder() == Holds::Foreign;
        let element = if is_foreign {
            levels::foreign(&tag.name)
        } else {
            let is_block = self.frame().holds != Holds::Phrasing;
            levels::element(self.level, &tag.name, is_block)
        };
        let Some(element) = element else {
            return self.misplaced(tag, range);
        };
        if self.frame().kind == FrameKind::Image || self.open.len() >= DEEPEST {
            self.removed(&tag.name, range);
            return;
        }
        let mut state = match element.place {
            _ if self.awaits() || self.is_open(&tag.name, &levels::ALONE) => State::Dropped,
            Place::Phrasing => self.make_place_for_words(element, range),
            Place::Flow => self.make_place_for_block(),
            Place::Within(parents) => self.make_place_within(parents),
            Place::Foreign if is_foreign => State::Kept,
            Place::Foreign | Place::Nowhere => State::Dropped,
            Place::NowhereWithContents => State::Dangerous,
        };
        let at = self.out.len();
        let name = tag.name.clone();
        let mut awaited = None;
        if state == State::Kept && element.holds == Holds::Raw {
            state = State::Dangerous;
            self.removed(&name, range);
            awaited = Some(tag);
        } else if state == State::Kept {
            if !element.name.is_empty() {
                tag.name = Cow::Borrowed(element.written);
            }
            self.push(HtmlPiece::Open(tag), range);
        } else {
            self.removed(&name, range);
        }
        if element.holds != Holds::Nothing {
            self.open.push(Open {
                element,
                name,
                awaited,
                state,
                at,
                block_end: None,
                range,
            });
        }
    }

    fn removed(&mut self, name: &str, range: TextRange) {
        self.push(HtmlPiece::Removed(Removed::Element(name.to_owned())), range);
    }

    fn closing(&mut self, name: Cow<'static, str>, range: TextRange) {
        let Some(at) = self.find_open(&name) else {
            if self.frame().kind == FrameKind::Wrapped {
                self.end_wrapped();
                self.closing(name, range);
            } else if tags::is_void(&name) {
                // `<image/>` has no contents where it is no part of a drawing.
                self.push(HtmlPiece::Removed(Removed::Comment), range);
            } else {
                let stray = Removed::StrayEnd(name.into_owned());
                self.push(HtmlPiece::Removed(stray), range);
            }
            return;
        };
        self.end_open(at + 1, Ending::Implied);
        let mut open = self.open.pop().expect("it was found among the open ones");
        if let Some(tag) = open.awaited.take()
            && self.holds_only_verbatim(open.at)
        {
            self.out[open.at].event = Event::Html(HtmlPiece::Open(tag));
            open.state = State::Kept;
        }
        match open.state {
            State::Kept => {
                self.ended(&open, self.out.len() + 1);
                self.push(HtmlPiece::Close(open.written()), range);
            }
            State::Dropped => self.push(HtmlPiece::Removed(Removed::Comment), range),
            State::Dangerous => {
                self.out.truncate(open.at);
                self.insertions.retain(|(before, _)| *before <= open.at);
                let whole = TextRange {
                    start: open.range.start,
                    end: range.end,
                };
                self.removed(&name, whole);
            }
        }
    }

    /// The open tag that an end tag closes: in this container, and not outside of a dangerous element.
    fn find_open(&self, name: &str) -> Option<usize> {
        let base = self.frame().base;
        for (at, open) in self.open.iter().enumerate().skip(base).rev() {
            if open.name == name {
                return Some(at);
            }
            if open.state == State::Dangerous {
                return None;
            }
        }
        None
    }

    fn frame(&self) -> &Frame {
        self.frames.last().expect("the body itself is a frame")
    }

    fn push(&mut self, piece: HtmlPiece<'t>, range: TextRange) {
        self.out.push(Located {
            event: Event::Html(piece),
            range,
        });
    }

    fn finish(mut self) -> Vec<Located<'t>> {
        self.end_wrapped();
        self.end_block_of_html();
        self.end_frame();
        if self.insertions.is_empty() {
            return self.out;
        }
        self.insertions.sort_by_key(|(before, _)| *before);
        let mut all = Vec::with_capacity(self.out.len() + self.insertions.len());
        let mut insertions = self.insertions.into_iter().peekable();
        for (at, located) in self.out.into_iter().enumerate() {
            while let Some((_, inserted)) = insertions.next_if(|(before, _)| *before <= at) {
                all.push(inserted);
            }
            all.push(located);
        }
        all.extend(insertions.map(|(_, inserted)| inserted));
        all
    }
}

/// Whether a tag holds only words and may be ended by a block.
fn holds_words(open: &Open<'_>) -> bool {
    open.state == State::Kept
        && (open.element.place == Place::Phrasing
            || open.element.holds == Holds::Phrasing && open.element.place == Place::Flow)
}

/// Whether an event begins no new half of a paragraph.
fn is_blank(event: &Event<'_>) -> bool {
    match event {
        Event::End(_) | Event::SoftBreak | Event::HardBreak => true,
        Event::Text(text) => text.trim_ascii().is_empty(),
        _ => false,
    }
}

fn frame_of(tag: &Tag<'_>) -> (Holds, FrameKind) {
    match tag {
        Tag::BlockQuote | Tag::Alert { .. } | Tag::FootnoteDefinition(_) => {
            (Holds::Flow, FrameKind::Blocks)
        }
        Tag::Item | Tag::TableCell => (Holds::Flow, FrameKind::Other),
        Tag::List { .. } | Tag::Table(_) | Tag::TableHead | Tag::TableRow => {
            (Holds::Parts, FrameKind::Other)
        }
        Tag::Link(_) => (Holds::Phrasing, FrameKind::Link),
        Tag::Image(_) => (Holds::Phrasing, FrameKind::Image),
        Tag::Paragraph => (Holds::Phrasing, FrameKind::Paragraph),
        Tag::Heading { .. }
        | Tag::CodeBlock { .. }
        | Tag::Emphasis
        | Tag::Strong
        | Tag::Strikethrough => (Holds::Phrasing, FrameKind::Other),
    }
}
