//! `unknown-yaml-page`: a YAML file of a repository that becomes no page.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::OddityKind;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unknown-yaml-page",
        category: Category::Project,
        level: Level::Info,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unknown-yaml-page.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    for oddity in &site.site.oddities {
        let OddityKind::UnknownYaml(mime) = &oddity.kind else {
            continue;
        };
        let message = if mime.is_empty() {
            "the first line does not say what kind of page this is, so it is left out".to_owned()
        } else {
            format!(
                "pages of the kind `{}` are not known, so this one is left out",
                quote(mime)
            )
        };
        let found = sink.path(&RULE.rule, &oddity.path, message);
        found.help("write `### YamlMime:Landing`, `Hub` or `FAQ` in the first line, or exclude the file in `docfx.json`");
    }
}
