//! Reads the files of an index. Any bytes may come in: what makes no sense is `None`, and what is kept is never much more than
//! what came.

use std::rc::Rc;

use super::bits::{BitReader, rice_parameter};
use super::collect::fields;
use super::file::Cursor;
use super::layout::{CLASS_BITS, FORM_BITS, TEXT_SHIFT};
use super::strings;

/// A word of the dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The folded word.
    pub(super) form: String,
    /// Its class.
    pub(super) class: String,
    /// In how many documents it is.
    pub(super) documents: u32,
}

/// A document that holds a word, with the places where they are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// The document's number.
    pub(super) number: u32,
    /// The fields it stands in.
    pub(super) fields: u8,
    /// How often it stands in the text.
    pub(super) body: u32,
    /// Where; empty when that is not known.
    pub(super) places: Vec<u32>,
}

/// What a word is called in a file of postings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// The hash of its class, and where that has several words, its own.
    Class {
        /// Of the class.
        class: u32,
        /// Of the word.
        form: Option<u32>,
    },
    /// A pair of characters, which is its own class.
    Pair(String),
}

/// A word with the documents that hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// What it is called.
    pub(super) key: Key,
    /// The documents, by number.
    pub(super) hits: Rc<[Hit]>,
}

/// What is shown of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// The document's number.
    pub(super) number: u32,
    /// The page's address without the prefix.
    pub(super) url: String,
    /// The page's title.
    pub(super) title: String,
    /// Where the page lies.
    pub(super) folders: String,
    /// The language of the text.
    pub(super) lang: String,
    /// Whether it is written from right to left.
    pub(super) right_to_left: bool,
    /// Whether it stands in for a page that the language lacks.
    pub(super) fallback: bool,
    /// The anchor.
    pub(super) anchor: String,
    /// The heading.
    pub(super) heading: String,
    /// The text, or its beginning.
    pub(super) text: String,
}

/// A file of the dictionary.
pub(super) fn dictionary(bytes: &[u8]) -> Option<Vec<Entry>> {
    let mut cursor = Cursor::new(bytes);
    let forms = strings::take(&mut cursor)?;
    let cuts: Option<Vec<u32>> = forms.iter().map(|_| cursor.small()).collect();
    let mut entries = Vec::with_capacity(forms.len());
    for (form, cut) in forms.into_iter().zip(cuts?) {
        let kept = form.encode_utf16().count().checked_sub(cut as usize)?;
        let mut class: Vec<u16> = form.encode_utf16().take(kept).collect();
        class.extend(cursor.text()?.encode_utf16());
        entries.push(Entry {
            form,
            class: String::from_utf16(&class).ok()?,
            documents: 0,
        });
    }
    for entry in &mut entries {
        entry.documents = cursor.small()?;
    }
    Some(entries)
}

/// A file of postings. `bits` is the size of numbers.
pub(super) fn postings(bytes: &[u8], bits: u32) -> Option<Vec<Form>> {
    let mut cursor = Cursor::new(bytes);
    let pairs = strings::take(&mut cursor)?;
    let classes = cursor.small()?;
    let mut reader = BitReader::new(cursor.rest());
    let mut forms = Vec::new();
    let low = rice_parameter(1 << CLASS_BITS, u64::from(classes));
    let mut class = 0_u32;
    for _ in 0..classes {
        class = class.checked_add(reader.rice(low))?;
        let count = reader.gamma();
        for _ in 0..count {
            let form = (count > 1).then(|| reader.bits(FORM_BITS));
            let hits = hits(&mut reader, bits)?;
            forms.push(Form {
                key: Key::Class { class, form },
                hits,
            });
        }
        if reader.is_over() {
            return None;
        }
    }
    for pair in pairs {
        let hits = hits(&mut reader, bits)?;
        forms.push(Form {
            key: Key::Pair(pair),
            hits,
        });
    }
    Some(forms)
}

