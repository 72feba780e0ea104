//! How much of texts and places an index keeps: all of a small site, so much of a large one that its files stay small.

use super::Page;
use super::bits::{BitWriter, word_hash};
use super::collect::Term;
use super::file::LARGEST_SAMPLE;
use super::numbers::Documents;
use super::write::put_hits;

/// As many bytes have all files together, about: more is kept of texts and places where there is room.
const MOST_BYTES: usize = 740_000;

/// As many for each document in a larger index.
const MOST_BYTES_EACH: usize = 240;

/// Bits that a place takes, on average.
const BITS_OF_PLACE: usize = 10;

/// What texts come to when they are packed, as a fraction.
const PACKED: (u64, u64) = (9, 32);

/// How much may be kept of one text, in bytes.
const TEXT_LIMITS: [u64; 19] = [
    96, 128, 160, 192, 224, 256, 320, 384, 448, 512, 640, 768, 1024, 1536, 2048, 3072, 4096,
    16_384, 65_536,
];

/// How much is kept of each text, and of how frequent words the places.
pub(super) struct Limits {
    /// Bytes of each text.
    pub(super) text: u64,
    /// Words in two to the power of this places or more have none.
    pub(super) places: u32,
}

/// Chooses limits, so that all files together have about [`MOST_BYTES`].
pub(super) fn limits(pages: &[Page], documents: &Documents, terms: &[Term]) -> Limits {
    let needed: usize = terms
        .iter()
        .map(|term| {
            let mut writer = BitWriter::default();
            put_hits(&mut writer, term, documents.bits, false);
            let word = if term.listed { 7 } else { 2 };
            writer.length() / 8 + word
        })
        .sum();
    let count = documents.list.len();
    // Names, lengths and addresses: what every document has.
    let room = MOST_BYTES
        .max(count * MOST_BYTES_EACH)
        .saturating_sub(needed + count * 30 + LARGEST_SAMPLE / 2);
    let kept = |limit: u32| {
        let counts = terms.iter().map(|term| term.places.len());
        counts.filter(|&count| count >> limit == 0).sum::<usize>()
    };
    let places_room = room / 3 * 8 / BITS_OF_PLACE;
    let places = (0..32)
        .rev()
        .find(|&limit| kept(limit) <= places_room)
        .unwrap_or(0);
    let text_room = (room - kept(places) * BITS_OF_PLACE / 8) as u64;
    let lengths: Vec<u64> = pages
        .iter()
        .flat_map(|page| &page.sections)
        .map(|section| section.text.len() as u64)
        .collect();
    let packed = |limit: u64| {
        let kept = lengths.iter().map(|&length| length.min(limit));
        kept.sum::<u64>() * PACKED.0 / PACKED.1
    };
    let text = TEXT_LIMITS
        .iter()
        .rev()
        .find(|&&limit| packed(limit) <= text_room);
    Limits {
        text: text.copied().unwrap_or(TEXT_LIMITS[0]),
        places,
    }
}

/// What texts of all are packed with: the beginnings of a few pages, chosen by their names. Nothing where there is too little
/// text to gain by it.
pub(super) fn sample(pages: &[Page]) -> Vec<u8> {
    const LEAST_TEXT: usize = 200_000;
    const OF_EACH: u64 = 1_000;

    let texts = pages.iter().flat_map(|page| &page.sections);
    if texts.map(|section| section.text.len()).sum::<usize>() < LEAST_TEXT {
        return Vec::new();
    }
    let mut chosen: Vec<(u32, &Page)> = pages
        .iter()
        .map(|page| (word_hash(&page.id), page))
        .collect();
    chosen.sort_by(|one, other| (one.0, &one.1.id).cmp(&(other.0, &other.1.id)));
    let mut sample = String::new();
    for (_, page) in chosen {
        let text = page.sections.first().map_or("", |section| &section.text);
        let text = shortened(text, OF_EACH);
        let part = format!("{}{}{}{}", page.url, page.title, page.folders, text);
        if sample.len() + part.len() > LARGEST_SAMPLE {
            break;
        }
        sample.push_str(&part);
    }
    sample.into_bytes()
}

/// The beginning of a text: at most so many bytes, whole words where words have blanks.
pub(super) fn shortened(text: &str, limit: u64) -> &str {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    if text.len() <= limit {
        return text;
    }
    let cut = text.floor_char_boundary(limit);
    let blank = text[..cut].rfind(char::is_whitespace);
    text[..blank.filter(|&at| at > cut / 2).unwrap_or(cut)].trim_end()
}
