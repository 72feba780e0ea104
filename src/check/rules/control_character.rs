//! `control-character`: a control character in a text.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Edit, Fix, Level, Rule, Sink};
use crate::model::DefectKind;
use crate::source::Spanned;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "control-character",
        category: Category::Project,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/control-character.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for (kind, range) in document.defects() {
        if let DefectKind::ControlCharacters(all) = kind {
            let first = all.first().map_or(0, |first| u32::from(first.value));
            let message = match all.len() {
                0 | 1 => format!("the control character U+{first:04X}"),
                number => format!("the control character U+{first:04X}, the first of {number}"),
            };
            let found = sink.at(&RULE.rule, document.file, range, message);
            found.help("remove it, or write the character that was meant");
            let edits: Vec<Edit> = all.iter().map(without).collect();
            let is_certain = all.iter().all(|letter| letter.value < '\u{80}');
            found.fix(if is_certain {
                Fix::safe("remove the control characters", edits)
            } else {
                Fix::unsure("write the characters that were probably meant", edits)
            });
        }
    }
}

/// Takes a character out. Those that separate words leave a blank, and those of the upper range are mostly letters of the code page
/// Windows-1252 that were taken for Unicode.
fn without(letter: &Spanned<char>) -> Edit {
    let new = match letter.value {
        '\u{B}' | '\u{C}' | '\u{85}' => " ",
        '\u{91}' => "‘",
        '\u{92}' => "’",
        '\u{93}' => "“",
        '\u{94}' => "”",
        '\u{95}' => "•",
        '\u{96}' => "–",
        '\u{97}' => "—",
        '\u{80}' => "€",
        '\u{99}' => "™",
        '\u{9C}' => "œ",
        _ => "",
    };
    let mut bytes = [0; 4];
    Edit::replace(letter.range, letter.value.encode_utf8(&mut bytes), new)
}
