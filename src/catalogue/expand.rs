//! Expand: from a document's facts to the outline of its page, where ids become unique.

use std::collections::BTreeMap;

use crate::model::{Document, Fact, Outline, OutlineHeading, Slug};
use crate::source::{FileId, Span, TextRange};

use super::slugs::Slugger;

/// Gives every heading its id: the first one its author wrote, else a GitHub-compatible slug of its text that no other
/// heading and no anchor of the page has. A heading whose written id stands earlier on the page gets a made one too.
pub(super) fn outline(document: &Document, file: FileId) -> Outline {
    let mut page = Ids {
        file,
        anchors: BTreeMap::new(),
        duplicates: Vec::new(),
    };
    let mut slugger = Slugger::new();
    // What authors wrote comes first: an id that is made up must never take one of theirs.
    for (id, range) in written(document) {
        slugger.reserve(id);
        page.claim(Slug(id.into()), range);
    }
    let mut headings = Vec::new();
    for (fact, number) in document.facts.iter().zip(0u32..) {
        let Fact::Heading(heading) = fact else {
            continue;
        };
        let own = heading
            .ids
            .iter()
            .find(|id| page.is_first(&id.value, id.range));
        let slug = if let Some(id) = own {
            Slug(id.value.clone())
        } else {
            let slug = slugger.slug(&heading.text);
            page.claim(slug.clone(), heading.range);
            slug
        };
        headings.push(OutlineHeading {
            slug,
            also: [].into(),
            aligned: None,
            file,
            fact: number,
        });
    }
    Outline {
        headings: headings.into(),
        anchors: page.anchors.into_iter().collect(),
        duplicates: page.duplicates.into(),
    }
}

/// Every id that the author wrote, in page order, with its place.
fn written(document: &Document) -> impl Iterator<Item = (&str, TextRange)> {
    let ids = document.facts.iter().flat_map(|fact| match fact {
        Fact::Heading(heading) => heading
            .ids
            .iter()
            .map(|id| (&*id.value, id.range))
            .collect(),
        Fact::Anchor(anchor) => vec![(&*anchor.id, anchor.range)],
        Fact::Link(_) | Fact::Include(_) => Vec::new(),
    });
    ids.filter(|(id, _)| !id.is_empty())
}

struct Ids {
    file: FileId,
    anchors: BTreeMap<Slug, Span>,
    duplicates: Vec<(Slug, Span, Span)>,
}

impl Ids {
    fn claim(&mut self, slug: Slug, range: TextRange) {
        let span = Span {
            file: self.file,
            range,
        };
        match self.anchors.get(&slug) {
            Some(&first) => self.duplicates.push((slug, span, first)),
            None => {
                self.anchors.insert(slug, span);
            }
        }
    }

    fn is_first(&self, id: &str, range: TextRange) -> bool {
        self.anchors
            .get(&Slug(id.into()))
            .is_some_and(|first| first.range == range)
    }
}
