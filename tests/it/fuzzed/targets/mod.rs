//! What is true whatever bytes come in, as one function for each thing that reads strangers' bytes.
//!
//! In: any bytes. Out: nothing, or a panic that says which promise does not hold. The same functions are driven by proptest with
//! structured pieces (beside this file) and by a fuzzer that follows the branches of the program (`tests/fuzz`). Nothing is read
//! from disk and nothing is written.

use polydoc::source::TextRange;

mod index;
mod messages;
mod requests;
mod settings;
mod sites;
mod texts;

/// A name and what is fed.
pub(crate) type Target = (&'static str, fn(&[u8]));

/// All of them.
pub(crate) const TARGETS: [Target; 9] = [
    ("front_matter", texts::front_matter),
    ("markup", texts::markup),
    ("directives", texts::directives),
    ("links", sites::links),
    ("redirects", sites::redirects),
    ("configuration", settings::configuration),
    ("messages", messages::messages),
    ("search_index", index::search_index),
    ("requests", requests::requests),
];

/// Feeds one.
///
/// # Panics
/// When there is none of that name, or a promise does not hold.
pub(crate) fn feed(name: &str, bytes: &[u8]) {
    let found = TARGETS.iter().find(|(own, _)| *own == name);
    let (_, target) = found.unwrap_or_else(|| panic!("there is no target `{name}`"));
    target(bytes);
}

/// A place lies in a text, on borders of characters.
#[track_caller]
fn lies_in(range: TextRange, text: &str, what: &dyn std::fmt::Debug) {
    assert!(
        text.get(range.bytes()).is_some(),
        "{range:?} lies not in the text: {what:?}"
    );
}

/// Every place that the description of a value names lies in a text. Slow, and sees what is added later as well.
#[track_caller]
fn all_lie_in(value: &dyn std::fmt::Debug, text: &str) {
    let written = format!("{value:?}");
    for (_, rest) in written
        .match_indices("TextRange { start: ")
        .map(|(at, found)| (at, &written[at + found.len()..]))
    {
        let numbers = rest.split_once(" }").map_or("", |(numbers, _)| numbers);
        // A text that holds these very words is none of ours.
        let Some((start, end)) = numbers.split_once(", end: ") else {
            continue;
        };
        let (Ok(start), Ok(end)) = (start.parse(), end.parse()) else {
            continue;
        };
        lies_in(TextRange { start, end }, text, value);
    }
}
