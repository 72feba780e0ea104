//! Attributes of directives: `name="value"`, as they stand in the line.
//!
//! In: a part of a text. Out: the attributes with their places, and what is wrong with them. What they mean is not decided here.

use std::ops::Range;

/// An attribute as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attribute {
    /// In lower case.
    pub(super) name: String,
    /// Between the quotation marks.
    pub(super) value: String,
    /// Where the value stands in the text.
    pub(super) range: Range<usize>,
}

/// The attributes of a directive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attributes {
    pub(super) all: Vec<Attribute>,
    /// Where the attributes end in the text.
    pub(super) end: usize,
    /// What is wrong with them: the first that was found.
    pub(super) problem: Option<String>,
}

impl Attributes {
    /// The attribute of that name.
    pub(super) fn get(&self, name: &str) -> Option<&Attribute> {
        self.all.iter().find(|attribute| attribute.name == name)
    }

    /// The value of the attribute of that name, blanks around it taken away; `None` when there is none or it is empty.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        let value = self.get(name)?.value.trim();
        (!value.is_empty()).then_some(value)
    }
}

/// Marks that translations put in the place of `"`, and what may close them.
const TYPOGRAPHIC: [(char, &[char]); 4] = [
    ('“', &['”', '“', '"']),
    ('”', &['”', '"']),
    ('„', &['“', '”', '"']),
    ('«', &['»']),
];

/// Reads attributes from an offset of a line up to `:::` or the end of the line. `line` ends where the line does.
pub(super) fn read(text: &str, from: usize, line_end: usize) -> Attributes {
    let mut found = Attributes {
        end: from,
        ..Attributes::default()
    };
    let mut at = from;
    loop {
        let rest = &text[at..line_end];
        at += rest.len() - rest.trim_start().len();
        let rest = &text[at..line_end];
        found.end = at;
        if rest.is_empty() || rest.starts_with(":::") {
            return found;
        }
        let name_length = rest
            .find(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.')))
            .unwrap_or(rest.len());
        if name_length == 0 {
            let word: String = rest
                .chars()
                .take_while(|sign| !sign.is_whitespace())
                .collect();
            note(&mut found.problem, || format!("`{word}` is no attribute"));
            // What follows may still be read: a stray sign between two attributes loses neither of them.
            at += word.len().max(1);
            continue;
        }
        let name = rest[..name_length].to_lowercase();
        at += name_length;
        let rest = &text[at..line_end];
        let after = rest.trim_start();
        let Some(value) = after.strip_prefix('=') else {
            note(&mut found.problem, || format!("`{name}` has no value"));
            continue;
        };
        let value = value.trim_start();
        at = line_end - value.len();
        let (open, closers): (char, Vec<char>) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => (quote, vec![quote]),
            Some(sign) => {
                if let Some((open, closers)) = TYPOGRAPHIC.iter().find(|(open, _)| *open == sign) {
                    note(&mut found.problem, || {
                        format!("the quotation marks around the value of `{name}` are not `\"`")
                    });
                    (*open, closers.to_vec())
                } else {
                    note(&mut found.problem, || {
                        format!("the value of `{name}` has no quotation marks")
                    });
                    let length = value.find(char::is_whitespace).unwrap_or(value.len());
                    let length = value[..length].find(":::").unwrap_or(length);
                    found.push(name, &text[at..at + length], at..at + length);
                    at += length;
                    continue;
                }
            }
            None => {
                note(&mut found.problem, || format!("`{name}` has no value"));
                continue;
            }
        };
        let start = at + open.len_utf8();
        let Some((length, closer)) = end_of_value(&text[start..line_end], &closers) else {
            note(&mut found.problem, || {
                format!("the value of `{name}` has no closing quotation mark")
            });
            let rest = &text[start..line_end];
            let length = rest.rfind(":::").unwrap_or(rest.len());
            found.push(name, rest[..length].trim_end(), start..start + length);
            found.end = start + length;
            return found;
        };
        found.push(name, &text[start..start + length], start..start + length);
        at = start + length + closer;
    }
}

impl Attributes {
    fn push(&mut self, name: String, value: &str, range: Range<usize>) {
        if self.get(&name).is_some() {
            note(&mut self.problem, || format!("`{name}` is written twice"));
            return;
        }
        self.all.push(Attribute {
            name,
            value: resolved(value),
            range,
        });
    }
}

fn note(problem: &mut Option<String>, what: impl FnOnce() -> String) {
    if problem.is_none() {
        *problem = Some(what());
    }
}

/// The length of a value and of the mark that closes it. A backslash takes a mark's meaning away.
fn end_of_value(text: &str, closers: &[char]) -> Option<(usize, usize)> {
    let mut escaped = false;
    for (at, sign) in text.char_indices() {
        match sign {
            '\\' if !escaped => escaped = true,
            _ if closers.contains(&sign) && !escaped => return Some((at, sign.len_utf8())),
            _ => escaped = false,
        }
    }
    None
}

/// A value without backslashes before quotation marks, its commonest entities resolved.
fn resolved(value: &str) -> String {
    if !value.contains(['\\', '&']) {
        return value.to_owned();
    }
    value
        .replace("\\\"", "\"")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> (Vec<(String, String)>, Option<String>) {
        let found = read(text, 0, text.len());
        let pairs = found.all.into_iter();
        (
            pairs.map(|one| (one.name, one.value)).collect(),
            found.problem,
        )
    }

    #[test]
    fn attributes_are_read_with_their_places() {
        let text = "type=\"icon\"  source = 'a b.png' alt-text=\"a \\\"b\\\" &amp; c\":::";
        let found = read(text, 0, text.len());
        let values: Vec<&str> = found.all.iter().map(|one| one.value.as_str()).collect();
        assert_eq!(values, ["icon", "a b.png", "a \"b\" & c"]);
        assert_eq!(&text[found.all[1].range.clone()], "a b.png");
        assert_eq!((&text[found.end..], found.problem), (":::", None));
    }

    #[test]
    fn what_is_wrong_with_attributes_is_told_and_the_rest_is_read() {
        let cases = [
            ("a=b c=\"d\"", "the value of `a` has no quotation marks", 2),
            ("a c=\"d\"", "`a` has no value", 1),
            ("a=\"b", "the value of `a` has no closing quotation mark", 1),
            ("a=\"b\" a=\"c\"", "`a` is written twice", 1),
            (
                "a=« b »",
                "the quotation marks around the value of `a` are not `\"`",
                1,
            ),
            ("|| a=\"b\"", "`||` is no attribute", 1),
        ];
        for (text, problem, count) in cases {
            let (found, told) = pairs(text);
            assert_eq!(
                (told.as_deref(), found.len()),
                (Some(problem), count),
                "{text}"
            );
        }
    }
}
