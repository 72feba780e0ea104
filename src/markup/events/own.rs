//! Our own syntax, recognised while the stream is made: names of headings, alerts, videos.
//!
//! Works on the end of the events that are already there, when the construct that holds the syntax ends.

use std::ops::Range;

use super::Reader;
use crate::markup::alerts::{self, Meaning};
use crate::markup::anchors::{self, AnchorTag};
use crate::markup::{AlertSpelling, CowStr, Event, Located, Tag, TagEnd, html};
use crate::model::{Defect, DefectKind};
use crate::source::{Spanned, TextRange};

/// What was found in the heading that has begun.
pub(super) struct Heading<'t> {
    /// Names from tags.
    ids: Vec<Spanned<CowStr<'t>>>,
    /// For each `<a>` that has not ended: whether it was taken out.
    anchors: Vec<bool>,
}

impl<'t> Heading<'t> {
    pub(super) fn new() -> Self {
        Self {
            ids: Vec::new(),
            anchors: Vec::new(),
        }
    }

    /// Takes a raw tag when it only names the heading; tells whether it did.
    pub(super) fn take_tag(&mut self, tag: &'t str, base: usize) -> bool {
        match anchors::tag(tag) {
            AnchorTag::Start { names, open } => {
                if open {
                    self.anchors.push(true);
                }
                self.ids
                    .extend(names.into_iter().map(|name| spanned(tag, name, base)));
                true
            }
            AnchorTag::OtherStart => {
                self.anchors.push(false);
                false
            }
            AnchorTag::End => self.anchors.pop().unwrap_or(false),
            AnchorTag::None => false,
        }
    }
}

/// A part of a text that begins at `base`.
fn spanned(text: &str, part: Range<usize>, base: usize) -> Spanned<CowStr<'_>> {
    Spanned {
        value: CowStr::Borrowed(&text[part.clone()]),
        range: TextRange::from(part).shifted(base),
    }
}

impl<'t> Reader<'t> {
    /// Gives the heading whose `Start` is at `start` its names and classes, and takes them out of its text.
    pub(super) fn end_heading(&mut self, start: usize) {
        let Some(Heading { ids: mut found, .. }) = self.heading.take() else {
            return;
        };
        let mut found_classes = Vec::new();
        if let Some((text, base)) = self.last_text(start)
            && let Some(attributes) = anchors::braces(text)
            && !(attributes.text_end == 0 && text.starts_with('{') && self.is_escaped(base))
        {
            let part = |part: Range<usize>| spanned(text, part, base);
            found.extend(attributes.ids.into_iter().map(part));
            for class in attributes.classes {
                let written = &text[class.clone()];
                if html::is_class_at(self.options.html, written) {
                    found_classes.push(CowStr::Borrowed(written));
                } else {
                    self.defects.push(Defect {
                        kind: DefectKind::RemovedClass(written.into()),
                        range: TextRange::from(class).shifted(base),
                    });
                }
            }
            self.shorten_last(attributes.text_end);
        }
        if found.is_empty() && found_classes.is_empty() {
            return;
        }
        self.trim(start);
        if let Event::Start(Tag::Heading { ids, classes, .. }) = &mut self.events[start].event {
            *ids = found;
            *classes = found_classes;
        }
    }

    /// The last event after `start`, when it is text as it stands in the source, and where it begins in the file.
    fn last_text(&self, start: usize) -> Option<(&'t str, usize)> {
        let last = self.events[start + 1..].last()?;
        match last.event {
            Event::Text(CowStr::Borrowed(text)) => Some((text, last.range.start as usize)),
            _ => None,
        }
    }

    /// Whether a backslash stands before an offset of the file.
    fn is_escaped(&self, offset: usize) -> bool {
        self.text[..offset - self.base].ends_with('\\')
    }

