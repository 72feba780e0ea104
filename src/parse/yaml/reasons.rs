//! Why a block is no YAML, in words for its author: what the parser says is true, but tells what it wanted and not what was done.
//!
//! In: a block and the problem that the parser has with it. Out: the same problem, at the place and in the words of its reason
//! where that is known.

use crate::model::YamlProblem;
use crate::source::TextRange;

/// A problem with its reason.
pub(super) fn told(block: &str, base: usize, problem: YamlProblem) -> YamlProblem {
    let YamlProblem::Syntax(reason, range) = &problem else {
        return problem;
    };
    let at = range.start as usize - base;
    if let Some((message, tab)) = tab(block, at) {
        return YamlProblem::Syntax(message.into(), TextRange::new(base + tab, base + tab + 1));
    }
    if is_joined(line_at(block, at)) {
        return YamlProblem::Syntax("several keys stand on one line".into(), *range);
    }
    let message = match &**reason {
        "mapping values are not allowed in this context" => {
            "a colon stands where no key can be, in a value without quotes or behind an indentation"
        }
        "invalid trailing content after double-quoted scalar"
        | "invalid trailing content after single-quoted scalar" => {
            "something follows the closing quotation mark"
        }
        "invalid indentation in quoted scalar" => "a quotation mark is not closed on its line",
        "while parsing node, found unknown anchor" => {
            "`*` begins the name of another value, and there is none"
        }
        _ => return problem,
    };
    YamlProblem::Syntax(message.into(), *range)
}

/// The tab that a problem comes from: in front of a line, or between a key and its value.
fn tab(block: &str, told: usize) -> Option<(&'static str, usize)> {
    let first = block[..told].rfind('\n').map_or(0, |end| end + 1);
    let mut at = first;
    for text in block[first..].split_inclusive('\n') {
        let indent = text.len() - text.trim_start_matches([' ', '\t']).len();
        let found = text[..indent].find('\t');
        if let Some(tab) = found.filter(|_| !text.trim().is_empty()) {
            let message = "a tab stands in front of the line, and YAML indents with blanks only";
            return Some((message, at + tab));
        }
        // What is told of a line is the fault of this line or of the one below.
        if at > told {
            break;
        }
        at += text.len();
    }
    let before = block[first..told].trim_end_matches(['\t', ' ']);
    let gap = &block[first + before.len()..told];
    let tab = gap.find('\t').filter(|_| before.ends_with(':'))?;
    let message = "a tab stands behind the colon, and most programs want a blank there";
    Some((message, first + before.len() + tab))
}

fn line_at(block: &str, at: usize) -> &str {
    let start = block[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = block[at..]
        .find('\n')
        .map_or(block.len(), |length| at + length);
    &block[start..end]
}

/// Whether a line holds two more keys behind its first: what a translation makes of a block that it takes for a sentence.
fn is_joined(line: &str) -> bool {
    let words = line.split_whitespace().skip(1);
    let is_key = |word: &&str| {
        let name = word.strip_suffix([':', '：']).unwrap_or_default();
        !name.is_empty()
            && name
                .chars()
                .all(|sign| sign.is_alphanumeric() || "._-".contains(sign))
    };
    words.filter(is_key).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_lines_are_told_from_a_value_with_a_colon() {
        assert!(is_joined(
            "title: «\u{a0}A\u{a0}» ms.author: bob author: bob"
        ));
        assert!(is_joined("العنوان: \"A\" ms.author: bob المدير: x"));
        assert!(!is_joined("title: What: the thing"));
        assert!(!is_joined("title: 10:30 at https://example.org: come"));
    }
}
