//! Where a raw opening tag may stand: what must end before it, and whether it must go.

use super::{Balance, Ending, FrameKind, Open, State, holds_words};
use crate::markup::html::tags::{self, Element, Holds, Place};
use crate::markup::{Event, Located, Tag};
use crate::source::TextRange;

impl Balance<'_> {
    pub(super) fn make_place_for_words(&mut self, element: &Element, range: TextRange) -> State {
        self.resume_paragraph(range);
        if element.name == "a" {
            if self.links > 0 {
                return State::Dropped;
            }
            let base = self.frame().base;
            if let Some(outer) = self
                .open
                .iter()
                .rposition(|open| open.state == State::Kept && open.element.name == "a")
            {
                // As in browsers, a link ends where the next begins.
                if outer < base
                    || self.open[outer..]
                        .iter()
                        .any(|open| open.element.place != Place::Phrasing)
                {
                    return State::Dropped;
                }
                self.end_open(outer, Ending::Implied);
            }
        }
        if self.holder() == Holds::Parts {
            State::Dropped
        } else {
            State::Kept
        }
    }

    pub(super) fn make_place_for_block(&mut self) -> State {
        self.end_wrapped();
        let base = self.frame().base;
        let is_passed = |open: &Open<'_>| open.state != State::Kept || holds_words(open);
        let keep = self.open[base..]
            .iter()
            .rposition(|open| !is_passed(open))
            .map_or(base, |at| base + at + 1);
        let is_split = keep == base && self.frame().kind == FrameKind::Paragraph;
        let holds = if keep == base {
            self.frame().holds
        } else {
            self.open[keep - 1].element.holds
        };
        if holds != Holds::Flow && !is_split {
            return State::Dropped;
        }
        let first = self.open[keep..]
            .iter()
            .position(|open| open.state == State::Kept)
            .map_or(self.open.len(), |at| keep + at);
        let from = if is_split { base } else { first };
        if self.open[from..]
            .iter()
            .any(|open| open.state == State::Dangerous)
        {
            // What may yet be removed as a whole must not end what began before it.
            return State::Dropped;
        }
        self.end_open(first, Ending::Implied);
        if is_split {
            self.split_paragraph();
        }
        State::Kept
    }

    /// Ends the paragraph at hand, because a block follows in it; browsers would do the same.
    fn split_paragraph(&mut self) {
        let frame = self.frames.last_mut().expect("the body itself is a frame");
        frame.kind = FrameKind::Split;
        frame.holds = Holds::Flow;
        if matches!(
            self.out.last(),
            Some(Located {
                event: Event::Start(Tag::Paragraph),
                ..
            })
        ) {
            self.out.pop();
        } else {
            self.end_paragraph();
        }
    }

    /// Begins the other half of a paragraph when words follow the block in it.
    pub(super) fn resume_paragraph(&mut self, range: TextRange) {
        let open = self.open.len();
        let frame = self.frames.last_mut().expect("the body itself is a frame");
        if frame.kind == FrameKind::Split && frame.base == open {
            frame.kind = FrameKind::Paragraph;
            frame.holds = Holds::Phrasing;
            self.out.push(Located {
                event: Event::Start(Tag::Paragraph),
                range,
            });
        }
    }

    pub(super) fn make_place_within(&mut self, parents: &[&str]) -> State {
        self.end_wrapped();
        let base = self.frame().base;
        for at in (base..self.open.len()).rev() {
            let open = &self.open[at];
            let name = open.element.name;
            if open.state == State::Kept && parents.contains(&name) {
                self.end_open(at + 1, Ending::Implied);
                return State::Kept;
            }
            let is_passed =
                open.state == State::Dropped || holds_words(open) || tags::may_stay_open(name);
            if !is_passed {
                break;
            }
        }
        State::Dropped
    }

    /// What may stand at this place.
    pub(super) fn holder(&self) -> Holds {
        let frame = self.frame();
        let inner = self.open[frame.base..]
            .iter()
            .rev()
            .find(|open| open.state == State::Kept);
        inner.map_or(frame.holds, |open| open.element.holds)
    }
}

/// Whether a construct stands among blocks.
pub(super) fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link(_) | Tag::Image(_)
    )
}
