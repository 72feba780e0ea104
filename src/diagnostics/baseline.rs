//! A [`Baseline`]: findings that were accepted when it was written, so that later runs tell only what is new.
//!
//! A text file fit to be committed: a header with the version of the format, then one line for each finding, sorted by path,
//! `fingerprint rule path`. The rule and the path are for people; findings are known again by their [`Fingerprint`] alone.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::failure::Failure;
use crate::source::Sources;

use super::{Diagnostic, Fingerprint};

/// The first line of every file; the number tells when the meaning of the others changes.
const HEADER: &str = "# polydoc baseline 1";

/// The second line.
const ABOUT: &str =
    "# Findings accepted when this was written. Made anew by `polydoc check --write-baseline`.";

/// An accepted finding, as people are told of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Accepted {
    /// The path below the content folder; empty for the site as a whole.
    pub path: Box<str>,
    /// The name of the rule.
    pub rule: Box<str>,
}

/// Findings that were accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    accepted: BTreeMap<Fingerprint, Accepted>,
}

impl Baseline {
    /// Accepts a finding.
    pub fn accept(&mut self, fingerprint: Fingerprint, finding: &Diagnostic, sources: &Sources) {
        let path = match finding.primary.span {
            Some(span) => sources.get(span.file).path.as_str(),
            None => finding.primary.path.as_deref().unwrap_or_default(),
        };
        let accepted = Accepted {
            path: path.into(),
            rule: finding.rule.name.into(),
        };
        self.accepted.insert(fingerprint, accepted);
    }

    /// Whether a finding was accepted.
    pub fn knows(&self, fingerprint: &Fingerprint) -> bool {
        self.accepted.contains_key(fingerprint)
    }

    /// How many findings were accepted.
    pub fn len(&self) -> usize {
        self.accepted.len()
    }

    /// Whether none was accepted.
    pub fn is_empty(&self) -> bool {
        self.accepted.is_empty()
    }

    /// All that was accepted, in the order of fingerprints.
    pub fn iter(&self) -> impl Iterator<Item = (&Fingerprint, &Accepted)> {
        self.accepted.iter()
    }

    /// The text of the file.
    pub fn write(&self) -> String {
        let mut lines: Vec<_> = self.accepted.iter().map(|(key, it)| (it, key)).collect();
        lines.sort();
        let mut text = format!("{HEADER}\n{ABOUT}\n");
        for (Accepted { path, rule }, fingerprint) in lines {
            let line = format!("{fingerprint} {rule} {}", escaped(path));
            let _ = writeln!(text, "{}", line.trim_end());
        }
        text
    }

    /// Reads the text of a file; `name` is how messages call it.
    ///
    /// # Errors
    /// When it is no baseline, or one of a polydoc to come, or a line of it is broken; with the place.
    pub fn read(name: &str, text: &str) -> Result<Self, Failure> {
        const AGAIN: &str = "write it anew with `polydoc check --write-baseline`, or take the version that was committed";
        let mut lines = (1..).zip(text.lines());
        let header = lines.next().map_or("", |(_, line)| line.trim_end());
        if header != HEADER {
            let version = header.strip_prefix("# polydoc baseline ");
            return Err(match version {
                Some(version) => Failure::configuration(format!(
                    "{name}:1:1: version `{version}` of baselines is not known here"
                ))
                .hint("use the polydoc that wrote it, or a newer one"),
                None => Failure::configuration(format!("{name}:1:1: this is no baseline"))
                    .hint(format!("the first line of a baseline is `{HEADER}`")),
            });
        }
        let mut accepted = BTreeMap::new();
        for (number, line) in lines {
            let line = line.trim_end();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let Some((fingerprint, finding)) = entry(line) else {
                let failure = Failure::configuration(format!(
                    "{name}:{number}:1: this line of the baseline is broken: it must be `fingerprint rule path`"
                ));
                let marks = ["<<<<<<<", "=======", ">>>>>>>"];
                return Err(if marks.iter().any(|mark| line.starts_with(mark)) {
                    failure.hint("settle the conflict of the merge: keep the lines of both sides")
                } else {
                    failure.hint(AGAIN)
                });
            };
            accepted.insert(fingerprint, finding);
        }
        Ok(Self { accepted })
    }
}

/// Reads one line.
fn entry(line: &str) -> Option<(Fingerprint, Accepted)> {
    let (fingerprint, rest) = line.split_once(' ')?;
    let (rule, path) = rest.split_once(' ').unwrap_or((rest, ""));
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if rule.is_empty() || !rule.chars().all(is_name) {
        return None;
    }
    let accepted = Accepted {
        path: unescaped(path)?.into(),
        rule: rule.into(),
    };
    Some((Fingerprint::from_digits(fingerprint)?, accepted))
}

/// A path on one line: what ends lines or hides, and `%`, as `%` with its number.
fn escaped(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    for c in path.chars() {
        if c.is_control() || c == '%' || matches!(c, '\u{2028}' | '\u{2029}') {
            let _ = write!(text, "%{:x};", u32::from(c));
        } else {
            text.push(c);
        }
    }
    text
}

/// What [`escaped`] made; `None` when it did not.
fn unescaped(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut path = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once(';')?;
        path.push(char::from_u32(u32::from_str_radix(number, 16).ok()?)?);
        path.push_str(rest);
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "0123456789abcdef0123456789abcdef";
    const TWO: &str = "fedcba9876543210fedcba9876543210";

    fn refused(text: &str) -> Failure {
        Baseline::read("known.txt", text).expect_err("it is broken")
    }

    #[test]
    fn what_is_written_is_read_again_sorted_by_path_whatever_the_path_holds() {
        let text = format!("{HEADER}\n{TWO} broken-link a/b c.md\n{ONE} no-base-url\n\n# a word\n");
        let mut baseline = Baseline::read("x", &text).expect("it is whole");
        let odd = Accepted {
            path: "z\n100%\u{7f}é.md".into(),
            rule: "bad-url".into(),
        };
        let third = Fingerprint::from_digits(&"1".repeat(32)).expect("these are digits");
        baseline.accepted.insert(third, odd);
        let written = baseline.write();
        let lines: Vec<&str> = written.lines().skip(2).collect();
        let third = format!("{} bad-url z%a;100%25;%7f;é.md", "1".repeat(32));
        let wanted = [
            format!("{ONE} no-base-url"),
            format!("{TWO} broken-link a/b c.md"),
            third,
        ];
        assert_eq!(lines, wanted);
        assert_eq!(
            Baseline::read("x", &written).expect("it is whole"),
            baseline
        );
    }

    #[test]
    fn a_broken_file_is_refused_with_its_place() {
        for text in ["", "{}", "polydoc baseline 1\n"] {
            assert_eq!(refused(text).message, "known.txt:1:1: this is no baseline");
        }
        let failure = refused("# polydoc baseline 7\n");
        assert!(failure.message.contains("version `7`"), "{failure}");
        for line in [
            "x",
            ONE,
            "0123 broken-link a.md",
            &format!("{ONE} Broken a.md"),
            &format!("{ONE} bad-url a%zz;.md"),
        ] {
            let failure = refused(&format!("{HEADER}\n{ONE} bad-url a.md\n{line}\n"));
            assert!(failure.message.starts_with("known.txt:3:1: "), "{failure}");
        }
        let failure = refused(&format!("{HEADER}\n<<<<<<< HEAD\n"));
        assert!(failure.hints[0].contains("conflict"), "{failure:?}");
    }
}