    /// Takes blanks off both ends of a heading's contents.
    fn trim(&mut self, start: usize) {
        if let Some((text, _)) = self.last_text(start) {
            self.shorten_last(text.trim_end_matches([' ', '\t']).len());
        }
        if let Some(first) = self.events.get_mut(start + 1)
            && let Event::Text(CowStr::Borrowed(text)) = first.event
        {
            let rest = text.trim_start_matches([' ', '\t']);
            first.range.start = first.range.end - u32::try_from(rest.len()).unwrap_or(0);
            first.event = Event::Text(CowStr::Borrowed(rest));
        }
    }

    /// Cuts the last event, a text, to a length; drops it when nothing is left.
    fn shorten_last(&mut self, length: usize) {
        let Some(last) = self.events.last_mut() else {
            return;
        };
        if let Event::Text(CowStr::Borrowed(text)) = last.event {
            if length == 0 {
                self.events.pop();
                return;
            }
            last.event = Event::Text(CowStr::Borrowed(&text[..length]));
            last.range.end = last.range.start + u32::try_from(length).unwrap_or(0);
        }
    }

    /// Ends the paragraph whose `Start` is at `start` and whose contents are all there. A marker at its beginning is taken
    /// out and makes an alert or a video of what is around it; of a paragraph that holds nothing else nothing is left.
    pub(super) fn end_paragraph(&mut self, start: usize, range: Range<usize>) {
        let Some((line, base, quoted)) = self.opening(start) else {
            return self.push(Event::End(TagEnd::Paragraph), range);
        };
        let marker = alerts::marker(line);
        let mut left = true;
        let mut lone_alert = false;
        match marker.as_ref().map(|marker| (marker, &marker.meaning)) {
            Some((marker, &Meaning::Alert(kind, spelling)))
                if quoted || spelling == AlertSpelling::Odd =>
            {
                let written = spanned(line, marker.keyword.clone(), base);
                let alert = Event::Start(Tag::Alert {
                    kind,
                    written,
                    spelling,
                });
                left = self.cut(start, base + marker.end) && self.cut_second_marker(start);
                if quoted {
                    self.events[start - 1].event = alert;
                } else {
                    let range = TextRange::from(range.clone()).shifted(self.base);
                    self.events.insert(
                        start,
                        Located {
                            event: alert,
                            range,
                        },
                    );
                    lone_alert = true;
                }
            }
            Some((marker, Meaning::Video(address))) if quoted => {
                let Spanned { value, range } = spanned(line, address.clone(), base);
                let url = Spanned {
                    value: unescaped(value),
                    range,
                };
                let range = TextRange::new(base, base + marker.end);
                left = self.cut(start, base + marker.end);
                self.events.insert(
                    start,
                    Located {
                        event: Event::Video { url },
                        range,
                    },
                );
            }
            Some((marker, Meaning::Unknown)) if quoted => {
                let Spanned { value, range } = spanned(line, marker.keyword.clone(), base);
                self.defects.push(Defect {
                    kind: DefectKind::UnknownAlert(value.as_ref().into()),
                    range,
                });
            }
            _ => {}
        }
        if left {
            self.push(Event::End(TagEnd::Paragraph), range.clone());
        }
        if lone_alert {
            self.push(Event::End(TagEnd::Alert), range);
        }
    }

    /// Takes a second marker out of an alert's paragraph: some translations have the keyword twice, once translated.
    /// Tells whether anything is left of the paragraph.
    fn cut_second_marker(&mut self, start: usize) -> bool {
        let Some((line, base, _)) = self.opening(start) else {
            return true;
        };
        let Some(marker) = alerts::marker(line) else {
            return true;
        };
        let Meaning::Alert(..) = marker.meaning else {
            return true;
        };
        let Spanned { value, range } = spanned(line, marker.keyword, base);
        let kind = DefectKind::SecondAlert(value.as_ref().into(), None);
        self.defects.push(Defect { kind, range });
        self.cut(start, base + marker.end)
    }

