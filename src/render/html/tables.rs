//! Tables: alignment by class in our profile, as the reference suites write it in theirs.

use super::escape;
use super::writer::Writer;
use crate::markup::Alignment;

/// The table that is open.
#[derive(Debug, Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    part: Part,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Head,
    /// After the head, before the first row.
    Between,
    Body,
}

impl Writer<'_, '_> {
    pub(super) fn table_start(&mut self, alignments: &[Alignment]) {
        self.table = Table {
            alignments: alignments.to_vec(),
            ..Table::default()
        };
        self.fresh_line();
        if self.is_ours() {
            // Wide tables scroll; the keyboard must reach what scrolls, and what it reaches must have a name.
            self.out
                .push_str("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\"");
            escape::attribute(self.out, "aria-label", &self.surroundings.labels.table);
            self.out.push_str(">\n");
        }
        self.out.push_str("<table>\n");
    }

    pub(super) fn table_head(&mut self) {
        self.out.push_str("<thead>\n<tr>\n");
    }

    pub(super) fn table_row(&mut self) {
        self.table.column = 0;
        if self.table.part == Part::Between {
            self.out.push_str("<tbody>\n");
            self.table.part = Part::Body;
        }
        self.out.push_str("<tr>\n");
    }

    pub(super) fn table_head_end(&mut self) {
        self.out.push_str("</tr>\n</thead>\n");
        self.table.part = Part::Between;
    }

    pub(super) fn table_cell(&mut self) {
        let head = self.table.part == Part::Head;
        self.out.push_str(if head { "<th" } else { "<td" });
        if head && self.is_ours() {
            self.out.push_str(" scope=\"col\"");
        }
        let side = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Left) => "left",
            Some(Alignment::Center) => "center",
            Some(Alignment::Right) => "right",
            Some(Alignment::None) | None => "",
        };
        if !side.is_empty() {
            self.out.push_str(if self.is_ours() {
                " class=\"align-"
            } else {
                " align=\""
            });
            self.out.push_str(side);
            self.out.push('"');
        }
        self.out.push('>');
        self.table.column += 1;
    }

    pub(super) fn table_cell_end(&mut self) {
        self.out.push_str(if self.table.part == Part::Head {
            "</th>\n"
        } else {
            "</td>\n"
        });
    }

    pub(super) fn table_end(&mut self) {
        if self.table.part == Part::Body {
            self.out.push_str("</tbody>\n");
        }
        self.out.push_str(if self.is_ours() {
            "</table>\n</div>\n"
        } else {
            "</table>\n"
        });
    }
}
