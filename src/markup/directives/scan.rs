//! Finds directives in a text and hides them from the parser.
//!
//! In: a body. Out: its directives in order, and a copy of the body in which each is a piece of raw HTML of equal length: a processing
//! instruction where it stands alone on its line (a block that can interrupt a paragraph, stands in lists by its indentation and
//! ends with its line, as docfx has it), else the tag of an element that nobody knows.

use std::ops::Range;

use super::{ALL, Bracketed, Colons, Directive, Found, Meaning, Written, attributes};
use crate::model::HtmlLevel;
use crate::source::TextRange;

/// The directives of a text.
#[derive(Default)]
pub(in crate::markup) struct Scan {
    /// In the order of the text.
    pub(super) markers: Vec<Marker>,
    /// What looks like a directive and is none, with the reason; it stays text.
    pub(super) suspects: Vec<Suspect>,
    /// The text in which the markers are hidden.
    pub(in crate::markup) masked: String,
    /// What classes the text may give its sections.
    pub(super) html: HtmlLevel,
}

/// A directive, or the end of one.
#[derive(Debug)]
pub(super) struct Marker {
    /// Where it stands in the file.
    pub(super) range: TextRange,
    pub(super) does: Does,
    /// What is wrong with it.
    pub(super) problem: Option<String>,
}

/// What a marker does.
#[derive(Debug)]
pub(super) enum Does {
    /// A directive, with the word that its end has before `-end`.
    Begins(&'static str, Meaning),
    /// It ends the directive of that word.
    Ends(&'static str),
}

/// What looks like a directive.
#[derive(Debug)]
pub(super) struct Suspect {
    pub(super) range: TextRange,
    pub(super) word: String,
    /// What is wrong with it; `None` when nobody knows the word.
    pub(super) problem: Option<String>,
}

/// Finds the directives of a text that stands `base` bytes behind the start of its file; `None` when there are none.
pub(in crate::markup) fn scan(text: &str, base: usize, html: HtmlLevel) -> Option<Scan> {
    let mut scanner = Scanner {
        text,
        base,
        markers: Vec::new(),
        hidden: Vec::new(),
        suspects: Vec::new(),
    };
    let bytes = text.as_bytes();
    let mut start = 0;
    while start < bytes.len() {
        let end = memchr::memchr2(b'\n', b'\r', &bytes[start..])
            .map_or(bytes.len(), |length| start + length);
        let line = &text[start..end];
        if line.contains(":::") || line.contains("[!") {
            scanner.line(start, end);
        }
        start = end + 1;
    }
    if scanner.markers.is_empty() && scanner.suspects.is_empty() {
        return None;
    }
    let masked = masked(text, &scanner.hidden);
    Some(Scan {
        html,
        markers: scanner.markers,
        suspects: scanner.suspects,
        masked,
    })
}

/// After so many things in a line that only begin like directives, the rest of it is text: each is looked at up to its end.
const MOST_REFUSED: usize = 100;

/// What hides a directive from the parser.
#[derive(Clone, Copy)]
enum Mask {
    /// A processing instruction: a block.
    Block,
    /// A tag: words, in HTML too.
    Tag,
    /// A code span: words, even alone on a line.
    Words,
}

struct Scanner<'t> {
    text: &'t str,
    base: usize,
    markers: Vec<Marker>,
    /// Where the markers stand in the text, and what hides them.
    hidden: Vec<(Range<usize>, Mask)>,
    suspects: Vec<Suspect>,
}

impl Scanner<'_> {
    fn line(&mut self, start: usize, end: usize) {
        let line = &self.text[start..end];
        let prefix = prefix(line);
        let spans = code_spans(line);
        let mut at = prefix.length;
        let mut refused = 0;
        while let Some(found) = next(line, at).filter(|_| refused < MOST_REFUSED) {
            let here = start + found;
            let is_code = spans.iter().any(|span| span.contains(&found));
            let is_escaped = line[..found].ends_with('\\');
            let after = if is_code || is_escaped {
                None
            } else if line[found..].starts_with(":::") {
                self.colons(here, end, found == prefix.length)
            } else {
                self.brackets(here, end, found == prefix.length, prefix.is_quoted)
            };
            at = if let Some(after) = after {
                after - start
            } else {
                refused += 1;
                found + run(&line[found..])
            };
        }
    }

