//! `invisible-in-name`: an invisible character in the name of a file or folder.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::source::TextRange;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "invisible-in-name",
        category: Category::Project,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/invisible-in-name.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    for (file, source) in site.sources.iter() {
        let Some(letter) = invisible(source.path.as_str()) else {
            continue;
        };
        let message = format!(
            "the path holds the invisible character U+{:04X}",
            u32::from(letter)
        );
        let found = sink.at(&RULE.rule, file, TextRange::default(), message);
        found.help("rename the file, and list its old address under `redirect_from`");
    }
}

/// A character that shows nothing and that nobody types on purpose in a name.
pub(super) fn invisible(text: &str) -> Option<char> {
    text.chars().find(|letter| {
        matches!(letter,
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    })
}
