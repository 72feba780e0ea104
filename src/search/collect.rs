//! From the texts of numbered documents to terms: which document holds which word where.

use std::collections::HashMap;

use super::fold::{fold, lower};
use super::numbers::Documents;
use super::stems::Stems;
use super::tokens::{Kind, Token, tokens};
use super::{Options, Page, Section};

/// The parts of a document that a word can stand in, as bits.
pub(super) mod fields {
    /// The page's title, in the document that begins the page.
    pub(in crate::search) const TITLE: u8 = 1;
    /// The section's heading.
    pub(in crate::search) const HEADING: u8 = 2;
    /// The page's title and the headings above, in sections further down.
    pub(in crate::search) const ABOVE: u8 = 4;
    /// The text.
    pub(in crate::search) const BODY: u8 = 8;
}

/// Fields and the blocks of a text begin at multiples of this, so that a word more or less moves no other block's words.
const STEP: u32 = 32;

/// Least places between two of them: no phrase reaches across.
const GAP: u32 = 8;

/// Places are not counted further.
pub(super) const LAST_PLACE: u32 = 1 << 20;

/// A document that holds a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posting {
    /// The document's number.
    pub(super) number: u32,
    /// Where it stands.
    pub(super) fields: u8,
    /// How often it stands in the text.
    pub(super) body: u32,
    /// How many places are known.
    pub(super) places: u32,
}

/// A word of a class with the documents that hold it.
#[derive(Debug)]
pub(super) struct Term {
    /// The class: the folded stem.
    pub(super) class: Box<str>,
    /// The folded word.
    pub(super) form: Box<str>,
    /// Whether it is looked up in the dictionary; pairs of characters are not.
    pub(super) listed: bool,
    /// The documents, by number.
    pub(super) postings: Vec<Posting>,
    /// The places in all of them, in order.
    pub(super) places: Vec<u32>,
}

/// What is known of a document beside its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lengths {
    /// Words of its text.
    pub(super) body: u32,
    /// Words of its title or heading.
    pub(super) title: u32,
}

/// All words of an index.
#[derive(Debug)]
pub(super) struct Collected {
    /// Sorted by class, then form.
    pub(super) terms: Vec<Term>,
    /// One for each document, in the same order.
    pub(super) lengths: Vec<Lengths>,
}

/// Reads all texts.
pub(super) fn collect(pages: &[Page], documents: &Documents, options: &Options) -> Collected {
    let mut collector = Collector {
        stems: Stems::of(&options.language),
        terms: Vec::new(),
        by_form: HashMap::new(),
        pieces: HashMap::new(),
        number: 0,
    };
    let mut lengths = Vec::with_capacity(documents.list.len());
    for document in &documents.list {
        let page = &pages[document.page];
        collector.number = document.number;
        let first = document.section == 0;
        lengths.push(collector.document(page, &page.sections[document.section], first));
    }
    let mut terms = collector.terms;
    terms.sort_unstable_by(|one, other| (&one.class, &one.form).cmp(&(&other.class, &other.form)));
    Collected { terms, lengths }
}

/// Where the next field or block begins.
fn next_block(place: u32) -> u32 {
    (place + GAP).next_multiple_of(STEP)
}

/// A token of a piece of text: its term, and its place in the piece.
type Found = (u32, u32);

struct Collector {
    stems: Stems,
    terms: Vec<Term>,
    /// Terms by form: few forms have more than one class.
    by_form: HashMap<Box<str>, Vec<u32>>,
    /// What short pieces of text came to, and how many places they take.
    pieces: HashMap<Box<str>, (Vec<Found>, u32)>,
    number: u32,
}

