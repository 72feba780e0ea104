//! The files of an index. Where one file ends and the next begins depends on the words around, so that a change of one
//! word changes the files that hold it and no others.

use std::collections::{BTreeMap, HashMap};

use super::bits::{BitWriter, rice_parameter};
use super::collect::{Collected, Term, fields};
use super::file::{pack, put_number, put_text};
use super::layout::{DocumentFacts, FileName, Manifest, Part, TEXT_SHIFT};
use super::numbers::{Document, Documents};
use super::strings;
use super::{IndexFile, MANIFEST, Options, Page, Statistics};

/// When a file of sorted words ends: not below `least` bytes, then after one word in `odds`, at `most` bytes at any rate.
struct Borders {
    least: usize,
    odds: u16,
    most: usize,
}

/// Files of the dictionary, before compression.
const DICTIONARY: Borders = Borders {
    least: 5_000,
    odds: 256,
    most: 14_000,
};

/// Files of postings.
const POSTINGS: Borders = Borders {
    least: 3_000,
    odds: 32,
    most: 9_000,
};

/// As many places are kept, at least of rare words.
const MOST_PLACES: usize = 250_000;

/// As many bytes of texts are kept, at least of the beginning of each.
const MOST_TEXT: u64 = 1_200_000;

/// How much may be kept of one text, in bytes.
const TEXT_LIMITS: [u64; 15] = [
    96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072, 4096, 8192, 16_384, 65_536,
];

/// Makes all files.
pub(super) fn write(
    pages: &[Page],
    documents: &Documents,
    collected: &Collected,
    options: &Options,
) -> (Vec<IndexFile>, Statistics) {
    let mut files = Files::default();
    let limit = text_limit(pages);
    let places = place_limit(&collected.terms);
    let manifest = Manifest {
        locale: options.locale.clone(),
        prefix: options.prefix.clone(),
        bits: documents.bits,
        words: collected.lengths.iter().map(|length| u64::from(length.body)).sum(),
        places,
        text: limit,
        documents: facts(pages, documents, collected),
        dictionary: dictionary(&collected.terms, &mut files),
        postings: postings(&collected.terms, documents.bits, places, &mut files),
        texts: texts(pages, &documents.list, limit, &mut files),
        facets: facets(pages, documents, options, &mut files),
    };
    let bytes = pack(&manifest.write());
    let mut statistics = Statistics {
        documents: documents.list.len(),
        words: manifest.words,
        forms: collected.terms.len(),
        manifest: bytes.len(),
        ..Statistics::default()
    };
    files.list.push(IndexFile {
        name: MANIFEST.to_owned(),
        bytes,
    });
    for file in &files.list {
        statistics.files += 1;
        statistics.bytes += file.bytes.len() as u64;
        statistics.largest = statistics.largest.max(file.bytes.len());
    }
    (files.list, statistics)
}

/// The files so far. Equal ones are there once.
#[derive(Default)]
struct Files {
    list: Vec<IndexFile>,
    names: HashMap<[u8; 5], ()>,
}

impl Files {
    fn add(&mut self, bytes: &[u8]) -> FileName {
        let bytes = pack(bytes);
        let name = FileName::of(&bytes);
        if self.names.insert(name.0, ()).is_none() {
            self.list.push(IndexFile {
                name: name.text(),
                bytes,
            });
        }
        name
    }
}

impl Borders {
    /// Whether a file of that size ends after a word.
    fn ends(&self, size: usize, word: &str) -> bool {
        let [a, b, ..] = *blake3::hash(word.as_bytes()).as_bytes();
        size >= self.most
            || (size >= self.least && u16::from_be_bytes([a, b]).is_multiple_of(self.odds))
    }
}

fn text_limit(pages: &[Page]) -> u64 {
    let lengths: Vec<u64> = pages
        .iter()
        .flat_map(|page| &page.sections)
        .map(|section| section.text.len() as u64)
        .collect();
    let kept = |limit: u64| lengths.iter().map(|&length| length.min(limit)).sum::<u64>();
    let fitting = TEXT_LIMITS.iter().rev().find(|&&limit| kept(limit) <= MOST_TEXT);
    fitting.copied().unwrap_or(TEXT_LIMITS[0])
}

fn place_limit(terms: &[Term]) -> u32 {
    let kept = |limit: u32| {
        let counts = terms.iter().map(|term| term.places.len());
        counts.filter(|&count| count >> limit == 0).sum::<usize>()
    };
    (0..32).rev().find(|&limit| kept(limit) <= MOST_PLACES).unwrap_or(0)
}

/// Whether the places of a word are kept.
fn has_places(term: &Term, limit: u32) -> bool {
    term.places.len() >> limit == 0
}

