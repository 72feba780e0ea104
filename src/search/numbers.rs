//! Numbers of documents. A page's number comes from its name, in a space two to four times as large as needed, so that a
//! page that comes or goes leaves the others theirs: only where two want the same number does one move up.

use super::Page;

/// A document: a section of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Document {
    /// Its number.
    pub(super) number: u32,
    /// Its page.
    pub(super) page: usize,
    /// Its place among the page's sections.
    pub(super) section: usize,
}

/// All documents with the size of their space.
#[derive(Debug)]
pub(super) struct Documents {
    /// In the order of their numbers.
    pub(super) list: Vec<Document>,
    /// Numbers have so many bits.
    pub(super) bits: u32,
}

/// Numbers all sections. A page's sections follow each other.
pub(super) fn number(pages: &[Page]) -> Documents {
    /// The space is at least so many times the number of documents.
    const ROOM: usize = 2;

    let count: usize = pages.iter().map(|page| page.sections.len()).sum();
    let bits = (count.max(16) * ROOM)
        .next_power_of_two()
        .trailing_zeros()
        .min(30);
    let mut homes: Vec<(u32, &str, usize)> = pages
        .iter()
        .enumerate()
        .map(|(at, page)| (home(&page.id, bits), page.id.as_str(), at))
        .collect();
    homes.sort_unstable();
    let mut list = Vec::with_capacity(count);
    let mut next = 0;
    for (home, _, page) in homes {
        next = home.max(next);
        for section in 0..pages[page].sections.len() {
            list.push(Document {
                number: next,
                page,
                section,
            });
            next += 1;
        }
    }
    Documents { list, bits }
}

fn home(id: &str, bits: u32) -> u32 {
    let hash = blake3::hash(id.as_bytes());
    let [a, b, c, d, ..] = *hash.as_bytes();
    u32::from_be_bytes([a, b, c, d]) >> (32 - bits)
}
