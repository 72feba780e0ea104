//! Text that is indented to show what it stands in: the same lines without that.

use std::ops::Range;

use super::Lines;
use crate::markup::CowStr;

/// Lines without the blanks that all of them begin with.
pub(super) fn outdented(lines: Lines<'_>) -> Lines<'_> {
    let indent = |text: &str| text.len() - text.trim_start_matches(' ').len();
    let mut split = Vec::new();
    for (text, range) in lines {
        let is_as_written = text.len() == range.len();
        let mut start = range.start;
        for line in text.split_inclusive('\n') {
            let end = if is_as_written {
                start + line.len()
            } else {
                range.end
            };
            split.push((CowStr::from(line.to_owned()), start.min(end)..end));
            start = end;
        }
    }
    let written = split.iter().filter(|(line, _)| !line.trim().is_empty());
    let common = written.map(|(line, _)| indent(line)).min().unwrap_or(0);
    let cut = |(line, range): (CowStr<'static>, Range<usize>)| {
        let cut = indent(&line).min(common).min(range.len());
        (
            CowStr::from(line[cut..].to_owned()),
            range.start + cut..range.end,
        )
    };
    split.into_iter().map(cut).collect()
}
