//! What stands around a defect, for those who repair it: whether Markdown has a meaning there, and the brackets of a marker.
//!
//! Takes a text, its blocks of HTML and its defects, and completes them.

use crate::model::{Around, Defect, DefectKind};
use crate::source::{Spanned, TextRange};

/// Completes the defects of a text.
pub(super) fn complete(text: &str, html_blocks: &[TextRange], defects: &mut [Defect]) {
    for defect in defects {
        let range = defect.range;
        match &mut defect.kind {
            DefectKind::UnknownTag(_, around) => {
                let after = html_blocks.partition_point(|block| block.end <= range.start);
                if html_blocks.get(after).is_some_and(|block| block.start <= range.start) {
                    *around = Around::HtmlBlock;
                }
            }
            DefectKind::OddAlert(.., marker) => *marker = self::marker(text, range),
            _ => {}
        }
    }
}

/// The brackets around the keyword of an alert, at the beginning of a quotation; `None` for a second marker behind the first, and
/// for one that stands in no quotation.
fn marker(text: &str, keyword: TextRange) -> Option<Spanned<Box<str>>> {
    let before = text[..keyword.start as usize].trim_end_matches([' ', '\t', '\u{A0}', '\u{3000}']);
    let before = before.strip_suffix(['!', '！'])?.trim_end();
    let before = before.strip_suffix(['[', '［'])?;
    let after = &text[keyword.end as usize..];
    let close = after.find([']', '］'])?;
    let is_blank = after[..close].chars().all(char::is_whitespace);
    let end = keyword.end as usize + close + after[close..].chars().next()?.len_utf8();
    let line = before.rsplit(['\n', '\r']).next().unwrap_or_default();
    // Without a quotation around it the spelling is what makes it an alert.
    let is_first = line.trim_end().ends_with('>');
    (is_blank && is_first).then(|| Spanned {
        value: text[before.len()..end].into(),
        range: TextRange::new(before.len(), end),
    })
}
