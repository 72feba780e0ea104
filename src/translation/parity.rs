//! Whether the editions of one version have the same structure: headings, anchors, links, images, code blocks, list items,
//! tables, alerts.
//!
//! Editions of one version are translations of one text, so what one has and most others lack, or the other way round, is
//! damage. What most have is the measure; an edition is compared with it piece by piece.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::{Article, BlockKind, Fact, Link, LinkKind, Site};
use crate::source::{LocaleIndex, TextRange};

use super::{Translations, Work, align, targets};

/// Something that translation must keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub element: Element,
    /// Where it stands.
    pub range: TextRange,
    /// Whether it is an address that became a link by itself. It takes the place of a link, but nobody wrote one: whether it
    /// is found depends on the letters around it, which differ between languages.
    pub is_bare: bool,
}

/// What is compared. Equal in two languages means: the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Element {
    /// A heading of a level.
    Heading(u8),
    /// An id that the author gave.
    Anchor(Box<str>),
    /// A link to something.
    Link(Box<str>),
    /// An image; languages may show different files.
    Image,
    /// A block of code.
    CodeBlock,
    /// An item of a list.
    ListItem,
    /// A table.
    Table,
    /// A note, a warning and the like.
    Alert,
}

impl Element {
    /// What it is called, with its article.
    pub fn noun(&self) -> Cow<'static, str> {
        match self {
            Self::Heading(level) => format!("a heading of level {level}").into(),
            Self::Anchor(id) => format!("the anchor `{}`", cut(id)).into(),
            Self::Link(target) => match target.split_once(' ') {
                Some((kind @ ("article" | "page"), name)) => {
                    format!("a link to the {kind} `{}`", cut(name)).into()
                }
                _ if &**target == "#" => "a link within the page".into(),
                _ if target.is_empty() => "a link without target".into(),
                _ => format!("a link to `{}`", cut(target)).into(),
            },
            Self::Image => "an image".into(),
            Self::CodeBlock => "a code block".into(),
            Self::ListItem => "a list item".into(),
            Self::Table => "a table".into(),
            Self::Alert => "an alert".into(),
        }
    }

    /// The word for its kind in reports.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Heading(_) => "heading",
            Self::Anchor(_) => "anchor",
            Self::Link(_) => "link",
            Self::Image => "image",
            Self::CodeBlock => "code",
            Self::ListItem => "item",
            Self::Table => "table",
            Self::Alert => "alert",
        }
    }

    /// Links and anchors are compared as sets: twice is as good as once.
    fn is_counted_once(&self) -> bool {
        matches!(self, Self::Link(_) | Self::Anchor(_))
    }
}

/// On which side a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The others have it, this edition lacks it.
    Lost,
    /// This edition has it, the others lack it.
    Added,
}

/// A piece that an edition lacks, or has alone.
#[derive(Clone, Debug)]
pub struct Difference {
    /// Who has it.
    pub side: Side,
    /// What it is.
    pub element: Element,
    /// The piece itself; for one that is lost, the piece behind which it would stand (the start of the body for the first).
    pub here: TextRange,
    /// Where it stands in the edition that was compared piece by piece; nothing for what was added.
    pub there: Option<(LocaleIndex, TextRange)>,
    /// In how many of the others it is as in most.
    pub agree: usize,
}

/// An edition seen beside the others of its version.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The others.
    pub peers: Vec<LocaleIndex>,
    /// What differs, in the order of the text.
    pub differences: Vec<Difference>,
}

/// The pieces of every edition of a version.
struct Group<'s> {
    editions: Vec<(LocaleIndex, &'s Article, Vec<Piece>)>,
    /// How often most editions have each element, and how many editions do.
    usual: BTreeMap<Element, (usize, usize)>,
}

/// Compares every edition with the others of its version; gives those that differ. Editions without version are passed over.
pub fn compare_all(
    site: &Site,
    translations: &Translations,
    work: &Work,
) -> Vec<(LocaleIndex, Comparison)> {
    let mut found = Vec::new();
    for version in 0..work.versions.len() {
        let locales: Vec<LocaleIndex> = work.locales_with(version).collect();
        if locales.len() < 2 {
            continue;
        }
        let group = Group::of(site, translations, work, &locales);
        if !group.differs() {
            continue;
        }
        for &locale in &locales {
            let comparison = group.compare(locale);
            if !comparison.differences.is_empty() {
                found.push((locale, comparison));
            }
        }
    }
    found.sort_by_key(|(locale, _)| *locale);
    found
}

