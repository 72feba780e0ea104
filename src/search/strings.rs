//! Sorted words, each as what it shares with the one before and what it adds. Lengths count UTF-16 units, which is how
//! JavaScript counts.

use super::file::{Cursor, put_number};

/// No word is longer, in UTF-16 units.
const LONGEST: usize = 4 * super::tokens::LONGEST;

/// Writes words: how many each shares with the one before, how many it adds, then all that is added as UTF-8.
pub(super) fn put<'w>(out: &mut Vec<u8>, words: impl Iterator<Item = &'w str>) {
    let mut lengths = Vec::new();
    let mut added = String::new();
    let mut count = 0;
    let mut before = "";
    for word in words {
        let shared = shared(before, word);
        put_number(&mut lengths, units(&word[..shared]));
        put_number(&mut lengths, units(&word[shared..]));
        added.push_str(&word[shared..]);
        before = word;
        count += 1;
    }
    put_number(out, count);
    put_number(out, lengths.len() as u64);
    out.extend(lengths);
    put_number(out, added.len() as u64);
    out.extend_from_slice(added.as_bytes());
}

/// Reads words.
pub(super) fn take(cursor: &mut Cursor<'_>) -> Option<Vec<String>> {
    let count = cursor.count()?;
    let length = usize::try_from(cursor.number()?).ok()?;
    let mut lengths = Cursor::new(cursor.bytes(length)?);
    let added: Vec<u16> = cursor.text()?.encode_utf16().collect();
    let mut added = added.as_slice();
    let mut words = Vec::with_capacity(count);
    let mut word: Vec<u16> = Vec::new();
    for _ in 0..count {
        let shared = usize::try_from(lengths.number()?).ok()?;
        let more = usize::try_from(lengths.number()?).ok()?;
        if shared > word.len() || more > LONGEST || shared + more > LONGEST {
            return None;
        }
        word.truncate(shared);
        let (new, rest) = added.split_at_checked(more)?;
        word.extend_from_slice(new);
        added = rest;
        words.push(String::from_utf16(&word).ok()?);
    }
    Some(words)
}

/// Bytes that two words have in common at their beginning, whole characters.
pub(super) fn shared(one: &str, other: &str) -> usize {
    let pairs = one.chars().zip(other.chars());
    pairs
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum()
}

fn units(text: &str) -> u64 {
    text.encode_utf16().count() as u64
}
