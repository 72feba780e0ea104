//! What stands around a defect, for those who repair it: whether Markdown has a meaning there, and the brackets of a marker.
//!
//! Takes a text, its blocks of HTML and its defects, and completes them.

use crate::diagnostics::Edit;
use crate::model::{Around, Defect, DefectKind};
use crate::source::{Spanned, TextRange};

/// Completes the defects of a text.
pub(super) fn complete(text: &str, html_blocks: &[TextRange], defects: &mut [Defect]) {
    for defect in defects {
        let range = defect.range;
        match &mut defect.kind {
            DefectKind::UnknownTag(_, around) => {
                let after = html_blocks.partition_point(|block| block.end <= range.start);
                if html_blocks
                    .get(after)
                    .is_some_and(|block| block.start <= range.start)
                {
                    *around = Around::HtmlBlock;
                }
            }
            // Without a quotation around it the spelling is what makes it an alert.
            DefectKind::OddAlert(.., marker) => {
                let begins_quotation = |found: &Spanned<Box<str>>| {
                    let before = &text[..found.range.start as usize];
                    let line = before.rsplit(['\n', '\r']).next().unwrap_or_default();
                    line.trim_end().ends_with('>')
                };
                *marker = self::marker(text, range).filter(begins_quotation);
            }
            DefectKind::SecondAlert(_, marker) => {
                *marker = self::marker(text, range).map(|found| with_blanks(text, found.range));
            }
            DefectKind::SpacedLink(edits) | DefectKind::WideLink(edits) => {
                *edits = link(text, range).unwrap_or_default();
            }
            _ => {}
        }
    }
}

/// The brackets around the keyword of an alert, with the keyword.
fn marker(text: &str, keyword: TextRange) -> Option<Spanned<Box<str>>> {
    let before = text[..keyword.start as usize].trim_end_matches([' ', '\t', '\u{A0}', '\u{3000}']);
    let before = before.strip_suffix(['!', '！'])?.trim_end();
    let before = before.strip_suffix(['[', '［'])?;
    let after = &text[keyword.end as usize..];
    let close = after.find([']', '］'])?;
    let is_blank = after[..close].chars().all(char::is_whitespace);
    let end = keyword.end as usize + close + after[close..].chars().next()?.len_utf8();
    is_blank.then(|| Spanned {
        value: text[before.len()..end].into(),
        range: TextRange::new(before.len(), end),
    })
}

/// A marker with the blanks behind it.
fn with_blanks(text: &str, marker: TextRange) -> Spanned<Box<str>> {
    let (start, end) = (marker.start as usize, marker.end as usize);
    let rest = &text[end..];
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    Spanned {
        value: text[start..end + blanks].into(),
        range: TextRange::new(start, end + blanks),
    }
}

/// What makes a link of `[text] (address)` or `[text]（address）`, of which a range goes from the bracket to the parenthesis: plain
/// parentheses without a blank before them. `None` when they do not close in the line.
fn link(text: &str, gap: TextRange) -> Option<Box<[Edit]>> {
    let between = gap.slice(text);
    let (open, rest) = if between.ends_with('（') {
        ("(", gap.end as usize)
    } else {
        ("", gap.end as usize + 1)
    };
    let line = text.get(rest..)?.lines().next()?;
    let mut depth = 0;
    let (at, sign) = line.char_indices().find(|(_, sign)| {
        match sign {
            '(' | '（' => depth += 1,
            ')' | '）' if depth > 0 => depth -= 1,
            ')' | '）' => return true,
            _ => {}
        }
        false
    })?;
    let mut edits = vec![Edit::replace(gap, between, open)];
    if sign == '）' {
        let close = TextRange::new(rest + at, rest + at + sign.len_utf8());
        edits.push(Edit::replace(close, "）", ")"));
    }
    let address = &line[..at];
    (!address.contains(char::is_whitespace)).then(|| edits.into())
}
