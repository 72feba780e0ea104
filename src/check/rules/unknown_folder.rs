//! `unknown-folder`: a top folder that is named by no language.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::OddityKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unknown-folder",
        category: Category::Project,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unknown-folder.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    for oddity in &site.site.oddities {
        let OddityKind::NoLocale(count) = oddity.kind else {
            continue;
        };
        let files = if count == 1 {
            "1 Markdown file is".to_owned()
        } else {
            format!("{count} Markdown files are")
        };
        let message = format!(
            "`{}/` is named by no language, so {files} left out",
            oddity.path
        );
        let found = sink.path(&RULE.rule, &oddity.path, message);
        found.help("name it by a language tag such as `fr-FR`, or list it under `locales:` in `polydoc.yml`");
    }
}
