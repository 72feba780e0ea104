//! Which messages a template shows: every `message(id="…", …)` with its place, found by reading the template's text, since
//! Tera's tree is not public.

use std::ops::Range;

use crate::l10n::messages::Problem;

/// One use of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Use {
    /// The message.
    pub id: String,
    /// Names of the other arguments.
    pub arguments: Vec<String>,
    /// Where the call stands, in bytes.
    pub place: Range<usize>,
}

/// The uses in a template. An id that is no literal is a problem: it could not be checked before a page needs it.
pub(super) fn uses(path: &str, text: &str) -> Result<Vec<Use>, Problem> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(['{', 'm']) {
        at += offset;
        let rest = &text[at..];
        if rest.starts_with("{#") {
            at += rest.find("#}").unwrap_or(rest.len());
        } else if rest.starts_with("message(")
            && !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
        {
            let inside = at + "message(".len();
            let (arguments, length) = arguments(&text[inside..]);
            let place = at..inside + length;
            let id = arguments
                .iter()
                .find(|(name, _)| *name == "id")
                .and_then(|(_, value)| literal(value));
            let Some(id) = id else {
                let problem = Problem::new(path, text, place, "a message without a literal id");
                return Err(problem.hint(
                    "write `message(id=\"…\")`, and choose between messages with `{% if %}`",
                ));
            };
            let others = arguments
                .iter()
                .filter(|(name, _)| *name != "id")
                .map(|(name, _)| (*name).to_owned());
            found.push(Use {
                id: id.to_owned(),
                arguments: others.collect(),
                place,
            });
            at = inside;
        } else {
            at += 1;
        }
    }
    Ok(found)
}

/// Named arguments up to the closing bracket, and how long they are.
fn arguments(text: &str) -> (Vec<(&str, &str)>, usize) {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut quote = None;
    let mut start = 0;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (None, '"' | '\'' | '`') => quote = Some(c),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')') if depth == 0 => {
                found.extend(named(&text[start..at]));
                return (found, at);
            }
            (None, ')' | ']' | '}') => depth = depth.saturating_sub(1),
            (None, ',') if depth == 0 => {
                found.extend(named(&text[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    (found, text.len())
}

fn named(argument: &str) -> Option<(&str, &str)> {
    let (name, value) = argument.split_once('=')?;
    Some((name.trim(), value.trim()))
}

fn literal(value: &str) -> Option<&str> {
    let quote = value
        .chars()
        .next()
        .filter(|c| matches!(c, '"' | '\'' | '`'))?;
    let inside = value.strip_prefix(quote)?.strip_suffix(quote)?;
    (!inside.contains(quote)).then_some(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_of_a_template_is_found_with_its_arguments() {
        let text = "{# message(id=\"no\") #}<p>{{ message(id=\"a\") }} {{ message(id='b', count=f(x=1), who=\"a, b)\") }}";
        let uses = uses("page.html", text).expect("literal ids");
        let found: Vec<_> = uses
            .iter()
            .map(|found| (found.id.as_str(), found.arguments.join(" ")))
            .collect();
        assert_eq!(found, [("a", String::new()), ("b", "count who".to_owned())]);
    }

    #[test]
    fn an_id_that_is_computed_is_refused_with_its_place() {
        let problem =
            uses("page.html", "<p>\n{{ message(id=\"alert-\" ~ kind) }}").expect_err("computed");
        assert_eq!((problem.line, problem.column), (2, 4));
        assert!(
            uses("page.html", "{{ message(").is_err(),
            "an open call is no reason to panic"
        );
    }
}
