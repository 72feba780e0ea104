//! `missing-anchor`: a heading without the id that the same heading has in other languages.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Edit, Fix, Level, Rule, Sink};
use crate::model::Aligned;
use crate::source::TextRange;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "missing-anchor",
        category: Category::Localization,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/missing-anchor.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    let own = article.article;
    for heading in &own.outline.headings {
        // An id that was made of the original's words is no wish of its author.
        let Some(aligned) = heading
            .aligned
            .as_ref()
            .filter(|aligned| aligned.is_written)
        else {
            continue;
        };
        let Some(written) = own.heading(heading) else {
            continue;
        };
        let Aligned { id, from, .. } = aligned;
        let is_plain = !id.as_str().contains(['"', '<', '>', '&', '\\', '`']);
        let anchor = format!("<a name=\"{}\"></a>", id.as_str());
        let id = quote(id.as_str());
        let other = article.sources.get(from.file).locale;
        let other = other.map(|other| &article.site.locales.get(other).id);
        let message = match other {
            Some(other) => format!("no id `{id}`, which this heading has in {other}"),
            None => format!("no id `{id}`, which this heading has in other languages"),
        };
        let found = sink.at(&RULE.rule, heading.file, written.range, message);
        found.help(format!("write `<a name=\"{id}\"></a>` before its text"));
        found.note("links to that id find the heading as long as the structure of both articles is the same");
        found.related(*from, "the same heading");
        let edit = written.text_at.filter(|_| is_plain).map(|at| {
            let what = format!("write the id `{id}` in front of the heading's text");
            Fix::safe(
                what,
                vec![Edit::replace(TextRange::at(at as usize), "", &anchor)],
            )
        });
        found.fix(edit);
    }
}
