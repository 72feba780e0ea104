//! Puts directives where the parser found what hides them.
//!
//! In: the events of a text whose directives are hidden, and those directives. Out: the events with what the directives mean.
//! Whatever begins ends in the Markdown container in which it began, so that the events balance; what does not end there, or ends
//! without having begun, is told.

use std::ops::Range;

use super::outdent::outdented;
use super::scan::{Does, Marker, Scan, Suspect};
use super::{Meaning, close, open, tabs};
use crate::markup::{CowStr, Event, HtmlPiece, Located, Removed, Tag, TagEnd, html};
use crate::model::{Defect, DefectKind, HtmlLevel};
use crate::source::TextRange;

/// Events and what is wrong with the directives among them.
pub(in crate::markup) struct Placing<'t> {
    pub(in crate::markup) events: Vec<Located<'t>>,
    pub(in crate::markup) defects: Vec<Defect>,
}

/// Deepest nesting of directives and what stands around them.
const DEEPEST: usize = 200;

/// Lines of a text, each with its place in the file.
pub(in crate::markup) type Lines<'t> = Vec<(CowStr<'t>, Range<usize>)>;

/// Places directives. `read` reads lines anew as a body of their own.
pub(in crate::markup) fn place<'t>(
    events: Vec<Located<'t>>,
    scan: &Scan,
    read: &dyn Fn(&Lines<'t>) -> Placing<'static>,
) -> Placing<'t> {
    let mut placer = Placer {
        markers: &scan.markers,
        out: Vec::with_capacity(events.len() + 16),
        frames: vec![Frame::new(Container::Body)],
        dangling: Vec::new(),
        defects: suspects(&events, &scan.suspects),
        indented: None,
        html: scan.html,
        read,
    };
    let mut events = events.into_iter();
    while let Some(located) = events.next() {
        if !matches!(located.event, Event::Start(Tag::Heading { .. })) {
            placer.take(located);
            continue;
        }
        // A heading is the label of a tab or not as a whole.
        let mut heading = vec![located];
        let is_whole = |heading: &[Located<'_>]| {
            let last = heading.last().map(|last| &last.event);
            matches!(last, Some(Event::End(TagEnd::Heading(_))))
        };
        while !is_whole(&heading)
            && let Some(next) = events.next()
        {
            heading.push(next);
        }
        match tabs::label(&heading) {
            Some(label) => placer.tab(&label, heading),
            None => heading.into_iter().for_each(|located| placer.take(located)),
        }
    }
    placer.finish()
}

/// Which of the things that look like directives the parser took for text.
fn suspects(events: &[Located<'_>], suspects: &[Suspect]) -> Vec<Defect> {
    if suspects.is_empty() {
        return Vec::new();
    }
    let mut defects = Vec::new();
    let mut code = 0_usize;
    for Located { event, range } in events {
        match event {
            Event::Start(Tag::CodeBlock { .. }) => code += 1,
            Event::End(TagEnd::CodeBlock) => code -= 1,
            Event::Text(_) | Event::Html(HtmlPiece::Text(_)) if code == 0 => {
                let first = suspects.partition_point(|it| it.range.start < range.start);
                let inside = |it: &&Suspect| it.range.start < range.end;
                let inside = suspects[first..].iter().take_while(inside);
                defects.extend(inside.map(|suspect| Defect {
                    kind: match &suspect.problem {
                        Some(problem) => malformed(&suspect.word, problem),
                        None => DefectKind::UnknownDirective(suspect.word.as_str().into()),
                    },
                    range: suspect.range,
                }));
            }
            _ => {}
        }
    }
    defects
}

fn malformed(word: &str, problem: &str) -> DefectKind {
    DefectKind::MalformedDirective(word.into(), problem.into())
}

/// What directives stand in, and directives that have begun.
struct Frame {
    container: Container,
    /// Whether tabs have begun in it.
    tabs: bool,
}

impl Frame {
    fn new(container: Container) -> Self {
        Self {
            container,
            tabs: false,
        }
    }
}

enum Container {
    Body,
    /// A construct of Markdown: the position of its `Start`, whether it is a paragraph, and whether we began it.
    Markdown {
        start: usize,
        is_paragraph: bool,
        is_ours: bool,
    },
    /// A directive: its word, what ends it, where it began, and whether it ends as soon as what it holds does. One that drops what it
    /// holds has the position from which on that is taken away.
    Directive {
        word: &'static str,
        close: Vec<Event<'static>>,
        range: TextRange,
        is_over: bool,
        drops: Option<usize>,
    },
    /// A quotation that is a section.
    Section,
}

struct Placer<'m, 't> {
    markers: &'m [Marker],
    out: Vec<Located<'t>>,
    frames: Vec<Frame>,
    /// Directives that ended with their container; their ends may still come.
    dangling: Vec<&'static str>,
    defects: Vec<Defect>,
    /// Lines that are indented because of the directive around them.
    indented: Option<Lines<'t>>,
    html: HtmlLevel,
    read: &'m dyn Fn(&Lines<'t>) -> Placing<'static>,
}

