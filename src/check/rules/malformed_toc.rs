//! `malformed-toc`: a table of contents that cannot be read.

use crate::check::context::SiteContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::{did_you_mean, quote};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{TocProblem, YamlProblem};
use crate::source::Span;

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
            let (message, help) = words(problem);
            let found = sink.at(&RULE.rule, toc.file, problem.range(), message);
            if let TocProblem::DuplicateKey(_, _, first) = problem {
                let span = Span {
                    file: toc.file,
                    range: *first,
                };
                found.related(span, "first written here");
            }
            found.help(help);
        }
    }
}

/// What is wrong and what to do.
fn words(problem: &TocProblem) -> (String, String) {
    let entries = "write each entry as `- name: …` with `href: …` or `items:` below it";
    let (message, help) = match problem {
        TocProblem::Yaml(YamlProblem::Syntax(reason, _)) => (
            format!("the table of contents cannot be read: {reason}"),
            entries,
        ),
        TocProblem::Yaml(_) => ("the table of contents cannot be read".to_owned(), entries),
        TocProblem::NotAList(what, _) => (
            format!("a list of entries should stand here, and it is {what}"),
            entries,
        ),
        TocProblem::NotAnEntry(what, _) => (
            format!("this entry is {what}, not keys and values"),
            entries,
        ),
        TocProblem::EmptyEntry(_) => (
            "this entry is empty, so it is left out".to_owned(),
            "give it a `name:` and an `href:`, or remove it",
        ),
        TocProblem::Nameless(_) => (
            "this entry has no words to show above those below it".to_owned(),
            "give it a `name:`",
        ),
        TocProblem::NoText(key, what, _) => (
            format!("`{key}` is {what}, not text"),
            "write one text; put it in quotes when it holds `: ` or begins with `[` or `{`",
        ),
        TocProblem::DuplicateKey(key, ..) => (
            format!(
                "the key `{}` is written twice in one entry; the first counts",
                quote(key)
            ),
            "remove one of the two, or begin the second entry with `- `",
        ),
        TocProblem::SkippedLevel(from, to, _) => (
            format!("the level of this entry is {to}, and that of the entry above is {from}"),
            "write one `#` more than in the entry that it belongs to",
        ),
        TocProblem::TopicIsToc(_) => (
            "`topicHref` names a table of contents or a folder, not a page".to_owned(),
            "name the page here, and the table of contents in `tocHref`",
        ),
        TocProblem::TocIsTopic(_) => (
            "`tocHref` names no table of contents".to_owned(),
            "name a `toc.yml` or a folder with one, or write `href` for a page",
        ),
        TocProblem::Doubled => (
            "`toc.yml` in the same folder is used, so this table of contents is not".to_owned(),
            "remove one of the two",
        ),
        TocProblem::Circular(chain, _) => (
            format!(
                "these tables of contents hold each other: {}",
                chain.join(" → ")
            ),
            "let one of them name a page instead of the other table",
        ),
        TocProblem::TooMany(_) => (
            "so many tables of contents stand in this one that the rest is left out".to_owned(),
            "name each table once, where its entries belong",
        ),
        TocProblem::SimilarKey(key, known, _) => {
            let message = format!("nobody reads the key `{}`", quote(key));
            return (message, did_you_mean(known));
        }
    };
    (message, help.to_owned())
}
