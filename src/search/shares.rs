//! An index in shares: several machines read the texts of a language, one joins what they found.
//!
//! [`share`] turns some pages into bytes: the pages themselves, and their words with the places, which is the larger part of the
//! work. [`join`] makes of all shares the very files that [`super::build`] makes of all pages. The bytes come from other machines,
//! so that nothing in them is believed: what makes no sense is no share.

use std::collections::HashMap;

use super::collect::{Collected, LAST_PLACE, Lengths, Posting, Term, collect, fields};
use super::file::{Cursor, put_number, put_text};
use super::numbers::{self, Document, Documents};
use super::write;
use super::{IndexFile, Options, Page, Section, Statistics};

/// What every share begins with; the number is that of the format.
const HEADER: &[u8] = b"polydoc-words 1\n";

/// What shares come to when they are joined.
#[derive(Debug)]
pub struct Joined {
    /// The language's tag, as the shares name it.
    pub locale: String,
    /// The files, the manifest last.
    pub files: Vec<IndexFile>,
    /// What is in them.
    pub statistics: Statistics,
}

/// Why shares cannot be joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unjoined {
    /// The share at this position cannot be read.
    Damaged(usize),
    /// The share at this position was made under other options than the first one.
    Different(usize),
}

/// A share of a language's pages.
pub fn share(pages: &[Page], options: &Options) -> Vec<u8> {
    let mut out = HEADER.to_vec();
    put_options(&mut out, options);
    put_number(&mut out, pages.len() as u64);
    let mut list = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        put_page(&mut out, page);
        // In the order of the pages: the numbers that all of the language have together are not known here.
        for section in 0..page.sections.len() {
            let number = u32::try_from(list.len()).expect("fewer than 2^32 sections");
            list.push(Document {
                number,
                page: at,
                section,
            });
        }
    }
    let documents = Documents { list, bits: 0 };
    let collected = collect(pages, &documents, options);
    for lengths in &collected.lengths {
        put_number(&mut out, lengths.body.into());
        put_number(&mut out, lengths.title.into());
    }
    put_number(&mut out, collected.terms.len() as u64);
    for term in &collected.terms {
        put_term(&mut out, term);
    }
    out
}

/// The index of a language, from all its shares in any order.
///
/// # Errors
/// When a share is damaged, or was made under other options.
pub fn join(shares: &[Vec<u8>]) -> Result<Joined, Unjoined> {
    let mut options: Option<Options> = None;
    let mut pages: Vec<Page> = Vec::new();
    let mut read: Vec<Share> = Vec::new();
    for (at, bytes) in shares.iter().enumerate() {
        let share = Share::read(bytes, &mut pages).ok_or(Unjoined::Damaged(at))?;
        match &options {
            None => options = Some(share.options.clone()),
            Some(first) if *first == share.options => {}
            Some(_) => return Err(Unjoined::Different(at)),
        }
        read.push(share);
    }
    let options = options.unwrap_or_default();
    let documents = numbers::number(&pages);
    let numbered = documents.list.iter().enumerate();
    let places: HashMap<(usize, usize), (usize, u32)> = numbered
        .map(|(at, document)| ((document.page, document.section), (at, document.number)))
        .collect();
    let mut lengths = vec![Lengths::default(); documents.list.len()];
    let mut terms = Vec::new();
    let mut first = 0;
    for share in read {
        let end = first + share.pages;
        let of_pages = (first..end)
            .flat_map(|page| (0..pages[page].sections.len()).map(move |section| (page, section)));
        let places: Vec<(usize, u32)> = of_pages.map(|document| places[&document]).collect();
        for (&(at, _), of_document) in places.iter().zip(share.lengths) {
            lengths[at] = of_document;
        }
        for mut term in share.terms {
            for posting in &mut term.postings {
                posting.number = places[posting.number as usize].1;
            }
            terms.push(term);
        }
        first = end;
    }
    let collected = Collected {
        terms: joined(terms),
        lengths,
    };
    let (files, statistics) = write::write(&pages, &documents, &collected, &options);
    Ok(Joined {
        locale: options.locale,
        files,
        statistics,
    })
}

/// Terms of several shares: those of one word become one, its documents in the order of their numbers.
fn joined(mut terms: Vec<Term>) -> Vec<Term> {
    terms.sort_by(|one, other| (&one.class, &one.form).cmp(&(&other.class, &other.form)));
    let mut joined: Vec<Term> = Vec::with_capacity(terms.len());
    for term in terms {
        match joined.last_mut() {
            Some(last) if last.class == term.class && last.form == term.form => {
                last.listed |= term.listed;
                last.postings.extend(term.postings);
                last.places.extend(term.places);
            }
            _ => joined.push(term),
        }
    }
    for term in &mut joined {
        in_order(term);
    }
    joined
}

