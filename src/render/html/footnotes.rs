//! Footnotes: numbered by their first use, listed at the end, linked both ways. What nobody refers to is not written.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::escape;
use super::writer::Writer;
use crate::markup::{Event, Located, Tag, TagEnd};

/// The footnotes of a body.
#[derive(Default)]
pub(super) struct Footnotes<'w> {
    /// By label; the first of equal ones.
    definitions: HashMap<&'w str, Definition>,
    /// In the order of their first use: label, and how often it was used.
    used: Vec<(&'w str, usize)>,
}

#[derive(Clone, Copy, Default)]
struct Definition {
    /// Positions of its `Start` and its `End`.
    start: usize,
    end: usize,
    /// How many headings stand before it.
    headings: usize,
    /// Its number, from 1, once it was used.
    number: usize,
}

impl<'w> Footnotes<'w> {
    pub(super) fn find(events: &'w [Located<'_>]) -> Self {
        let mut found = Self::default();
        if !events
            .iter()
            .any(|located| matches!(located.event, Event::Start(Tag::FootnoteDefinition(_))))
        {
            return found;
        }
        let mut headings = 0;
        let mut open = Vec::new();
        for (at, located) in events.iter().enumerate() {
            match &located.event {
                Event::Start(Tag::Heading { .. }) => headings += 1,
                Event::Start(Tag::FootnoteDefinition(label)) => open.push((
                    &**label,
                    Definition {
                        start: at,
                        headings,
                        ..Definition::default()
                    },
                )),
                Event::End(TagEnd::FootnoteDefinition) => {
                    if let Some((label, definition)) = open.pop() {
                        found.definitions.entry(label).or_insert(Definition {
                            end: at,
                            ..definition
                        });
                    }
                }
                _ => {}
            }
        }
        found
    }
}

impl<'w> Writer<'w, '_> {
    /// Steps over a definition in the text; it is written at the end.
    pub(super) fn skip_definition(&mut self, at: usize) -> usize {
        let mut nested = 0_usize;
        for (position, located) in self.events.iter().enumerate().skip(at) {
            match located.event {
                Event::Start(Tag::FootnoteDefinition(_)) => nested += 1,
                Event::Start(Tag::Heading { .. }) => self.heading += 1,
                Event::End(TagEnd::FootnoteDefinition) if nested == 1 => return position + 1,
                Event::End(TagEnd::FootnoteDefinition) => nested -= 1,
                _ => {}
            }
        }
        self.events.len()
    }

    pub(super) fn footnote_reference(&mut self, label: &'w str) {
        let Some(definition) = self.footnotes.definitions.get_mut(label) else {
            self.out.push_str("[^");
            escape::text(self.out, label);
            self.out.push(']');
            return;
        };
        if definition.number == 0 {
            self.footnotes.used.push((label, 0));
            definition.number = self.footnotes.used.len();
        }
        let number = definition.number;
        if self.is_ours() && !self.ends.is_empty() {
            // Within a link there can be no other link: the number alone.
            let _ = write!(self.out, "<sup class=\"footnote-ref\">{number}</sup>");
            return;
        }
        let uses = &mut self.footnotes.used[number - 1].1;
        *uses += 1;
        let place = reference_id(self.is_ours(), number, self.footnotes.used[number - 1].1);
        let target = footnote_id(self.is_ours(), number);
        let _ = write!(
            self.out,
            "<sup class=\"footnote-ref\"><a href=\"#{target}\" id=\"{place}\""
        );
        if self.is_ours() {
            let label = &self.surroundings.labels.footnote_reference;
            self.out.push_str(" aria-label=\"");
            escape::value(self.out, &label.before);
            let _ = write!(self.out, "{number}");
            escape::value(self.out, &label.after);
            self.out.push('"');
        }
        let _ = write!(self.out, ">{number}</a></sup>");
    }

    /// Writes the section of footnotes.
    pub(super) fn footnotes(&mut self) {
        let mut next = 0;
        while let Some(&(label, _)) = self.footnotes.used.get(next) {
            let definition = self.footnotes.definitions[label];
            if next == 0 {
                self.open_line("<section class=\"footnotes\"");
                if self.is_ours() {
                    escape::attribute(self.out, "aria-label", &self.surroundings.labels.footnotes);
                }
                self.out.push_str(">\n<ol>\n");
            }
            let id = footnote_id(self.is_ours(), next + 1);
            let _ = writeln!(self.out, "<li id=\"{id}\">");
            self.heading = definition.headings;
            // The way back stands in the last paragraph, if the footnote ends with one.
            let in_paragraph = matches!(
                self.events[definition.end - 1].event,
                Event::End(TagEnd::Paragraph)
            );
            let last = if in_paragraph {
                definition.end - 1
            } else {
                definition.end
            };
            self.all(definition.start + 1, last);
            if in_paragraph {
                self.out.push(' ');
            } else {
                self.fresh_line();
            }
            self.ways_back(next + 1);
            if in_paragraph {
                self.all(last, definition.end);
            }
            self.open_line("</li>\n");
            next += 1;
        }
        if next > 0 {
            self.out.push_str("</ol>\n</section>\n");
        }
    }

    fn ways_back(&mut self, number: usize) {
        // References from later footnotes to this one come after it was written: they lead here, but not back.
        for number_of_use in 1..=self.footnotes.used[number - 1].1 {
            if number_of_use > 1 {
                self.out.push(' ');
            }
            let place = reference_id(self.is_ours(), number, number_of_use);
            let _ = write!(self.out, "<a href=\"#{place}\" class=\"footnote-backref\"");
            if self.is_ours() {
                let label = &self.surroundings.labels.footnote_back;
                self.out.push_str(" aria-label=\"");
                escape::value(self.out, &label.before);
                let _ = write!(self.out, "{number}");
                escape::value(self.out, &label.after);
                self.out.push('"');
            }
            self.out.push_str(">↩</a>");
        }
    }
}

fn footnote_id(ours: bool, number: usize) -> String {
    // A heading or an author's anchor can never have an id that begins like this.
    if ours {
        format!("footnote:{number}")
    } else {
        format!("fn{number}")
    }
}

fn reference_id(ours: bool, number: usize, number_of_use: usize) -> String {
    let id = if ours {
        format!("footnote:{number}:ref")
    } else {
        format!("fnref{number}")
    };
    if number_of_use == 1 {
        id
    } else {
        format!("{id}-{number_of_use}")
    }
}
