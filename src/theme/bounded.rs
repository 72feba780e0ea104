//! What keeps a template's values from growing without end. Tera bounds loops, recursion and the length of expressions, and
//! [`super::Theme::render`] the output; a value that is put into itself (`set s = s ~ s`) is bounded here.
//!
//! In comes the text of a project's template, out goes the same with a check in each assignment and at the beginning of
//! each component: the filter [`CHECK`]. `replace` and `join` are taken over, because they alone make much of little.
//! [`Checked::place`] leads back from a place in the one to the other.

use std::borrow::Cow;
use std::ops::Range;

use tera::{Error, Kwargs, State, StringInput, TeraResult, Value};

/// The filter that checks; no template of a project is likely to have one of that name.
const CHECK: &str = "polydoc_within_bounds";

/// How many bytes a value may hold beside the content of the page: as much as a very long page.
const MOST: usize = 8 << 20;

/// Adds the filters.
pub(super) fn register(tera: &mut tera::Tera) {
    tera.register_filter(CHECK, check);
    tera.register_filter("replace", replace);
    tera.register_filter("join", join);
}

/// What a value may hold in a template at work.
fn most(state: &State<'_>) -> usize {
    let content: Option<Value> = state.get("content").ok().flatten();
    let content = content.as_ref().and_then(Value::as_str).map_or(0, str::len);
    MOST.saturating_add(content)
}

fn too_large(most: usize) -> Error {
    Error::message(format!("a value grows beyond {} MiB", most >> 20))
}

/// The filter [`CHECK`]: gives what it takes, unless that is too large to be written.
fn check(value: Value, _: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let most = most(state);
    let mut left = most;
    if fits(&value, &mut left) {
        Ok(value)
    } else {
        Err(too_large(most))
    }
}

/// Takes what a value would be as text off what is left. Parts that are shared count as often as they would be written.
fn fits(value: &Value, left: &mut usize) -> bool {
    /// A number, or the brackets and commas around parts.
    const SMALL: usize = 8;

    let own = value.as_str().map_or(SMALL, str::len);
    if own > *left {
        return false;
    }
    *left -= own;
    match (value.as_array(), value.as_map()) {
        (Some(parts), _) => parts.iter().all(|part| fits(part, left)),
        (_, Some(parts)) => parts.iter().all(|(_, part)| fits(part, left)),
        _ => true,
    }
}

/// As Tera's, within bounds.
#[expect(clippy::needless_pass_by_value, reason = "Tera hands them over so")]
fn replace(text: StringInput<'_>, arguments: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let from = arguments.must_get::<&str>("from")?;
    let to = arguments.must_get::<StringInput<'_>>("to")?;
    let is_safe = state.autoescaping_enabled() && (text.is_safe() || to.is_safe());
    let (text, to) = if is_safe {
        (
            text.rendered(state)?.into_owned(),
            to.rendered(state)?.into_owned(),
        )
    } else {
        (text.as_str().to_owned(), to.as_str().to_owned())
    };
    let most = most(state);
    let places = text.matches(from).count();
    if text.len().saturating_add(places.saturating_mul(to.len())) > most {
        return Err(too_large(most));
    }
    let text = text.replace(from, &to);
    Ok(if is_safe {
        Value::safe_string(&text)
    } else {
        Value::from(text)
    })
}

/// As Tera's, within bounds.
#[expect(clippy::needless_pass_by_value, reason = "Tera hands them over so")]
fn join(parts: &[Value], arguments: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let between = arguments.get::<StringInput<'_>>("sep")?;
    let is_safe = state.autoescaping_enabled()
        && (parts.iter().any(|part| part.is_string() && part.is_safe())
            || between.as_ref().is_some_and(StringInput::is_safe));
    let separator = match &between {
        Some(between) if is_safe => between.rendered(state)?,
        Some(between) => Cow::Borrowed(between.as_str()),
        None => Cow::Borrowed(""),
    };
    let most = most(state);
    let mut left = most;
    let mut text = String::new();
    for (at, part) in parts.iter().enumerate() {
        if !fits(part, &mut left) || text.len() > most {
            return Err(too_large(most));
        }
        if at > 0 {
            text.push_str(&separator);
        }
        match part {
            part if part.is_undefined() => {}
            part if is_safe => text.push_str(&state.escape_if_needed(part)?),
            part => text.push_str(&part.to_string()),
        }
    }
    Ok(if is_safe {
        Value::safe_string(&text)
    } else {
        Value::from(text)
    })
}