impl Collector {
    fn document(&mut self, page: &Page, section: &Section, first: bool) -> Lengths {
        let mut lengths = Lengths::default();
        let mut place = 0;
        if first {
            lengths.title = self.text(&page.title, fields::TITLE, Some(&mut place));
        } else {
            self.text(&page.title, fields::ABOVE, None);
            self.text(&section.above, fields::ABOVE, None);
        }
        place = next_block(place);
        if !section.heading.is_empty() {
            let field = if first {
                fields::TITLE
            } else {
                fields::HEADING
            };
            let length = self.text(&section.heading, field, Some(&mut place));
            lengths.title = if first {
                lengths.title.max(length)
            } else {
                length
            };
            place = next_block(place);
        }
        for block in section.text.lines() {
            lengths.body += self.text(block, fields::BODY, Some(&mut place));
            place = next_block(place);
        }
        lengths
    }

    /// Notes the words of a text that stands in a field; gives how many there are.
    fn text(&mut self, text: &str, field: u8, place: Option<&mut u32>) -> u32 {
        let mut count = 0;
        let start = place.as_ref().map_or(0, |place| **place);
        let known = place.is_some();
        for piece in text.split_whitespace() {
            let (found, places) = self.piece(piece);
            for &(term, at) in &found {
                let at = (start + count + at).min(LAST_PLACE);
                self.note(term, field, known.then_some(at));
            }
            count += places;
        }
        if let Some(place) = place {
            *place += count;
        }
        count
    }

    fn note(&mut self, term: u32, field: u8, place: Option<u32>) {
        let number = self.number;
        let term = &mut self.terms[term as usize];
        let posting = match term.postings.last_mut() {
            Some(posting) if posting.number == number => posting,
            _ => {
                term.postings.push(Posting {
                    number,
                    fields: 0,
                    body: 0,
                    places: 0,
                });
                term.postings
                    .last_mut()
                    .expect("it was pushed one line above")
            }
        };
        posting.fields |= field;
        posting.body += u32::from(field == fields::BODY);
        if let Some(place) = place {
            posting.places += 1;
            term.places.push(place);
        }
    }

    /// The tokens of a text without blanks.
    fn piece(&mut self, piece: &str) -> (Vec<Found>, u32) {
        /// Longer pieces seldom come twice.
        const REMEMBERED: usize = 40;

        if let Some(known) = self.pieces.get(piece) {
            return known.clone();
        }
        let folded = fold(piece);
        let mut found = Vec::new();
        let places = tokens(&folded, &mut found);
        let accented = Self::accented(piece, &found);
        let mut words = accented.iter();
        let terms: Vec<Found> = found
            .iter()
            .map(|token| {
                let lower = match token.kind {
                    Kind::Word => words.next(),
                    _ => None,
                };
                let class = lower.map_or_else(
                    || token.text.clone(),
                    |lower| self.stems.class(&lower.text, &token.text),
                );
                let pair = matches!(token.kind, Kind::Pair | Kind::Inner);
                (self.term(class, &token.text, !pair), token.place)
            })
            .collect();
        if piece.len() <= REMEMBERED {
            self.pieces.insert(piece.into(), (terms.clone(), places));
        }
        (terms, places)
    }

    /// The words of a piece with their accents, one for each word of its tokens; none when they do not pair up.
    fn accented(piece: &str, found: &[Token]) -> Vec<Token> {
        let mut accented = Vec::new();
        tokens(&lower(piece), &mut accented);
        accented.retain(|token| token.kind == Kind::Word);
        let words = found.iter().filter(|token| token.kind == Kind::Word);
        if words.count() == accented.len() {
            accented
        } else {
            Vec::new()
        }
    }

    fn term(&mut self, class: String, form: &str, listed: bool) -> u32 {
        let known = self.by_form.get(form).map_or(&[][..], Vec::as_slice);
        for &term in known {
            if *self.terms[term as usize].class == *class {
                self.terms[term as usize].listed |= listed;
                return term;
            }
        }
        let term = u32::try_from(self.terms.len()).expect("fewer than 2^32 words");
        self.terms.push(Term {
            class: class.into(),
            form: form.into(),
            listed,
            postings: Vec::new(),
            places: Vec::new(),
        });
        self.by_form.entry(form.into()).or_default().push(term);
        term
    }
}