fn facts(pages: &[Page], documents: &Documents, collected: &Collected) -> Vec<DocumentFacts> {
    let both = documents.list.iter().zip(&collected.lengths);
    both.map(|(document, lengths)| {
        let page = &pages[document.page];
        DocumentFacts {
            number: document.number,
            length: lengths.body,
            title: lengths.title,
            fallback: page.fallback,
            boost: u32::from(page.boost),
        }
    })
    .collect()
}

/// The dictionary: each word with its class, as what it keeps of the word and what it adds, and in how many documents it is.
fn dictionary(terms: &[Term], files: &mut Files) -> Vec<Part> {
    let mut listed: Vec<&Term> = terms.iter().filter(|term| term.listed).collect();
    listed.sort_unstable_by(|one, other| (&one.form, &one.class).cmp(&(&other.form, &other.class)));
    let mut parts = Vec::new();
    let (mut start, mut size) = (0, 0);
    for (at, term) in listed.iter().enumerate() {
        size += 6 + term.form.len();
        // All classes of a form stand in one file.
        let same = listed.get(at + 1).is_some_and(|next| next.form == term.form);
        if !same && (at + 1 == listed.len() || DICTIONARY.ends(size, &term.form)) {
            parts.push(Part {
                first: listed[start].form.to_string(),
                name: files.add(&dictionary_file(&listed[start..=at])),
            });
            (start, size) = (at + 1, 0);
        }
    }
    parts
}

fn dictionary_file(terms: &[&Term]) -> Vec<u8> {
    let mut out = Vec::new();
    strings::put(&mut out, terms.iter().map(|term| &*term.form));
    let (mut cuts, mut counts, mut ends) = (Vec::new(), Vec::new(), Vec::new());
    for term in terms {
        let shared = strings::shared(&term.form, &term.class);
        let cut = term.form[shared..].encode_utf16().count();
        put_number(&mut cuts, cut as u64);
        put_text(&mut ends, &term.class[shared..]);
        put_number(&mut counts, term.postings.len() as u64);
    }
    out.extend(cuts);
    out.extend(ends);
    out.extend(counts);
    out
}

/// The postings: classes with their forms, and for each form the documents with the places in them.
fn postings(terms: &[Term], bits: u32, places: u32, files: &mut Files) -> Vec<Part> {
    let mut parts = Vec::new();
    let classes: Vec<&[Term]> = terms.chunk_by(|one, other| one.class == other.class).collect();
    let (mut start, mut size) = (0, 0);
    let mut writer = BitWriter::default();
    for (at, class) in classes.iter().enumerate() {
        writer.gamma(u32::try_from(class.len()).expect("few forms"));
        for term in *class {
            put_postings(&mut writer, term, bits, has_places(term, places));
            size += term.form.len() / 2 + 2;
        }
        let ends = POSTINGS.ends(size + writer.length() / 8, &class[0].class);
        if ends || at + 1 == classes.len() {
            let held = &classes[start..=at];
            let mut out = Vec::new();
            let words = held.iter().flat_map(|class| {
                std::iter::once(&*class[0].class).chain(class.iter().map(|term| &*term.form))
            });
            strings::put(&mut out, words);
            put_number(&mut out, held.len() as u64);
            out.extend(std::mem::take(&mut writer).finish());
            parts.push(Part {
                first: held[0][0].class.to_string(),
                name: files.add(&out),
            });
            (start, size) = (at + 1, 0);
        }
    }
    parts
}

fn put_postings(writer: &mut BitWriter, term: &Term, bits: u32, has_places: bool) {
    let count = u32::try_from(term.postings.len()).expect("fewer than 2^32 documents");
    writer.gamma(count);
    writer.bits(u32::from(has_places), 1);
    let low = rice_parameter(1 << bits, u64::from(count));
    let mut at = 0;
    let places: Vec<&[u32]> = term
        .postings
        .iter()
        .map(|posting| {
            let start = at;
            at += posting.places as usize;
            &term.places[start..at]
        })
        .collect();
    let mut low_of_places = 0;
    if has_places {
        let gaps = places.iter().flat_map(|places| gaps(places));
        let sum: u64 = gaps.map(u64::from).sum();
        low_of_places = rice_parameter(sum, term.places.len() as u64).min(15);
        writer.bits(low_of_places, 4);
    }
    let mut next = 0;
    for (posting, places) in term.postings.iter().zip(places) {
        writer.rice(posting.number - next, low);
        next = posting.number + 1;
        if posting.fields == fields::BODY {
            writer.bits(1, 1);
            writer.gamma(posting.body);
        } else {
            writer.bits(u32::from(posting.fields), 5);
            if posting.fields & fields::BODY != 0 {
                writer.gamma(posting.body);
            }
            if has_places {
                writer.gamma(posting.places + 1);
            }
        }
        if has_places {
            for gap in gaps(places) {
                writer.rice(gap, low_of_places);
            }
        }
    }
}

