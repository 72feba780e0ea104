//! Sketch: put the new text of an article in the place of the old one at once, for those who look at its page while the site is
//! assembled anew, which takes long when there are a hundred thousand articles.
//!
//! What the page shows of itself is right: its text, its title, its headings with their own ids, links that stood there before, links
//! to places on the page and to other sites. What needs the whole site stays as it was written (other new links) or as it was (its
//! address, its languages, what other pages say of it). Nobody publishes a sketch.

use std::sync::Arc;

use crate::config::Settings;
use crate::markup::urls::{Scheme, scheme_of, trimmed};
use crate::model::{
    Article, ArticleKey, Document, Fact, Link, LinkKind, Outline, RawLink, Site, Slug, Target,
};
use crate::source::Sources;

use super::inclusions::Opened;
use super::links::forbidden;
use super::{expand, metadata, resolve};

/// Puts a document in the place of an article's. `false`: the site is as it was, because one of the texts includes others.
pub fn sketch(
    site: &mut Site,
    sources: &Sources,
    settings: &Settings,
    key: ArticleKey,
    document: Arc<Document>,
) -> bool {
    let article = site.article(key);
    let includes = |document: &Document| {
        let mut facts = document.facts.iter();
        facts.any(|fact| matches!(fact, Fact::Include(_)))
    };
    if includes(&article.document) || includes(&document) || !article.includes.is_empty() {
        return false;
    }
    let source = sources.get(article.file);
    let outline = expand::outline(&document, article.file, &Opened::default());
    let links = links(settings, article, &document, &outline);
    let metadata = metadata::metadata(&document, source, &article.id, settings);
    let article = &mut site.articles[key.index()];
    article.links = links;
    article.outline = outline;
    article.metadata = metadata;
    article.document = document;
    true
}

/// The links of a new text: those that were there before mean what they meant.
fn links(
    settings: &Settings,
    article: &Article,
    document: &Document,
    outline: &Outline,
) -> Box<[Link]> {
    let known: Vec<(&RawLink, &Link)> = written(&article.document).zip(&article.links).collect();
    let link = |raw: &RawLink| {
        let is_it =
            |(old, _): &&(&RawLink, &Link)| (old.kind, &old.written) == (raw.kind, &raw.written);
        match (own_place(raw, outline), known.iter().find(is_it)) {
            (Some(target), _) => Link {
                range: raw.range,
                target,
                words: None,
            },
            (None, Some((_, link))) => Link {
                range: raw.range,
                target: link.target.clone(),
                words: link.words.clone(),
            },
            (None, None) => Link {
                range: raw.range,
                target: target(settings, raw),
                words: None,
            },
        }
    };
    written(document).map(link).collect()
}

fn written(document: &Document) -> impl Iterator<Item = &RawLink> {
    document.facts.iter().filter_map(|fact| match fact {
        Fact::Link(raw) => Some(raw),
        _ => None,
    })
}

/// A place on the page itself.
fn own_place(raw: &RawLink, outline: &Outline) -> Option<Target> {
    let id = trimmed(&raw.written).strip_prefix('#')?;
    let anchor = outline.anchor(id).is_some();
    anchor.then(|| Target::Fragment(Slug(id.into())))
}

/// A link that was not there: to another site, or as it is written when that is allowed.
fn target(settings: &Settings, raw: &RawLink) -> Target {
    let written = trimmed(&raw.written);
    match scheme_of(written) {
        Scheme::Listed(scheme) if matches!(&*scheme, "http" | "https") => {
            resolve::absolute(written)
        }
        Scheme::None | Scheme::Listed(_) => Target::Other,
        Scheme::Picture if raw.kind == LinkKind::Image => Target::Data,
        Scheme::Picture => forbidden("data"),
        Scheme::Unlisted(scheme) if settings.schemes.contains(&scheme) => Target::Other,
        Scheme::Unlisted(scheme) | Scheme::Forbidden(scheme) => forbidden(&scheme),
    }
}
