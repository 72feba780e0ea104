//! What could be done about a finding: a [`Fix`], made by the rule that found it, and how fixes change a text.
//!
//! A fix lies in the file of the finding's main place. Its edits say what stands in their ranges, so that it never changes
//! another text than the one it was made for. Nothing is read or written here.

use std::collections::BTreeMap;

use crate::source::TextRange;

/// How certain a fix is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Applicability {
    /// The page stays as it is, or becomes what its author certainly meant.
    Safe,
    /// Somebody should look at what comes of it.
    Unsafe,
}

impl Applicability {
    /// The word used in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Unsafe => "unsafe",
        }
    }
}

/// One replacement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub range: TextRange,
    /// What stands there; with anything else the fix is not made.
    pub old: Box<str>,
    /// What shall stand there.
    pub new: Box<str>,
}

impl Edit {
    /// Replaces what stands in a range.
    pub fn replace(range: TextRange, old: &str, new: &str) -> Self {
        Self {
            range,
            old: old.into(),
            new: new.into(),
        }
    }
}

/// What could be done about a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// How certain it is.
    pub applicability: Applicability,
    /// What it does, in the imperative, no full stop.
    pub what: String,
    /// The edits, which do not overlap.
    pub edits: Vec<Edit>,
}

impl Fix {
    /// A fix that may be made without looking.
    pub fn safe(what: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self {
            applicability: Applicability::Safe,
            what: what.into(),
            edits,
        }
    }

    /// A fix that wants to be looked at.
    pub fn unsure(what: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self {
            applicability: Applicability::Unsafe,
            ..Self::safe(what, edits)
        }
    }
}

/// What became of a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was made.
    Done,
    /// Another one was made in the same place; once the text is looked at again, it may be made too.
    Later,
    /// The text is not the one it was made for.
    Stale,
}

/// A text with fixes made.
#[derive(Debug)]
pub struct Fixed {
    /// The text.
    pub text: String,
    /// What became of each fix, in the order they were given.
    pub fates: Vec<Fate>,
}

/// Makes all fixes that do not stand in each other's way. Equal edits of several fixes are made once.
pub fn apply(text: &str, fixes: &[&Fix]) -> Fixed {
    let mut accepted: BTreeMap<(u32, u32), &Edit> = BTreeMap::new();
    let mut fates = Vec::with_capacity(fixes.len());
    for fix in fixes {
        let is_right = |edit: &Edit| text.get(edit.range.bytes()) == Some(&*edit.old);
        let is_in_the_way = |edit: &Edit| {
            let same = accepted.get(&(edit.range.start, edit.range.end));
            match same {
                Some(other) => *other != edit || edit.range.is_empty(),
                None => neighbours(&accepted, edit).any(|other| touch(other.range, edit.range)),
            }
        };
        let fate = if !fix.edits.iter().all(is_right) || overlap(&fix.edits) {
            Fate::Stale
        } else if fix.edits.iter().any(is_in_the_way) {
            Fate::Later
        } else {
            let edits = fix.edits.iter();
            accepted.extend(edits.map(|edit| ((edit.range.start, edit.range.end), edit)));
            Fate::Done
        };
        fates.push(fate);
    }
    let mut changed = String::with_capacity(text.len() + 64);
    let mut from = 0;
    for edit in accepted.values() {
        let range = edit.range.bytes();
        changed.push_str(&text[from..range.start]);
        changed.push_str(&edit.new);
        from = range.end;
    }
    changed.push_str(&text[from..]);
    Fixed {
        text: changed,
        fates,
    }
}

/// The edits before and after one in the order of the text: accepted ones do not overlap, so no others can.
fn neighbours<'e>(
    accepted: &BTreeMap<(u32, u32), &'e Edit>,
    edit: &Edit,
) -> impl Iterator<Item = &'e Edit> {
    let before = accepted.range(..=(edit.range.end, u32::MAX)).rev().take(2);
    let after = accepted.range((edit.range.start, 0)..).take(1);
    before
        .chain(after)
        .map(|(_, edit)| *edit)
        .collect::<Vec<_>>()
        .into_iter()
}

/// Whether two ranges share a byte, or an insertion stands at the border of the other: then the order would matter.
fn touch(a: TextRange, b: TextRange) -> bool {
    if a.is_empty() || b.is_empty() {
        a.start <= b.end && b.start <= a.end
    } else {
        a.start < b.end && b.start < a.end
    }
}

