//! How far an edition is behind a source whose history is known, and which lines two texts do not share.

use std::collections::BTreeMap;

/// How far an edition is behind its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// Commits that touched the source since.
    pub commits: u32,
    /// Words in the lines that were added or changed since.
    pub words: u32,
    /// The commit that the edition knows.
    pub base: Box<str>,
    /// How that is known.
    pub basis: Basis,
}

/// How it is known which state of the source an edition was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Its front matter names a commit, or the object that the source was then.
    Version,
    /// It names nothing; its own last change is taken.
    LastChange,
}

/// The lines of a text that another lacks, in order. A line that stands there more often than in the other is among them
/// as often.
pub fn lines_not_in<'t>(text: &'t str, other: &str) -> Vec<&'t str> {
    let mut there: BTreeMap<&str, usize> = BTreeMap::new();
    for line in other.lines() {
        *there.entry(line.trim()).or_default() += 1;
    }
    let is_new = |line: &&str| match there.get_mut(line.trim()) {
        Some(count @ 1..) => {
            *count -= 1;
            false
        }
        _ => !line.trim().is_empty(),
    };
    text.lines().filter(is_new).collect()
}

/// A line of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line<'t> {
    /// In both.
    Same(&'t str),
    /// Only in the first.
    Removed(&'t str),
    /// Only in the second.
    Added(&'t str),
}

/// Two texts line by line.
pub fn compare_lines<'t>(before: &'t str, now: &'t str) -> Vec<Line<'t>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), now.lines().collect());
    let partners = super::align::partners(&old, &new, |a, b| a == b);
    let mut lines = Vec::new();
    let mut at = 0;
    for (line, partner) in new.iter().zip(partners) {
        if let Some(partner) = partner {
            lines.extend(old[at..partner].iter().map(|line| Line::Removed(line)));
            lines.push(Line::Same(line));
            at = partner + 1;
        } else {
            lines.push(Line::Added(line));
        }
    }
    lines.extend(old[at..].iter().map(|line| Line::Removed(line)));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_compared_as_often_as_they_stand_there() {
        assert_eq!(lines_not_in("a\nb\nb\n\nc", "a\nb\nx"), ["b", "c"]);
        assert_eq!(
            compare_lines("a\nb\nc", "a\nx\nc\nd"),
            [
                Line::Same("a"),
                Line::Added("x"),
                Line::Removed("b"),
                Line::Same("c"),
                Line::Added("d"),
            ]
        );
    }
}
