//! How much of texts and places an index keeps: all of a small site, so much of a large one that its files stay small.

use super::Page;
use super::bits::{BitWriter, word_hash};
use super::collect::Term;
use super::file::LARGEST_SAMPLE;
use super::numbers::Documents;
use super::write::put_hits;

/// As many bytes have all files together, about: more is kept of texts and places where there is room.
const MOST_BYTES: usize = 870_000;

/// As many for each document in a larger index.
const MOST_BYTES_EACH: usize = 280;

/// Bytes of a word in a file of postings beside its hits, and of a document in the manifest with its share of names.
const BYTES_OF_TERM: usize = 3;
const BYTES_OF_DOCUMENT: usize = 4;

/// What of the room texts may take, as a fraction; places have the rest.
const SHARE_OF_TEXTS: (usize, usize) = (2, 3);

/// How much may be kept of one text, in bytes.
const TEXT_LIMITS: [u64; 20] = [
    72, 96, 128, 160, 192, 224, 256, 320, 384, 448, 512, 640, 768, 1024, 1536, 2048, 3072, 4096,
    16_384, 65_536,
];

/// How much is kept of each text, and of how frequent words the places.
pub(super) struct Limits {
    /// Bytes of each text.
    pub(super) text: u64,
    /// Words in so many places or more have none.
    pub(super) places: usize,
}

/// Chooses limits, so that all files together have about `most` bytes, or [`MOST_BYTES`] when that is 0. `spent` is what
/// dictionary, facets and sample come to, `packed` tells for a limit of texts what some of them come to: their length before,
/// within the limit, and after.
pub(super) fn limits(
    pages: &[Page],
    documents: &Documents,
    terms: &[Term],
    most: usize,
    spent: usize,
    packed: impl Fn(u64) -> Packed,
) -> Limits {
    let count = documents.list.len();
    let (hits, places) = costs(terms, documents.bits);
    let usual = MOST_BYTES.max(count * MOST_BYTES_EACH);
    let most = if most == 0 { usual } else { most };
    let room = most.saturating_sub(spent + hits + count * BYTES_OF_DOCUMENT);
    let lengths: Vec<u64> = pages
        .iter()
        .flat_map(|page| &page.sections)
        .map(|section| section.text.len() as u64)
        .collect();
    let text = Texts::measured(count, &packed);
    let bytes = |limit: u64| {
        let kept = lengths.iter().map(|&length| length.min(limit));
        text.bytes(kept.sum())
    };
    let text_room = room * SHARE_OF_TEXTS.0 / SHARE_OF_TEXTS.1;
    let limits = TEXT_LIMITS.iter().rev().copied();
    let limit = limits.clone().find(|&limit| bytes(limit) <= text_room);
    let limit = limit.unwrap_or(TEXT_LIMITS[0]);
    let mut places_room = room.saturating_sub(bytes(limit));
    let mut most = 0;
    for (at, cost) in places.into_iter().enumerate() {
        if cost > places_room {
            break;
        }
        places_room -= cost;
        most = step(at + 1);
    }
    Limits {
        text: limit,
        places: most,
    }
}

/// Texts before and after they are packed, in bytes.
pub(super) struct Packed {
    /// How many documents have them.
    pub(super) documents: usize,
    /// The texts alone.
    pub(super) before: u64,
    /// With titles and addresses.
    pub(super) after: u64,
}

/// What texts come to when they are packed: so much whatever is kept of them, and a share of what is kept.
struct Texts {
    always: u64,
    /// Of 1024.
    share: u64,
}

impl Texts {
    fn measured(count: usize, packed: impl Fn(u64) -> Packed) -> Self {
        let (short, long) = (packed(TEXT_LIMITS[0]), packed(TEXT_LIMITS[10]));
        let share =
            long.after.saturating_sub(short.after) * 1024 / (long.before - short.before).max(1);
        let always = short.after.saturating_sub(short.before * share / 1024);
        Self {
            always: always * count as u64 / short.documents.max(1) as u64,
            share,
        }
    }

    fn bytes(&self, kept: u64) -> usize {
        usize::try_from(self.always + kept * self.share / 1024).unwrap_or(usize::MAX)
    }
}

/// What the postings come to without places, in bytes, and what the places of more and more frequent words add.
fn costs(terms: &[Term], bits: u32) -> (usize, Vec<usize>) {
    let length = |term: &Term, has_places: bool| {
        let mut writer = BitWriter::default();
        put_hits(&mut writer, term, bits, has_places);
        writer.length()
    };
    let (mut hits, mut places) = (0, vec![0; STEPS]);
    for term in terms {
        let without = length(term, false);
        hits += without;
        let at = (0..STEPS).find(|&at| term.places.len() < step(at + 1));
        places[at.unwrap_or(STEPS - 1)] += length(term, true) - without;
    }
    let places = places.into_iter().map(|bits| bits / 8).collect();
    (hits / 8 + terms.len() * BYTES_OF_TERM, places)
}

/// Numbers of places that can be the limit: 1, 2, 3, 4, 6, 8, 12, …
const STEPS: usize = 62;

fn step(at: usize) -> usize {
    match at {
        0 => 1,
        at if at % 2 == 1 => 1 << at.div_ceil(2),
        at => 3 << (at / 2 - 1),
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