fn overlap(edits: &[Edit]) -> bool {
    let pairs = edits.iter().enumerate();
    pairs.into_iter().any(|(at, edit)| {
        edits[..at]
            .iter()
            .any(|other| touch(other.range, edit.range))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fix(edits: &[(usize, usize, &str, &str)]) -> Fix {
        let edits = edits
            .iter()
            .map(|&(start, end, old, new)| Edit::replace(TextRange::new(start, end), old, new));
        Fix::safe("do it", edits.collect())
    }

    fn applied(text: &str, fixes: &[Fix]) -> (String, Vec<Fate>) {
        let fixed = apply(text, &fixes.iter().collect::<Vec<_>>());
        (fixed.text, fixed.fates)
    }

    #[test]
    fn fixes_that_meet_nowhere_are_made_together_whatever_their_order() {
        let fixes = [
            fix(&[(4, 5, "e", "E"), (0, 1, "a", "")]),
            fix(&[(5, 6, "f", "F")]),
        ];
        let (text, fates) = applied("abcdefgh", &fixes);
        assert_eq!((text.as_str(), fates), ("bcdEFgh", vec![Fate::Done; 2]));
    }

    #[test]
    fn the_second_of_two_in_one_place_waits_and_equal_ones_are_made_once() {
        let fixes = [
            fix(&[(1, 3, "bc", "x")]),
            fix(&[(1, 3, "bc", "x")]),
            fix(&[(2, 4, "cd", "y")]),
            fix(&[(3, 3, "", "z")]),
            fix(&[(1, 3, "bc", "w")]),
        ];
        let (text, fates) = applied("abcd", &fixes);
        assert_eq!(text, "axd");
        let wanted = [
            Fate::Done,
            Fate::Done,
            Fate::Later,
            Fate::Later,
            Fate::Later,
        ];
        assert_eq!(fates, wanted);
    }

    #[test]
    fn a_fix_for_another_text_is_not_made_at_all() {
        let fixes = [
            fix(&[(0, 1, "a", "A"), (2, 3, "x", "X")]),
            fix(&[(7, 9, "", "")]),
            fix(&[(0, 2, "ab", ""), (1, 3, "bc", "")]),
        ];
        let (text, fates) = applied("abc", &fixes);
        assert_eq!((text.as_str(), fates), ("abc", vec![Fate::Stale; 3]));
        let (text, fates) = applied("é", &[fix(&[(1, 2, "x", "")])]);
        assert_eq!(
            (text.as_str(), fates[0]),
            ("é", Fate::Stale),
            "within a character"
        );
    }

    /// A fix of some edits anywhere, of which some say another text than the one that stands there.
    fn any_fix(text: &'static str) -> impl Strategy<Value = Fix> {
        let places: Vec<usize> = (0..=text.len())
            .filter(|&at| text.is_char_boundary(at))
            .collect();
        let edit = (
            prop::sample::subsequence(places, 1..=2),
            "[a-zé]{0,3}",
            0..12_u8,
        );
        let edits = prop::collection::vec(edit, 1..3);
        edits.prop_map(move |edits| {
            let edits = edits.into_iter().map(|(places, new, honest)| {
                let (start, end) = (places[0], *places.last().expect("one or two"));
                let old = if honest > 0 { &text[start..end] } else { "?" };
                Edit::replace(TextRange::new(start, end), old, &new)
            });
            Fix::safe("do it", edits.collect())
        })
    }

    const TEXT: &str = "# Été\r\n\n[日本](a.md) <b>\n";

    proptest! {
        #[test]
        fn nothing_but_the_ranges_of_the_fixes_that_were_made_changes(
            fixes in prop::collection::vec(any_fix(TEXT), 0..8),
        ) {
            let (text, fates) = applied(TEXT, &fixes);
            let made = fixes.iter().zip(&fates).filter(|(_, fate)| **fate == Fate::Done);
            let mut edits: Vec<&Edit> = Vec::new();
            for edit in made.flat_map(|(fix, _)| &fix.edits) {
                prop_assert_eq!(&TEXT[edit.range.bytes()], &*edit.old);
                if !edits.contains(&edit) {
                    edits.push(edit);
                }
            }
            edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
            // What lies between the edits stands there as before, and each range holds what its edit says.
            let (mut from, mut rest) = (0, &*text);
            for edit in edits {
                let range = edit.range.bytes();
                prop_assert!(from <= range.start, "edits overlap");
                let kept = rest.strip_prefix(&TEXT[from..range.start]);
                prop_assert!(kept.is_some());
                let new = kept.and_then(|rest| rest.strip_prefix(&*edit.new));
                prop_assert!(new.is_some());
                (from, rest) = (range.end, new.unwrap_or_default());
            }
            prop_assert_eq!(rest, &TEXT[from..]);
        }
    }
}
