//! `unknown-suppression`: an allowance that names no rule.

use crate::check::context::DocumentContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest;
use crate::diagnostics::{Category, Edit, Fix, Level, Rule, Sink};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "unknown-suppression",
        category: Category::Project,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/unknown-suppression.md"),
    },
    check: Check::Document(check),
};

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    for allowance in &document.document.allowances {
        let name = &*allowance.rule.value;
        if crate::check::rule(name).is_some() {
            continue;
        }
        let message = if name.is_empty() {
            "no rule is named that is to be allowed".to_owned()
        } else {
            format!("there is no rule `{}` to allow", suggest::quote(name))
        };
        let names = crate::check::rules().map(|rule| rule.name);
        let near = suggest::nearest(name, names).filter(|_| !name.is_empty());
        let found = sink.at(&RULE.rule, document.file, allowance.rule.range, message);
        match near {
            Some(near) => {
                found.help(suggest::did_you_mean(near));
                let edit = Edit::replace(allowance.rule.range, name, near);
                found.fix(Fix::unsure(format!("write `{near}`"), vec![edit]))
            }
            None => found
                .help("write the name that findings show in brackets; `polydoc rules` lists all"),
        };
    }
}
