//! Amend: a site in which one article got another text, as long as nothing changes that other articles or pages see. What is
//! edited most, sentences, need not wait for a hundred thousand other articles.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Article, ArticleKey, Document, Fact, Link, LinkKind, Outline, Site, Target};
use crate::source::{FileId, Span};

use super::links::MOST_SUGGESTIONS;

/// Puts another document in the place of an article's. `false`: the site is as it was, and has to be assembled anew, because the
/// change reaches further than the text of one page: metadata, headings, ids, or a link that was not there.
pub fn amend(site: &mut Site, key: ArticleKey, document: Arc<Document>) -> bool {
    let article = site.article(key);
    let file = article.file;
    let includes = |article: &Article| article.includes.iter().any(|it| it.file == file);
    if !is_alike(&article.document, &document)
        || !article.includes.is_empty()
        || site.articles.iter().any(includes)
    {
        return false;
    }
    let Some(links) = links(article, &document) else {
        return false;
    };
    let moved = moved(file, &article.document, &document);
    let id = article.id.clone();
    let mut keys: Vec<ArticleKey> = site.editions(&id).iter().flatten().copied().collect();
    keys.push(key);
    for other in keys {
        follow(&mut site.articles[other.index()].outline, &moved);
    }
    let facts = facts(&site.article(key).document, &document);
    let article = &mut site.articles[key.index()];
    for heading in &mut article.outline.headings {
        heading.fact = facts.get(&heading.fact).copied().unwrap_or(heading.fact);
    }
    article.document = document;
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

/// Where headings, ids and anchors lie now, by where they lay.
fn moved(file: FileId, old: &Document, new: &Document) -> HashMap<Span, Span> {
    let places = |document: &Document| -> Vec<Span> {
        let ranges = shared(document).flat_map(|fact| match fact {
            Fact::Heading(heading) => {
                let ids = heading.ids.iter().map(|id| id.range);
                ids.chain([heading.range]).collect()
            }
            Fact::Anchor(anchor) => vec![anchor.range],
            Fact::Link(_) | Fact::Include(_) => Vec::new(),
        });
        ranges.map(|range| Span { file, range }).collect()
    };
    places(old).into_iter().zip(places(new)).collect()
}

/// Which fact of a new text is which of the old one.
fn facts(old: &Document, new: &Document) -> HashMap<u32, u32> {
    let numbers = |document: &Document| -> Vec<u32> {
        let facts = document.facts.iter().zip(0u32..);
        let is_shared = |fact: &Fact| matches!(fact, Fact::Heading(_) | Fact::Anchor(_));
        facts
            .filter(|(fact, _)| is_shared(fact))
            .map(|(_, number)| number)
            .collect()
    };
    numbers(old).into_iter().zip(numbers(new)).collect()
}

/// Puts the places of an outline where they lie now.
fn follow(outline: &mut Outline, moved: &HashMap<Span, Span>) {
    let follow = |span: &mut Span| {
        if let Some(now) = moved.get(span) {
            *span = *now;
        }
    };
    for (_, span) in &mut outline.anchors {
        follow(span);
    }
    for (_, later, earlier) in &mut outline.duplicates {
        follow(later);
        follow(earlier);
    }
    for aligned in outline
        .headings
        .iter_mut()
        .filter_map(|it| it.aligned.as_mut())
    {
        follow(&mut aligned.from);
    }
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
    let old: Vec<(LinkKind, &str, &Link)> = raw(&article.document)
        .zip(&article.links)
        .map(|((kind, written, _), link)| (kind, written, link))
        .collect();
    let new = raw(document).map(|(kind, written, range)| {
        let known = old
            .iter()
            .find(|(other, text, _)| *other == kind && *text == written);
        let (_, _, link) = known?;
        Some(Link {
            range,
            target: link.target.clone(),
            words: link.words.clone(),
        })
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