impl<'t> Placer<'_, 't> {
    fn take(&mut self, located: Located<'t>) {
        let range = located.range;
        if self.take_indented(&located) {
            return;
        }
        match &located.event {
            Event::Html(HtmlPiece::Removed(Removed::Comment) | HtmlPiece::Shown(_))
            | Event::Code(_)
                if !self.markers.is_empty() =>
            {
                let at = self
                    .markers
                    .binary_search_by_key(&range.start, |it| it.range.start);
                match at.ok().map(|at| &self.markers[at]) {
                    Some(marker) if marker.range == range => self.marker(marker),
                    _ => self.out.push(located),
                }
            }
            Event::SoftBreak if self.in_our_paragraph() => {}
            Event::Rule if self.frame().tabs => self.end_tabs(range),
            Event::Start(tag) => {
                let is_paragraph = *tag == Tag::Paragraph;
                self.frames.push(Frame::new(Container::Markdown {
                    start: self.out.len(),
                    is_paragraph,
                    is_ours: false,
                }));
                self.out.push(located);
            }
            Event::End(_) => self.end(located),
            _ => self.out.push(located),
        }
    }

    /// In rows, columns and descriptions the text is indented to show what it stands in. That makes no code of it. Tells whether
    /// the event was a part of such text.
    fn take_indented(&mut self, located: &Located<'t>) -> bool {
        match (&located.event, &mut self.indented) {
            (Event::Start(Tag::CodeBlock { fenced: false, .. }), None) => {
                let Container::Directive { word, .. } = self.frame().container else {
                    return false;
                };
                let is_meant = matches!(word, "row" | "column" | "image");
                self.indented = is_meant.then(Vec::new);
                is_meant
            }
            (Event::Text(text), Some(lines)) => {
                lines.push((text.clone(), located.range.bytes()));
                true
            }
            (_, Some(lines)) => {
                let lines = outdented(std::mem::take(lines));
                self.indented = None;
                let Placing { events, defects } = (self.read)(&lines);
                self.out.extend(events);
                self.defects.extend(defects);
                true
            }
            _ => false,
        }
    }

    fn frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the body is a frame")
    }

    /// Whether a paragraph that we began has nothing in it yet.
    fn in_our_paragraph(&self) -> bool {
        let is_ours =
            |frame: &Frame| matches!(frame.container, Container::Markdown { is_ours: true, .. });
        self.frames.last().is_some_and(is_ours)
            && self
                .out
                .last()
                .is_some_and(|last| last.event == Event::Start(Tag::Paragraph))
    }

    fn marker(&mut self, marker: &Marker) {
        if let Some(problem) = &marker.problem {
            let (Does::Begins(word, _) | Does::Ends(word)) = &marker.does;
            self.defects.push(Defect {
                kind: malformed(word, problem),
                range: marker.range,
            });
        }
        match &marker.does {
            Does::Begins(_, Meaning::Is { events, is_block }) => {
                let split = *is_block && self.leave_paragraph(marker.range);
                self.out.extend(events.iter().cloned());
                self.resume_paragraph(split, marker.range);
            }
            // What is nested deeper is shown without what holds it.
            Does::Begins(_, Meaning::Holds { .. }) if self.frames.len() > DEEPEST => {}
            Does::Begins(word, Meaning::Holds { open, close }) => {
                let split = self.leave_paragraph(marker.range);
                self.out.extend(open.iter().cloned());
                self.frames.push(Frame::new(Container::Directive {
                    word,
                    close: close.clone(),
                    range: marker.range,
                    is_over: false,
                    drops: None,
                }));
                self.resume_paragraph(split, marker.range);
            }
            Does::Begins(word, Meaning::Drops) => {
                let split = self.leave_paragraph(marker.range);
                let drops = Some(self.out.len());
                self.frames.push(Frame::new(Container::Directive {
                    word,
                    close: Vec::new(),
                    range: marker.range,
                    is_over: false,
                    drops,
                }));
                self.resume_paragraph(split, marker.range);
            }
            Does::Begins(_, Meaning::Classes(classes)) => self.section(classes, marker.range),
            Does::Ends(word) => {
                let split = self.leave_paragraph(marker.range);
                self.end_directive(word, marker.range);
                self.resume_paragraph(split, marker.range);
            }
        }
    }

    /// Ends the paragraph in which a block stands, when there is one; tells whether there was.
    fn leave_paragraph(&mut self, range: TextRange) -> bool {
        let Some(Frame {
            container:
                Container::Markdown {
                    start,
                    is_paragraph: true,
                    ..
                },
            ..
        }) = self.frames.last()
        else {
            return false;
        };
        let start = *start;
        if self
            .out
            .last()
            .is_some_and(|last| last.event == Event::SoftBreak)
        {
            self.out.pop();
        }
        if self.out.len() == start + 1 {
            self.out.pop();
        } else {
            self.push(Event::End(TagEnd::Paragraph), range);
        }
        self.frames.pop();
        true
    }

    /// Begins the second half of a paragraph that was left.
    fn resume_paragraph(&mut self, was_left: bool, range: TextRange) {
        if !was_left {
            return;
        }
        self.frames.push(Frame::new(Container::Markdown {
            start: self.out.len(),
            is_paragraph: true,
            is_ours: true,
        }));
        let range = TextRange {
            start: range.end,
            end: range.end,
        };
        self.push(Event::Start(Tag::Paragraph), range);
    }

    /// Makes a section of the quotation that has begun.
    fn section(&mut self, classes: &str, range: TextRange) {
        let Container::Markdown { start, .. } = self.frame().container else {
            return;
        };
        if let Event::Start(Tag::BlockQuote) = self.out[start].event {
            let (allowed, others) = html::partition_classes(self.html, classes);
            let kind = |class: &str| DefectKind::RemovedClass(class.into());
            let removed = others.into_iter().map(|class| Defect {
                kind: kind(class),
                range,
            });
            self.defects.extend(removed);
            self.out[start].event = open("div", &[("class", &*allowed)], range).event;
            self.frame().container = Container::Section;
        }
    }

    /// Ends a construct of Markdown, after all directives that have begun in it.
    fn end(&mut self, located: Located<'t>) {
        let end = TextRange {
            start: located.range.end,
            end: located.range.end,
        };
        while matches!(self.frame().container, Container::Directive { .. }) {
            self.unclosed(end);
        }
        self.end_tabs(end);
        let frame = self.frames.pop().expect("starts and ends balance");
        match frame.container {
            Container::Section => self.push(close("div"), located.range),
            Container::Markdown {
                start,
                is_ours: true,
                ..
            } if self.out.len() == start + 1 => {
                self.out.pop();
            }
            // What was a marker alone is no paragraph any more.
            Container::Markdown {
                start,
                is_paragraph: true,
                ..
            } if self.out.len() <= start => {}
            _ => self.out.push(located),
        }
        self.end_what_is_over(end);
    }

    /// Ends the directives whose ends stood in something that they hold.
    fn end_what_is_over(&mut self, range: TextRange) {
        while let Container::Directive { is_over: true, .. } = self.frame().container {
            self.end_tabs(range);
            self.close(range);
        }
    }

    fn end_directive(&mut self, word: &'static str, range: TextRange) {
        let is_meant = |frame: &Frame| matches!(&frame.container, Container::Directive { word: begun, is_over: false, .. } if *begun == word);
        let Some(at) = self.frames.iter().rposition(is_meant) else {
            match self.dangling.iter().rposition(|begun| *begun == word) {
                Some(at) => {
                    self.dangling.remove(at);
                }
                None => self.defects.push(Defect {
                    kind: DefectKind::StrayDirectiveEnd(word.into()),
                    range,
                }),
            }
            return;
        };
        let holds_markdown = |frame: &Frame| {
            matches!(
                frame.container,
                Container::Markdown { .. } | Container::Section
            )
        };
        if self.frames[at + 1..].iter().any(holds_markdown) {
            if let Container::Directive { is_over, .. } = &mut self.frames[at].container {
                *is_over = true;
            }
            return;
        }
        while self.frames.len() > at + 1 {
            self.unclosed(range);
        }
        self.end_tabs(range);
        self.close(range);
        self.end_what_is_over(range);
    }

    /// Ends the directive that began last and was not ended.
    fn unclosed(&mut self, end: TextRange) {
        self.end_tabs(end);
        if let Container::Directive { word, range, .. } = self.frame().container {
            self.defects.push(Defect {
                kind: DefectKind::UnclosedDirective(word.into()),
                range,
            });
            if self.dangling.len() < DEEPEST {
                self.dangling.push(word);
            }
        }
        self.close(end);
    }

    /// Writes the end of the directive that began last.
    fn close(&mut self, range: TextRange) {
        if let Some(Frame {
            container: Container::Directive { close, drops, .. },
            ..
        }) = self.frames.pop()
        {
            if let Some(start) = drops {
                self.out.truncate(start);
            }
            for event in close {
                self.push(event, range);
            }
        }
    }

    /// Begins a tab with the events of its label.
    fn tab(&mut self, label: &tabs::Label, heading: Vec<Located<'t>>) {
        let range = heading[0].range;
        if self.frame().tabs {
            self.push(close("section"), range);
        } else {
            self.frame().tabs = true;
            self.out.push(open("div", &[("class", "tabs")], range));
        }
        // Their own markers may stand in titles.
        for located in label.begin(heading) {
            self.take(located);
        }
    }

    fn end_tabs(&mut self, range: TextRange) {
        if std::mem::take(&mut self.frame().tabs) {
            self.push(close("section"), range);
            self.push(close("div"), range);
        }
    }

    fn push(&mut self, event: Event<'static>, range: TextRange) {
        self.out.push(Located { event, range });
    }

    fn finish(mut self) -> Placing<'t> {
        let end = self.out.last().map_or(TextRange::at(0), |last| TextRange {
            start: last.range.end,
            end: last.range.end,
        });
        while self.frames.len() > 1 {
            self.unclosed(end);
        }
        self.end_tabs(end);
        Placing {
            events: self.out,
            defects: self.defects,
        }
    }
}
