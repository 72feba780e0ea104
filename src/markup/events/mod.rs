//! From the parser's stream to ours.
//!
//! Takes a body, gives [`Located`] events and the defects that only the parser can see. Recognising what is ours stands
//! in the neighbouring files; here their calls stand, in the order of the stream.

use std::cell::RefCell;
use std::ops::Range;

use pulldown_cmark as parser;

use super::{
    CowStr, Event, LinkType, Located, Options, Profile, Reading, Reference, Tag, TagEnd, autolinks,
    depth, directives, html, targets,
};
use crate::model::{Defect, DefectKind};
use crate::source::TextRange;

mod joined;
mod own;
mod tags;
#[cfg(test)]
mod tests;

/// Reads a body. `base` is added to every range, so that they count from the start of the file.
pub fn events(text: &str, base: usize, options: Options) -> Vec<Located<'_>> {
    read(text, base, options).events
}

/// Reads a body like [`events`] and tells what is wrong with it.
pub fn read(text: &str, base: usize, options: Options) -> Reading<'_> {
    let is_ours = options.profile == Profile::Polydoc;
    let may_hold = is_ours && directives::may_hold(text);
    let scan = may_hold
        .then(|| directives::scan(text, base, options.html))
        .flatten();
    let masked = scan.as_ref().map_or(text, |scan| &scan.masked);
    let flattened = depth::flattened(masked, options.nesting);
    let none = directives::Scan::default();
    let placing = may_hold.then(|| scan.as_ref().unwrap_or(&none));
    if scan.is_none() && flattened.is_none() {
        return read_as_is(text, base, options, placing);
    }
    // What the parser sees is as long as the source: places hold, and strings are brought back.
    let seen = flattened.as_ref().map_or(masked, |(flat, _)| flat);
    let Reading {
        events,
        mut defects,
        html_blocks,
    } = read_as_is(seen, base, options, placing);
    let restored = |located: Located<'_>| Located {
        event: located
            .event
            .map_strings(&mut |read| depth::restored(read, seen, text)),
        range: located.range,
    };
    let events = events.into_iter().map(restored).collect();
    if let Some((_, first)) = &flattened {
        defects.push(Defect {
            kind: DefectKind::TooDeep,
            range: TextRange::at(first + base),
        });
    }
    Reading {
        events,
        defects,
        html_blocks,
    }
}

/// Reads a text. `placing`: it may hold directives, and these were found in it.
fn read_as_is<'t>(
    text: &'t str,
    base: usize,
    options: Options,
    placing: Option<&directives::Scan>,
) -> Reading<'t> {
    let missing = RefCell::new(Vec::new());
    let note = |link: parser::BrokenLink<'_>| {
        if is_meant_as_reference(text, &link) {
            missing
                .borrow_mut()
                .push((link.reference.as_ref().into(), link.span));
        }
        None
    };
    let mut iterator =
        parser::Parser::new_with_broken_link_callback(text, flags(options.profile), Some(note))
            .into_offset_iter();
    let mut reader = Reader {
        text,
        base,
        options,
        events: Vec::with_capacity(text.len() / 16),
        defects: Vec::new(),
        open: Vec::new(),
        depth: 0,
        html_block: None,
        html_blocks: Vec::new(),
        heading: None,
    };
    while let Some((event, range)) = iterator.next() {
        match event {
            parser::Event::Start(tag @ (parser::Tag::Link { .. } | parser::Tag::Image { .. })) => {
                let make = match tag {
                    parser::Tag::Image { .. } => Tag::Image,
                    _ => Tag::Link,
                };
                let (parser::Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    id,
                }
                | parser::Tag::Image {
                    link_type,
                    dest_url,
                    title,
                    id,
                }) = tag
                else {
                    continue;
                };
                let definitions = iterator.reference_definitions();
                let place = reader.target(link_type, &dest_url, &range, &id, definitions);
                reader.reference(make, link_type, dest_url, title, range, place);
            }
            event => reader.take(event, range),
        }
    }
    drop(iterator);
    let mut defects = reader.defects;
    defects.extend(missing.into_inner().into_iter().map(
        |(label, span): (Box<str>, Range<usize>)| Defect {
            kind: DefectKind::MissingReference(label),
            range: TextRange::from(span).shifted(base),
        },
    ));
    let events = match options.profile {
        Profile::CommonMark => reader.events,
        Profile::Gfm => autolinks::split(reader.events, options.profile),
        Profile::Polydoc => {
            let mut events = reader.events;
            if let Some(scan) = placing {
                let read = |lines: &directives::Lines<'t>| reread(lines, options);
                let placed = directives::place(events, scan, &read);
                events = placed.events;
                defects.extend(placed.defects);
            }
            let events = autolinks::split(html::balance(events, options.html), options.profile);
            if directives::may_hold_reference(text) {
                directives::with_references(events)
            } else {
                events
            }
        }
    };
    Reading {
        events,
        defects,
        html_blocks: reader.html_blocks,
    }
}

