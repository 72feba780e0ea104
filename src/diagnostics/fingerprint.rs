//! A [`Fingerprint`]: by what a finding is known again in a later run, although the lines above it have changed.
//!
//! It is made of the rule, the file, the words that the finding is about with white space folded, and a number among its equals;
//! of no line, no message (polydoc may learn to say it better) and nothing outside the content folder.

use std::collections::BTreeMap;
use std::fmt;

use crate::source::{LineIndex, Sources, TextRange};

use super::Diagnostic;

/// 32 hexadecimal digits, different for each finding of a run.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(Box<str>);

impl Fingerprint {
    /// The fingerprint with these digits; `None` when they are none.
    pub fn from_digits(digits: &str) -> Option<Self> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (digits.len() == 32 && digits.bytes().all(is_digit)).then(|| Self(digits.into()))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Gives the findings of one run their fingerprints. Equal ones are told apart by their order, so findings are handed over in
/// the order of reports.
#[derive(Debug, Default)]
pub struct Fingerprints {
    /// How many findings had this base so far.
    seen: BTreeMap<[u8; 32], u32>,
}

impl Fingerprints {
    /// None given yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The fingerprint of the next finding. `lines` is the text of its file; without one, the words are taken as empty.
    pub fn next(
        &mut self,
        finding: &Diagnostic,
        sources: &Sources,
        lines: Option<&LineIndex<'_>>,
    ) -> Fingerprint {
        let span = finding.primary.span;
        let path = match span {
            Some(span) => sources.get(span.file).path.as_str(),
            None => finding.primary.path.as_deref().unwrap_or_default(),
        };
        let words = match (span, lines) {
            (Some(span), Some(lines)) => folded(words(lines, span.range)),
            (Some(_), None) => String::new(),
            // Findings about the site as a whole have nothing but their message to tell them apart.
            (None, _) => folded(&finding.message),
        };
        let base = hash(&[finding.rule.name, path, &words]);
        let number = self.seen.entry(*base.as_bytes()).or_default();
        *number += 1;
        let hex = hash(&[&base.to_hex(), &number.to_string()]).to_hex();
        Fingerprint(hex[..32].into())
    }
}

/// What a finding is about: its range, or its line when the range holds no word.
fn words<'t>(lines: &LineIndex<'t>, range: TextRange) -> &'t str {
    let words = lines.slice(range);
    if !words.trim().is_empty() {
        return words;
    }
    let line = lines.position(range.start as usize).line;
    lines.line_text(line).unwrap_or_default()
}

fn folded(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// The hash of several texts; no two lists of texts give the same bytes.
fn hash(parts: &[&str]) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Category, FileLevels, Level, Rule, Sink};
    use crate::source::{FileId, SitePath, Source, SourceKind, Stamp};

    static RULE: Rule = Rule {
        name: "broken-link",
        category: Category::Correctness,
        level: Level::Error,
        since: "0.1.0",
        page: "",
    };

    /// The fingerprints of findings at each occurrence of a word, in a file at `path`.
    fn of(path: &str, text: &str, word: &str) -> Vec<String> {
        let sources = Sources {
            files: vec![Source {
                path: SitePath::new(path),
                kind: SourceKind::Article,
                locale: None,
                stamp: Stamp::default(),
            }],
        };
        let levels = FileLevels::default();
        let mut sink = Sink::new(&levels);
        for (at, _) in text.match_indices(word) {
            sink.at(&RULE, FileId(0), TextRange::new(at, at + word.len()), "odd");
        }
        let lines = LineIndex::new(text);
        let mut fingerprints = Fingerprints::new();
        let found = sink.into_found();
        let given = found.iter().map(|finding| {
            fingerprints
                .next(finding, &sources, Some(&lines))
                .to_string()
        });
        given.collect()
    }

    #[test]
    fn lines_that_move_and_words_around_it_leave_a_fingerprint_alone() {
        let before = of("a.md", "See [x](gone.md).\n", "gone.md");
        let after = of(
            "a.md",
            "New words.\r\n\r\nDo see [x](gone.md) now.\n",
            "gone.md",
        );
        assert_eq!(before, after);
        assert_eq!(before[0].len(), 32);
        let (spaced, broken) = (of("a.md", "a  b c", "a  b"), of("a.md", "a\nb c", "a\nb"));
        assert_eq!(spaced, broken, "white space is folded");
    }

    #[test]
    fn equals_in_one_file_are_numbered_and_other_files_and_words_differ() {
        let twice = of("a.md", "[x](gone.md) [y](gone.md)", "gone.md");
        let once = of("a.md", "[x](gone.md)", "gone.md");
        assert_eq!(twice[0], once[0]);
        assert_ne!(twice[0], twice[1]);
        assert_ne!(once, of("b.md", "[x](gone.md)", "gone.md"));
        assert_ne!(once, of("a.md", "[x](away.md)", "away.md"));
    }

    #[test]
    fn a_place_without_words_is_known_by_its_line() {
        let at = |text: &str| of("a.md", text, "()")[0].clone();
        assert_eq!(at("[x]()"), at("a\n\n[x]()"));
        let empty = |text: &str, at: usize| {
            let lines = LineIndex::new(text);
            words(&lines, TextRange::at(at)).to_owned()
        };
        assert_eq!(empty("ab\ncd  e\n", 4), "cd  e");
        assert_eq!(empty("", 900), "", "the file has changed");
    }
}