/// Sorts the documents of a word, each with its places.
fn in_order(term: &mut Term) {
    if term.postings.is_sorted_by_key(|posting| posting.number) {
        return;
    }
    let mut start = 0;
    let mut postings: Vec<(Posting, usize)> = Vec::with_capacity(term.postings.len());
    for &posting in &term.postings {
        postings.push((posting, start));
        start += posting.places as usize;
    }
    postings.sort_unstable_by_key(|(posting, _)| posting.number);
    let mut places = Vec::with_capacity(term.places.len());
    for &(posting, start) in &postings {
        places.extend_from_slice(&term.places[start..start + posting.places as usize]);
    }
    term.places = places;
    term.postings = postings.into_iter().map(|(posting, _)| posting).collect();
}

fn put_options(out: &mut Vec<u8>, options: &Options) {
    put_text(out, &options.locale);
    put_text(out, &options.language);
    put_text(out, &options.prefix);
    put_texts(out, &options.facets);
    put_number(out, options.bytes as u64);
}

fn put_texts(out: &mut Vec<u8>, texts: &[String]) {
    put_number(out, texts.len() as u64);
    for text in texts {
        put_text(out, text);
    }
}

fn put_page(out: &mut Vec<u8>, page: &Page) {
    for text in [&page.id, &page.url, &page.title, &page.folders, &page.lang] {
        put_text(out, text);
    }
    out.push(u8::from(page.right_to_left) | u8::from(page.fallback) << 1);
    put_number(out, page.boost.into());
    put_number(out, page.facets.len() as u64);
    for values in &page.facets {
        put_texts(out, values);
    }
    put_number(out, page.sections.len() as u64);
    for section in &page.sections {
        for text in [
            &section.anchor,
            &section.heading,
            &section.above,
            &section.text,
        ] {
            put_text(out, text);
        }
    }
}

fn put_term(out: &mut Vec<u8>, term: &Term) {
    put_text(out, &term.class);
    put_text(out, &term.form);
    out.push(u8::from(term.listed));
    put_number(out, term.postings.len() as u64);
    let (mut next, mut start) = (0, 0);
    for posting in &term.postings {
        put_number(out, u64::from(posting.number - next));
        next = posting.number + 1;
        out.push(posting.fields);
        put_number(out, posting.body.into());
        put_number(out, posting.places.into());
        let end = start + posting.places as usize;
        for &place in &term.places[start..end] {
            put_number(out, place.into());
        }
        start = end;
    }
}

/// What one share holds beside its pages.
struct Share {
    options: Options,
    pages: usize,
    lengths: Vec<Lengths>,
    terms: Vec<Term>,
}

impl Share {
    /// Reads a share; its pages go to the others.
    fn read(bytes: &[u8], pages: &mut Vec<Page>) -> Option<Self> {
        let mut cursor = Cursor::new(bytes.strip_prefix(HEADER)?);
        let cursor = &mut cursor;
        let options = options(cursor)?;
        let count = cursor.count()?;
        let mut documents = 0;
        for _ in 0..count {
            let page = page(cursor, options.facets.len())?;
            documents += page.sections.len();
            pages.push(page);
        }
        let mut lengths = Vec::new();
        for _ in 0..documents {
            lengths.push(Lengths {
                body: cursor.small()?,
                title: cursor.small()?,
            });
        }
        let mut terms: Vec<Term> = Vec::new();
        for _ in 0..cursor.count()? {
            let term = term(cursor, documents)?;
            // Sorted, no word twice.
            let follows = terms
                .last()
                .is_none_or(|last| (&last.class, &last.form) < (&term.class, &term.form));
            if !follows {
                return None;
            }
            terms.push(term);
        }
        cursor.rest().is_empty().then_some(Self {
            options,
            pages: count,
            lengths,
            terms,
        })
    }
}

fn owned(cursor: &mut Cursor<'_>) -> Option<String> {
    cursor.text().map(str::to_owned)
}

fn texts(cursor: &mut Cursor<'_>) -> Option<Vec<String>> {
    (0..cursor.count()?).map(|_| owned(cursor)).collect()
}

fn options(cursor: &mut Cursor<'_>) -> Option<Options> {
    Some(Options {
        locale: owned(cursor)?,
        language: owned(cursor)?,
        prefix: owned(cursor)?,
        facets: texts(cursor)?,
        bytes: usize::try_from(cursor.number()?).ok()?,
    })
}

fn page(cursor: &mut Cursor<'_>, facets: usize) -> Option<Page> {
    let mut page = Page {
        id: owned(cursor)?,
        url: owned(cursor)?,
        title: owned(cursor)?,
        folders: owned(cursor)?,
        lang: owned(cursor)?,
        ..Page::default()
    };
    let flags = cursor.byte()?;
    (page.right_to_left, page.fallback) = (flags & 1 != 0, flags & 2 != 0);
    page.boost = u16::try_from(cursor.number()?).ok()?;
    for _ in 0..cursor.count()? {
        page.facets.push(texts(cursor)?);
    }
    for _ in 0..cursor.count()? {
        page.sections.push(Section {
            anchor: owned(cursor)?,
            heading: owned(cursor)?,
            above: owned(cursor)?,
            text: owned(cursor)?,
        });
    }
    (flags < 4 && page.facets.len() == facets).then_some(page)
}

