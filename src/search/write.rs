//! The files of an index. Where one file ends and the next begins depends on the words around, so that a change of one
//! word changes the files that hold it and no others.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::bits::{BitWriter, rice_parameter};
use super::collect::{Collected, Term, fields};
use super::file::{SamplePacker, pack, put_number, put_text};
use super::layout::{
    CLASS_BITS, DocumentFacts, FORM_BITS, FileName, Manifest, Part, TEXT_SHIFT, class_hash,
    form_hash,
};
use super::limits::{Limits, Packed, limits, sample, shortened};
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
    least: 3_500,
    odds: 128,
    most: 9_000,
};

/// Files of postings.
const POSTINGS: Borders = Borders {
    least: 1_500,
    odds: 16,
    most: 4_000,
};

/// Makes all files.
pub(super) fn write(
    pages: &[Page],
    documents: &Documents,
    collected: &Collected,
    options: &Options,
) -> (Vec<IndexFile>, Statistics) {
    let mut files = Files::default();
    let sample = sample(pages);
    let sample_name = files.add(&sample);
    let texts = Texts::of(pages, &documents.list, &sample);
    let dictionary = dictionary(&collected.terms, &mut files);
    let facets = facets(pages, documents, options, &mut files);
    let Limits {
        text: limit,
        places,
    } = limits(
        pages,
        documents,
        &collected.terms,
        options.bytes,
        files.bytes(),
        |limit| texts.some(limit),
    );
    let manifest = Manifest {
        locale: options.locale.clone(),
        prefix: options.prefix.clone(),
        bits: documents.bits,
        words: collected
            .lengths
            .iter()
            .map(|length| u64::from(length.body))
            .sum(),
        places: places as u64,
        text: limit,
        documents: facts(pages, documents, collected),
        dictionary,
        postings: postings(&collected.terms, documents.bits, places, &mut files),
        sample: sample_name,
        texts: texts.all(limit, &mut files),
        facets,
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
    names: HashSet<[u8; 5]>,
}

impl Files {
    fn bytes(&self) -> usize {
        self.list.iter().map(|file| file.bytes.len()).sum()
    }

    fn add(&mut self, bytes: &[u8]) -> FileName {
        self.add_packed(pack(bytes))
    }

    fn add_packed(&mut self, bytes: Vec<u8>) -> FileName {
        let name = FileName::of(&bytes);
        if self.names.insert(name.0) {
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

/// Whether the places of a word are kept.
fn has_places(term: &Term, limit: usize) -> bool {
    term.places.len() < limit
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
        let same = listed
            .get(at + 1)
            .is_some_and(|next| next.form == term.form);
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
fn postings(terms: &[Term], bits: u32, places: usize, files: &mut Files) -> Vec<Part> {
    let mut parts = Vec::new();
    let classes: Vec<&[Term]> = terms
        .chunk_by(|one, other| one.class == other.class)
        .collect();
    let (mut start, mut size) = (0, 0);
    for (at, class) in classes.iter().enumerate() {
        let mut writer = BitWriter::default();
        for term in *class {
            put_hits(&mut writer, term, bits, has_places(term, places));
        }
        size += writer.length() / 8 + 2;
        if at + 1 == classes.len() || POSTINGS.ends(size, &class[0].class) {
            parts.push(Part {
                first: classes[start][0].class.to_string(),
                name: files.add(&postings_file(&classes[start..=at], bits, places)),
            });
            (start, size) = (at + 1, 0);
        }
    }
    parts
}

/// Classes that are in the dictionary by their hashes, then pairs by themselves.
fn postings_file(classes: &[&[Term]], bits: u32, places: usize) -> Vec<u8> {
    let is_pair = |class: &&[Term]| class.iter().all(|term| !term.listed);
    let (pairs, listed): (Vec<&[Term]>, Vec<&[Term]>) = classes.iter().copied().partition(is_pair);
    let mut hashed: Vec<(u32, &[Term])> = listed
        .into_iter()
        .map(|class| (class_hash(&class[0].class), class))
        .collect();
    hashed.sort_by_key(|(hash, _)| *hash);
    let mut out = Vec::new();
    strings::put(&mut out, pairs.iter().map(|class| &*class[0].form));
    put_number(&mut out, hashed.len() as u64);
    let mut writer = BitWriter::default();
    let low = rice_parameter(1 << CLASS_BITS, hashed.len() as u64);
    let mut before = 0;
    for (hash, class) in hashed {
        writer.rice(hash - before, low);
        before = hash;
        writer.gamma(u32::try_from(class.len()).expect("few forms"));
        for term in class {
            if class.len() > 1 {
                writer.bits(form_hash(&term.form), FORM_BITS);
            }
            put_hits(&mut writer, term, bits, has_places(term, places));
        }
    }
    for class in pairs {
        put_hits(&mut writer, &class[0], bits, has_places(&class[0], places));
    }
    out.extend(writer.finish());
    out
}

pub(super) fn put_hits(writer: &mut BitWriter, term: &Term, bits: u32, has_places: bool) {
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
        match (posting.fields, posting.body) {
            (fields::BODY, 1) => writer.bits(1, 1),
            (fields::BODY, body) => {
                writer.bits(1, 2);
                writer.gamma(body - 1);
            }
            (all, body) => {
                writer.bits(u32::from(all), 6);
                if all & fields::BODY != 0 {
                    writer.gamma(body);
                }
                if has_places {
                    writer.gamma(posting.places + 1);
                }
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
struct Texts<'p> {
    pages: &'p [Page],
    documents: &'p [Document],
    folders: Folders<'p>,
    packer: SamplePacker,
}

impl<'p> Texts<'p> {
    fn of(pages: &'p [Page], documents: &'p [Document], sample: &[u8]) -> Self {
        Self {
            pages,
            documents,
            folders: Folders::of(pages),
            packer: SamplePacker::new(sample),
        }
    }

    /// The documents of each file, with its number.
    fn blocks(&self) -> impl Iterator<Item = (u32, &'p [Document])> {
        let block = |document: &Document| document.number >> TEXT_SHIFT;
        let blocks = self
            .documents
            .chunk_by(move |one, other| block(one) == block(other));
        blocks.map(move |documents| (block(&documents[0]), documents))
    }

    fn packed(&self, documents: &[Document], limit: u64) -> Vec<u8> {
        let file = text_file(self.pages, documents, &self.folders, limit);
        self.packer.pack(&file)
    }

    /// Packs one file in eight, to tell how large all would be.
    fn some(&self, limit: u64) -> Packed {
        let mut some = Packed {
            documents: 0,
            before: 0,
            after: 0,
        };
        for (_, documents) in self.blocks().filter(|(number, _)| number % 8 == 0) {
            some.documents += documents.len();
            some.after += self.packed(documents, limit).len() as u64;
            for document in documents {
                let section = &self.pages[document.page].sections[document.section];
                some.before += limit.min(section.text.len() as u64);
            }
        }
        some
    }

    fn all(&self, limit: u64, files: &mut Files) -> Vec<(u32, FileName)> {
        let blocks = self.blocks();
        blocks
            .map(|(number, documents)| (number, files.add_packed(self.packed(documents, limit))))
            .collect()
    }
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

/// Pages whose titles are not their own.
struct Folders<'p>(HashMap<(&'p str, &'p str), usize>);

impl<'p> Folders<'p> {
    fn of(pages: &'p [Page]) -> Self {
        let mut counts = HashMap::new();
        for page in pages {
            *counts
                .entry((page.title.as_str(), page.folders.as_str()))
                .or_default() += 1;
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
