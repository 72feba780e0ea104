//! The manifest: what is in an index, and which file holds what.

use super::VERSION;
use super::bits::word_hash;
use super::file::{Cursor, put_number, put_text};
use super::strings;

/// The first bytes of every manifest before compression.
const MAGIC: &[u8] = b"polydoc search\0";

/// Documents whose numbers agree above so many bits have their texts in one file.
pub(super) const TEXT_SHIFT: u32 = 5;

/// Bits of the hash that stands for a class in a file of postings.
pub(super) const CLASS_BITS: u32 = 24;

/// Bits of the hash that tells the forms of a class apart.
pub(super) const FORM_BITS: u32 = 12;

/// The name of a file: the beginning of the hash of its bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct FileName(pub(super) [u8; 5]);

impl FileName {
    /// For the bytes of a file.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut name = Self::default();
        for (slot, byte) in name.0.iter_mut().zip(blake3::hash(bytes).as_bytes()) {
            *slot = *byte;
        }
        name
    }

    /// The name as it stands in addresses.
    pub(super) fn text(self) -> String {
        let number = self
            .0
            .iter()
            .fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        format!("{number:010x}.idx")
    }
}

/// A file that holds a range of sorted words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Its first word.
    pub(super) first: String,
    /// Its name.
    pub(super) name: FileName,
}

/// What ranking needs to know of every document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DocumentFacts {
    /// Its number.
    pub(super) number: u32,
    /// Words of its text, rounded down by [`coarse`].
    pub(super) length: u32,
    /// Words of its title or heading, at most 15.
    pub(super) title: u32,
    /// Whether its page stands in for one that the language lacks.
    pub(super) fallback: bool,
    /// By how much its score is raised, in percent.
    pub(super) boost: u32,
}

/// Everything that is not in the other files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// The tag of the language.
    pub(super) locale: String,
    /// What stands before every page's address.
    pub(super) prefix: String,
    /// The numbers of documents are below two to the power of this, with few exceptions.
    pub(super) bits: u32,
    /// Words of all texts.
    pub(super) words: u64,
    /// Words that stand in so many places or more have none in the index.
    pub(super) places: u64,
    /// Bytes of each text that are kept.
    pub(super) text: u64,
    /// By number.
    pub(super) documents: Vec<DocumentFacts>,
    /// The dictionary, by word.
    pub(super) dictionary: Vec<Part>,
    /// The postings, by class.
    pub(super) postings: Vec<Part>,
    /// What the files of texts are packed with.
    pub(super) sample: FileName,
    /// The texts: numbers above [`TEXT_SHIFT`] bits with their files.
    pub(super) texts: Vec<(u32, FileName)>,
    /// The facets: keys with their files.
    pub(super) facets: Vec<(String, FileName)>,
}

/// What stands for a class in files of postings.
pub(super) fn class_hash(class: &str) -> u32 {
    word_hash(class) & ((1 << CLASS_BITS) - 1)
}

/// What tells a word apart from others of its class.
pub(super) fn form_hash(form: &str) -> u32 {
    word_hash(form) & ((1 << FORM_BITS) - 1)
}

/// A length to three binary digits after the first, as the manifest holds it in a byte.
pub(super) fn coarse(length: u32) -> u8 {
    if length < 16 {
        return u8::try_from(length).expect("below 16");
    }
    let high = length.ilog2();
    let digits = length >> (high - 3) & 7;
    u8::try_from(16 + (high - 4) * 8 + digits).expect("32 powers of 8 fit")
}

/// The least length with that byte.
pub(super) fn length_of(byte: u8) -> u32 {
    let byte = u32::from(byte);
    if byte < 16 {
        return byte;
    }
    let high = (byte - 16) / 8 + 4;
    if high > 31 {
        return u32::MAX;
    }
    (8 | (byte & 7)) << (high - 3)
}