/// A template with checks in it.
pub(super) struct Checked {
    /// What Tera gets.
    pub(super) text: String,
    /// Where something stands that the author did not write, and how long it is, in order.
    added: Vec<Range<usize>>,
}

impl Checked {
    /// The author's place of a place in what Tera got.
    pub(super) fn place(&self, range: &Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let before = self.added.iter().take_while(|added| added.start < at);
            at - before
                .map(|added| added.end.min(at) - added.start)
                .sum::<usize>()
        };
        place(range.start)..place(range.end)
    }

    /// Copies up to a place and puts something behind it.
    fn put(&mut self, from: &str, written: &str) {
        self.text.push_str(from);
        let start = self.text.len();
        self.text.push_str(written);
        self.added.push(start..self.text.len());
    }
}

/// Puts checks into a template.
pub(super) fn checked(text: &str) -> Checked {
    let mut out = Checked {
        text: String::with_capacity(text.len() + 256),
        added: Vec::new(),
    };
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find('{') {
        let start = at + found;
        let rest = &text[start..];
        at = if rest.starts_with("{#") {
            end_of(text, start, "#}")
        } else if rest.starts_with("{{") {
            end_of_code(text, start + 2, "}}").1
        } else if rest.starts_with("{%") {
            let (inner_end, end) = end_of_code(text, start + 2, "%}");
            let code = text[start + 2..inner_end].trim_start_matches('-');
            let code_start = inner_end - code.trim_start().len();
            let code = text[code_start..inner_end].trim_end_matches('-');
            let code_end = code_start + code.len();
            match code.split(|sign: char| !is_word(sign)).next() {
                Some("set" | "set_global") => {
                    if let Some(value) = value_start(code) {
                        out.put(&text[copied..code_start + value], "(");
                        copied = code_start + value;
                        out.put(&text[copied..code_end], &format!(") | {CHECK} "));
                    } else {
                        out.put(&text[copied..code_end], &format!(" | {CHECK} "));
                    }
                    copied = code_end;
                    end
                }
                Some("component") => {
                    out.put(&text[copied..end], &entry(code));
                    copied = end;
                    end
                }
                Some("raw") => end_of_raw(text, end),
                _ => end,
            }
        } else {
            start + 1
        };
    }
    out.text.push_str(&text[copied..]);
    out
}

/// Where the value begins in `set name = value`; `None` in `set name`, whose value follows up to `endset`.
fn value_start(code: &str) -> Option<usize> {
    let name = code.trim_start_matches(is_word).trim_start();
    let behind = name.trim_start_matches(is_word).trim_start();
    let value = behind.strip_prefix('=')?;
    Some(code.len() - value.len())
}

/// Checks of what a component is given: `component box(title, size=1)`, and the body between its tags.
fn entry(code: &str) -> String {
    let parameters = code.split_once('(').map_or("", |(_, rest)| rest);
    let mut depth = 0_u32;
    let mut names = vec!["body"];
    let mut is_name = true;
    let mut start = None;
    for (at, sign) in parameters.char_indices() {
        match sign {
            sign if is_name && is_word(sign) => {
                start.get_or_insert(at);
                continue;
            }
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => {
                names.extend(start.take().map(|start| &parameters[start..at]));
                break;
            }
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if let Some(start) = start.take() {
            names.push(&parameters[start..at]);
            is_name = false;
        }
        is_name |= sign == ',' && depth == 0;
    }
    let checks = names.iter().map(|name| {
        format!("{{% if {name} is defined %}}{{% set {CHECK} = {name} | {CHECK} %}}{{% endif %}}")
    });
    checks.collect()
}

fn is_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

/// Behind the next mark, or the end of the text.
fn end_of(text: &str, from: usize, mark: &str) -> usize {
    text[from..]
        .find(mark)
        .map_or(text.len(), |at| from + at + mark.len())
}

/// The end of a piece of code and of the mark behind it; what stands in quotation marks is passed over.
fn end_of_code(text: &str, from: usize, mark: &str) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        match bytes[at] {
            quote @ (b'"' | b'\'' | b'`') => {
                at += 1;
                while at < bytes.len() && bytes[at] != quote {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                at += 1;
            }
            _ if bytes[at..].starts_with(mark.as_bytes()) => return (at, at + mark.len()),
            _ => at += 1,
        }
    }
    (text.len(), text.len())
}

