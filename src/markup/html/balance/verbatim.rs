//! What trusted files add to raw HTML: programs and the like, whose contents are no markup, and drawings and formulas, whose
//! contents have names of their own. Both must end where they stand, or browsers would take the rest of the page for a part of them.

use std::borrow::Cow;

use super::{Balance, Ending, Open, State};
use crate::markup::html::tags::{self, Holds};
use crate::markup::{CowStr, Event, HtmlPiece, HtmlTag, Located};
use crate::source::TextRange;

impl Open<'_> {
    /// The name that it is published under.
    pub(super) fn written(&self) -> Cow<'static, str> {
        if self.element.name.is_empty() {
            self.name.clone()
        } else {
            Cow::Borrowed(self.element.written)
        }
    }
}

impl<'t> Balance<'t> {
    /// Whether what is no markup has begun and not ended.
    pub(super) fn awaits(&self) -> bool {
        self.open.last().is_some_and(|open| open.awaited.is_some())
    }

    /// Whether one of some elements is open that cannot stand in itself.
    pub(super) fn is_open(&self, name: &str, among: &[&str]) -> bool {
        among.contains(&name)
            && self
                .open
                .iter()
                .any(|open| open.state == State::Kept && open.name == name)
    }

    /// A tag that is an element elsewhere, but not where it stands.
    pub(super) fn misplaced(&mut self, tag: HtmlTag<'t>, range: TextRange) {
        self.removed(&tag.name, range);
        if tag.void {
            return;
        }
        let element = tags::element(&tag.name).unwrap_or(&tags::UNKNOWN);
        self.open.push(Open {
            element,
            name: tag.name,
            awaited: None,
            state: State::Dropped,
            at: self.out.len() - 1,
            block_end: None,
            range,
        });
    }

    /// A program or a style sheet. In a drawing it is text like any other.
    pub(super) fn verbatim(&mut self, text: CowStr<'t>, range: TextRange) {
        if self.awaits() {
            self.push(HtmlPiece::Verbatim(text), range);
        } else if self.holder() == Holds::Foreign {
            self.push(HtmlPiece::Text(text), range);
        }
    }

    /// Whether nothing but what is no markup stands behind the event at a position.
    pub(super) fn holds_only_verbatim(&self, at: usize) -> bool {
        let is_verbatim = |located: &Located<'_>| {
            matches!(
                located.event,
                Event::Html(HtmlPiece::Verbatim(_) | HtmlPiece::Text(_))
            )
        };
        self.out[at + 1..].iter().all(is_verbatim)
    }

    /// Drawings and formulas end before Markdown that is more than words.
    pub(super) fn end_foreign(&mut self) {
        if self.holder() != Holds::Foreign {
            return;
        }
        let base = self.frame().base;
        let is_root =
            |open: &Open<'_>| open.state == State::Kept && matches!(&*open.name, "svg" | "math");
        if let Some(at) = self.open[base..].iter().rposition(is_root) {
            self.end_open(base + at, Ending::Implied);
        }
    }
}
