//! Whether translations keep to the glossary, and keep what is not to be translated (`no-loc`).
//!
//! A work, the texts of its editions and the glossary go in; [`TermFact`]s with their places come out. Three things can be
//! known: a word of the source was left although it has a translation; a name is spelt otherwise; and a term that the
//! original has in a block (without an original: most other translations of the same version) is not in that block here.
//! Meaning is not understood: a pronoun in the place of a term counts as its absence.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::{Glossary, Term, Wish};
use crate::l10n::LocaleId;
use crate::markup;
use crate::model::{Article, ArticleKey, Site, Value};
use crate::parse::{self, ParseOptions};
use crate::source::{LocaleIndex, Span, TextRange};

use super::{State, Translations, Work};
pub use matching::Words;
use matching::{Form, Looked};
use prose::{Block, Prose};

mod matching;
mod prose;
#[cfg(test)]
mod tests;

/// The language that terms of a glossary are in when no source language is set.
const TERMS_ARE_IN: &str = "en";

/// Something that is not as the glossary or `no-loc` wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermFact {
    /// In which article.
    pub article: ArticleKey,
    /// Where in its file: the word, or the block that lacks one.
    pub range: TextRange,
    /// The term as the source has it.
    pub term: Box<str>,
    /// What it is.
    pub kind: TermFactKind,
}

/// What is not as it is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermFactKind {
    /// The term stands in the text as the source has it; what it is called in this language.
    Untranslated(Box<str>),
    /// It stays as it is, but is spelt otherwise here: as written.
    Respelt(Box<str>),
    /// It stays as it is, and is gone; where it stands in another language.
    Gone(LocaleIndex, Span),
    /// It is not called as it is to be called: that, and where it stands in another language.
    Otherwise(Box<str>, LocaleIndex, Span),
}

/// What is needed beside the work.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The site.
    pub site: &'a Site,
    /// What is known about its translations.
    pub translations: &'a Translations,
    /// The glossary.
    pub glossary: &'a Glossary,
    /// How texts are read.
    pub options: ParseOptions,
    /// How the words of a language are made equal.
    pub words: &'a dyn Fn(&str) -> Box<dyn Words>,
}

/// A term, and what is wished for it in each language.
struct Concept<'a> {
    term: &'a str,
    /// Nothing when it stays as it is everywhere.
    entry: Option<&'a Term>,
}

/// An edition with what stands in it.
struct Read<'a> {
    locale: LocaleIndex,
    key: ArticleKey,
    article: &'a Article,
    prose: Prose,
    /// For each concept the blocks that hold it; `None` when nothing is known of what it is called here.
    holds: Vec<Option<BTreeSet<usize>>>,
}

/// What of two editions is compared, from the finest to the coarsest.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Block,
    Section,
    Article,
}

/// Whether an article says that words are not to be translated.
pub fn has_names(article: &Article) -> bool {
    !names(article).is_empty()
}

/// The words that are not to be translated in an article: `no-loc`, a list or a text with commas.
fn names(article: &Article) -> Vec<&str> {
    let merged = article.metadata.merged.as_deref();
    let entries = merged.unwrap_or(&article.document.front_matter.entries);
    let listed = entries
        .iter()
        .filter(|(key, _)| key.eq_ignore_ascii_case("no-loc"));
    let texts = listed.flat_map(|(_, value)| match value {
        Value::List(items) => items.iter().filter_map(text).collect(),
        Value::String(text) => text.split(',').collect(),
        _ => Vec::new(),
    });
    texts
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .collect()
}

