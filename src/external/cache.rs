//! What other sites answered, kept in a file that is fit to be committed: one line per address, sorted, stable.
//!
//! ```text
//! # polydoc external links 1
//! https://example.org/a⇥2026-11-25⇥ok⇥⇥+install -faq
//! https://example.org/b⇥2026-11-20⇥moved⇥https://example.org/c
//! https://example.org/d⇥2026-11-20⇥gone⇥404⇥since=2026-11-18
//! ```
//!
//! Columns: address, day of the answer, verdict, its detail, marks: `https` (answers there too), `slow=3` (took so many whole
//! seconds, written from one second on, so that small differences change no line), `since=DAY` (broken since then, and there
//! before), fragments (`+` there, `-` not there, `?` nobody can tell). What may be otherwise tomorrow (timeouts, server errors)
//! is not kept. A line that cannot be read is left out and told.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::config::Ages;
use crate::model::{Date, FragmentFound, Reachability, Verdict};

const HEADER: &str = "# polydoc external links 1";

/// What must not stand within a word of the fragments' column.
const SPACES: &AsciiSet = &CONTROLS.add(b' ').add(b'%');

/// The remembered answers.
#[derive(Debug, Default)]
pub(super) struct Cache {
    /// By address.
    pub(super) answers: BTreeMap<Box<str>, Reachability>,
    /// The numbers of lines that could not be read.
    pub(super) unreadable: Vec<usize>,
}

impl Cache {
    /// Reads the text of the file.
    pub(super) fn read(text: &str) -> Self {
        let mut cache = Self::default();
        for (line, number) in text.lines().zip(1..) {
            if line.is_empty() || (number == 1 && line == HEADER) {
                continue;
            }
            match entry(line) {
                Some((address, answer)) if !cache.answers.contains_key(&address) => {
                    cache.answers.insert(address, answer);
                }
                _ => cache.unreadable.push(number),
            }
        }
        if !text.is_empty() && text.lines().next() != Some(HEADER) {
            // A file of another version, or another file: nothing of it is believed.
            cache.answers.clear();
            if !cache.unreadable.contains(&1) {
                cache.unreadable.insert(0, 1);
            }
        }
        cache
    }

    /// The text of the file.
    pub(super) fn write(answers: &BTreeMap<Box<str>, Reachability>) -> String {
        let mut text = format!("{HEADER}\n");
        for (address, answer) in answers {
            let Some(detail) = detail(&answer.verdict) else {
                continue;
            };
            let word = answer.verdict.word();
            let _ = write!(text, "{address}\t{}\t{word}\t{detail}", answer.asked);
            let marks = marks(answer);
            if !marks.is_empty() {
                text.push('\t');
                text.push_str(&marks.join(" "));
            }
            let kept = text.trim_end_matches('\t').len();
            text.truncate(kept);
            text.push('\n');
        }
        text
    }
}

/// The last column, in pieces.
fn marks(answer: &Reachability) -> Vec<String> {
    let mut marks = Vec::new();
    if answer.answers_on_https {
        marks.push("https".to_owned());
    }
    if answer.milliseconds >= Reachability::SLOW {
        marks.push(format!("slow={}", answer.milliseconds / 1000));
    }
    marks.extend(answer.broken_since.map(|since| format!("since={since}")));
    marks.extend(answer.fragments.iter().map(|(fragment, found)| {
        let sign = match found {
            FragmentFound::Present => '+',
            FragmentFound::Absent => '-',
            FragmentFound::Unverifiable => '?',
        };
        format!("{sign}{}", utf8_percent_encode(fragment, SPACES))
    }));
    marks
}

/// Whether an answer of some day is still believed today.
pub(super) fn is_fresh(answer: &Reachability, today: Date, ages: Ages) -> bool {
    let most = match &answer.verdict {
        Verdict::Answers => ages.ok,
        Verdict::Moved { .. } => ages.moved,
        Verdict::Refused { .. } => ages.refused,
        verdict if verdict.is_broken() => ages.broken,
        _ => return false,
    };
    let age = today.days() - answer.asked.days();
    // An answer from the future is one of a clock that went wrong.
    (0..i64::from(most)).contains(&age)
}

