//! Whether a document holds the words of a phrase one after the other.

use super::sought::Phrase;

/// Whether a document holds a phrase: all its words, and where places are known, one after the other.
pub(super) fn holds(phrase: &Phrase, number: u32) -> bool {
    let mut rows: Vec<(u32, Vec<u32>)> = Vec::new();
    for unit in phrase {
        let (mut there, mut places) = (false, Vec::new());
        for list in &unit.lists {
            if let Ok(at) = list.hits.binary_search_by_key(&number, |hit| hit.number) {
                there = true;
                places.extend(&list.hits[at].places);
            }
        }
        if !there {
            return false;
        }
        if !places.is_empty() {
            rows.push((unit.place, places));
        }
    }
    let Some(((first, starts), rest)) = rows.split_first() else {
        return true;
    };
    starts.iter().any(|start| {
        rest.iter().all(|(place, places)| {
            let wanted = i64::from(*start) + i64::from(*place) - i64::from(*first);
            places.iter().any(|&place| i64::from(place) == wanted)
        })
    })
}
