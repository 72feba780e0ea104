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
        if highlight::write(self.out, language, &code) {
            end
        } else {
            at + 1
        }
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