/// The detail of a verdict that is kept; `None` for those that are not.
fn detail(verdict: &Verdict) -> Option<String> {
    Some(match verdict {
        Verdict::Answers | Verdict::NoHost => String::new(),
        Verdict::Moved { to, .. } => to.to_string(),
        Verdict::Gone { status } | Verdict::Refused { status } => status.to_string(),
        Verdict::GoneInDisguise { sign: text } | Verdict::TlsFailure { why: text } => {
            text.replace(['\t', '\n', '\r'], " ")
        }
        Verdict::Circular { hops } => hops.to_string(),
        Verdict::Failing { .. }
        | Verdict::Silent
        | Verdict::Unreachable { .. }
        | Verdict::Forbidden { .. }
        | Verdict::NotAsked(_) => return None,
    })
}

fn entry(line: &str) -> Option<(Box<str>, Reachability)> {
    let mut columns = line.split('\t');
    let (address, day, word) = (columns.next()?, columns.next()?, columns.next()?);
    let detail = columns.next().unwrap_or_default();
    let marks = columns.next().unwrap_or_default();
    if columns.next().is_some() || !address.contains("://") {
        return None;
    }
    let verdict = match word {
        "ok" => Verdict::Answers,
        "moved" | "redirected" => Verdict::Moved {
            to: detail.contains("://").then(|| detail.into())?,
            permanently: word == "moved",
        },
        "gone" => Verdict::Gone {
            status: detail.parse().ok()?,
        },
        "soft-404" => Verdict::GoneInDisguise {
            sign: detail.into(),
        },
        "refused" => Verdict::Refused {
            status: detail.parse().ok()?,
        },
        "no-host" => Verdict::NoHost,
        "tls-failure" => Verdict::TlsFailure { why: detail.into() },
        "redirect-loop" => Verdict::Circular {
            hops: detail.parse().ok()?,
        },
        // These are not written, but may be read: by people who want to see what is said of them.
        "failing" => Verdict::Failing {
            status: detail.parse().ok()?,
        },
        "timeout" => Verdict::Silent,
        "unreachable" => Verdict::Unreachable { why: detail.into() },
        "forbidden" => Verdict::Forbidden { why: detail.into() },
        _ => return None,
    };
    let mut answers_on_https = false;
    let mut milliseconds = 0;
    let mut broken_since = None;
    let mut fragments = BTreeMap::new();
    for mark in marks.split(' ').filter(|mark| !mark.is_empty()) {
        if mark == "https" {
            answers_on_https = true;
            continue;
        }
        if let Some(seconds) = mark.strip_prefix("slow=") {
            milliseconds = seconds.parse::<u64>().ok()?.checked_mul(1000)?;
            continue;
        }
        if let Some(day) = mark.strip_prefix("since=") {
            broken_since = Some(exact_day(day)?);
            continue;
        }
        let (sign, fragment) = mark.split_at_checked(1)?;
        let found = match sign {
            "+" => FragmentFound::Present,
            "-" => FragmentFound::Absent,
            "?" => FragmentFound::Unverifiable,
            _ => return None,
        };
        let fragment = percent_decode_str(fragment).decode_utf8().ok()?;
        fragments.insert(fragment.into(), found);
    }
    let answer = Reachability {
        verdict,
        answers_on_https,
        fragments,
        asked: exact_day(day)?,
        from_cache: true,
        milliseconds,
        broken_since,
    };
    Some((address.into(), answer))
}

