//! Expand: from the facts of a page's texts to the outline of the page, where ids become unique.

use std::collections::BTreeMap;

use crate::model::{Document, Fact, Inclusion, Outline, OutlineHeading, Slug, Walk, inclusion_at};
use crate::source::{FileId, Span, TextRange};

use super::inclusions::Opened;
use super::slugs::Slugger;

/// A fact of the page: what it is, the file it stands in, and its position in that file's document.
#[derive(Clone, Copy)]
struct OnPage<'d> {
    fact: &'d Fact,
    file: FileId,
    number: u32,
}

/// Gives every heading its id: the first one its author wrote, else a GitHub-compatible slug of its text that no other
/// heading and no anchor of the page has. A heading whose written id stands earlier on the page gets a made one too.
pub(super) fn outline(document: &Document, file: FileId, opened: &Opened) -> Outline {
    let mut page = Ids {
        anchors: BTreeMap::new(),
        duplicates: Vec::new(),
    };
    let mut facts = Vec::new();
    let mut walk = Walk::new(file);
    in_page_order(
        document,
        file,
        &opened.inclusions,
        opened,
        &mut walk,
        &mut facts,
    );
    let mut slugger = Slugger::new();
    // What authors wrote comes first: an id that is made up must never take one of theirs.
    for (at, on_page) in facts.iter().enumerate() {
        for (id, range) in written(on_page.fact) {
            slugger.reserve(id);
            let span = on_page.span(range);
            page.claim(Slug(id.into()), span, at);
        }
    }
    let mut headings = Vec::new();
    for (at, on_page) in facts.iter().enumerate() {
        let Fact::Heading(heading) = on_page.fact else {
            continue;
        };
        let own = heading.ids.iter().find(|id| page.is_first(&id.value, at));
        let slug = if let Some(id) = own {
            Slug(id.value.clone())
        } else {
            let slug = slugger.slug(&heading.text);
            page.claim(slug.clone(), on_page.span(heading.range), at);
            slug
        };
        headings.push(OutlineHeading {
            slug,
            also: [].into(),
            aligned: None,
            file: on_page.file,
            fact: on_page.number,
        });
    }
    let anchors = page.anchors.into_iter();
    Outline {
        headings: headings.into(),
        anchors: anchors.map(|(slug, (span, _))| (slug, span)).collect(),
        duplicates: page.duplicates.into(),
    }
}

impl OnPage<'_> {
    fn span(&self, range: TextRange) -> Span {
        let file = self.file;
        Span { file, range }
    }
}

/// The facts of a document, those of what it includes where they stand.
fn in_page_order<'d>(
    document: &'d Document,
    file: FileId,
    inclusions: &[Inclusion],
    opened: &'d Opened,
    walk: &mut Walk,
    facts: &mut Vec<OnPage<'d>>,
) {
    for (fact, number) in document.facts.iter().zip(0u32..) {
        facts.push(OnPage { fact, file, number });
        let Fact::Include(slot) = fact else {
            continue;
        };
        let Some(included) = inclusion_at(inclusions, slot.range.start) else {
            continue;
        };
        let included = &opened.includes[included as usize];
        if walk.enter(included.file, included.document.length).is_ok() {
            let inner = &included.inclusions;
            in_page_order(
                &included.document,
                included.file,
                inner,
                opened,
                walk,
                facts,
            );
            walk.leave();
        }
    }
}

/// The ids that the author of a fact wrote, with their places.
pub(super) fn written(fact: &Fact) -> impl Iterator<Item = (&str, TextRange)> {
    let (heading, anchor) = match fact {
        Fact::Heading(heading) => (&*heading.ids, None),
        Fact::Anchor(anchor) => (Default::default(), Some((&*anchor.id, anchor.range))),
        Fact::Link(_) | Fact::Include(_) => (Default::default(), None),
    };
    let ids = heading.iter().map(|id| (&*id.value, id.range));
    ids.chain(anchor).filter(|(id, _)| !id.is_empty())
}

struct Ids {
    /// Each id with its first place, and the number of the fact there.
    anchors: BTreeMap<Slug, (Span, usize)>,
    duplicates: Vec<(Slug, Span, Span)>,
}

impl Ids {
    fn claim(&mut self, slug: Slug, span: Span, at: usize) {
        match self.anchors.get(&slug) {
            // A file that stands on a page twice has its ids twice, and nobody wrote them twice.
            Some((first, _)) if *first == span => {}
            Some(&(first, _)) => self.duplicates.push((slug, span, first)),
            None => {
                self.anchors.insert(slug, (span, at));
            }
        }
    }

    fn is_first(&self, id: &str, at: usize) -> bool {
        let first = self.anchors.get(&Slug(id.into()));
        first.is_some_and(|(_, first)| *first == at)
    }
}