/// Compares one edition with some others, whatever their versions.
pub fn compare(
    site: &Site,
    translations: &Translations,
    work: &Work,
    locale: LocaleIndex,
    peers: &[LocaleIndex],
) -> Comparison {
    let mut locales: Vec<LocaleIndex> = peers.to_vec();
    locales.push(locale);
    locales.sort_unstable();
    locales.dedup();
    Group::of(site, translations, work, &locales).compare(locale)
}

impl<'s> Group<'s> {
    fn of(
        site: &'s Site,
        translations: &Translations,
        work: &Work,
        locales: &[LocaleIndex],
    ) -> Self {
        let mut editions = Vec::with_capacity(locales.len());
        for &locale in locales {
            if let Some(edition) = work.edition(locale) {
                let article = site.article(edition.article);
                editions.push((locale, article, pieces(site, translations, article)));
            }
        }
        let usual = BTreeMap::new();
        Self { editions, usual }.with_usual()
    }

    /// Finds what most editions have. A tie is decided for the greater number: what was lost is looked for.
    fn with_usual(mut self) -> Self {
        let counts: Vec<BTreeMap<&Element, usize>> = self
            .editions
            .iter()
            .map(|(.., pieces)| count(pieces.iter().filter(|piece| !piece.is_bare)))
            .collect();
        let mut usual = BTreeMap::new();
        for element in counts.iter().flat_map(BTreeMap::keys) {
            if usual.contains_key(*element) {
                continue;
            }
            let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
            for counts in &counts {
                *votes
                    .entry(counts.get(*element).copied().unwrap_or(0))
                    .or_default() += 1;
            }
            let (number, votes) = votes
                .into_iter()
                .max_by_key(|&(number, votes)| (votes, number))
                .expect("there are editions");
            usual.insert((*element).clone(), (number, votes));
        }
        self.usual = usual;
        self
    }

    fn differs(&self) -> bool {
        self.usual
            .values()
            .any(|&(_, votes)| votes < self.editions.len())
    }

    fn compare(&self, locale: LocaleIndex) -> Comparison {
        let peers = self
            .editions
            .iter()
            .map(|(peer, ..)| *peer)
            .filter(|peer| *peer != locale)
            .collect();
        let mut differences = Vec::new();
        if let Some((_, article, own)) = self.editions.iter().find(|(other, ..)| *other == locale) {
            let all = count(own.iter());
            let written = count(own.iter().filter(|piece| !piece.is_bare));
            for (element, &(usual, votes)) in &self.usual {
                let of =
                    |counts: &BTreeMap<&Element, usize>| counts.get(element).copied().unwrap_or(0);
                if of(&all) < usual {
                    self.lost(
                        article,
                        own,
                        element,
                        usual - of(&all),
                        votes,
                        &mut differences,
                    );
                } else if of(&written) > usual {
                    self.added(own, element, of(&written) - usual, votes, &mut differences);
                }
            }
        }
        differences.sort_by_key(|difference| (difference.here.start, difference.side));
        Comparison { peers, differences }
    }

    /// Looks for the pieces that are lost in the first peer that has as many as most.
    fn lost(
        &self,
        article: &Article,
        own: &[Piece],
        element: &Element,
        missing: usize,
        agree: usize,
        differences: &mut Vec<Difference>,
    ) {
        let usual = self.usual[element].0;
        let has = |pieces: &[Piece]| count(pieces.iter()).get(element).copied() == Some(usual);
        let Some((peer, _, there)) = self.editions.iter().find(|(.., pieces)| has(pieces)) else {
            return;
        };
        let partners = align::partners(own, there, |a, b| a.element == b.element);
        let is_lost = |at: &usize| there[*at].element == *element && partners[*at].is_none();
        let unmatched = (0..there.len()).filter(is_lost);
        // Where order alone differs, any of them is as good as another.
        let others = (0..there.len()).filter(|at| there[*at].element == *element && !is_lost(at));
        let chosen: Vec<usize> = unmatched.chain(others).take(missing).collect();
        for at in chosen {
            let before = (0..at).rev().find_map(|at| partners[at]);
            let start = article.document.body_start as usize;
            differences.push(Difference {
                side: Side::Lost,
                element: element.clone(),
                here: before.map_or(TextRange::at(start), |own_at| own[own_at].range),
                there: Some((*peer, there[at].range)),
                agree,
            });
        }
    }

