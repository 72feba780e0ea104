//! `broken-include`: an included file, a code file or a part of one that does not exist.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::{did_you_mean, nearest, quote};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{CodeFile, LinkKind, Part, RawLink, Target, Unresolved, WhyEmpty};
use crate::source::{FileId, LocaleIndex};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "broken-include",
        category: Category::Correctness,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/broken-include.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    for empty in &article.article.unfulfilled {
        if let WhyEmpty::NoSuchFile(path, elsewhere) = &empty.why {
            let message = format!("no file to include at `{}`", quote(&empty.written));
            let found = sink.at(&RULE.rule, empty.span.file, empty.span.range, message);
            found.note(where_it_is(article, path, *elsewhere));
        }
    }
    for (file, raw, link) in article.links() {
        if raw.kind != LinkKind::Code {
            continue;
        }
        match &link.target {
            Target::Unresolved(Unresolved::NoSuchFile {
                path, elsewhere, ..
            }) => {
                let message = format!("no file with code at `{}`", quote(path_of(raw)));
                let found = sink.at(&RULE.rule, file, raw.target_range, message);
                found.note(where_it_is(article, path, *elsewhere));
            }
            Target::Shown { file: code, .. } => {
                if let Some(code) = article.code.get(code) {
                    part(file, raw, code, sink);
                }
            }
            _ => {}
        }
    }
}

fn path_of(raw: &RawLink) -> &str {
    raw.written.split(['?', '#']).next().unwrap_or_default()
}

fn where_it_is(article: &ArticleContext<'_>, path: &str, elsewhere: Option<LocaleIndex>) -> String {
    match elsewhere {
        Some(locale) => {
            let locale = &article.site.locales.get(locale).id;
            format!("the file exists in {locale}, which does not stand in for this language")
        }
        None => format!("looked for `{}`", quote(path)),
    }
}

/// Whether a file has the region or the lines that are asked for.
fn part(file: FileId, raw: &RawLink, code: &CodeFile, sink: &mut Sink<'_>) {
    let part = Part::read(&raw.written);
    if let Some(name) = &part.name {
        let mut regions = code.regions.iter();
        if !regions.any(|region| region.eq_ignore_ascii_case(name)) {
            let message = format!("no region `{}` in `{}`", quote(name), quote(path_of(raw)));
            let found = sink.at(&RULE.rule, file, raw.target_range, message);
            match nearest(name, code.regions.iter().map(|region| &**region)) {
                Some(near) => found.help(did_you_mean(near)),
                None => found.help(format!("write `// <{name}>` before its first line and `// </{name}>` behind its last, in the manner of the language")),
            };
        }
        return;
    }
    let last = part
        .lines
        .iter()
        .flat_map(|(first, last)| [Some(*first), *last]);
    let last = last.flatten().max().unwrap_or_default();
    if last > code.lines {
        let lines = if code.lines == 1 { "line" } else { "lines" };
        let message = format!("no line {last} in `{}`", quote(path_of(raw)));
        let found = sink.at(&RULE.rule, file, raw.target_range, message);
        found.note(format!("it has {} {lines}", code.lines));
    }
}
