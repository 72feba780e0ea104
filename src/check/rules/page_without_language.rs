//! `page-without-language`: a finished page that does not say its language or its direction.

use crate::check::context::PagesContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{PageFacts, RenderedPage};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "page-without-language",
        category: Category::Accessibility,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/page-without-language.md"),
    },
    check: Check::Pages(check),
};

fn check(pages: &PagesContext<'_>, sink: &mut Sink<'_>) {
    let lacking = |is_right: fn(&PageFacts) -> bool| {
        let all = pages.rendered.pages.iter();
        all.filter(|page| !is_right(&page.facts))
            .collect::<Vec<&RenderedPage>>()
    };
    let without_lang = lacking(|facts| {
        facts
            .lang
            .as_deref()
            .is_some_and(|lang| !lang.trim().is_empty())
    });
    let without_dir = lacking(|facts| {
        facts
            .dir
            .as_deref()
            .is_some_and(|dir| matches!(dir, "ltr" | "rtl" | "auto"))
    });
    let help = "write `<html lang=\"{{ locale.tag }}\" dir=\"{{ locale.dir }}\">` in the template";
    for (what, on) in [
        (
            "does not say its language: `<html>` has no `lang`",
            without_lang,
        ),
        (
            "does not say its direction: `<html>` has no `dir`",
            without_dir,
        ),
    ] {
        if !on.is_empty() {
            pages.report(sink, &RULE.rule, &on, what, |_| Some(help.to_owned()));
        }
    }
}