/// Reads lines that lie apart in the source as a body of their own.
fn reread(lines: &directives::Lines<'_>, options: Options) -> directives::Placing<'static> {
    let text: String = lines.iter().map(|(line, _)| &**line).collect();
    let place = joined::Joined { lines, base: 0 };
    let Reading {
        events, defects, ..
    } = read(&text, 0, options);
    let restored = |defect: Defect| Defect {
        range: place.range(defect.range),
        ..defect
    };
    directives::Placing {
        events: events.into_iter().map(|it| place.restore(it)).collect(),
        defects: defects.into_iter().map(restored).collect(),
    }
}

/// What the parser recognises in a profile. Alerts and heading attributes are ours in all of them.
fn flags(profile: Profile) -> parser::Options {
    let tables = parser::Options::ENABLE_TABLES
        | parser::Options::ENABLE_STRIKETHROUGH
        | parser::Options::ENABLE_TASKLISTS;
    match profile {
        Profile::CommonMark => parser::Options::empty(),
        Profile::Gfm | Profile::Polydoc => tables | parser::Options::ENABLE_FOOTNOTES,
    }
}

/// Whether a reference without definition was meant as one: `[text][label]` or `[label][]`, not `list[0][1]`, not what
/// only looks like it (`[!NOTE]`, `[^1]`, `[x]`).
fn is_meant_as_reference(text: &str, link: &parser::BrokenLink<'_>) -> bool {
    let full = matches!(link.link_type, LinkType::Reference | LinkType::Collapsed);
    let label = link.reference.trim();
    full && label.chars().any(char::is_alphabetic)
        && !label.starts_with(['!', '^'])
        && !label.eq_ignore_ascii_case("x")
        && !text[..link.span.start].ends_with(is_subscripted)
}

/// Whether brackets behind a sign count something in it. A letter beyond ASCII is a word's: Chinese and Japanese put no blank
/// before a link.
fn is_subscripted(before: char) -> bool {
    before.is_ascii_alphanumeric() || matches!(before, '_' | ']' | ')')
}

/// A construct that has begun.
struct Open {
    /// The position of its `Start` in the events; `None` when it is left out because it lies too deep.
    start: Option<usize>,
    /// Whether its target is to be looked for when the construct ends.
    searched: bool,
}

struct Reader<'t> {
    text: &'t str,
    base: usize,
    options: Options,
    events: Vec<Located<'t>>,
    defects: Vec<Defect>,
    open: Vec<Open>,
    /// How many of the kept ones are of a kind that nests.
    depth: usize,
    /// The lines of the HTML block that has begun.
    html_block: Option<Vec<(CowStr<'t>, Range<usize>)>>,
    /// Where blocks of HTML stand.
    html_blocks: Vec<TextRange>,
    /// The heading that has begun (profile `Polydoc` only).
    heading: Option<own::Heading<'t>>,
}

impl<'t> Reader<'t> {
    fn take(&mut self, event: parser::Event<'t>, range: Range<usize>) {
        match event {
            parser::Event::Start(parser::Tag::HtmlBlock) => self.html_block = Some(Vec::new()),
            parser::Event::End(parser::TagEnd::HtmlBlock) => {
                let lines = self.html_block.take().unwrap_or_default();
                self.html(&lines, true);
            }
            parser::Event::Start(start) => self.start(tags::tag(start), range),
            parser::Event::End(end) => self.end(tags::end(end), range),
            parser::Event::Text(text) | parser::Event::Html(text) if self.html_block.is_some() => {
                self.html_block.get_or_insert_default().push((text, range));
            }
            parser::Event::Text(text) => self.text(text, range),
            parser::Event::Code(code) => self.push(Event::Code(code), range),
            parser::Event::Html(text) => self.html(&[(text, range)], true),
            parser::Event::InlineHtml(text) => self.html(&[(text, range)], false),
            parser::Event::SoftBreak => self.push(Event::SoftBreak, range),
            parser::Event::HardBreak => self.push(Event::HardBreak, range),
            parser::Event::Rule => self.push(Event::Rule, range),
            parser::Event::TaskListMarker(checked) => {
                self.push(Event::TaskMarker { checked }, range);
            }
            parser::Event::FootnoteReference(label) => {
                self.push(Event::FootnoteReference(label), range);
            }
            // The parser is never asked to recognise formulas; should it do so all the same, they are text.
            parser::Event::InlineMath(text) | parser::Event::DisplayMath(text) => {
                self.text(text, range);
            }
        }
    }

    fn push(&mut self, event: Event<'t>, range: Range<usize>) {
        self.events.push(Located {
            event,
            range: TextRange::from(range).shifted(self.base),
        });
    }

    /// Adds text; joins it to the text before it when both lie side by side in the source.
    fn text(&mut self, text: CowStr<'t>, range: Range<usize>) {
        if let (CowStr::Borrowed(new), Some(last)) = (&text, self.events.last_mut())
            && let Event::Text(CowStr::Borrowed(old)) = &mut last.event
            && last.range.end as usize == range.start + self.base
            && let (Some(before), Some(after)) = (
                targets::borrowed(self.text, old),
                targets::borrowed(self.text, new),
            )
            && before.end == after.start
        {
            *old = &self.text[before.start..after.end];
            last.range = TextRange::new(last.range.start as usize, range.end + self.base);
            return;
        }
        self.push(Event::Text(text), range);
    }

    fn is_ours(&self) -> bool {
        self.options.profile == Profile::Polydoc
    }

    fn start(&mut self, tag: Tag<'t>, range: Range<usize>) {
        // An item goes with its list: a list without items, or items without a list, would be wrong HTML.
        let kept = match tag {
            Tag::Item => self.open.last().is_some_and(|list| list.start.is_some()),
            _ => !nests(&tag) || self.depth < self.options.nesting,
        };
        if kept {
            if self.is_ours() && matches!(tag, Tag::Heading { .. }) {
                self.heading = Some(own::Heading::new());
            }
            self.depth += usize::from(nests(&tag));
            self.open.push(Open {
                start: Some(self.events.len()),
                searched: false,
            });
            self.push(Event::Start(tag), range);
        } else {
            if self
                .defects
                .last()
                .is_none_or(|defect| defect.kind != DefectKind::TooDeep)
            {
                let range = TextRange::from(range).shifted(self.base);
                self.defects.push(Defect {
                    kind: DefectKind::TooDeep,
                    range,
                });
            }
            self.open.push(Open {
                start: None,
                searched: false,
            });
        }
    }

    fn end(&mut self, end: TagEnd, range: Range<usize>) {
        let open = self
            .open
            .pop()
            .expect("the parser's starts and ends balance");
        let Some(start) = open.start else { return };
        self.depth = self.depth.saturating_sub(usize::from(matches!(
            &self.events[start].event,
            Event::Start(tag) if nests(tag)
        )));
        if open.searched {
            self.search_target(start, &range);
        }
        match end {
            TagEnd::Heading(_) => self.end_heading(start),
            TagEnd::Paragraph if self.is_ours() => return self.end_paragraph(start, range),
            TagEnd::BlockQuote => return self.end_quote(start, range),
            _ => {}
        }
        self.push(Event::End(end), range);
    }

    /// Where a target stands, if that can be said before the construct ends.
    fn target(
        &self,
        link_type: LinkType,
        url: &CowStr<'t>,
        range: &Range<usize>,
        id: &str,
        definitions: &parser::RefDefs<'_>,
    ) -> Option<Range<usize>> {
        let slice = match url {
            CowStr::Borrowed(slice) => targets::borrowed(self.text, slice),
            _ => None,
        };
        match link_type {
            LinkType::Inline => {
                slice.filter(|slice| range.start < slice.start && slice.end < range.end)
            }
            LinkType::Autolink | LinkType::Email => {
                Some(range.start + 1..range.end.max(range.start + 2) - 1)
            }
            _ => {
                let definition = &definitions.get(id)?.span;
                let slice = slice
                    .filter(|slice| definition.start < slice.start && slice.end <= definition.end);
                Some(slice.unwrap_or_else(|| targets::defined(self.text, definition)))
            }
        }
    }

    fn reference(
        &mut self,
        kind: fn(Reference<'t>) -> Tag<'t>,
        link_type: LinkType,
        url: CowStr<'t>,
        title: CowStr<'t>,
        range: Range<usize>,
        place: Option<Range<usize>>,
    ) {
        let searched = place.is_none() && link_type == LinkType::Inline;
        let url_range = TextRange::from(place.unwrap_or_else(|| range.clone())).shifted(self.base);
        self.start(
            kind(Reference {
                link_type,
                url,
                url_range,
                title,
            }),
            range,
        );
        if let Some(open) = self.open.last_mut() {
            open.searched = searched;
        }
    }

    /// Finds the target of the inline link or image whose `Start` is at `start` and whose contents are all there.
    fn search_target(&mut self, start: usize, range: &Range<usize>) {
        let inner = match self.events.last() {
            Some(last) if self.events.len() > start + 1 => last.range.end as usize - self.base,
            _ => range.start + 1,
        };
        let place = TextRange::from(targets::inline(self.text, range, inner.min(range.end)))
            .shifted(self.base);
        if let Event::Start(Tag::Link(reference) | Tag::Image(reference)) =
            &mut self.events[start].event
        {
            reference.url_range = place;
        }
    }

    /// Adds raw HTML: a block's lines or one inline piece.
    fn html(&mut self, lines: &[(CowStr<'t>, Range<usize>)], block: bool) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
            return;
        };
        let whole = first.1.start..last.1.end;
        if block {
            let place = TextRange::from(whole.clone()).shifted(self.base);
            self.html_blocks.push(place);
        }
        let contiguous = lines
            .windows(2)
            .all(|pair| pair[0].1.end == pair[1].1.start)
            && lines
                .iter()
                .all(|(text, range)| **text == self.text[range.clone()]);
        let verbatim = !self.is_ours();
        if contiguous {
            let text = &self.text[whole.clone()];
            if let Some(heading) = &mut self.heading
                && heading.take_tag(text, whole.start + self.base)
            {
                return;
            }
            if verbatim {
                self.push(
                    Event::RawHtml {
                        text: text.into(),
                        block,
                    },
                    whole,
                );
            } else {
                self.events.extend(html::pieces(
                    text,
                    whole.start + self.base,
                    block,
                    self.options.html,
                ));
            }
            return;
        }
        let joined: String = lines.iter().map(|(text, _)| &**text).collect();
        if verbatim {
            self.push(
                Event::RawHtml {
                    text: joined.into(),
                    block,
                },
                whole,
            );
            return;
        }
        let place = joined::Joined {
            lines,
            base: self.base,
        };
        for piece in html::pieces(&joined, 0, block, self.options.html) {
            self.events.push(place.restore(piece));
        }
    }
}

/// Whether a construct may stand in another of its kind without end.
fn nests(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::BlockQuote
            | Tag::Alert { .. }
            | Tag::List { .. }
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Image(_)
    )
}