impl Manifest {
    /// The bytes before compression.
    pub(super) fn write(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.push(VERSION);
        put_text(&mut out, &self.locale);
        put_text(&mut out, &self.prefix);
        put_number(&mut out, u64::from(self.bits));
        put_number(&mut out, self.words);
        put_number(&mut out, self.places);
        put_number(&mut out, self.text);
        put_number(&mut out, self.documents.len() as u64);
        let mut before = 0;
        for document in &self.documents {
            put_number(&mut out, u64::from(document.number - before));
            before = document.number;
        }
        for document in &self.documents {
            out.push(coarse(document.length));
        }
        for document in &self.documents {
            let title = u8::try_from(document.title.min(15)).expect("at most 15");
            out.push(title | u8::from(document.fallback) << 4);
        }
        for document in &self.documents {
            put_number(&mut out, u64::from(document.boost));
        }
        for parts in [&self.dictionary, &self.postings] {
            strings::put(&mut out, parts.iter().map(|part| part.first.as_str()));
            for part in parts {
                out.extend_from_slice(&part.name.0);
            }
        }
        out.extend_from_slice(&self.sample.0);
        put_number(&mut out, self.texts.len() as u64);
        let mut before = 0;
        for (block, _) in &self.texts {
            put_number(&mut out, u64::from(block - before));
            before = *block;
        }
        for (_, name) in &self.texts {
            out.extend_from_slice(&name.0);
        }
        put_number(&mut out, self.facets.len() as u64);
        for (key, name) in &self.facets {
            put_text(&mut out, key);
            out.extend_from_slice(&name.0);
        }
        out
    }

    /// Reads what [`Manifest::write`] wrote; `Err` with the version when that is another one, or with `None` when the
    /// bytes are no manifest.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Option<u8>> {
        let mut cursor = Cursor::new(bytes);
        if cursor.bytes(MAGIC.len()) != Some(MAGIC) {
            return Err(None);
        }
        match cursor.byte() {
            Some(VERSION) => Self::read_on(&mut cursor).ok_or(None),
            version => Err(version),
        }
    }

    fn read_on(cursor: &mut Cursor<'_>) -> Option<Self> {
        let mut manifest = Self {
            locale: cursor.text()?.to_owned(),
            prefix: cursor.text()?.to_owned(),
            bits: cursor.small().filter(|&bits| bits <= 30)?,
            words: cursor.number()?,
            places: cursor.number()?,
            text: cursor.number()?,
            ..Self::default()
        };
        let count = cursor.count()?;
        let mut number = 0_u32;
        for at in 0..count {
            let gap = cursor.small()?;
            number = number.checked_add(gap)?;
            if at > 0 && gap == 0 {
                return None;
            }
            manifest.documents.push(DocumentFacts {
                number,
                length: 0,
                title: 0,
                fallback: false,
                boost: 100,
            });
        }
        for (document, byte) in manifest.documents.iter_mut().zip(cursor.bytes(count)?) {
            document.length = length_of(*byte);
        }
        for (document, byte) in manifest.documents.iter_mut().zip(cursor.bytes(count)?) {
            document.title = u32::from(byte & 15);
            document.fallback = byte & 16 != 0;
        }
        for document in &mut manifest.documents {
            document.boost = cursor.small().filter(|&boost| boost <= 10_000)?;
        }
        manifest.dictionary = parts(cursor)?;
        manifest.postings = parts(cursor)?;
        manifest.sample = name(cursor)?;
        let count = cursor.count()?;
        let mut block = 0_u32;
        for _ in 0..count {
            block = block.checked_add(cursor.small()?)?;
            manifest.texts.push((block, FileName::default()));
        }
        for (_, slot) in &mut manifest.texts {
            *slot = name(cursor)?;
        }
        for _ in 0..cursor.count()? {
            let key = cursor.text()?.to_owned();
            manifest.facets.push((key, name(cursor)?));
        }
        Some(manifest)
    }
}

fn parts(cursor: &mut Cursor<'_>) -> Option<Vec<Part>> {
    let firsts = strings::take(cursor)?;
    firsts
        .into_iter()
        .map(|first| {
            Some(Part {
                first,
                name: name(cursor)?,
            })
        })
        .collect()
}

fn name(cursor: &mut Cursor<'_>) -> Option<FileName> {
    Some(FileName(cursor.bytes(5)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_rounded_down_by_less_than_an_eighth() {
        for length in (0..5000).chain([1 << 20, u32::MAX]) {
            let kept = length_of(coarse(length));
            assert!(
                kept <= length && length - kept <= length / 8,
                "{length}: {kept}"
            );
        }
    }
}