fn text(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

/// What is wrong with the terms of a work. `texts` are the files of its editions.
pub fn look(around: Around<'_>, work: &Work, texts: &[(ArticleKey, Vec<u8>)]) -> Vec<TermFact> {
    let Around {
        site, translations, ..
    } = around;
    let concepts = concepts(around, texts);
    if concepts.is_empty() {
        return Vec::new();
    }
    let read: Vec<Read<'_>> = texts
        .iter()
        .map(|(key, bytes)| edition(around, &concepts, *key, bytes))
        .collect();
    let mut found = Vec::new();
    for own in read
        .iter()
        .filter(|own| Some(own.locale) != translations.source)
    {
        let mut wrong = alone(around, &concepts, own);
        let told: BTreeSet<(Box<str>, usize)> = wrong
            .iter()
            .filter_map(|fact| Some((fact.term.clone(), own.block_at(fact.range)?)))
            .collect();
        let peers = peers(around, work, own, &read);
        let is_original = peers
            .iter()
            .any(|peer| Some(peer.locale) == translations.source);
        let absent = absent(own, &peers, is_original);
        let missing: Vec<(&str, usize)> = absent
            .iter()
            .map(|it| (concepts[it.concept].term, it.block))
            .collect();
        for Absent {
            concept,
            block,
            there,
        } in absent
        {
            let Concept { term, entry } = concepts[concept];
            let is_in_longer =
                |&(other, at): &(&str, usize)| at == block && other != term && other.contains(term);
            // The word that stands there instead is told already, or the longer term that holds this one.
            if told.contains(&(term.into(), block)) || missing.iter().any(is_in_longer) {
                continue;
            }
            let locale = &site.locales.get(own.locale).id;
            let (peer, span) = there;
            let kind = match entry.and_then(|entry| entry.wish(locale)) {
                Some(Wish::Say(texts)) => TermFactKind::Otherwise(one_of(texts), peer, span),
                _ => TermFactKind::Gone(peer, span),
            };
            wrong.push(TermFact {
                article: own.key,
                range: own
                    .prose
                    .blocks
                    .get(block)
                    .map_or(TextRange::default(), |block| block.range),
                term: term.into(),
                kind,
            });
        }
        found.extend(wrong);
    }
    found
}

/// Several translations as one text.
fn one_of(texts: &[Box<str>]) -> Box<str> {
    texts.join("` or `").into()
}

/// The terms that matter to a work: those of the glossary, and what any of its editions does not want translated.
fn concepts<'a>(around: Around<'a>, texts: &[(ArticleKey, Vec<u8>)]) -> Vec<Concept<'a>> {
    let mut concepts: BTreeMap<&str, Option<&Term>> = BTreeMap::new();
    for term in &around.glossary.terms {
        concepts.insert(&term.text, Some(term));
    }
    for (key, _) in texts {
        for name in names(around.site.article(*key)) {
            concepts.insert(name, None);
        }
    }
    let concepts = concepts.into_iter();
    concepts
        .map(|(term, entry)| Concept { term, entry })
        .collect()
}

impl Concept<'_> {
    /// What is wished for it in a language.
    fn wish(&self, locale: &LocaleId) -> Option<&Wish> {
        match self.entry {
            Some(entry) => entry.wish(locale),
            None => Some(&Wish::Keep),
        }
    }
}

fn edition<'a>(
    around: Around<'a>,
    concepts: &[Concept<'_>],
    key: ArticleKey,
    bytes: &[u8],
) -> Read<'a> {
    let article = around.site.article(key);
    let locale = &around.site.locales.get(article.locale).id;
    let is_source = around.translations.source == Some(article.locale);
    let text = parse::decode(bytes);
    let start = (article.document.body_start as usize).min(text.len());
    let events = markup::events(
        &text[start..],
        start,
        around.options.markup_at(article.document.html),
    );
    let prose = prose::prose(&events);
    let words = (around.words)(locale.language());
    let look = |block: &Block| Looked::new(&block.text, locale.language(), &*words);
    let looked: Vec<Looked> = prose.blocks.iter().map(look).collect();
    let holds = concepts.iter().map(|concept| {
        let kept = |block: &Block| {
            let mut texts = [&block.text, &block.code].into_iter();
            texts.any(|text| matching::kept(text, concept.term).next().is_some())
        };
        let forms = |texts: &[Box<str>]| -> Vec<Form> {
            let form = |text: &str| Form::new(text, locale.language(), &*words);
            texts.iter().map(|text| form(text)).collect()
        };
        let said = |texts: &[Box<str>]| {
            let forms = forms(texts);
            let blocks = looked.iter().enumerate();
            let said = blocks.filter(|(_, block)| forms.iter().any(|form| form.is_in(block)));
            said.map(|(at, _)| at).collect()
        };
        let wish = concept.wish(locale);
        match (wish, is_source) {
            (Some(Wish::Say(texts)), _) => Some(said(texts)),
            (Some(Wish::Keep), _) => {
                let blocks = prose.blocks.iter().enumerate();
                Some(
                    blocks
                        .filter(|(_, block)| kept(block))
                        .map(|(at, _)| at)
                        .collect(),
                )
            }
            (None, true) if is_kept_everywhere(concept) => None,
            (None, true) => Some(said(&[concept.term.into()])),
            (None, false) => None,
        }
    });
    let holds = holds.collect();
    Read {
        locale: article.locale,
        key,
        article,
        prose,
        holds,
    }
}

