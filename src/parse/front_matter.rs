//! Front matter: where the block is, and what it says.
//!
//! Takes a text, gives the block between `---` lines and where the body begins. The YAML is read in `yaml`.

use std::ops::Range;

use super::yaml::{self, Mapping};
use super::{BYTE_ORDER_MARK, boxed};
use crate::model::{FrontMatter, YamlProblem};
use crate::source::TextRange;

/// Where the parts of a text lie.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Split {
    /// The block with its fences, without the last line's end; empty when there is none.
    pub(super) block: Range<usize>,
    /// The lines between the fences.
    pub(super) yaml: Range<usize>,
    /// Where the body begins.
    pub(super) body: usize,
    /// Why the block is not to be read.
    pub(super) problem: Option<YamlProblem>,
}

/// Finds the front matter. A first line `---` that nothing closes, or that only sets text apart, is part of the body.
pub(super) fn split(text: &str, most: usize) -> Split {
    let start = if text.starts_with(BYTE_ORDER_MARK) {
        BYTE_ORDER_MARK.len_utf8()
    } else {
        0
    };
    let none = |problem| Split {
        body: start,
        problem,
        ..Split::default()
    };
    let opening = line(text, start);
    if !is_fence(&text[opening.content.clone()], &["---"]) {
        return none(misplaced(text, start).map(YamlProblem::Misplaced));
    }
    let mut at = opening.next;
    while at < text.len() {
        let closing = line(text, at);
        if is_fence(&text[closing.content.clone()], &["---", "..."]) {
            let yaml = opening.next..at;
            if is_prose(&text[yaml.clone()]) {
                return none(None);
            }
            if swallows_text(&text[yaml.clone()]) {
                return none(Some(YamlProblem::Unclosed(opening.content.into())));
            }
            let block = start..closing.content.end;
            let problem = (yaml.len() > most).then(|| YamlProblem::TooLarge(block.clone().into()));
            return Split {
                block,
                yaml,
                body: closing.next,
                problem,
            };
        }
        at = closing.next;
    }
    let first = &text[line(text, opening.next).content];
    let is_meant = first.trim_end().ends_with(':') || first.contains(": ");
    none(is_meant.then(|| YamlProblem::Unclosed(opening.content.into())))
}

/// Reads the block that was found.
pub(super) fn read(text: &str, split: &Split) -> FrontMatter {
    let range = TextRange::from(split.block.clone());
    if let Some(problem) = &split.problem {
        return FrontMatter {
            range,
            problems: [problem.clone()].into(),
            ..FrontMatter::default()
        };
    }
    if split.block.is_empty() {
        return FrontMatter::default();
    }
    let Mapping {
        entries,
        ranges,
        problems,
    } = yaml::mapping(&text[split.yaml.clone()], split.yaml.start);
    FrontMatter {
        entries: boxed(entries),
        ranges: boxed(ranges),
        range,
        problems: problems.into(),
    }
}

/// Whether the lines between two thematic breaks are prose: a blank one first, and none with a key.
fn is_prose(block: &str) -> bool {
    let first = &block[line(block, 0).content];
    !block.is_empty()
        && first.trim().is_empty()
        && !block.contains([':', '：'])
        && !block.trim().is_empty()
}

/// A line that was meant as the opening fence and is none: blank lines or blanks stand before it, or it has a hyphen too many.
/// Only a block that could be read and says what front matter says counts: a line across the text may be followed by anything.
fn misplaced(text: &str, start: usize) -> Option<TextRange> {
    let is_rule = |content: &str| content.len() >= 3 && content.bytes().all(|byte| byte == b'-');
    let mut at = start;
    while at < text.len() && text[line(text, at).content].trim().is_empty() {
        at = line(text, at).next;
    }
    let opening = line(text, at);
    let fence = text[opening.content.clone()].trim();
    if !is_rule(fence) || opening.next >= text.len() {
        return None;
    }
    let mut end = opening.next;
    while end < text.len() {
        let closing = line(text, end);
        if text[closing.content.clone()].trim() == fence {
            let read = yaml::mapping(&text[opening.next..end], 0);
            let is_meant = read.entries.iter().any(|(key, _)| {
                matches!(&**key, "title" | "description") || key.starts_with("ms.")
            });
            return is_meant.then(|| opening.content.into());
        }
        end = closing.next;
    }
    None
}

/// Whether keys are followed by a blank line, a heading and text: the fence between them is missing, and the one that was found
/// is a line across the text.
fn swallows_text(block: &str) -> bool {
    let mut at = 0;
    let mut is_after_blank = false;
    while at < block.len() {
        let this = line(block, at);
        let content = &block[this.content.clone()];
        let is_heading =
            content.starts_with('#') && content.trim_start_matches('#').starts_with(' ');
        if is_heading && is_after_blank && at > 0 {
            let above = yaml::mapping(&block[..at], 0);
            return !above.entries.is_empty()
                && above.problems.is_empty()
                && !yaml::mapping(block, 0).problems.is_empty();
        }
        is_after_blank = content.trim().is_empty();
        at = this.next;
    }
    false
}

fn is_fence(line: &str, fences: &[&str]) -> bool {
    fences.contains(&line.trim_end_matches([' ', '\t']))
}

struct Line {
    content: Range<usize>,
    next: usize,
}

/// The line that begins at an offset; it ends in `\n`, `\r\n` or `\r`.
fn line(text: &str, start: usize) -> Line {
    let bytes = text.as_bytes();
    let end =
        memchr::memchr2(b'\n', b'\r', &bytes[start..]).map_or(bytes.len(), |length| start + length);
    let next = match bytes.get(end..) {
        Some([b'\r', b'\n', ..]) => end + 2,
        Some([_, ..]) => end + 1,
        _ => end,
    };
    Line {
        content: start..end,
        next,
    }
}