/// A word with its documents, of which there are so many.
fn term(cursor: &mut Cursor<'_>, documents: usize) -> Option<Term> {
    let (class, form) = (cursor.text()?.into(), cursor.text()?.into());
    let listed = match cursor.byte()? {
        0 => false,
        1 => true,
        _ => return None,
    };
    let mut term = Term {
        class,
        form,
        listed,
        postings: Vec::new(),
        places: Vec::new(),
    };
    let mut next = 0_u32;
    for _ in 0..cursor.count()? {
        let number = next.checked_add(cursor.small()?)?;
        let posting = Posting {
            number,
            fields: cursor.byte()?,
            body: cursor.small()?,
            places: u32::try_from(cursor.count()?).ok()?,
        };
        let all = fields::TITLE | fields::HEADING | fields::ABOVE | fields::BODY;
        let is_sound = (number as usize) < documents
            && posting.fields & !all == 0
            && posting.fields != 0
            && (posting.fields & fields::BODY != 0) == (posting.body > 0);
        if !is_sound {
            return None;
        }
        for _ in 0..posting.places {
            let place = cursor.small().filter(|&place| place <= LAST_PLACE)?;
            term.places.push(place);
        }
        next = number + 1;
        term.postings.push(posting);
    }
    let is_sound = !term.form.is_empty() && !term.postings.is_empty();
    is_sound.then_some(term)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::build;
    use super::*;

    fn options(language: &str) -> Options {
        Options {
            locale: language.to_owned(),
            language: language.to_owned(),
            prefix: "/x/".to_owned(),
            facets: vec!["kind".to_owned()],
            bytes: 0,
        }
    }

    fn section(heading: &str, text: &str) -> Section {
        Section {
            anchor: heading.to_lowercase(),
            heading: heading.to_owned(),
            above: "Über uns".to_owned(),
            text: text.to_owned(),
        }
    }

    fn pages(texts: &[(String, String)]) -> Vec<Page> {
        let numbered = texts.iter().enumerate();
        let pages = numbered.map(|(at, (title, text))| Page {
            id: format!("guide/{at}"),
            url: format!("guide/{at}/"),
            title: title.clone(),
            lang: "en".to_owned(),
            boost: 100,
            fallback: at % 5 == 0,
            facets: vec![vec![format!("k{}", at % 3)]],
            sections: vec![
                section("", text),
                section(title, &format!("{text}\n{title} more")),
            ],
            ..Page::default()
        });
        pages.collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn shares_come_to_the_index_of_all_pages(
            texts in prop::collection::vec(("[a-cé ]{0,9}", "[a-eÀ-ü 中文字กข.-]{0,60}"), 0..24),
            shares in prop::collection::vec(0_usize..4, 24),
            language in prop::sample::select(vec!["en", "fr", "zh", "th"]),
        ) {
            let pages = pages(&texts);
            let options = options(language);
            let (files, statistics) = build(&pages, &options);
            let of_share = |number: usize| {
                let own = pages.iter().enumerate().filter(|(at, _)| shares[*at] == number);
                own.map(|(_, page)| page.clone()).collect::<Vec<_>>()
            };
            let parts: Vec<Vec<u8>> = (0..4).map(|number| share(&of_share(number), &options)).collect();
            let joined = join(&parts).expect("they are sound");
            prop_assert_eq!(&joined.locale, language);
            prop_assert!(joined.files == files);
            prop_assert_eq!(joined.statistics, statistics);
        }

        #[test]
        fn no_share_whatever_it_holds_makes_it_panic(
            texts in prop::collection::vec(("[a-c ]{0,9}", "[a-e中文 ]{0,30}"), 1..4),
            damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
            end in any::<prop::sample::Index>(),
            cut in any::<bool>(),
        ) {
            let mut bytes = share(&pages(&texts), &options("en"));
            for (at, value) in damage {
                let at = at.index(bytes.len());
                bytes[at] = value;
            }
            if cut {
                bytes.truncate(end.index(bytes.len()));
            }
            let _ = join(&[bytes]);
        }
    }

    #[test]
    fn shares_of_different_builds_are_refused() {
        let pages = pages(&[("One".to_owned(), "two".to_owned())]);
        let shares = [share(&pages, &options("en")), share(&pages, &options("fr"))];
        assert_eq!(join(&shares).unwrap_err(), Unjoined::Different(1));
        let damaged = [shares[0].clone(), b"polydoc-words 2\n".to_vec()];
        assert_eq!(join(&damaged).unwrap_err(), Unjoined::Damaged(1));
    }
}