fn exact_day(text: &str) -> Option<Date> {
    Date::parse(text).filter(|_| text.len() == 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(verdict: Verdict) -> Reachability {
        Reachability {
            verdict,
            answers_on_https: false,
            fragments: BTreeMap::new(),
            asked: Date::new(2026, 11, 25).expect("a day"),
            from_cache: true,
            milliseconds: 0,
            broken_since: None,
        }
    }

    fn all() -> BTreeMap<Box<str>, Reachability> {
        let mut with_fragments = answer(Verdict::Answers);
        with_fragments.fragments = BTreeMap::from([
            ("a b%c".into(), FragmentFound::Present),
            ("x".into(), FragmentFound::Absent),
            ("é".into(), FragmentFound::Unverifiable),
        ]);
        with_fragments.answers_on_https = true;
        with_fragments.milliseconds = 3000;
        let mut since = answer(Verdict::Gone { status: 404 });
        since.broken_since = Date::new(2026, 11, 20);
        let verdicts = [
            Verdict::Answers,
            Verdict::Moved {
                to: "https://b.example/".into(),
                permanently: true,
            },
            Verdict::Moved {
                to: "https://b.example/".into(),
                permanently: false,
            },
            Verdict::Gone { status: 410 },
            Verdict::GoneInDisguise {
                sign: "a text".into(),
            },
            Verdict::Refused { status: 403 },
            Verdict::NoHost,
            Verdict::TlsFailure {
                why: "the certificate has expired".into(),
            },
            Verdict::Circular { hops: 3 },
        ];
        let mut all: BTreeMap<Box<str>, Reachability> = verdicts
            .into_iter()
            .enumerate()
            .map(|(at, verdict)| (format!("https://a.example/{at}").into(), answer(verdict)))
            .collect();
        all.insert("http://a.example/f".into(), with_fragments);
        all.insert("https://a.example/since".into(), since);
        all
    }

    #[test]
    fn what_is_written_is_read_again() {
        let written = Cache::write(&all());
        let read = Cache::read(&written);
        assert_eq!(read.unreadable, Vec::<usize>::new());
        assert_eq!(read.answers, all());
        assert_eq!(Cache::write(&read.answers), written);
    }

    #[test]
    fn what_may_be_otherwise_tomorrow_is_not_kept() {
        let flaky = BTreeMap::from([
            ("https://a.example/".into(), answer(Verdict::Silent)),
            (
                "https://b.example/".into(),
                answer(Verdict::Failing { status: 500 }),
            ),
        ]);
        assert_eq!(Cache::write(&flaky), format!("{HEADER}\n"));
    }

    #[test]
    fn small_differences_of_time_change_no_line() {
        let taking = |milliseconds| {
            let mut answer = answer(Verdict::Answers);
            answer.milliseconds = milliseconds;
            Cache::write(&BTreeMap::from([("https://a.example/".into(), answer)]))
        };
        assert_eq!(taking(3), taking(900));
        assert!(taking(2900).ends_with("\tok\t\tslow=2\n"));
    }

    #[test]
    fn a_damaged_line_is_told_and_costs_no_other() {
        let mut written = Cache::write(&all());
        written.push_str(
            "https://z.example/\tsoon\tok\nnonsense\nhttps://y.example/\t2026-11-25\tok\n",
        );
        let read = Cache::read(&written);
        assert_eq!(read.unreadable, [13, 14]);
        assert!(read.answers.contains_key("https://y.example/"));
    }

    #[test]
    fn nothing_is_believed_of_a_file_of_another_version() {
        let read = Cache::read("# polydoc external links 2\nhttps://y.example/\t2026-11-25\tok\n");
        assert_eq!(read.unreadable, [1]);
        assert!(read.answers.is_empty());
    }

    #[test]
    fn any_bytes_are_read_without_panic() {
        let whole = Cache::write(&all());
        for at in 0..whole.len() {
            let mut bytes = whole.clone().into_bytes();
            bytes[at] ^= 0x15;
            Cache::read(&String::from_utf8_lossy(&bytes));
            Cache::read(&String::from_utf8_lossy(&bytes[..at]));
        }
    }

    #[test]
    fn answers_are_believed_for_a_time_that_depends_on_the_verdict() {
        let ages = Ages {
            ok: 30,
            moved: 7,
            broken: 1,
            refused: 7,
        };
        let fresh = |verdict, month, day| {
            is_fresh(
                &answer(verdict),
                Date::new(2026, month, day).expect("a day"),
                ages,
            )
        };
        assert!(fresh(Verdict::Answers, 12, 24) && !fresh(Verdict::Answers, 12, 25));
        assert!(fresh(Verdict::NoHost, 11, 25) && !fresh(Verdict::NoHost, 11, 26));
        assert!(
            !fresh(Verdict::Answers, 11, 24),
            "an answer from the future"
        );
        assert_eq!(
            Date::new(2024, 3, 1).unwrap().days() - Date::new(2024, 2, 28).unwrap().days(),
            2
        );
    }
}