    /// The first line of the paragraph at `start` if it begins with a bracket that is meant as one; where it begins in the
    /// file; and whether it begins a quotation. Taken from the source: an address may look like emphasis.
    fn opening(&self, start: usize) -> Option<(&'t str, usize, bool)> {
        let first = self.events.get(start + 1)?;
        let Event::Text(CowStr::Borrowed(text)) = first.event else {
            return None;
        };
        if !text.starts_with(['[', '［']) {
            return None;
        }
        let around = start
            .checked_sub(1)
            .and_then(|around| self.events.get(around));
        let quoted =
            around.is_some_and(|around| matches!(around.event, Event::Start(Tag::BlockQuote)));
        let from = first.range.start as usize;
        let line = &self.text[from - self.base..self.events[start].range.end as usize - self.base];
        let line = line.split(['\n', '\r']).next().unwrap_or_default();
        // A marker is one text; only a video's address may hold other events.
        let whole = text.contains([']', '］']) || line.get(2..).is_some_and(is_video);
        (whole && !self.is_escaped(from)).then_some((line, from, quoted))
    }

    /// Takes everything before an offset out of the paragraph at `start`, then the line end that follows. Tells whether
    /// anything is left of the paragraph; if not, the paragraph is taken out as a whole.
    fn cut(&mut self, start: usize, offset: usize) -> bool {
        let rest = self.events.split_off(start + 1);
        let mut kept = rest
            .into_iter()
            .filter_map(|located| after(located, offset))
            .peekable();
        while kept.next_if(|located| is_blank(&located.event)).is_some() {}
        if let Some(first) = kept.peek_mut()
            && let Event::Text(CowStr::Borrowed(text)) = &mut first.event
        {
            *text = text.trim_start_matches([' ', '\t']);
            first.range.start = first.range.end - u32::try_from(text.len()).unwrap_or(0);
        }
        if kept.peek().is_none() {
            self.events.truncate(start);
            return false;
        }
        self.events.extend(kept);
        true
    }

    /// Ends a quotation: an alert ends as what it is, and of a quotation around a video alone the video is left.
    pub(super) fn end_quote(&mut self, start: usize, range: Range<usize>) {
        match self.events[start].event {
            Event::Start(Tag::Alert { .. }) => self.push(Event::End(TagEnd::Alert), range),
            _ if self.events.len() == start + 2
                && matches!(self.events[start + 1].event, Event::Video { .. }) =>
            {
                let video = self.events.swap_remove(start);
                self.events[start].range = video.range;
            }
            _ => self.push(Event::End(TagEnd::BlockQuote), range),
        }
    }
}

fn is_video(keyword: &str) -> bool {
    keyword
        .get(..5)
        .is_some_and(|word| word.eq_ignore_ascii_case("video"))
}

fn is_blank(event: &Event<'_>) -> bool {
    match event {
        Event::SoftBreak | Event::HardBreak => true,
        Event::Text(text) => text.trim().is_empty(),
        _ => false,
    }
}

/// The part of an event that stands after an offset of the file.
fn after(located: Located<'_>, offset: usize) -> Option<Located<'_>> {
    let Located { event, range } = located;
    if range.start as usize >= offset {
        return Some(Located { event, range });
    }
    match event {
        Event::Text(CowStr::Borrowed(text)) if range.end as usize > offset => {
            let text = CowStr::Borrowed(&text[offset - range.start as usize..]);
            Some(Located {
                event: Event::Text(text),
                range: TextRange::new(offset, range.end as usize),
            })
        }
        // What began before the offset and ends after it (an emphasis that an address seemed to open) is kept whole
        // only at its start and end, so that they balance.
        Event::Start(_) | Event::End(_) if range.end as usize > offset => {
            Some(Located { event, range })
        }
        _ => None,
    }
}

/// An address with the one entity that addresses hold.
fn unescaped(address: CowStr<'_>) -> CowStr<'_> {
    if address.contains("&amp;") {
        address.replace("&amp;", "&").into()
    } else {
        address
    }
}
