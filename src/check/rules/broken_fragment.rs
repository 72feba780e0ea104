//! `broken-fragment`: a link to a place that its target does not have.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::{did_you_mean, quote};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::l10n::LocaleId;
use crate::model::{Article, Site, Target, Unresolved};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "broken-fragment",
        category: Category::Correctness,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/broken-fragment.md"),
    },
    check: Check::Article(check),
};

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    for (raw, link) in article.links() {
        let Target::Unresolved(Unresolved::NoSuchAnchor {
            key,
            fragment,
            near,
        }) = &link.target
        else {
            continue;
        };
        // `#tab/windows` names a tab.
        if fragment.starts_with("tab/") {
            continue;
        }
        let target = article.site.article(*key);
        let fragment = quote(fragment);
        let message = if target.file == article.article.file {
            format!("no heading or anchor `{fragment}` on this page")
        } else {
            format!(
                "no heading or anchor `{fragment}` in `{}`",
                article.sources.get(target.file).path
            )
        };
        let found = sink.at(&RULE.rule, article.article.file, raw.target_range, message);
        if let Some(near) = near {
            found.help(did_you_mean(&format!("#{near}")));
        }
        if let Some(other) = elsewhere(article.site, target, &link.target) {
            found.note(format!("the edition in {other} has it"));
        }
    }
}

/// The first language whose edition of an article has the anchor that is missing in this one.
fn elsewhere<'s>(site: &'s Site, article: &Article, missing: &Target) -> Option<&'s LocaleId> {
    let Target::Unresolved(Unresolved::NoSuchAnchor { fragment, .. }) = missing else {
        return None;
    };
    let mut editions = site.editions(&article.id).iter().flatten();
    let other = editions.find(|key| site.article(**key).outline.anchor(fragment).is_some())?;
    Some(&site.locales.get(site.article(*other).locale).id)
}
