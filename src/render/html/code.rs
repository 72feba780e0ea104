//! Blocks of code: in our profile with a button that copies them.

use super::escape;
use super::writer::Writer;

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
