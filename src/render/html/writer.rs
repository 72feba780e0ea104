//! The walk over the events: one arm for each.
//!
//! Tables, images, footnotes and raw HTML have files of their own beside this one.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Write as _;

use super::footnotes::Footnotes;
use super::tables::Table;
use super::{Resolved, Surroundings, escape, images};
use crate::markup::{self, Event, LinkType, Located, Profile, Reference, Tag, TagEnd, urls};
use crate::model::Slug;
use crate::source::TextRange;

/// See [`super::write`].
pub(super) fn write(
    events: &[Located<'_>],
    profile: Profile,
    surroundings: Surroundings<'_>,
    out: &mut String,
) {
    let mut writer = Writer {
        began: out.len(),
        out,
        events,
        profile,
        surroundings,
        heading: 0,
        permalink: None,
        ends: Vec::new(),
        table: Table::default(),
        footnotes: Footnotes::find(events),
        ids: None,
    };
    writer.all(0, events.len());
    writer.footnotes();
}

pub(super) struct Writer<'w, 't> {
    pub(super) out: &'w mut String,
    began: usize,
    pub(super) events: &'w [Located<'t>],
    pub(super) profile: Profile,
    pub(super) surroundings: Surroundings<'w>,
    /// How many headings stand before this place of the text.
    pub(super) heading: usize,
    /// The heading that is open and gets a link to itself: the position of its event, its id.
    permalink: Option<(usize, &'w str)>,
    /// What ends the links that are open.
    pub(super) ends: Vec<&'static str>,
    pub(super) table: Table,
    pub(super) footnotes: Footnotes<'w>,
    /// Ids on the page, once one beside those of the headings was asked for.
    ids: Option<HashSet<&'w str>>,
}

impl<'w, 't> Writer<'w, 't> {
    /// Writes the events from one position to another.
    pub(super) fn all(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            at = self.event(at);
        }
    }

    /// Writes the event at a position, with all it holds where that cannot be told apart; gives the next position.
    fn event(&mut self, at: usize) -> usize {
        let located = &self.events[at];
        match &located.event {
            Event::Start(Tag::Image(reference)) => return self.image(at, reference),
            Event::Start(Tag::FootnoteDefinition(_)) => return self.skip_definition(at),
            Event::Start(Tag::CodeBlock { info, .. }) => {
                self.code_start(info);
                return self.code_text(at, info);
            }
            Event::Start(tag) => self.start(tag, at),
            Event::End(end) => self.end(*end, at),
            Event::Text(text) => self.text(text),
            Event::Code(code) => {
                self.out.push_str("<code>");
                self.text(code);
                self.out.push_str("</code>");
            }
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => {
                self.out
                    .push_str(if self.is_ours() { "<br>\n" } else { "<br />\n" });
            }
            Event::Rule => {
                self.fresh_line();
                self.out
                    .push_str(if self.is_ours() { "<hr>\n" } else { "<hr />\n" });
            }
            Event::TaskMarker { checked } => self.task(*checked),
            Event::FootnoteReference(label) => self.footnote_reference(label),
            Event::RawHtml { text, block } => self.verbatim(text, *block),
            Event::Html(piece) => self.html(piece, located.range),
            Event::Video { url } => self.video(&url.value, located.range),
            // They belong to a site; a text alone has none.
            Event::Include { .. } | Event::Snippet { .. } => {}
        }
        at + 1
    }

    fn start(&mut self, tag: &'w Tag<'t>, at: usize) {
        match tag {
            Tag::Paragraph => self.open_line("<p>"),
            Tag::Heading { .. } => self.heading_start(tag, at),
            Tag::BlockQuote => self.open_line("<blockquote>\n"),
            Tag::Alert { kind, .. } => {
                let word = format!("{kind:?}").to_ascii_lowercase();
                self.fresh_line();
                let _ = write!(
                    self.out,
                    "<div class=\"alert alert-{word}\" role=\"note\">\n<p class=\"alert-title\">"
                );
                escape::text(self.out, self.surroundings.labels.alert(*kind));
                self.out.push_str("</p>\n");
            }
            Tag::List { start: None } => self.open_line("<ul>\n"),
            Tag::List { start: Some(1) } => self.open_line("<ol>\n"),
            Tag::List { start: Some(start) } => {
                self.fresh_line();
                let _ = writeln!(self.out, "<ol start=\"{start}\">");
            }
            Tag::Item => {
                let marks = |position: usize| {
                    self.events
                        .get(position)
                        .is_some_and(|next| matches!(next.event, Event::TaskMarker { .. }))
                };
                let is_task = marks(at + 1)
                    || marks(at + 2)
                        && matches!(self.events[at + 1].event, Event::Start(Tag::Paragraph));
                self.open_line(if is_task && self.is_ours() {
                    "<li class=\"task\">"
                } else {
                    "<li>"
                });
            }
            Tag::Table(alignments) => self.table_start(alignments),
            Tag::TableHead => self.table_head(),
            Tag::TableRow => self.table_row(),
            Tag::TableCell => self.table_cell(),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<del>"),
            Tag::Link(reference) => self.link(reference, at),
            Tag::Image(_) | Tag::FootnoteDefinition(_) | Tag::CodeBlock { .. } => {
                unreachable!("taken as a whole")
            }
        }
    }

    fn end(&mut self, end: TagEnd, at: usize) {
        match end {
            TagEnd::Paragraph => self.out.push_str("</p>\n"),
            TagEnd::Heading(level) => self.heading_end(level, at),
            TagEnd::BlockQuote => self.open_line("</blockquote>\n"),
            TagEnd::Alert => self.open_line("</div>\n"),
            TagEnd::CodeBlock => self.code_end(),
            TagEnd::List { ordered } => self.open_line(if ordered { "</ol>\n" } else { "</ul>\n" }),
            TagEnd::Item => self.out.push_str("</li>\n"),
            TagEnd::Table => self.table_end(),
            TagEnd::TableHead => self.table_head_end(),
            TagEnd::TableRow => self.out.push_str("</tr>\n"),
            TagEnd::TableCell => self.table_cell_end(),
            TagEnd::Emphasis => self.out.push_str("</em>"),
            TagEnd::Strong => self.out.push_str("</strong>"),
            TagEnd::Strikethrough => self.out.push_str("</del>"),
            TagEnd::Link => {
                let end = self.ends.pop().expect("starts and ends balance");
                self.out.push_str(end);
            }
            TagEnd::Image | TagEnd::FootnoteDefinition => {}
        }
    }

    fn heading_start(&mut self, tag: &'w Tag<'t>, at: usize) {
        let Tag::Heading {
            level,
            ids,
            classes,
        } = tag
        else {
            return;
        };
        self.fresh_line();
        let slug = self
            .surroundings
            .headings
            .get(self.heading)
            .map(Slug::as_str)
            .filter(|slug| !markup::is_reserved_id(slug));
        let more = self.surroundings.more_ids.get(self.heading);
        let more = more.copied().unwrap_or_default().iter().map(Slug::as_str);
        self.heading += 1;
        self.permalink = slug
            .filter(|_| self.is_ours() && *level > 1)
            .map(|slug| (at, slug));
        if self.permalink.is_some() {
            self.out.push_str("<div class=\"heading\">");
        }
        let _ = write!(self.out, "<h{level}");
        if let Some(slug) = slug {
            escape::attribute(self.out, "id", slug);
        }
        let classes: Vec<&str> = classes.iter().map(|class| &**class).collect();
        if !classes.is_empty() {
            escape::attribute(self.out, "class", &classes.join(" "));
        }
        self.out.push('>');
        let written = ids.iter().skip(1).map(|id| &*id.value);
        for id in written.chain(more) {
            if !markup::is_reserved_id(id) && self.is_new_id(id) {
                self.out.push_str("<span");
                escape::attribute(self.out, "id", id);
                self.out.push_str("></span>");
            }
        }
    }

    fn heading_end(&mut self, level: u8, at: usize) {
        let _ = write!(self.out, "</h{level}>");
        if let Some((start, slug)) = self.permalink.take() {
            let label = &self.surroundings.labels.permalink;
            self.out.push_str("<a class=\"anchor\" href=\"#");
            escape::fragment(self.out, slug);
            self.out.push_str("\" aria-label=\"");
            escape::value(self.out, &label.before);
            for located in &self.events[start..at] {
                images::alternative(self.out, &located.event);
            }
            escape::value(self.out, &label.after);
            self.out.push_str("\"></a></div>");
        }
        self.out.push('\n');
    }

    fn link(&mut self, reference: &'w Reference<'t>, at: usize) {
        let range = self.events[at].range;
        let start = self.out.len();
        let url = match reference.link_type {
            LinkType::Email if !reference.url.starts_with("mailto:") => {
                Cow::Owned(format!("mailto:{}", reference.url))
            }
            _ => Cow::Borrowed(&*reference.url),
        };
        if self.anchor(&url, range) {
            if !reference.title.is_empty() {
                escape::attribute(self.out, "title", &reference.title);
            }
            self.out.push('>');
            self.ends.push("</a>");
        } else {
            self.out.truncate(start);
            self.out.push_str("<span class=\"unresolved\">");
            self.ends.push("</span>");
        }
        if self.is_ours() && self.is_empty_link(at) {
            self.text(&reference.url);
        }
    }

    /// Begins `<a href="…"` without its end; gives `false` and may leave anything behind when there is no address to write.
    pub(super) fn anchor(&mut self, written: &str, range: TextRange) -> bool {
        self.out.push_str("<a href=\"");
        if !self.is_ours() {
            escape::address(self.out, written);
            self.out.push('"');
            return true;
        }
        // `<a href=" //host">` is an address with blanks around it: encoded, they would be part of it. What is judged must be
        // what is written: a blank that browsers keep in front of `javascript:` makes it harmless, until it is taken away.
        let address = urls::trimmed(written);
        match self.surroundings.links.resolve(range) {
            Resolved::AsWritten if urls::is_safe_link(address) => {
                escape::address(self.out, address);
            }
            Resolved::Allowed if !is_forbidden(address) => {
                escape::address(self.out, address);
            }
            Resolved::Href(href) | Resolved::Image { src: href, .. } if !is_forbidden(&href) => {
                escape::address(self.out, &href);
            }
            _ => return false,
        }
        self.out.push('"');
        true
    }

    /// Whether nothing stands between a link's `Start` at that position and its `End`.
    fn is_empty_link(&self, at: usize) -> bool {
        for located in &self.events[at + 1..] {
            match &located.event {
                Event::End(TagEnd::Link) => return true,
                Event::Text(text)
                    if text.chars().all(|c| {
                        c.is_whitespace()
                            || matches!(
                                c,
                                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
                            )
                    }) => {}
                _ => return false,
            }
        }
        false
    }

    fn task(&mut self, checked: bool) {
        if self.is_ours() {
            let labels = self.surroundings.labels;
            self.out.push_str("<input type=\"checkbox\" disabled");
            self.out.push_str(if checked { " checked" } else { "" });
            escape::attribute(
                self.out,
                "aria-label",
                if checked {
                    &labels.task_done
                } else {
                    &labels.task_open
                },
            );
            self.out.push_str("> ");
        } else {
            self.out.push_str(if checked {
                "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
            } else {
                "<input type=\"checkbox\" disabled=\"\" /> "
            });
        }
    }

    pub(super) fn is_ours(&self) -> bool {
        self.profile == Profile::Polydoc
    }

    /// Writes text; the reference suites want quotation marks escaped, readers of our pages do not care.
    pub(super) fn text(&mut self, text: &str) {
        if self.is_ours() {
            escape::text(self.out, text);
        } else {
            escape::value(self.out, text);
        }
    }

    /// Begins a line unless one has just begun.
    pub(super) fn fresh_line(&mut self) {
        if self.out.len() > self.began && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    /// Writes something at the beginning of a line.
    pub(super) fn open_line(&mut self, html: &str) {
        self.fresh_line();
        self.out.push_str(html);
    }

    /// Whether an id is not on the page yet; from now on it is.
    pub(super) fn is_new_id(&mut self, id: &'w str) -> bool {
        let headings = self.surroundings.headings;
        self.ids
            .get_or_insert_with(|| headings.iter().map(Slug::as_str).collect())
            .insert(id)
    }
}

/// Whether an address that a later step allowed could run a script after all.
pub(super) fn is_forbidden(url: &str) -> bool {
    matches!(urls::scheme_of(url), urls::Scheme::Forbidden(_))
}
