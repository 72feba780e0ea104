//! Colours in code, made while a page is written: spans with classes, whose colours the style sheet gives for light and dark.
//!
//! In: the text of a block and the name behind its fence. Out: the same text, escaped, with spans around what readers look for:
//! comments (`hc`), keywords (`hk`), strings (`hs`), numbers (`hn`), functions and keys (`hf`), types and tags (`ht`), variables and
//! options (`hv`). One table of languages and one walk over the characters, in time linear in the text. Real grammars
//! (tree-sitter) would weigh more than the rest of the program, for articles that hold little code.
//! A block in an unknown language is written as it is.

use super::escape;
use languages::{Family, Language};

mod languages;

#[cfg(test)]
mod tests;

/// Larger blocks, in bytes, are data that nobody reads in colour.
const LARGEST: usize = 256 << 10;

/// Writes a block of code in a language; `false` when the language is not known and nothing was written.
pub(super) fn write(out: &mut String, language: &str, code: &str) -> bool {
    let Some(language) = languages::named(language).filter(|_| code.len() <= LARGEST) else {
        return false;
    };
    let mut painter = Painter {
        out,
        code,
        at: 0,
        language,
        line_start: true,
        tag: false,
    };
    while painter.at < code.len() {
        painter.step();
    }
    true
}

struct Painter<'p> {
    out: &'p mut String,
    code: &'p str,
    at: usize,
    language: &'static Language,
    /// Whether nothing but blanks stands before this place on its line.
    line_start: bool,
    /// Whether this place lies inside a tag of markup.
    tag: bool,
}