    /// Reads a directive that begins with colons; gives the offset behind it.
    fn colons(&mut self, start: usize, end: usize, opens_line: bool) -> Option<usize> {
        let line = &self.text[start..end];
        let colons = run(line);
        let behind = line[colons..].trim_start_matches([' ', '\t']);
        let length = behind
            .find(|letter: char| !(letter.is_ascii_alphabetic() || letter == '-'))
            .unwrap_or(behind.len());
        let word = behind[..length].to_ascii_lowercase();
        let word_end = end - behind.len() + length;
        if length == 0 || self.text[word_end..end].starts_with(|sign: char| sign.is_alphanumeric())
        {
            return None;
        }
        if let Some(ended) = word.strip_suffix("-end").and_then(by_colons)
            && opens_line
        {
            let rest = &self.text[word_end..end];
            let behind = rest.trim_start().trim_start_matches(':');
            let after = if behind.trim().is_empty() {
                word_end + rest.trim_end().len()
            } else {
                self.suspect(
                    start..word_end,
                    word,
                    Some("more stands behind it".to_owned()),
                );
                return Some(end);
            };
            self.add(start..after, true, Does::Ends(ended.word), None);
            return Some(after);
        }
        let Some(colons) = by_colons(&word) else {
            if opens_line {
                self.suspect(start..word_end, word, None);
            }
            return None;
        };
        if !opens_line && !colons.is_inline {
            return None;
        }
        self.directive(colons, start, word_end, end, opens_line)
    }

    /// Reads the attributes of a directive between colons and what stands behind it.
    fn directive(
        &mut self,
        colons: &'static Colons,
        start: usize,
        word_end: usize,
        end: usize,
        opens_line: bool,
    ) -> Option<usize> {
        let mut attributes = attributes::read(self.text, word_end, end);
        let closing = &self.text[attributes.end..end];
        let is_closed = closing.starts_with(":::");
        if !is_closed && !opens_line {
            let problem = "`:::` is missing at its end".to_owned();
            self.suspect(start..word_end, colons.word.to_owned(), Some(problem));
            return None;
        }
        let signs = closing.len() - closing.trim_start_matches(':').len();
        let after = attributes.end + signs;
        let rest = &self.text[after..end];
        let alone = opens_line && rest.trim().is_empty();
        if opens_line && !alone && !colons.is_inline {
            let problem = "more stands behind it".to_owned();
            self.suspect(start..word_end, colons.word.to_owned(), Some(problem));
            return None;
        }
        let mut problem = attributes.problem.take();
        let known = |name: &str| colons.attributes.contains(&name);
        if let Some(unknown) = attributes.all.iter().find(|it| !known(&it.name)) {
            problem.get_or_insert_with(|| format!("it has no attribute `{}`", unknown.name));
        }
        let has_need = |name: &&&str| attributes.value(name).is_some();
        if !colons.needs.is_empty() && colons.needs.iter().find(has_need).is_none() {
            let names: Vec<String> = colons.needs.iter().map(|it| format!("`{it}`")).collect();
            problem = Some(format!("it has no {}", names.join(" or ")));
            if colons.is_inline {
                self.suspect(start..word_end, colons.word.to_owned(), problem);
                return Some(after);
            }
        }
        let written = Written {
            range: TextRange::new(start, after).shifted(self.base),
            attributes,
            alone,
            base: self.base,
        };
        let meaning = (colons.read)(&written);
        self.add(
            start..after,
            alone,
            Does::Begins(colons.word, meaning),
            problem,
        );
        Some(after)
    }

    /// Reads a directive in brackets; gives the offset behind it.
    fn brackets(
        &mut self,
        start: usize,
        end: usize,
        opens_line: bool,
        is_quoted: bool,
    ) -> Option<usize> {
        let behind = &self.text[start + 2..end];
        let blanks = behind.len() - behind.trim_start_matches([' ', '\t', '\u{A0}']).len();
        let behind = &behind[blanks..];
        let length = behind
            .find(|letter: char| !letter.is_ascii_alphabetic())
            .unwrap_or(behind.len());
        let word = behind[..length].to_ascii_lowercase();
        let brackets = ALL.iter().find_map(|directive| {
            let brackets = directive.brackets.as_ref()?;
            brackets.words.contains(&&*word).then_some(brackets)
        })?;
        let bracketed = Bracketed {
            text: self.text,
            start,
            word_end: start + 2 + blanks + length,
            line_end: end,
            opens_line,
            is_quoted: is_quoted && opens_line,
            base: self.base,
        };
        match (brackets.read)(&bracketed) {
            Ok(Found {
                end: after,
                meaning,
            }) => {
                let alone = bracketed.is_alone(after);
                self.add(start..after, alone, Does::Begins("", meaning), None);
                Some(after)
            }
            // Another reader of the stream takes it.
            Err(problem) if problem.is_empty() => None,
            Err(problem) => {
                let range = start..start + 2 + blanks + length;
                self.suspect(range, word, Some(problem));
                None
            }
        }
    }

