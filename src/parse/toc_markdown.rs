//! Tables of contents in Markdown: `toc.md`, whose headings are the entries and whose levels nest them.
//!
//! Takes bytes, gives entries with their targets' places and what could not be read. It resolves no target.

use super::decode;
use super::toc::target_of;
use crate::model::{RawToc, RawTocEntry, TocProblem};
use crate::source::{Spanned, TextRange};

/// Parses a table of contents in Markdown.
pub fn toc_markdown(bytes: &[u8]) -> RawToc {
    let text = decode(bytes);
    let mut toc = RawToc::default();
    let mut at = 0;
    // The position of the last entry of each level.
    let mut levels: Vec<RawTocEntry> = Vec::new();
    let mut in_comment = false;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let bare = line.trim_start_matches('\u{feff}').trim();
        if in_comment || bare.starts_with("<!--") {
            in_comment = !bare.contains("-->");
            continue;
        }
        if bare.is_empty() || (start == 0 && bare == "---") {
            continue;
        }
        let begin = start + line.find(bare).unwrap_or(0);
        let range = TextRange::new(begin, begin + bare.len());
        let level = bare.bytes().take_while(|byte| *byte == b'#').count();
        let words = bare[level..].trim().trim_end_matches('#').trim_end();
        if level == 0 || level > 6 || words.is_empty() {
            toc.problems.push(TocProblem::NotAnEntry("text", range));
            continue;
        }
        if level > levels.len() + 1 {
            let from = levels.len();
            toc.problems
                .push(TocProblem::SkippedLevel(from, level, range));
        }
        while levels.len() >= level {
            close(&mut levels, &mut toc.entries);
        }
        let from = begin + level + (bare[level..].len() - bare[level..].trim_start().len());
        levels.push(entry(words, from, &mut toc.problems));
    }
    while !levels.is_empty() {
        close(&mut levels, &mut toc.entries);
    }
    toc
}

/// Hands the innermost entry to the one that holds it.
fn close(levels: &mut Vec<RawTocEntry>, tops: &mut Vec<RawTocEntry>) {
    if let Some(entry) = levels.pop() {
        levels
            .last_mut()
            .map_or(tops, |above| &mut above.items)
            .push(entry);
    }
}

/// An entry: `[words](target)`, or words alone.
fn entry(words: &str, start: usize, problems: &mut Vec<TocProblem>) -> RawTocEntry {
    let mut entry = RawTocEntry::default();
    let Some(close) = words
        .starts_with('[')
        .then(|| end_of_words(words))
        .flatten()
    else {
        entry.name = unescaped(words).into();
        return entry;
    };
    entry.name = unescaped(&words[1..close]).into();
    let inner = &words[close + 2..];
    let end = inner.rfind(')').unwrap_or(inner.len());
    let inner = &inner[..end];
    // A title may stand behind the target.
    let path = inner.split(" \"").next().unwrap_or(inner);
    let path = path.trim().trim_start_matches('<').trim_end_matches('>');
    if !path.is_empty() {
        let begin = start + close + 2 + inner.find(path).unwrap_or(0);
        let href = Spanned {
            value: path.into(),
            range: TextRange::new(begin, begin + path.len()),
        };
        target_of(&mut entry, None, Some(href), None, problems);
    }
    entry
}

/// Where the words of a link end: at the `](` that belongs to the first bracket.
fn end_of_words(words: &str) -> Option<usize> {
    let bytes = words.as_bytes();
    let mut depth = 0;
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'[' => depth += 1,
            b']' => {
                depth -= 1;
                if depth == 0 {
                    return (bytes.get(at + 1) == Some(&b'(')).then_some(at);
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

fn unescaped(words: &str) -> String {
    let mut plain = String::new();
    let mut signs = words.chars().peekable();
    while let Some(sign) = signs.next() {
        match signs.peek() {
            Some(next) if sign == '\\' && next.is_ascii_punctuation() => {}
            _ => plain.push(sign),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_entries_and_their_levels_nest_them() {
        let text = "# [One](one.md)\n## Caption\n### [Three \\]](a/b.md \"title\")\n<!-- no\nentry -->\n# [Four](x/toc.md)\n";
        let toc = toc_markdown(text.as_bytes());
        let one = &toc.entries[0];
        assert_eq!((&*one.name, &*one.items[0].name), ("One", "Caption"));
        let three = &one.items[0].items[0];
        assert_eq!(&*three.name, "Three ]");
        assert_eq!(three.href.as_ref().unwrap().range.slice(text), "a/b.md");
        let four = toc.entries[1].toc.as_ref().unwrap();
        assert_eq!(four.range.slice(text), "x/toc.md");
        assert!(toc.problems.is_empty(), "{:?}", toc.problems);
    }

    #[test]
    fn a_level_that_is_skipped_and_text_between_headings_are_told() {
        let toc = toc_markdown(b"# a\n### c\ntext\n");
        assert!(matches!(
            &*toc.problems,
            [
                TocProblem::SkippedLevel(1, 3, _),
                TocProblem::NotAnEntry("text", _)
            ]
        ));
        assert_eq!(&*toc.entries[0].items[0].name, "c");
    }
}