impl Painter<'_> {
    fn rest(&self) -> &str {
        &self.code[self.at..]
    }

    /// Writes so many bytes, in a class when there is one.
    fn take(&mut self, length: usize, class: &str) {
        let text = &self.code[self.at..self.at + length];
        if class.is_empty() {
            escape::text(self.out, text);
        } else {
            self.out.push_str("<span class=\"");
            self.out.push_str(class);
            self.out.push_str("\">");
            escape::text(self.out, text);
            self.out.push_str("</span>");
        }
        self.line_start = match text.rfind('\n') {
            Some(at) => text[at..].trim().is_empty(),
            None => self.line_start && text.trim().is_empty(),
        };
        self.at += length;
    }

    fn step(&mut self) {
        let Some(first) = self.rest().chars().next() else {
            return;
        };
        if first.is_whitespace() {
            let length = self.rest().len() - self.rest().trim_start().len();
            return self.take(length, "");
        }
        if let Some(length) = self.comment() {
            return self.take(length, "hc");
        }
        if self.language.family == Family::Markup {
            return self.markup(first);
        }
        if let Some(length) = self.string(first) {
            let class = if self.is_key(length) { "hf" } else { "hs" };
            return self.take(length, class);
        }
        if let Some(length) = self.variable(first) {
            return self.take(length, "hv");
        }
        if first.is_ascii_digit() && !self.follows_word() {
            let digit = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '_';
            let length = length_of(self.rest(), digit);
            return self.take(length, "hn");
        }
        if is_word(first) {
            return self.word();
        }
        self.take(first.len_utf8(), "");
    }

    fn comment(&self) -> Option<usize> {
        let rest = self.rest();
        if let Some((open, close)) = self.language.block
            && rest.starts_with(open)
        {
            let end = rest[open.len()..].find(close);
            return Some(end.map_or(rest.len(), |end| open.len() + end + close.len()));
        }
        let begins = self.language.line.iter().any(|mark| rest.starts_with(mark));
        // In shells and YAML, `#` inside a word is none.
        let alone = self.line_start || self.code[..self.at].ends_with(char::is_whitespace);
        let begins = begins && (alone || !rest.starts_with('#'));
        begins.then(|| rest.find('\n').unwrap_or(rest.len()))
    }

    fn string(&self, first: char) -> Option<usize> {
        let quote = self.language.quotes.chars().find(|&quote| quote == first)?;
        // Apostrophes in words of YAML and of shells begin nothing.
        if self.language.family == Family::Yaml && self.follows_word() {
            return None;
        }
        let escape = self.language.escape;
        let (mut escaped, lines) = (false, self.language.long_strings || quote == '`');
        for (at, c) in self.rest().char_indices().skip(1) {
            match c {
                _ if escaped => escaped = false,
                c if c == escape => escaped = true,
                c if c == quote => return Some(at + c.len_utf8()),
                '\n' if !lines => return Some(at),
                _ => {}
            }
        }
        Some(self.rest().len())
    }

    /// Whether what is so long is followed by a colon, in languages of keys and values.
    fn is_key(&self, length: usize) -> bool {
        matches!(self.language.family, Family::Json | Family::Yaml)
            && self.rest()[length..]
                .trim_start_matches(' ')
                .starts_with(':')
    }

    fn variable(&self, first: char) -> Option<usize> {
        let rest = self.rest();
        let mark = first.len_utf8();
        if self.language.sigils.contains(first) && !self.follows_word() {
            if rest[mark..].starts_with('{') {
                return rest.find('}').map(|end| end + 1);
            }
            let length = length_of(&rest[mark..], |c| is_word(c) || c == ':');
            return (length > 0).then_some(mark + length);
        }
        // Options of commands.
        let shell = self.language.family == Family::Shell;
        let alone = self.code[..self.at].ends_with(char::is_whitespace);
        if shell && first == '-' && alone {
            let length = length_of(rest, |c| is_word(c) || c == '-');
            return (length > 1 && !rest[..length].ends_with('-')).then_some(length);
        }
        None
    }

    fn follows_word(&self) -> bool {
        self.code[..self.at]
            .chars()
            .next_back()
            .is_some_and(is_word)
    }

    fn word(&mut self) {
        let language = self.language;
        let dashes = matches!(
            language.family,
            Family::Shell | Family::Yaml | Family::Style
        );
        let inner = |c: char| is_word(c) || (dashes && (c == '-' || c == '.'));
        let length = length_of(self.rest(), inner);
        let word = &self.rest()[..length];
        let after = &self.rest()[length..];
        let known = |words: &str| {
            let mut words = words.split(' ');
            words.any(|own| own == word || language.any_case && own.eq_ignore_ascii_case(word))
        };
        let member = self.code[..self.at].ends_with('.');
        let class = match language.family {
            Family::Style if after.trim_start_matches(' ').starts_with([':', '=']) => "hf",
            Family::Yaml if is_key(after) => "hf",
            _ if known(language.keywords) && !member => "hk",
            _ if known(language.types) && !member => "ht",
            Family::Shell if language.cmdlets && is_cmdlet(word) => "hf",
            Family::Shell if self.line_start && !language.cmdlets => "hf",
            Family::Code if after.starts_with('(') => "hf",
            Family::Code if language.pascal && word.starts_with(char::is_uppercase) => "ht",
            _ => "",
        };
        self.take(length, class);
    }

    fn markup(&mut self, first: char) {
        let rest = self.rest();
        let name = |text: &str| length_of(text, |c| is_word(c) || "-:.".contains(c));
        if !self.tag {
            if first == '<' {
                let mark = 1 + length_of(&rest[1..], |c| "/?!".contains(c));
                let length = mark + name(&rest[mark..]);
                self.tag = length > mark;
                let class = if self.tag { "ht" } else { "" };
                return self.take(length, class);
            }
            if first == '&'
                && let Some(end) = rest.find(';').filter(|&end| end < 12)
            {
                return self.take(end + 1, "hn");
            }
            let length = length_of(rest, |c| !"<&".contains(c)).max(first.len_utf8());
            return self.take(length, "");
        }
        match first {
            '>' => {
                self.tag = false;
                self.take(1, "ht");
            }
            '"' | '\'' => {
                let end = rest[1..].find(first).map_or(rest.len(), |end| end + 2);
                self.take(end, "hs");
            }
            '/' | '?' => self.take(1, "ht"),
            _ => match name(rest) {
                0 => self.take(first.len_utf8(), ""),
                length => self.take(length, "hv"),
            },
        }
    }
}

/// Whether what stands here makes a key of what stands before: in `https://`, the colon does not.
fn is_key(after: &str) -> bool {
    let value = after.trim_start_matches(' ').strip_prefix(':');
    value.is_some_and(|value| !value.starts_with('/'))
}

/// `Get-Mailbox`: a verb, a dash and a noun.
fn is_cmdlet(word: &str) -> bool {
    word.split_once('-').is_some_and(|(verb, noun)| {
        verb.starts_with(char::is_alphabetic) && noun.starts_with(char::is_alphabetic)
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// How many bytes at the beginning of a text are of a kind.
fn length_of(text: &str, is: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is(c)).unwrap_or(text.len())
}