/// Behind the tag that ends a raw piece.
fn end_of_raw(text: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(found) = text[at..].find("{%") {
        let start = at + found + 2;
        let word = text[start..].trim_start_matches('-').trim_start();
        if word.starts_with("endraw") {
            return end_of(text, start, "%}");
        }
        at = start;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(text: &str) -> Result<String, String> {
        let mut tera = tera::Tera::new();
        register(&mut tera);
        let checked = checked(text);
        tera.add_raw_templates([("a.html", &checked.text)])
            .map_err(|error| format!("{error}: {}", checked.text))?;
        let mut context = tera::Context::new();
        context.insert("items", &["<a>", "b"]);
        let text = tera.render("a.html", &context);
        text.map_err(|error| error.to_string())
    }

    #[test]
    fn templates_within_bounds_give_what_they_gave() {
        for (text, expected) in [
            ("{% set a = \"x\" ~ 1 %}{{ a }}", "x1"),
            ("{%- set a=1 + 2 -%} {{ a }}", "3"),
            ("{% set a = \"%}\" %}{{ a | safe }}", "%}"),
            ("{% set a %}<b>{{ 1 }}{% endset %}{{ a }}", "<b>1"),
            ("{% set a | upper %}b{% endset %}{{ a }}", "B"),
            (
                "{% set_global a = [1, 2] %}{% for i in a %}{{ i }}{% endfor %}",
                "12",
            ),
            ("{% set a = 1 if true else 2 %}{{ a }}", "1"),
            (
                "{# {% set x %} #}{% raw %}{% set x %}{% endraw %}",
                "{% set x %}",
            ),
            ("{{ \"{% set x %}\" | safe }}", "{% set x %}"),
            ("{{ items | join(sep=\"<br>\") | safe }}", "<a><br>b"),
            ("{{ items | join }}", "&lt;a&gt;b"),
            ("{{ \"a<b\" | replace(from=\"a\", to=\"aa\") }}", "aa&lt;b"),
            (
                "{% component box(title: String, size=[1, 2], x=1) %}{{ title }}{{ body }}{% endcomponent box %}{% <box title=\"t\"> %}in{% </box> %}",
                "tin",
            ),
        ] {
            assert_eq!(rendered(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn values_that_are_put_into_themselves_are_stopped() {
        for text in [
            "{% set_global s = \"x\" %}{% for i in range(end=60) %}{% set_global s = s ~ s %}{% endfor %}{{ s | length }}",
            "{% set_global s = \"x\" %}{% for i in range(end=60) %}{% set_global s = s | replace(from=\"x\", to=\"xx\") %}{% endfor %}{{ s | length }}",
            "{% set_global s = \"x\" %}{% for i in range(end=60) %}{% set_global s %}{{ s }}{{ s }}{% endset %}{% endfor %}",
            "{% set_global a = [1] %}{% for i in range(end=60) %}{% set_global a = [a, a] %}{% endfor %}{{ a | length }}",
            "{{ \"xxxxxxxxxx\" | replace(from=\"x\", to=\"xxxxxxxxxx\") | replace(from=\"x\", to=\"xxxxxxxxxx\") | replace(from=\"x\", to=\"xxxxxxxxxx\") | replace(from=\"x\", to=\"xxxxxxxxxx\") | replace(from=\"x\", to=\"xxxxxxxxxx\") | replace(from=\"x\", to=\"xxxxxxxxxx\") | replace(from=\"x\", to=\"xxxxxxxxxx\") }}",
            "{% component d(n, s) %}{% if n > 0 %}{{ <d n={n - 1} s={s ~ s ~ s ~ s} /> }}{% endif %}{% endcomponent d %}{{ <d n={19} s=\"xxxxxxxx\" /> }}",
        ] {
            let said = rendered(text).expect_err(text);
            assert!(
                said.contains("a value grows beyond 8 MiB"),
                "{text}: {said}"
            );
        }
    }

    #[test]
    fn what_is_no_template_is_left_as_it_is() {
        for text in [
            "",
            "{",
            "{%",
            "{% set",
            "{{ \"",
            "{#",
            "a { b } c",
            "{% raw %}{% set a = 1 %}",
        ] {
            assert!(rendered(text).is_ok() || rendered(text).is_err(), "{text}");
        }
        let plain = "<p>{{ a }}</p>{% if b %}{% endif %}";
        assert_eq!(checked(plain).text, plain);
    }

    #[test]
    fn a_place_in_a_checked_template_leads_to_the_authors() {
        let text = "{% set a = 1 %}\n{% set b %}x{% endset %}{{ nope }}";
        let checked = checked(text);
        for word in ["= 1", "x{% endset", "nope"] {
            let word = &word[word.len() - 1..];
            let start = checked.text.rfind(word).unwrap();
            let place = checked.place(&(start..start + word.len()));
            assert_eq!(&text[place], word);
        }
    }
}
