//! Amend: a site in which one article got another text, as long as nothing changes that other articles or pages see. What is
//! edited most, sentences, need not wait for a hundred thousand other articles.

use std::sync::Arc;

use crate::config::Settings;
use crate::model::{Article, ArticleKey, Document, Fact, Link, LinkKind, Outline, Site, Target};
use crate::source::Span;

use super::links::MOST_SUGGESTIONS;
use super::{align, expand};

/// Puts another document in the place of an article's. `false`: the site is as it was, and has to be assembled anew, because the
/// change reaches further than the text of one page: metadata, headings, ids, or a link that was not there.
pub fn amend(
    site: &mut Site,
    key: ArticleKey,
    document: Arc<Document>,
    settings: &Settings,
) -> bool {
    let article = site.article(key);
    if !is_alike(&article.document, &document) {
        return false;
    }
    let Some(links) = links(article, &document) else {
        return false;
    };
    // Headings lie elsewhere now, for this article and for those that take ids from it.
    let id = article.id.clone();
    let editions: Box<[Option<ArticleKey>]> = site.editions(&id).into();
    let mut keys: Vec<ArticleKey> = editions.iter().flatten().copied().collect();
    if !keys.contains(&key) {
        keys.push(key);
    }
    let old = std::mem::replace(&mut site.articles[key.index()].document, document);
    let mut outlines = Vec::with_capacity(keys.len());
    for &key in &keys {
        let article = &mut site.articles[key.index()];
        let raw = expand::outline(&article.document, article.file);
        outlines.push((key, std::mem::replace(&mut article.outline, raw)));
    }
    let keys = &settings.localization.version_keys;
    for (key, outline) in align::of_work(&site.articles, &editions, site.source, keys) {
        site.articles[key.index()].outline = outline;
    }
    let same = |(key, old): &(ArticleKey, Outline)| has_same_ids(old, &site.article(*key).outline);
    if !outlines.iter().all(same) {
        for (key, outline) in outlines {
            site.articles[key.index()].outline = outline;
        }
        site.articles[key.index()].document = old;
        return false;
    }
    let file = site.article(key).file;
    for asset in site.assets.iter_mut().filter(|it| it.first.file == file) {
        let mut uses = links.iter().filter_map(|link| match link.target {
            Target::Asset { file, .. } if file == asset.file => Some(link.range),
            _ => None,
        });
        if let Some(range) = uses.next() {
            asset.first = Span { file, range };
        }
    }
    site.articles[key.index()].links = links;
    true
}

/// Whether two documents show the same to everybody but their own pages.
fn is_alike(old: &Document, new: &Document) -> bool {
    let same = |(old, new): (&Fact, &Fact)| match (old, new) {
        (Fact::Heading(old), Fact::Heading(new)) => {
            let ids = |ids: &[crate::source::Spanned<Box<str>>]| -> Vec<Box<str>> {
                ids.iter().map(|id| id.value.clone()).collect()
            };
            old.level == new.level && old.text == new.text && ids(&old.ids) == ids(&new.ids)
        }
        (Fact::Anchor(old), Fact::Anchor(new)) => old.id == new.id,
        _ => false,
    };
    let places = |document: &'_ Document| -> usize { shared(document).count() };
    let has_includes = |document: &Document| {
        let mut facts = document.facts.iter();
        facts.any(|fact| matches!(fact, Fact::Include(_)))
    };
    old.front_matter == new.front_matter
        && !has_includes(old)
        && !has_includes(new)
        && places(old) == places(new)
        && shared(old).zip(shared(new)).all(same)
}

/// What other pages may name: headings and anchors.
fn shared(document: &Document) -> impl Iterator<Item = &Fact> {
    let facts = document.facts.iter();
    facts.filter(|fact| matches!(fact, Fact::Heading(_) | Fact::Anchor(_)))
}

/// The links of a new text when each of them was in the old one, and files are used as often as before.
fn links(article: &Article, document: &Document) -> Option<Box<[Link]>> {
    let old: Vec<(LinkKind, &str, &Target)> = raw(&article.document)
        .zip(&article.links)
        .map(|((kind, written, _), link)| (kind, written, &link.target))
        .collect();
    let new = raw(document).map(|(kind, written, range)| {
        let known = old
            .iter()
            .find(|(other, text, _)| *other == kind && *text == written);
        let (_, _, target) = known?;
        let target = (*target).clone();
        Some(Link { range, target })
    });
    let links: Box<[Link]> = new.collect::<Option<_>>()?;
    let unresolved = |links: &[Link]| {
        let is_it = |link: &&Link| matches!(link.target, Target::Unresolved(_));
        links.iter().filter(is_it).count()
    };
    // Which of so many got a suggestion depends on their order.
    let many = unresolved(&article.links).max(unresolved(&links)) > MOST_SUGGESTIONS;
    (!many && files(&article.links) == files(&links)).then_some(links)
}

fn raw(document: &Document) -> impl Iterator<Item = (LinkKind, &str, crate::source::TextRange)> {
    document.facts.iter().filter_map(|fact| match fact {
        Fact::Link(raw) => Some((raw.kind, &*raw.written, raw.range)),
        _ => None,
    })
}

/// The files that links lead to, each as often as it is named.
fn files(links: &[Link]) -> Vec<crate::source::FileId> {
    let mut files: Vec<_> = links
        .iter()
        .filter_map(|link| match link.target {
            Target::Asset { file, .. } => Some(file),
            _ => None,
        })
        .collect();
    files.sort_unstable();
    files
}

/// Whether two outlines have the same ids, at the same headings.
fn has_same_ids(old: &Outline, new: &Outline) -> bool {
    let headings = old.headings.iter().zip(&new.headings);
    let anchors = old.anchors.iter().zip(&new.anchors);
    old.headings.len() == new.headings.len()
        && old.anchors.len() == new.anchors.len()
        && headings
            .into_iter()
            .all(|(old, new)| old.slug == new.slug && old.also == new.also)
        && anchors.into_iter().all(|((old, _), (new, _))| old == new)
}
