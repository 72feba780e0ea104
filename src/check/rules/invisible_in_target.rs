//! `invisible-in-target`: an invisible character in the address of a link or image.

use crate::check::context::ArticleContext;
use crate::check::repair;
use crate::check::rules::invisible_in_name::invisible;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Fix, Level, Rule, Sink};
use crate::model::Target;
use percent_encoding::percent_decode_str;
use std::fmt::Write as _;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "invisible-in-target",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/invisible-in-target.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    let links = article.links();
    for (file, raw, link) in links.filter(|(_, raw, _)| !raw.written.starts_with("data:")) {
        // In a query anything may stand.
        let path = raw.written.split(['?', '#']).next().unwrap_or_default();
        let decoded = percent_decode_str(path).decode_utf8_lossy();
        let Some(letter) = invisible(&decoded) else {
            continue;
        };
        let message = format!(
            "the address holds the invisible character U+{:04X}",
            u32::from(letter)
        );
        let found = sink.at(&RULE.rule, file, raw.target_range, message);
        found.help("type the address anew, or copy it without what is around it");
        // A file may be named so.
        if !matches!(link.target, Target::Article { .. } | Target::Asset { .. }) {
            let edit = repair::target(
                raw,
                &format!("{}{}", visible(path), &raw.written[path.len()..]),
            );
            found.fix(edit.map(|edit| Fix::safe("take the invisible characters out", vec![edit])));
        }
    }
}

/// A path without invisible characters, also without those that are percent-encoded.
fn visible(path: &str) -> String {
    let mut visible = path.to_owned();
    while let Some(letter) = invisible(&percent_decode_str(&visible).decode_utf8_lossy()) {
        let mut bytes = [0; 4];
        let (mut upper, mut lower) = (String::new(), String::new());
        for byte in letter.encode_utf8(&mut bytes).bytes() {
            let _ = write!(upper, "%{byte:02X}");
            let _ = write!(lower, "%{byte:02x}");
        }
        let before = visible.len();
        visible = visible
            .replace(letter, "")
            .replace(&upper, "")
            .replace(&lower, "");
        if visible.len() == before {
            break;
        }
    }
    visible
}