/// A place, then how many words stand between it and the next.
fn gaps(places: &[u32]) -> impl Iterator<Item = u32> {
    let mut next = 0;
    places.iter().map(move |&place| {
        let gap = place.saturating_sub(next);
        next = place + 1;
        gap
    })
}

/// The texts: what is shown of documents, in files by number.
fn texts(
    pages: &[Page],
    documents: &[Document],
    limit: u64,
    files: &mut Files,
) -> Vec<(u32, FileName)> {
    let folders = Folders::of(pages);
    let blocks = documents.chunk_by(|one, other| one.number >> TEXT_SHIFT == other.number >> TEXT_SHIFT);
    blocks
        .map(|block| {
            let number = block[0].number >> TEXT_SHIFT;
            (number, files.add(&text_file(pages, block, &folders, limit)))
        })
        .collect()
}

fn text_file(pages: &[Page], block: &[Document], folders: &Folders<'_>, limit: u64) -> Vec<u8> {
    let mut out = Vec::new();
    let mut shown: Vec<usize> = block.iter().map(|document| document.page).collect();
    shown.dedup();
    put_number(&mut out, shown.len() as u64);
    for &at in &shown {
        put_text(&mut out, &pages[at].url);
    }
    for &at in &shown {
        put_text(&mut out, &pages[at].title);
    }
    for &at in &shown {
        put_text(&mut out, &folders.shown(&pages[at]));
    }
    for &at in &shown {
        put_text(&mut out, &pages[at].lang);
    }
    for &at in &shown {
        out.push(u8::from(pages[at].right_to_left) | u8::from(pages[at].fallback) << 1);
    }
    put_number(&mut out, block.len() as u64);
    let start = (block[0].number >> TEXT_SHIFT) << TEXT_SHIFT;
    for document in block {
        put_number(&mut out, u64::from(document.number - start));
        let page = shown.iter().position(|&page| page == document.page);
        put_number(&mut out, page.expect("all pages were listed") as u64);
    }
    for document in block {
        let section = &pages[document.page].sections[document.section];
        put_text(&mut out, &section.anchor);
        put_text(&mut out, &section.heading);
        put_text(&mut out, shortened(&section.text, limit));
    }
    out
}

/// The beginning of a text: at most so many bytes, whole words where words have blanks.
fn shortened(text: &str, limit: u64) -> &str {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    if text.len() <= limit {
        return text;
    }
    let cut = text.floor_char_boundary(limit);
    let blank = text[..cut].rfind(char::is_whitespace);
    text[..blank.filter(|&at| at > cut / 2).unwrap_or(cut)].trim_end()
}

/// Pages whose titles are not their own.
struct Folders<'p>(HashMap<(&'p str, &'p str), usize>);

impl<'p> Folders<'p> {
    fn of(pages: &'p [Page]) -> Self {
        let mut counts = HashMap::new();
        for page in pages {
            *counts.entry((page.title.as_str(), page.folders.as_str())).or_default() += 1;
        }
        Self(counts)
    }

    /// The folders of a page; where those and the title are another page's too, its name as well.
    fn shown(&self, page: &Page) -> String {
        let key = (page.title.as_str(), page.folders.as_str());
        if self.0.get(&key).is_none_or(|&count: &usize| count < 2) {
            return page.folders.clone();
        }
        let name = page.id.rsplit('/').next().unwrap_or(&page.id);
        if page.folders.is_empty() {
            return name.to_owned();
        }
        format!("{} › {name}", page.folders)
    }
}

/// The facets: for each value the documents that have it.
fn facets(
    pages: &[Page],
    documents: &Documents,
    options: &Options,
    files: &mut Files,
) -> Vec<(String, FileName)> {
    let keys = options.facets.iter().enumerate();
    keys.map(|(at, key)| {
        let mut values: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for document in &documents.list {
            let of_page = pages[document.page].facets.get(at);
            for value in of_page.into_iter().flatten() {
                let numbers = values.entry(value).or_default();
                if numbers.last() != Some(&document.number) {
                    numbers.push(document.number);
                }
            }
        }
        let mut out = Vec::new();
        put_number(&mut out, values.len() as u64);
        for value in values.keys() {
            put_text(&mut out, value);
        }
        let mut writer = BitWriter::default();
        for numbers in values.values() {
            let count = u32::try_from(numbers.len()).expect("fewer than 2^32 documents");
            writer.gamma(count);
            let low = rice_parameter(1 << documents.bits, u64::from(count));
            for gap in gaps(numbers) {
                writer.rice(gap, low);
            }
        }
        out.extend(writer.finish());
        (key.clone(), files.add(&out))
    })
    .collect()
}
