//! `unknown-tag`: a tag that HTML does not know, shown as text.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Edit, Fix, Level, Rule, Sink};
use crate::model::{Around, DefectKind};
use crate::source::TextRange;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unknown-tag",
        category: Category::Security,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unknown-tag.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        if let DefectKind::UnknownTag(written, around) = kind {
            let tag = quote(written.trim_start_matches('<').trim_end_matches('>'));
            let found = sink.at(
                &RULE.rule,
                document.file,
                range,
                format!("`<{tag}>` is no HTML tag, and is shown as text"),
            );
            let escape = match around {
                Around::Text => "\\<",
                Around::HtmlBlock => "&lt;",
            };
            found.help(format!("if it is meant as text, write `{escape}{tag}>`"));
            let start = range.start as usize;
            let edit = Edit::replace(TextRange::new(start, start + 1), "<", escape);
            let what = format!("write `{escape}{tag}>`");
            found.fix(written.starts_with('<').then(|| {
                if is_plain(&written[1..]) || *around == Around::HtmlBlock {
                    Fix::safe(what, vec![edit])
                } else {
                    Fix::unsure(what, vec![edit])
                }
            }));
        }
    }
}

/// Whether words mean nothing in Markdown once they are no tag: no emphasis, code, link, address or entity.
fn is_plain(words: &str) -> bool {
    let words = words.strip_suffix('>').unwrap_or(words);
    let is_plain = |letter: char| letter.is_alphanumeric() || " -/.,;'’…!".contains(letter);
    let parts = words.split('_').collect::<Vec<_>>();
    // `a_b` is a name, `_a_` would be emphasis.
    let joins = parts.len() == 1
        || parts
            .iter()
            .all(|part| !part.trim().is_empty() && part.trim() == *part);
    joins
        && parts.iter().all(|part| part.chars().all(is_plain))
        && !words.to_lowercase().contains("www.")
}