/// Whether no language has another word for a term.
fn is_kept_everywhere(concept: &Concept<'_>) -> bool {
    let is_kept = |entry: &Term| {
        let mut wishes = entry.by_locale.values();
        wishes.all(|wish| *wish == Wish::Keep)
    };
    concept.entry.is_none_or(is_kept)
}

impl Read<'_> {
    /// The block that a place lies in.
    fn block_at(&self, range: TextRange) -> Option<usize> {
        let holds =
            |block: &Block| block.range.start <= range.start && range.start < block.range.end;
        self.prose.blocks.iter().position(holds)
    }

    fn unit_of(&self, block: usize, unit: Unit) -> usize {
        match unit {
            Unit::Block => block,
            Unit::Section => self.prose.blocks[block].section,
            Unit::Article => 0,
        }
    }

    /// Whether the units of two editions can be taken for each other.
    fn is_like(&self, other: &Self, unit: Unit) -> bool {
        match unit {
            Unit::Block => {
                let sections = |read: &Self| -> Vec<usize> {
                    read.prose
                        .blocks
                        .iter()
                        .map(|block| block.section)
                        .collect()
                };
                sections(self) == sections(other)
            }
            Unit::Section => self.prose.headings == other.prose.headings,
            Unit::Article => true,
        }
    }
}

/// What is wrong in an edition taken alone.
fn alone(around: Around<'_>, concepts: &[Concept<'_>], own: &Read<'_>) -> Vec<TermFact> {
    let locale = &around.site.locales.get(own.locale).id;
    let source = around
        .translations
        .source
        .map(|source| &around.site.locales.get(source).id);
    let source = source.map_or(TERMS_ARE_IN, LocaleId::language);
    let words = (around.words)(locale.language());
    let mut found = Vec::new();
    for block in &own.prose.blocks {
        let mut taken: Vec<std::ops::Range<usize>> = Vec::new();
        for concept in concepts
            .iter()
            .filter(|concept| concept.wish(locale) == Some(&Wish::Keep))
        {
            taken.extend(matching::kept(&block.text, concept.term));
        }
        // Longer terms first: `shared mailbox` is not also `mailbox`.
        let mut by_length: Vec<&Concept<'_>> = concepts.iter().collect();
        by_length.sort_by_key(|concept| std::cmp::Reverse(concept.term.len()));
        for concept in by_length {
            let (places, kind): (_, &dyn Fn(&str) -> TermFactKind) = match concept.wish(locale) {
                Some(Wish::Keep) if has_own_spelling(concept.term) => {
                    (matching::respelt(&block.text, concept.term), &|written| {
                        TermFactKind::Respelt(written.into())
                    })
                }
                Some(Wish::Say(texts)) if locale.language() != source => {
                    // Who may say `mailbox` in German too has translated it.
                    let as_is = Looked::new(&texts.join("\n"), locale.language(), &*words);
                    if Form::new(concept.term, locale.language(), &*words).is_in(&as_is) {
                        continue;
                    }
                    (matching::untranslated(&block.text, concept.term), &|_| {
                        TermFactKind::Untranslated(one_of(texts))
                    })
                }
                _ => continue,
            };
            for place in places {
                let is_taken = taken
                    .iter()
                    .any(|it| it.start < place.end && place.start < it.end);
                // The title of a page elsewhere is in that page's language.
                if is_taken || block.is_in_link(&place) {
                    continue;
                }
                found.push(TermFact {
                    article: own.key,
                    range: block.place(&place),
                    term: concept.term.into(),
                    kind: kind(&block.text[place.clone()]),
                });
                taken.push(place);
            }
        }
    }
    found
}

