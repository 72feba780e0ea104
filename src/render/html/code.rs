//! Blocks of code: in our profile with colours, and with a button that copies them.

use std::borrow::Cow;

use super::writer::Writer;
use super::{escape, highlight};
use crate::markup::Event;

impl Writer<'_, '_> {
    /// Begins a block of code; `info` is what stands behind its fence.
    pub(super) fn code_start(&mut self, info: &str) {
        self.open_line(if self.is_ours() {
            "<div class=\"code\"><pre dir=\"ltr\" tabindex=\"0\"><code"
        } else {
            "<pre><code"
        });
        let language = info.split_ascii_whitespace().next().unwrap_or_default();
        if !language.is_empty() {
            self.out.push_str(" class=\"");
            if !language.starts_with("language-") {
                self.out.push_str("language-");
            }
            escape::value(self.out, language);
            self.out.push('"');
        }
        self.out.push('>');
    }

    /// Writes the text of the block that begins at a position in colours; gives the position after it, which is that of its
    /// first event when its language is not known.
    pub(super) fn code_text(&mut self, at: usize, info: &str) -> usize {
        let language = info.split_ascii_whitespace().next().unwrap_or_default();
        if language.is_empty() || !self.is_ours() {
            return at + 1;
        }
        let mut code: Cow<'_, str> = Cow::Borrowed("");
        let mut end = at + 1;
        while let Some(Event::Text(text)) = self.events.get(end).map(|located| &located.event) {
            if code.is_empty() {
                code = Cow::Borrowed(text);
            } else {
                code.to_mut().push_str(text);
            }
            end += 1;
        }
        let start = self.out.len();
        let is_coloured = highlight::write(self.out, language, &code);
        if let Some(lines) = marked_lines(info) {
            if !is_coloured {
                escape::text(self.out, &code);
            }
            let html = self.out.split_off(start);
            mark(self.out, &html, &lines);
            return end;
        }
        if is_coloured { end } else { at + 1 }
    }

    /// Ends a block of code.
    pub(super) fn code_end(&mut self) {
        if !self.is_ours() {
            self.out.push_str("</code></pre>\n");
            return;
        }
        let labels = self.surroundings.labels;
        self.out
            .push_str("</code></pre><button class=\"copy\" type=\"button\"");
        escape::attribute(self.out, "data-done", &labels.copied);
        self.out.push_str("><span>");
        escape::text(self.out, &labels.copy);
        self.out.push_str("</span></button></div>\n");
    }
}

/// The lines that are to be pointed out: pairs of the first and the last line of a range, as they stand in `highlight="1,3-5"`.
fn marked_lines(info: &str) -> Option<Vec<(usize, usize)>> {
    let (_, rest) = info.split_once(" highlight=\"")?;
    let (lines, _) = rest.split_once('"')?;
    let ranges = lines.split(',').filter_map(|range| {
        let (first, last) = range.split_once('-').unwrap_or((range, range));
        let first = first.trim().parse().ok()?;
        let last = last.trim();
        let last = if last.is_empty() {
            usize::MAX
        } else {
            last.parse().ok()?
        };
        Some((first, last))
    });
    let ranges: Vec<(usize, usize)> = ranges.collect();
    (!ranges.is_empty()).then_some(ranges)
}

/// Writes coloured code with some of its lines marked. A colour that spans lines ends and begins anew at each of them.
fn mark(out: &mut String, html: &str, lines: &[(usize, usize)]) {
    let mut open: Vec<&str> = Vec::new();
    for (number, line) in (1..).zip(html.split_inclusive('\n')) {
        let is_marked = lines
            .iter()
            .any(|&(first, last)| (first..=last).contains(&number));
        let (words, end) = line
            .strip_suffix('\n')
            .map_or((line, ""), |words| (words, "\n"));
        if is_marked {
            out.push_str(&"</span>".repeat(open.len()));
            out.push_str("<span class=\"marked\">");
            out.push_str(&open.concat());
        }
        let mut rest = words;
        while let Some(at) = rest.find('<') {
            let length = rest[at..]
                .find('>')
                .map_or(rest.len() - at, |length| length + 1);
            let tag = &rest[at..at + length];
            if tag == "</span>" {
                open.pop();
            } else {
                open.push(tag);
            }
            rest = &rest[at + length..];
        }
        out.push_str(words);
        if is_marked {
            out.push_str(&"</span>".repeat(open.len()));
            out.push_str("</span>");
            out.push_str(&open.concat());
        }
        out.push_str(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_lines_keep_colours_that_span_lines_in_balance() {
        let lines = marked_lines("c highlight=\"2,4-\"").unwrap();
        let mut out = String::new();
        mark(&mut out, "a\n<span class=\"hc\">b\nc</span>\nd\n", &lines);
        assert_eq!(
            out,
            "a\n<span class=\"marked\"><span class=\"hc\">b</span></span><span class=\"hc\">\nc</span>\n<span class=\"marked\">d</span>\n"
        );
        assert_eq!(marked_lines("csharp"), None);
    }
}
