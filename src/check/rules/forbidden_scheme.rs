//! `forbidden-scheme`: an address whose scheme is not allowed.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::{nearest, quote};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::{DefectKind, Target, Unresolved};
use crate::source::{FileId, TextRange};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "forbidden-scheme",
        category: Category::Security,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/forbidden-scheme.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    let mut reported: Vec<TextRange> = Vec::new();
    for (place, raw, link) in article.links() {
        if let Target::Unresolved(Unresolved::ForbiddenScheme(scheme)) = &link.target {
            report(place, raw.target_range, scheme, sink);
            if place == article.article.file {
                reported.extend([raw.range, raw.target_range]);
            }
        }
    }
    for defect in &article.article.document.defects {
        // The same address may be known as a link and as a defect of its tag.
        let known = reported
            .iter()
            .any(|range| range.start <= defect.range.start && defect.range.start < range.end);
        if let (DefectKind::ForbiddenScheme(scheme), false) = (&defect.kind, known) {
            report(article.article.file, defect.range, scheme, sink);
        }
    }
}

fn report(file: FileId, range: TextRange, scheme: &str, sink: &mut Sink<'_>) {
    let scheme = scheme.trim_end_matches(':');
    let message = format!(
        "addresses that begin with `{}:` are not allowed",
        quote(scheme)
    );
    let found = sink.at(&RULE.rule, file, range, message);
    match nearest(scheme, ["https", "mailto"]) {
        Some(near) => found.help(format!("did you mean `{near}:`?")),
        None => found.help("use an `https:` address; a harmless scheme can be allowed with `schemes:` in `polydoc.yml`"),
    };
}