/// Whether a name is known by its letters' case or by its signs; `Word` in other case may be any word.
fn has_own_spelling(term: &str) -> bool {
    let has_capital_within = term.chars().skip(1).any(char::is_uppercase);
    let is_one_word = term.chars().all(char::is_alphanumeric);
    // `API` is a word in lower case in some language; `OneDrive` is in none.
    let is_shouted = !term.chars().any(char::is_lowercase);
    has_capital_within && is_one_word && !is_shouted
}

/// The editions that one is compared with: the original, when it was made from its newest version; without an original the
/// others of its version.
fn peers<'r, 'a>(
    around: Around<'_>,
    work: &Work,
    own: &Read<'_>,
    read: &'r [Read<'a>],
) -> Vec<&'r Read<'a>> {
    let Around { translations, .. } = around;
    if let Some(original) = read
        .iter()
        .find(|it| Some(it.locale) == translations.source)
    {
        let is_behind = matches!(
            translations.state(work, own.locale),
            Some(State::Stale | State::Unclear)
        );
        return if is_behind {
            Vec::new()
        } else {
            vec![original]
        };
    }
    let version = |locale| work.edition(locale).and_then(|edition| edition.version);
    let is_peer =
        |it: &&Read<'_>| it.locale != own.locale && version(it.locale) == version(own.locale);
    read.iter().filter(is_peer).collect()
}

/// A concept that a block should hold.
struct Absent {
    concept: usize,
    block: usize,
    there: (LocaleIndex, Span),
}

/// The concepts that others hold where an edition does not.
fn absent(own: &Read<'_>, peers: &[&Read<'_>], is_original: bool) -> Vec<Absent> {
    let mut found = Vec::new();
    for (concept, holds) in own.holds.iter().enumerate() {
        let Some(holds) = holds else { continue };
        let mut judges: Vec<&&Read<'_>> = peers
            .iter()
            .filter(|peer| peer.holds[concept].is_some())
            .collect();
        let finest = [Unit::Block, Unit::Section, Unit::Article].into_iter();
        let mut finest = finest.filter(|&unit| judges.iter().any(|peer| own.is_like(peer, unit)));
        let Some(unit) = finest.next() else { continue };
        judges.retain(|peer| own.is_like(peer, unit));
        let here: BTreeSet<usize> = holds
            .iter()
            .map(|&block| own.unit_of(block, unit))
            .collect();
        let mut there: BTreeMap<usize, Vec<(&Read<'_>, usize)>> = BTreeMap::new();
        for peer in &judges {
            let mut units = BTreeSet::new();
            for &block in peer.holds[concept].iter().flatten() {
                let at = peer.unit_of(block, unit);
                if units.insert(at) {
                    there.entry(at).or_default().push((peer, block));
                }
            }
        }
        for (at, holders) in there {
            // Unless most agree, nobody knows what the original says.
            let is_sure = is_original || judges.len() == 1 || holders.len() * 2 > judges.len() + 1;
            if here.contains(&at) || !is_sure {
                continue;
            }
            let blocks = 0..own.prose.blocks.len();
            let mut own_blocks = blocks.filter(|&block| own.unit_of(block, unit) == at);
            let Some(block) = own_blocks.next() else {
                continue;
            };
            let (peer, in_peer) = holders[0];
            let span = Span {
                file: peer.article.file,
                range: peer.prose.blocks[in_peer].range,
            };
            found.push(Absent {
                concept,
                block,
                there: (peer.locale, span),
            });
        }
    }
    found
}