    fn added(
        &self,
        own: &[Piece],
        element: &Element,
        surplus: usize,
        agree: usize,
        differences: &mut Vec<Difference>,
    ) {
        let usual = self.usual[element].0;
        let has =
            |pieces: &[Piece]| count(pieces.iter()).get(element).copied().unwrap_or(0) == usual;
        let Some((_, _, there)) = self.editions.iter().find(|(.., pieces)| has(pieces)) else {
            return;
        };
        let partners = align::partners(there, own, |a, b| a.element == b.element);
        let is_added = |at: &usize| own[*at].element == *element && partners[*at].is_none();
        let unmatched = (0..own.len()).filter(is_added);
        let others = (0..own.len()).filter(|at| own[*at].element == *element && !is_added(at));
        for at in unmatched.chain(others).take(surplus) {
            differences.push(Difference {
                side: Side::Added,
                element: element.clone(),
                here: own[at].range,
                there: None,
                agree,
            });
        }
    }
}

/// A name for a message, cut when it is very long.
fn cut(name: &str) -> Cow<'_, str> {
    const LONGEST: usize = 100;

    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &name[..end]).into(),
        None => name.into(),
    }
}

/// How often each element stands there; links and anchors at most once.
fn count<'p>(pieces: impl Iterator<Item = &'p Piece>) -> BTreeMap<&'p Element, usize> {
    let mut counts: BTreeMap<&Element, usize> = BTreeMap::new();
    for piece in pieces {
        let count = counts.entry(&piece.element).or_default();
        if !piece.element.is_counted_once() || *count == 0 {
            *count += 1;
        }
    }
    counts
}

/// The pieces of an article in the order of its text.
fn pieces(site: &Site, translations: &Translations, article: &Article) -> Vec<Piece> {
    let document = &article.document;
    let mut pieces = Vec::with_capacity(document.facts.len() + document.blocks.len());
    let mut links = article.links.iter().peekable();
    for fact in &document.facts {
        match fact {
            Fact::Heading(heading) => {
                pieces.push(Piece {
                    element: Element::Heading(heading.level),
                    range: heading.range,
                    is_bare: false,
                });
                for id in &heading.ids {
                    pieces.push(Piece {
                        element: Element::Anchor(id.value.clone()),
                        range: id.range,
                        is_bare: false,
                    });
                }
            }
            Fact::Anchor(anchor) => pieces.push(Piece {
                element: Element::Anchor(anchor.id.clone()),
                range: anchor.range,
                is_bare: false,
            }),
            // Nothing is lost where nothing was: such links are wrong in every language.
            Fact::Link(raw) if raw.written.trim().is_empty() => {}
            Fact::Link(raw) => {
                // Resolved links stand in the same order; some raw ones have none.
                while links
                    .next_if(|link| link.range.start < raw.range.start)
                    .is_some()
                {}
                let link: Option<&Link> = links.next_if(|link| link.range == raw.range);
                let element = match raw.kind {
                    // Code from a file is a block of code, and a mention may be a mere word.
                    LinkKind::Code | LinkKind::Mention => continue,
                    LinkKind::Image => Element::Image,
                    _ => Element::Link(targets::name(site, translations, raw, link)),
                };
                pieces.push(Piece {
                    element,
                    range: raw.range,
                    is_bare: raw.kind == LinkKind::Autolink,
                });
            }
            Fact::Include(_) => {}
        }
    }
    for block in &document.blocks {
        pieces.push(Piece {
            element: match block.kind {
                BlockKind::Code => Element::CodeBlock,
                BlockKind::Item => Element::ListItem,
                BlockKind::Table => Element::Table,
                BlockKind::Alert => Element::Alert,
            },
            range: TextRange::at(block.start as usize),
            is_bare: false,
        });
    }
    pieces.sort_by_key(|piece| piece.range.start);
    pieces
}
