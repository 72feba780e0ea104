//! `malformed-toc`: a table of contents that cannot be read.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::YamlProblem;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "malformed-toc",
        category: Category::Correctness,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/malformed-toc.md"),
    },
    check: Check::Site(check),
};

fn check(site: &SiteContext<'_>, sink: &mut Sink<'_>) {
    for toc in site.site.tocs.iter().flatten() {
        for problem in &toc.problems {
            let message = match problem {
                YamlProblem::Syntax(reason, _) => {
                    format!("the table of contents cannot be read: {reason}")
                }
                YamlProblem::NotAMapping(what, _) => {
                    format!("the table of contents is {what}, not a list of entries")
                }
                YamlProblem::DuplicateKey(key, ..) => {
                    format!("the key `{key}` is written twice in one entry")
                }
                YamlProblem::Unclosed(_) => "the table of contents ends too early".to_owned(),
                YamlProblem::TooLarge(_) => {
                    "the table of contents is too large to be read".to_owned()
                }
            };
            let found = sink.at(&RULE.rule, toc.file, problem.range(), message);
            found.help("write each entry as `- name: …` with `href: …` or `items:` below it");
        }
    }
}