    fn add(&mut self, range: Range<usize>, alone: bool, does: Does, problem: Option<String>) {
        let is_words = matches!(
            does,
            Does::Begins(
                _,
                Meaning::Is {
                    is_block: false,
                    ..
                }
            )
        );
        let mask = match (alone, is_words) {
            (true, true) => Mask::Words,
            (true, false) => Mask::Block,
            (false, _) => Mask::Tag,
        };
        self.hidden.push((range.clone(), mask));
        self.markers.push(Marker {
            range: TextRange::from(range).shifted(self.base),
            does,
            problem,
        });
    }

    fn suspect(&mut self, range: Range<usize>, word: String, problem: Option<String>) {
        self.suspects.push(Suspect {
            range: TextRange::from(range).shifted(self.base),
            word,
            problem,
        });
    }
}

/// The directive between colons of that word.
fn by_colons(word: &str) -> Option<&'static Colons> {
    ALL.iter()
        .filter_map(|directive: &&'static Directive| directive.colons.as_ref())
        .find(|colons| colons.word == word)
}

/// The next place of a line at which a directive may begin.
fn next(line: &str, from: usize) -> Option<usize> {
    let rest = line.get(from..)?;
    let colons = rest.find(":::");
    let brackets = rest.find("[!");
    let first = match (colons, brackets) {
        (Some(colons), Some(brackets)) => colons.min(brackets),
        (one, other) => one.or(other)?,
    };
    Some(from + first)
}

/// The length of the colons, or of the bracket and its sign, that a text begins with.
fn run(text: &str) -> usize {
    let colons = text.len() - text.trim_start_matches(':').len();
    if colons == 0 { 2 } else { colons }
}

/// What stands before the text of a line.
struct Prefix {
    length: usize,
    is_quoted: bool,
}

/// The blanks, marks of quotations and marks of lists that a line begins with.
fn prefix(line: &str) -> Prefix {
    let bytes = line.as_bytes();
    let mut prefix = Prefix {
        length: 0,
        is_quoted: false,
    };
    loop {
        let at = prefix.length;
        let digits = bytes[at..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let is_blank = |at: usize| matches!(bytes.get(at), Some(b' ' | b'\t'));
        match bytes.get(at) {
            Some(b' ' | b'\t') => prefix.length += 1,
            Some(b'>') => {
                prefix.length += 1;
                prefix.is_quoted = true;
            }
            Some(b'-' | b'*' | b'+') if is_blank(at + 1) => prefix.length += 1,
            Some(b'0'..=b'9')
                if digits < 10
                    && matches!(bytes.get(at + digits), Some(b'.' | b')'))
                    && is_blank(at + digits + 1) =>
            {
                prefix.length += digits + 1;
            }
            _ => return prefix,
        }
    }
}

/// The code spans of a line, in which nothing has a meaning.
fn code_spans(line: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut runs: Vec<Range<usize>> = Vec::new();
    let bytes = line.as_bytes();
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'`', &bytes[at..]) {
        let start = at + found;
        let length = bytes[start..]
            .iter()
            .take_while(|byte| **byte == b'`')
            .count();
        runs.push(start..start + length);
        at = start + length;
    }
    let mut index = 0;
    while let Some(open) = runs.get(index) {
        let same = |run: &&Range<usize>| run.len() == open.len();
        match runs[index + 1..].iter().position(|run| same(&run)) {
            Some(position) => {
                let closing = index + 1 + position;
                spans.push(open.start..runs[closing].end);
                index = closing + 1;
            }
            None => index += 1,
        }
    }
    spans
}

/// A copy of a text in which every marker is a piece of raw HTML.
fn masked(text: &str, hidden: &[(Range<usize>, Mask)]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut end = 0;
    for (range, mask) in hidden {
        masked.push_str(&text[end..range.start]);
        let (open, close) = match mask {
            Mask::Block => ("<?", "?>"),
            Mask::Tag => ("<x", ">"),
            Mask::Words => ("`", "`"),
        };
        masked.push_str(open);
        let inner = range.len() - open.len() - close.len();
        masked.extend(std::iter::repeat_n('d', inner));
        masked.push_str(close);
        end = range.end;
    }
    masked.push_str(&text[end..]);
    masked
}