fn hits(reader: &mut BitReader<'_>, bits: u32) -> Option<Rc<[Hit]>> {
    let count = reader.gamma();
    let has_places = reader.bits(1) == 1;
    let low = rice_parameter(1 << bits.min(30), u64::from(count));
    let low_of_places = if has_places { reader.bits(4) } else { 0 };
    let mut hits = Vec::new();
    let mut next = 0_u32;
    for _ in 0..count {
        let number = next.checked_add(reader.rice(low))?;
        next = number.checked_add(1)?;
        let mut hit = Hit {
            number,
            fields: fields::BODY,
            body: 1,
            places: Vec::new(),
        };
        let mut places = 1;
        if reader.bits(1) == 0 {
            if reader.bits(1) == 1 {
                hit.body = reader.gamma().checked_add(1)?;
                places = hit.body;
            } else {
                hit.fields = u8::try_from(reader.bits(4)).ok()?;
                let in_body = hit.fields & fields::BODY != 0;
                hit.body = if in_body { reader.gamma() } else { 0 };
                if has_places {
                    places = reader.gamma().checked_sub(1)?;
                }
            }
        }
        if has_places {
            let mut next = 0_u32;
            for _ in 0..places {
                let place = next.checked_add(reader.rice(low_of_places))?;
                next = place.checked_add(1)?;
                hit.places.push(place);
                if reader.is_over() {
                    return None;
                }
            }
        }
        if reader.is_over() {
            return None;
        }
        hits.push(hit);
    }
    Some(hits.into())
}

/// A file of texts; `block` is its number.
pub(super) fn texts(bytes: &[u8], block: u32) -> Option<Vec<Shown>> {
    let mut cursor = Cursor::new(bytes);
    let count = cursor.count()?;
    let mut columns: Vec<Vec<&str>> = Vec::new();
    for _ in 0..4 {
        let column: Option<Vec<&str>> = (0..count).map(|_| cursor.text()).collect();
        columns.push(column?);
    }
    let flags = cursor.bytes(count)?;
    let documents = cursor.count()?;
    let mut list = Vec::new();
    let mut next = 0;
    for _ in 0..documents {
        // Each document has a number of its own in the block, so that few can repeat one page.
        let number = cursor
            .small()
            .filter(|&number| number >= next && number >> TEXT_SHIFT == 0)?;
        next = number + 1;
        let page = usize::try_from(cursor.number()?)
            .ok()
            .filter(|&page| page < count)?;
        list.push(((block << TEXT_SHIFT) + number, page));
    }
    let mut shown = Vec::with_capacity(documents);
    for (number, page) in list {
        shown.push(Shown {
            number,
            url: columns[0][page].to_owned(),
            title: columns[1][page].to_owned(),
            folders: columns[2][page].to_owned(),
            lang: columns[3][page].to_owned(),
            right_to_left: flags[page] & 1 != 0,
            fallback: flags[page] & 2 != 0,
            anchor: cursor.text()?.to_owned(),
            heading: cursor.text()?.to_owned(),
            text: cursor.text()?.to_owned(),
        });
    }
    Some(shown)
}

/// A file of a facet: values with the numbers of the documents that have them.
pub(super) fn facet(bytes: &[u8], bits: u32) -> Option<Vec<(String, Vec<u32>)>> {
    let mut cursor = Cursor::new(bytes);
    let count = cursor.count()?;
    let values: Option<Vec<&str>> = (0..count).map(|_| cursor.text()).collect();
    let mut reader = BitReader::new(cursor.rest());
    let mut facet = Vec::new();
    for value in values? {
        let count = reader.gamma();
        let low = rice_parameter(1 << bits.min(30), u64::from(count));
        let mut numbers = Vec::new();
        let mut next = 0_u32;
        for _ in 0..count {
            let number = next.checked_add(reader.rice(low))?;
            next = number.checked_add(1)?;
            if reader.is_over() {
                return None;
            }
            numbers.push(number);
        }
        facet.push((value.to_owned(), numbers));
    }
    Some(facet)
}
