//! `broken-fragment`: a link to a place that its target does not have.

use crate::check::context::ArticleContext;
use crate::check::repair;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::{did_you_mean, quote};
use crate::diagnostics::{Category, Fix, Level, Rule, Sink};
use crate::l10n::LocaleId;
use crate::model::{Article, ArticleKey, RawLink, Site, Target, Unresolved};
use crate::source::{FileId, LocaleIndex};

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
    let readers = readers_of_fallback(article);
    for (file, raw, link) in article.links() {
        if let Target::Article {
            key,
            fragment: Some(fragment),
            ..
        } = &link.target
        {
            for_other_readers(article, &readers, (file, raw, *key, fragment), sink);
        }
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
        let fragment_written = &**fragment;
        let fragment = quote(fragment);
        let message = if target.file == article.article.file {
            format!("no heading or anchor `{fragment}` on this page")
        } else {
            format!(
                "no heading or anchor `{fragment}` in `{}`",
                article.sources.get(target.file).path
            )
        };
        let found = sink.at(&RULE.rule, file, raw.target_range, message);
        if let Some(near) = near {
            found.help(did_you_mean(&format!("#{near}")));
            found.fix(nearer(raw, fragment_written, near, target));
        }
        if let Some(other) = elsewhere(article.site, target, &link.target) {
            found.note(format!("the edition in {other} has it"));
        }
    }
}

/// Another fragment: safe when only letter case differs and no other id is like it.
fn nearer(raw: &RawLink, fragment: &str, near: &str, target: &Article) -> Option<Fix> {
    let (path, _) = raw.written.split_once('#')?;
    let edit = repair::target(raw, &format!("{path}#{}", repair::encoded(near)))?;
    let what = format!("write `#{near}`");
    let fragment = fragment.to_lowercase();
    let anchors = target.outline.anchors.iter();
    let alike = anchors.filter(|(slug, _)| slug.as_str().to_lowercase() == fragment);
    Some(match alike.count() {
        1 => Fix::safe(what, vec![edit]),
        _ => Fix::unsure(what, vec![edit]),
    })
}

/// The languages whose readers are shown this article because theirs lacks it.
fn readers_of_fallback(article: &ArticleContext<'_>) -> Vec<LocaleIndex> {
    let site = article.site;
    let shows_this = |reader: LocaleIndex| {
        let stand_in = site.stand_in(&article.article.id, reader)?;
        let is_this = site.article(stand_in.shown).file == article.article.file;
        (is_this && site.page(stand_in.page).locale == reader).then_some(())
    };
    let locales = site.locales.iter().map(|(index, _)| index);
    locales
        .filter(|&reader| shows_this(reader).is_some())
        .collect()
}

/// On a page that stands in, the link leads to the reader's edition of its target, which may lack the place.
fn for_other_readers(
    article: &ArticleContext<'_>,
    readers: &[LocaleIndex],
    (file, raw, key, fragment): (FileId, &RawLink, ArticleKey, &str),
    sink: &mut Sink<'_>,
) {
    let site = article.site;
    let linked = site.article(key);
    let lacking = readers.iter().filter_map(|&reader| {
        let (found, _) = site.shown_in(&linked.id, reader)?;
        let lacks = found != key && site.article(found).outline.anchor(fragment).is_none();
        lacks.then_some(found)
    });
    let lacking: Vec<ArticleKey> = lacking.collect();
    let Some(&first) = lacking.first() else {
        return;
    };
    let first = site.article(first);
    let path = &article.sources.get(first.file).path;
    let fragment = quote(fragment);
    let message = format!("no heading or anchor `{fragment}` in `{path}`");
    let found = sink.at(&RULE.rule, file, raw.target_range, message);
    let locale = &site.locales.get(first.locale).id;
    found.help(format!("give the heading in `{path}` the id `{fragment}`"));
    found.note(format!(
        "{locale} has no edition of this article: its readers follow the link from this text"
    ));
    if lacking.len() > 1 {
        let more = lacking.len() - 1;
        let editions = if more == 1 { "edition" } else { "editions" };
        found.note(format!("{more} more {editions} of that article lack it"));
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
