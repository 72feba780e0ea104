//! Where raw tags end that nobody ended: with their block of HTML, with what stands around them, or before what cannot stand in them.

use std::borrow::Cow;

use super::{Balance, FrameKind, Open, State, holds_words};
use crate::markup::html::tags::{self, Place};
use crate::markup::{Event, HtmlPiece, Located, Removed, TagEnd};
use crate::source::TextRange;

/// Where unclosed tags end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// Here, because something else begins or ends.
    Implied,
    /// Where their block of HTML ended, because the container that held many blocks is over.
    OfBlocks,
}

impl Balance<'_> {
    /// Raw tags among words end before a block.
    pub(super) fn end_words(&mut self) {
        let base = self.frame().base;
        let is_block = |open: &Open<'_>| open.state == State::Kept && !holds_words(open);
        let keep = self.open[base..]
            .iter()
            .rposition(is_block)
            .map_or(base, |at| base + at + 1);
        if let Some(first) = self.open[keep..]
            .iter()
            .position(|open| open.state == State::Kept)
        {
            self.end_open(keep + first, Ending::Implied);
        }
    }

    /// A raw link around a Markdown link: the inner one is the link, the outer one at most a place.
    pub(super) fn end_anchors(&mut self) {
        for open in self
            .open
            .iter_mut()
            .filter(|open| open.state == State::Kept && open.element.name == "a")
        {
            open.state = State::Dropped;
            if let Event::Html(HtmlPiece::Open(tag)) = &mut self.out[open.at].event {
                let (href, kept) = std::mem::take(&mut tag.attributes)
                    .into_iter()
                    .partition(|(name, ..)| *name == "href");
                tag.attributes = kept;
                let href: Vec<_> = href;
                tag.removed.extend(
                    href.into_iter()
                        .map(|(name, _, range)| (name.into_owned(), range)),
                );
            }
            let close = Event::Html(HtmlPiece::Close(Cow::Borrowed("a")));
            self.insertions.push((
                open.at + 1,
                Located {
                    event: close,
                    range: TextRange {
                        start: open.range.end,
                        end: open.range.end,
                    },
                },
            ));
        }
    }

    /// Where a run of raw HTML ends, the tags begun in it are told.
    pub(super) fn end_block_of_html(&mut self) {
        let base = self.frame().base;
        let end = self.out.len();
        for open in self.open[base..].iter_mut().rev() {
            if open.block_end.is_some() {
                break;
            }
            open.block_end = Some(end);
        }
    }

    pub(super) fn end_wrapped(&mut self) {
        if self.frame().kind == FrameKind::Wrapped {
            self.end_frame();
            self.end_paragraph();
        }
    }

    /// Ends a paragraph here, where the text does not.
    pub(super) fn end_paragraph(&mut self) {
        let range = TextRange {
            start: self.position,
            end: self.position,
        };
        self.out.push(Located {
            event: Event::End(TagEnd::Paragraph),
            range,
        });
    }

    pub(super) fn end_frame(&mut self) -> FrameKind {
        let ending = match self.frame().kind {
            FrameKind::Blocks => Ending::OfBlocks,
            _ => Ending::Implied,
        };
        self.end_open(self.frame().base, ending);
        let frame = self.frames.pop().expect("starts and ends balance");
        self.links -= usize::from(frame.kind == FrameKind::Link);
        frame.kind
    }

    /// Ends all raw tags from the number `keep` on that nobody closed.
    pub(super) fn end_open(&mut self, keep: usize, ending: Ending) {
        while self.open.len() > keep {
            let open = self.open.pop().expect("there are more than are kept");
            if open.state != State::Kept {
                continue;
            }
            let name = open.element.name;
            let is_place = name == "a" && !self.has_href(open.at);
            let is_silent = tags::may_stay_open(name);
            let here = self.out.len();
            let end = match open.block_end {
                _ if is_place => open.at + 1,
                Some(end)
                    if ending == Ending::OfBlocks
                        || !is_silent
                            && open.element.place == Place::Flow
                            && self.frame().kind == FrameKind::Blocks =>
                {
                    end
                }
                _ => here,
            };
            let close = HtmlPiece::Close(open.written());
            let range = TextRange {
                start: self.position,
                end: self.position,
            };
            if end < here {
                self.ended(&open, open.block_end.unwrap_or_default().max(end));
                self.insertions.push((
                    end,
                    Located {
                        event: Event::Html(close),
                        range,
                    },
                ));
            } else {
                self.ended(&open, here + 1);
                self.push(close, range);
            }
            if !is_silent {
                self.push(
                    HtmlPiece::Removed(Removed::Unclosed(open.name.into_owned())),
                    open.range,
                );
            }
        }
    }

    /// An element that holds another one, which ends before position `at`, cannot end before that either.
    pub(super) fn ended(&mut self, inner: &Open<'_>, at: usize) {
        if let Some(outer) = self
            .open
            .iter_mut()
            .rev()
            .find(|open| open.state == State::Kept)
            && let Some(end) = &mut outer.block_end
            && (inner.at < *end || matches!(inner.element.place, Place::Within(_)))
        {
            *end = (*end).max(at);
        }
    }

    fn has_href(&self, at: usize) -> bool {
        matches!(&self.out[at].event, Event::Html(HtmlPiece::Open(tag)) if tag.attributes.iter().any(|(name, ..)| *name == "href"))
    }
}
